#include "app/dialogs/settings_dialog.h"
#include "app/dialogs/keys_page.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QTabWidget>

namespace app {

std::optional<Preferences> SettingsDialog::ask(QWidget *parent, const Preferences &start, bool keys)
{
    SettingsDialog dialog(start, parent);
    if (keys)
        dialog.showKeys();
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return dialog.preferences();
}

SettingsDialog::SettingsDialog(const Preferences &start, QWidget *parent)
    : QDialog(parent),
      m_start(start),
      m_tabs(new QTabWidget),
      m_language(new QComboBox),
      m_theme(new QComboBox),
      m_wheel(new QComboBox),
      m_author(new QLineEdit(start.author)),
      m_playsOnOpening(new QCheckBox(tr("Play a clip when it is opened to be classified"))),
      m_rewind(new QDoubleSpinBox),
      m_keys(new KeysPage(start.profile, start.keys))
{
    setWindowTitle(tr("Settings"));
    m_language->addItems({tr("As the system"), "English", "简体中文"});
    m_language->setCurrentIndex(int(start.language));
    m_theme->addItems({tr("As the system"), tr("Light"), tr("Dark")});
    m_theme->setCurrentIndex(int(start.theme));
    m_wheel->addItems({tr("zooms at the pointer"), tr("scrolls (Ctrl zooms)")});
    m_wheel->setCurrentIndex(int(start.wheel));
    m_author->setPlaceholderText(qEnvironmentVariable("USER"));
    m_author->setToolTip(tr("Kept with each annotation you make; empty: your login"));
    m_playsOnOpening->setChecked(start.playback.playsOnOpening);
    m_rewind->setRange(0, longestRewindMs / 1000.0);
    m_rewind->setSingleStep(0.1);
    m_rewind->setDecimals(1);
    m_rewind->setSuffix(tr(" s"));
    m_rewind->setValue(start.playback.rewindMs / 1000.0);
    m_rewind->setToolTip(tr("While you transcribe, playing goes on that much before the place it was paused at"));
    auto *general = new QWidget;
    auto *form = new QFormLayout(general);
    form->addRow(tr("Language"), m_language);
    form->addRow(tr("Theme"), m_theme);
    form->addRow(tr("The wheel"), m_wheel);
    form->addRow(tr("Your name"), m_author);
    form->addRow(tr("Sounds"), m_playsOnOpening);
    form->addRow(tr("After a pause go back"), m_rewind);
    m_tabs->addTab(general, tr("General"));
    m_tabs->addTab(m_keys, tr("Keys"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(buttons);
    resize(720, 560);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void SettingsDialog::showKeys()
{
    m_tabs->setCurrentWidget(m_keys);
}

Preferences SettingsDialog::preferences() const
{
    Preferences preferences = m_start;
    preferences.language = Language(m_language->currentIndex());
    preferences.theme = widgets::Theme(m_theme->currentIndex());
    preferences.wheel = Wheel(m_wheel->currentIndex());
    preferences.author = m_author->text().trimmed();
    preferences.playback = {m_playsOnOpening->isChecked(), qRound(m_rewind->value() * 1000)};
    preferences.profile = m_keys->profile();
    preferences.keys = m_keys->ownKeys();
    return preferences;
}

}  // namespace app
