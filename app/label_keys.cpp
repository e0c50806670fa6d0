#include "app/label_keys.h"
#include "app/session.h"
#include "widgets/panels/label_panel.h"
#include "widgets/qt_text.h"
#include <QShortcut>
#include <algorithm>

namespace app {

namespace {

bool isOfPosition(const QByteArray &action)
{
    bool number = false;
    action.mid(action.indexOf('.') + 1).toInt(&number);
    return number && action.startsWith("label.");
}

QByteArray actionOfPosition(int index)
{
    return "label." + QByteArray::number(index + 1);
}

}  // namespace

QMap<QKeySequence, QString> keysInUse(const KeyChoices &actions)
{
    QMap<QKeySequence, QString> users;
    for (auto each = actions.begin(); each != actions.end(); ++each)
        if (!isOfPosition(each.key()))
            for (const QKeySequence &key : each.value())
                users[key] = actionTitle(each.key());
    return users;
}

LabelKeys shareKeys(const std::vector<core::Label> &labels, const KeyChoices &actions)
{
    LabelKeys shared{{}, actions, {}};
    const auto users = keysInUse(actions);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const QKeySequence key(widgets::toQString(labels[i].shortcut), QKeySequence::PortableText);
        if (key.isEmpty() || users.contains(key) || std::ranges::find(shared.own, key) != shared.own.end())
            continue;
        shared.own[int(i)] = key;
        for (auto each = shared.actions.begin(); each != shared.actions.end(); ++each)
            each.value().removeAll(key);
    }
    for (int i = 0; i < int(labels.size()); ++i) {
        const auto position = shared.actions.value(actionOfPosition(i));
        const QKeySequence key = shared.own.value(i, position.isEmpty() ? QKeySequence() : position.front());
        shared.texts << key.toString(QKeySequence::NativeText);
    }
    return shared;
}

LabelShortcuts::LabelShortcuts(Session &session, Actions &actions, widgets::LabelPanel &panel, QWidget *window)
    : QObject(window),
      m_session(session),
      m_actions(actions),
      m_panel(panel),
      m_window(window)
{
    connect(&session, &Session::labelsChanged, this, &LabelShortcuts::share);
}

LabelShortcuts::~LabelShortcuts() = default;

void LabelShortcuts::setKeys(const KeyChoices &keys)
{
    m_keys = keys;
    share();
}

void LabelShortcuts::retranslate()
{
    m_panel.setKeysInUse(keysInUse(m_keys));
}

void LabelShortcuts::share()
{
    const auto labels = m_session.labels();
    const LabelKeys shared = shareKeys(*labels, m_keys);
    m_shortcuts.clear();
    m_actions.setKeys(shared.actions);
    for (auto each = shared.own.begin(); each != shared.own.end() && !m_session.isReadOnly(); ++each) {
        auto shortcut = std::make_unique<QShortcut>(each.value(), m_window);
        const core::LabelId label = (*labels)[std::size_t(each.key())].id;
        connect(shortcut.get(), &QShortcut::activated, this, [this, label] { emit chosen(label); });
        m_shortcuts.push_back(std::move(shortcut));
    }
    m_panel.setKeyTexts(shared.texts);
    retranslate();
}

}  // namespace app
