// Language, theme, wheel, author, and the keys: profile, own keys per action, conflicts.
#pragma once
#include "app/settings.h"
#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QTabWidget;

namespace app {

class KeysPage;

class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    static std::optional<Preferences> ask(QWidget *parent, const Preferences &start, bool keys);

    SettingsDialog(const Preferences &start, QWidget *parent);
    Preferences preferences() const;
    KeysPage &keys() { return *m_keys; }
    void showKeys();

private:
    Preferences m_start;
    QTabWidget *m_tabs;
    QComboBox *m_language, *m_theme, *m_wheel;
    QLineEdit *m_author;
    QCheckBox *m_playsOnOpening;
    QDoubleSpinBox *m_rewind;
    KeysPage *m_keys;
};

}  // namespace app
