// What becomes of a label's annotations when it is merged or deleted: asked with the count in sight.
#pragma once
#include "core/reader.h"
#include "widgets/panels/label_panel.h"
#include <QDialog>

class QComboBox;
class QRadioButton;

namespace widgets {

class MergeLabelDialog : public QDialog {
    Q_OBJECT
public:
    MergeLabelDialog(const core::Label &label, const core::LabelCount &count, const std::vector<core::Label> &all,
                     QWidget *parent);
    core::LabelId into() const;

private:
    QComboBox *m_into;
};

class RemoveLabelDialog : public QDialog {
    Q_OBJECT
public:
    RemoveLabelDialog(const core::Label &label, const core::LabelCount &count, QWidget *parent);
    RemovePolicy policy() const;

private:
    QRadioButton *m_annotationsOnly, *m_samplesToo;
};

// Says that the label cannot go because relations of these names have it as an end.
void refuseRemoval(const core::Label &label, const QStringList &relations, QWidget *parent);

}  // namespace widgets
