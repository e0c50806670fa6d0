#include "app/dialogs/mark_same_dialog.h"
#include "app/dialogs/passage_preview.h"
#include "widgets/qt_text.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace app {

std::optional<MarkSameRequest> MarkSameDialog::ask(QWidget *parent, const MarkSameRequest &start,
                                                   const PassageSource &source)
{
    MarkSameDialog dialog(start, source, parent);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.request();
}

MarkSameDialog::MarkSameDialog(const MarkSameRequest &start, const PassageSource &source, QWidget *parent)
    : QDialog(parent),
      m_surface(start.what.surface),
      m_text(new QLineEdit(widgets::toQString(start.what.surface))),
      m_label(new QComboBox),
      m_scope(new QComboBox),
      m_words(new QCheckBox(tr("Whole words only"))),
      m_anyCase(new QCheckBox(tr("Capital and small letters alike"))),
      m_preview(new PassagePreview(source)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel))
{
    setWindowTitle(tr("Mark the same text"));
    m_text->setObjectName("surface");
    m_scope->setObjectName("scope");
    fillEntityLabels(*m_label, source, start.label);
    fillScopes(*m_scope, source);
    m_words->setChecked(start.what.wholeWords);
    m_words->setToolTip(tr("In scripts that put blanks between words; Chinese and Japanese have no say"));
    auto *form = new QFormLayout(this);
    form->addRow(tr("Text"), m_text);
    form->addRow(tr("Label"), m_label);
    form->addRow(tr("Where"), m_scope);
    form->addRow(QString(), m_words);
    form->addRow(QString(), m_anyCase);
    form->addRow(m_preview);
    form->addRow(m_buttons);
    resize(680, 520);
    connect(m_text, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_surface = widgets::toUtf8(text);
        look();
    });
    connect(m_label, &QComboBox::currentIndexChanged, this, &MarkSameDialog::look);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &MarkSameDialog::look);
    connect(m_words, &QCheckBox::toggled, this, &MarkSameDialog::look);
    connect(m_anyCase, &QCheckBox::toggled, this, &MarkSameDialog::look);
    connect(m_preview, &PassagePreview::foundChanged, this, &MarkSameDialog::showFound);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    look();
}

MarkSameRequest MarkSameDialog::request() const
{
    return {{m_surface, m_words->isChecked(), m_anyCase->isChecked()}, labelIn(*m_label), scopeIn(*m_scope)};
}

void MarkSameDialog::look()
{
    const MarkSameRequest asked = request();
    if (asked.what.surface.empty())
        m_preview->showFault(tr("Say which text to look for."));
    else if (!asked.label)
        m_preview->showFault(tr("The job has no label for text yet."));
    else
        m_preview->look(core::sameTextFinder(asked.what, asked.label), asked.scope);
}

void MarkSameDialog::showFound()
{
    QPushButton *ok = m_buttons->button(QDialogButtonBox::Ok);
    ok->setText(m_preview->found() > 0 ? tr("Mark %Ln place(s)", nullptr, int(m_preview->found())) : tr("Mark"));
    ok->setEnabled(m_preview->found() > 0);
}

}  // namespace app
