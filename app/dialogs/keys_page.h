// The table of actions and their keys. What differs from the profile is the user's own; conflicts are marked.
#pragma once
#include "app/actions.h"
#include <QWidget>

class QComboBox;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

class KeysPage : public QWidget {
    Q_OBJECT
public:
    KeysPage(KeyProfile profile, const KeyChoices &own, QWidget *parent = nullptr);

    KeyProfile profile() const;
    KeyChoices ownKeys() const { return m_own; }
    void select(const QByteArray &action);
    void setKey(const QKeySequence &key, bool add);  // of the selected action; add: keeps the others
    void clearKeys();
    void resetKeys();  // to the profile's
    QString conflictText() const;

private:
    void build();
    void fill();
    void show();
    void narrow(const QString &text);
    QByteArray selected() const;
    KeyChoices keys() const;

    KeyChoices m_own;
    QComboBox *m_profile;
    QLineEdit *m_search;
    QTreeWidget *m_tree;
    QKeySequenceEdit *m_edit;
    QPushButton *m_set, *m_add, *m_clear, *m_reset;
    QLabel *m_conflicts;
};

}  // namespace app
