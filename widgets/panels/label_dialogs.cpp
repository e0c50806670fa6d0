#include "widgets/panels/label_dialogs.h"
#include "core/labels.h"
#include "widgets/qt_text.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
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

MergeLabelDialog::MergeLabelDialog(const core::Label &label, const core::LabelCount &counts,
                                   const std::vector<core::Label> &all, QWidget *parent)
    : QDialog(parent),
      m_into(new QComboBox(this))
{
    setWindowTitle(tr("Merge label"));
    for (const core::Label &other : all)
        if (core::mayMerge(label, other))
            m_into->addItem(toQString(other.name), qlonglong(other.id.value));
    m_into->setAccessibleName(tr("Label to merge into"));
    QVBoxLayout *column = columnOf(this);
    const int count = int(counts.annotations);
    const QString words =
        label.role == core::LabelRole::Relation
            ? tr("All relations of “%1” get another label that allows their ends, then “%1” is deleted: %n relations.",
                 nullptr, count)
            : tr("All annotations of “%1” get another label, then “%1” is deleted: %n annotations.", nullptr, count);
    column->addWidget(text(words.arg(toQString(label.name)), this));
    column->addWidget(m_into);
    if (m_into->count() == 0)
        column->addWidget(text(tr("There is no other label it could be merged into."), this));
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
    const bool relates = label.role == core::LabelRole::Relation;
    const QString has =
        relates ? tr("“%1” has %2 relations in %3 samples.") : tr("“%1” has %2 annotations in %3 samples.");
    column->addWidget(text(has.arg(toQString(label.name), locale.toString(qlonglong(count.annotations)),
                                   locale.toString(qlonglong(count.samples))),
                           this));
    if (relates)
        m_annotationsOnly->setText(tr("Delete the label and its relations"));
    column->addWidget(m_annotationsOnly);
    column->addWidget(m_samplesToo);
    m_samplesToo->setVisible(!relates);  // a sample's labels are those of its entities
    column->addWidget(text(tr("The media files stay where they are. This can be undone."), this));
    column->addWidget(buttons(tr("Delete"), this));
}

void refuseRemoval(const core::Label &label, const QStringList &relations, QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::Information, RemoveLabelDialog::tr("Delete label"), QString(),
                                QMessageBox::Close, parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(
        RemoveLabelDialog::tr("“%1” cannot be deleted: it is an end of relations.").arg(toQString(label.name)));
    box->setInformativeText(RemoveLabelDialog::tr("Give these other ends, or delete them first:\n%1")
                                .arg(relations.join(QLatin1Char('\n'))));
    box->open();
}

RemovePolicy RemoveLabelDialog::policy() const
{
    return m_samplesToo->isChecked() ? RemovePolicy::SamplesToo : RemovePolicy::AnnotationsOnly;
}

}  // namespace widgets
