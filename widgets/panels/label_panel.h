// The labels of the job: choose, find, add, edit, order. Changes are proposed as edits.
#pragma once
#include "core/edit.h"
#include "core/reader.h"
#include <QKeySequence>
#include <QMap>
#include <QWidget>
#include <memory>

namespace widgets {

// What happens to the annotations of a label that goes.
enum class RemovePolicy { AnnotationsOnly, SamplesToo };  // SamplesToo: also samples that have no other label

class LabelPanel : public QWidget {
    Q_OBJECT
public:
    explicit LabelPanel(QWidget *parent = nullptr);
    ~LabelPanel() override;

    void setJob(const core::Job &job);  // new labels belong to it
    void setLabels(std::shared_ptr<const std::vector<core::Label>> labels);
    void setCounts(const std::vector<core::LabelCount> &counts);
    void setCurrentLabel(core::LabelId label);
    void setMarked(const QList<core::LabelId> &labels);  // ticked: what the sample in sight has (classification)
    void setKeyTexts(const QStringList &keys);           // of the labels in order, as shown: "1", "Ctrl+1"; empty: none
    void setKeysInUse(const QMap<QKeySequence, QString> &keys);  // no key for a label, and what it does
    void setReadOnly(bool readOnly);
    void focusSearch();  // for `/`

signals:
    void labelChosen(core::LabelId label);  // click, Enter in the search box
    void editProposed(const core::Edit &edit);
    // Over the whole project, so not an edit the panel can make. The user has seen the count and agreed.
    void mergeWanted(core::LabelId from, core::LabelId into);
    void removeWanted(core::LabelId label, widgets::RemovePolicy policy);
    void told(const QString &note);  // why a label was not added

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace widgets
