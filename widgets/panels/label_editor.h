// One label's properties: name, colour, key, default shape, attributes with values and default.
#pragma once
#include "core/rows.h"
#include <QDialog>
#include <QKeySequence>
#include <QMap>
#include <vector>

class QButtonGroup;
class QComboBox;
class QDialogButtonBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace widgets {

class LabelEditor : public QDialog {
    Q_OBJECT
public:
    // others: the labels a name or a key could clash with. keysInUse: keys that do something else, and what.
    LabelEditor(core::Label label, std::vector<core::Label> others, QMap<QKeySequence, QString> keysInUse,
                QWidget *parent);

    core::Label label() const;  // as edited

private:
    QKeySequence key() const;
    void setColor(core::Rgb rgb);
    void chooseColor();
    void addAttribute(const core::AttributeSpec &spec);
    void check();

    core::Label m_label;
    std::vector<core::Label> m_others;
    QMap<QKeySequence, QString> m_keysInUse;
    QLineEdit *m_name;
    QLabel *m_fault, *m_hint;
    QButtonGroup *m_colors;
    QKeySequenceEdit *m_key;
    QComboBox *m_shape;
    QTableWidget *m_attributes;
    QDialogButtonBox *m_buttons;
};

}  // namespace widgets
