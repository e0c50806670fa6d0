// The keys that choose labels: a label's own key, else the key of its position among those that are numbered.
#pragma once
#include "app/actions.h"
#include "core/rows.h"
#include <memory>
#include <vector>

class QShortcut;

namespace widgets {
class LabelPanel;
}

namespace app {

class EditorHost;
class Session;

struct LabelKeys {
    QMap<int, QKeySequence> own;  // by index of the label: the own keys that work
    KeyChoices actions;           // what is left to the actions
    QStringList texts;            // for each label, as shown; empty: no key
    bool operator==(const LabelKeys &) const = default;
};

// An own key comes before the keys of positions ("label.1" …) and after those of all other actions. Of two labels with
// one key the first has it.
LabelKeys shareKeys(const std::vector<core::Label> &labels, const KeyChoices &actions);
// Without the keys of what the editor does not offer: tools it does not have, acts on masks where there are none, acts
// on texts and on sounds that are not among its own, acts on pictures in an editor of texts. What it alone offers comes
// before what others offer too: Space plays a sound, Ctrl+Enter is left for going on.
KeyChoices offeredKeys(KeyChoices actions, const QList<QByteArray> &tools, const QList<QByteArray> &acts = {});
// Who uses a key that labels cannot have: titles of the actions.
QMap<QKeySequence, QString> keysInUse(const KeyChoices &actions);

// Keeps the window's keys, and what the label panel says of them, in step with the labels and the chosen keys.
class LabelShortcuts : public QObject {
    Q_OBJECT
public:
    LabelShortcuts(Session &session, EditorHost &editor, Actions &actions, widgets::LabelPanel &panel, QWidget *window);
    ~LabelShortcuts() override;

    void setKeys(const KeyChoices &keys);  // of all actions
    void retranslate();

signals:
    void chosen(core::LabelId label);

private:
    void share();
    KeyChoices offered() const;

    Session &m_session;
    EditorHost &m_editor;
    Actions &m_actions;
    widgets::LabelPanel &m_panel;
    QWidget *m_window;
    KeyChoices m_keys;
    std::vector<std::unique_ptr<QShortcut>> m_shortcuts;
};

}  // namespace app
