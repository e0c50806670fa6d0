// One label's properties: name, colour, key; what it may join when it is a relation's; its default shape where shapes
// are drawn; attributes with values and default.
#pragma once
#include "core/rows.h"
#include <QDialog>
#include <QKeySequence>
#include <QMap>
#include <vector>

class QButtonGroup;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QTableWidget;

namespace widgets {

class LabelEditor : public QDialog {
    Q_OBJECT
public:
    // others: the labels a name or a key could clash with, and the ends of relations. keysInUse: keys that do something
    // else, and what.
    LabelEditor(core::Label label, std::vector<core::Label> others, QMap<QKeySequence, QString> keysInUse,
                QWidget *parent, core::JobKind kind = core::JobKind::ObjectDetection);

    core::Label label() const;  // as edited

private:
    QKeySequence key() const;
    void addFields(QFormLayout &form, core::JobKind kind);
    void addEnds(QFormLayout &form);
    QLayout *attributeButtons();
    QWidget *swatches();
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
    QComboBox *m_shape, *m_from, *m_to;
    QTableWidget *m_attributes;
    QDialogButtonBox *m_buttons;
};

}  // namespace widgets
