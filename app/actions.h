// All the window can be told to do, in one table: words, icons, keys of the three profiles.
#pragma once
#include "app/settings.h"
#include <QAction>
#include <QHash>
#include <span>

namespace app {

// Where the key works. Everywhere: in the whole window. Editor: while the editor or the grid has the focus, so that
// arrows and Tab keep their meaning in lists and forms.
enum class Reach { Everywhere, Editor };

struct ActionSpec {
    const char *id;  // "sample.next"; the part before the point is the group shown in the settings
    const char *text;
    const char *icon;                  // of :/icons, null: none
    std::array<const char *, 3> keys;  // by KeyProfile; portable, "; " between; empty: none
    Reach reach = Reach::Everywhere;
    bool checkable = false;
    bool edits = false;  // not to be had in a read-only project
};

std::span<const ActionSpec> allActions();
// Where an action has a meaning: one of pictures and one of texts may have the same key.
enum class Scope { Pictures = 1, Texts = 2, Sounds = 4 };
Q_DECLARE_FLAGS(Scopes, Scope)
Q_DECLARE_OPERATORS_FOR_FLAGS(Scopes)
inline constexpr Scopes everywhere{Scope::Pictures, Scope::Texts, Scope::Sounds};
Scopes scopeOf(QByteArrayView id);
// In the editors it is made for alone an action comes before those that have a meaning elsewhere too.
bool comesBefore(QByteArrayView id, QByteArrayView other);
QString groupTitle(QByteArrayView id);
QString actionTitle(QByteArrayView id);  // its words without mnemonic and dots

KeyChoices profileKeys(KeyProfile profile);
KeyChoices effectiveKeys(const Preferences &preferences);  // the profile with the user's own keys over it

struct KeyConflict {
    QKeySequence key;
    QList<QByteArray> actions;  // two or more
    bool operator==(const KeyConflict &) const = default;
};
// By key. None where one action comes before the other and leaves it another key.
QList<KeyConflict> conflicts(const KeyChoices &keys);

class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QObject *parent = nullptr);

    QAction *action(QByteArrayView id) const;  // asserts that there is one
    void setKeys(const KeyChoices &keys);
    void retranslate();
    void offer(const QList<QByteArray> &ids, bool offered);  // false: gone from the menus
    void setEditing(bool possible);                          // false: those that edit are greyed
    // Adds the actions to the widgets in which their keys work: those on objects never in the grid of samples.
    void attach(QWidget *window, QWidget *editor, QWidget *grid);

signals:
    void triggered(const QByteArray &id);

private:
    QHash<QByteArray, QAction *> m_actions;
};

}  // namespace app
