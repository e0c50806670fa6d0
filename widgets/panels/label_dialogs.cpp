#include "widgets/panels/label_dialogs.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

QLabel *text(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QDialogButtonBox *buttons(const QString &accept, QDialog *dialog)
{
    auto *box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, dialog);
    box->button(QDialogButtonBox::Ok)->setText(accept);
    QObject::connect(box, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(box, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return box;
}

QVBoxLayout *columnOf(QDialog *dialog)
{
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(18, 18, 18, 14);
    column->setSpacing(12);
    dialog->setMinimumWidth(380);
    return column;
}

}  // namespace

MergeLabelDialog::MergeLabelDialog(const core::Label &label, const core::LabelCount &count,
                                   const std::vector<core::Label> &all, QWidget *parent)
    : QDialog(parent),
      m_into(new QComboBox(this))
{
    setWindowTitle(tr("Merge label"));
    for (const core::Label &other : all)
        if (other.id != label.id && other.role == label.role)
            m_into->addItem(toQString(other.name), qlonglong(other.id.value));
    m_into->setAccessibleName(tr("Label to merge into"));
    QVBoxLayout *column = columnOf(this);
    column->addWidget(text(tr("All annotations of “%1” get another label, then “%1” is deleted: %n annotations.",
                              nullptr, int(count.annotations))
                               .arg(toQString(label.name)),
                           this));
    column->addWidget(m_into);
    column->addWidget(text(tr("This can be undone."), this));
    QDialogButtonBox *box = buttons(tr("Merge"), this);
    box->button(QDialogButtonBox::Ok)->setEnabled(m_into->count() > 0);
    column->addWidget(box);
}

core::LabelId MergeLabelDialog::into() const
{
    return {m_into->currentData().toLongLong()};
}

RemoveLabelDialog::RemoveLabelDialog(const core::Label &label, const core::LabelCount &count, QWidget *parent)
    : QDialog(parent),
      m_annotationsOnly(new QRadioButton(tr("Delete the label and its annotations"), this)),
      m_samplesToo(new QRadioButton(tr("Also remove the samples that have no other label"), this))
{
    setWindowTitle(tr("Delete label"));
    m_annotationsOnly->setChecked(true);
    const QLocale locale;
    QVBoxLayout *column = columnOf(this);
    column->addWidget(text(tr("“%1” has %2 annotations in %3 samples.")
                               .arg(toQString(label.name), locale.toString(qlonglong(count.annotations)),
                                    locale.toString(qlonglong(count.samples))),
                           this));
    column->addWidget(m_annotationsOnly);
    column->addWidget(m_samplesToo);
    column->addWidget(text(tr("The media files stay where they are. This can be undone."), this));
    column->addWidget(buttons(tr("Delete"), this));
}

RemovePolicy RemoveLabelDialog::policy() const
{
    return m_samplesToo->isChecked() ? RemovePolicy::SamplesToo : RemovePolicy::AnnotationsOnly;
}

}  // namespace widgets
