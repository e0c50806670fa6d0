#include "app/actions.h"
#include <QCoreApplication>
#include <QWidget>
#include <algorithm>
#include <map>

namespace app {

QString actionTitle(QByteArrayView id)
{
    for (const ActionSpec &spec : allActions())
        if (id == spec.id) {
            QString title = QCoreApplication::translate("app::Actions", spec.text);
            title.remove('&');
            if (title.endsWith("…"))
                title.chop(1);
            return title;
        }
    return {};
}

KeyChoices profileKeys(KeyProfile profile)
{
    KeyChoices keys;
    for (const ActionSpec &spec : allActions())
        keys[spec.id] = keysFromText(spec.keys.at(std::size_t(profile)));
    return keys;
}

KeyChoices effectiveKeys(const Preferences &preferences)
{
    KeyChoices keys = profileKeys(preferences.profile);
    for (auto own = preferences.keys.begin(); own != preferences.keys.end(); ++own)
        if (keys.contains(own.key()))
            keys[own.key()] = own.value();
    return keys;
}

bool comesBefore(QByteArrayView id, QByteArrayView other)
{
    const Scopes own = scopeOf(id), wide = scopeOf(other);
    return own != wide && (wide & own) == own;
}

namespace {

// Is there a key that `winner` and the other actions of its scope leave to `loser`?
bool keepsAKey(const KeyChoices &keys, const QByteArray &loser, const QByteArray &winner)
{
    const auto isTaken = [&](const QKeySequence &key) {
        for (auto each = keys.begin(); each != keys.end(); ++each)
            if (scopeOf(each.key()) == scopeOf(winner) && each.value().contains(key))
                return true;
        return false;
    };
    return !std::ranges::all_of(keys.value(loser), isTaken);
}

bool meet(const KeyChoices &keys, const QByteArray &a, const QByteArray &b)
{
    if (a == b || !(scopeOf(a) & scopeOf(b)))
        return false;
    return !(comesBefore(a, b) && keepsAKey(keys, b, a)) && !(comesBefore(b, a) && keepsAKey(keys, a, b));
}

}  // namespace

QList<KeyConflict> conflicts(const KeyChoices &keys)
{
    std::map<QKeySequence, QList<QByteArray>> users;
    for (auto each = keys.begin(); each != keys.end(); ++each)
        for (const QKeySequence &key : each.value())
            if (!users[key].contains(each.key()))
                users[key].append(each.key());
    QList<KeyConflict> conflicts;
    for (auto &[key, actions] : users) {
        QList<QByteArray> meeting;
        for (const QByteArray &each : actions)
            if (std::ranges::any_of(actions, [&](const QByteArray &other) { return meet(keys, each, other); }))
                meeting.append(each);
        if (!meeting.isEmpty())
            conflicts.append({key, meeting});
    }
    return conflicts;
}

Actions::Actions(QObject *parent) : QObject(parent)
{
    for (const ActionSpec &spec : allActions()) {
        auto *action = new QAction(this);
        const QByteArray id = spec.id;
        action->setObjectName(QString::fromLatin1(id));
        action->setCheckable(spec.checkable);
        action->setShortcutContext(spec.reach == Reach::Everywhere ? Qt::WindowShortcut
                                                                   : Qt::WidgetWithChildrenShortcut);
        if (spec.icon)
            action->setIcon(widgets::icon(spec.icon));
        connect(action, &QAction::triggered, this, [this, id] { emit triggered(id); });
        m_actions[id] = action;
    }
    retranslate();
}

QAction *Actions::action(QByteArrayView id) const
{
    QAction *action = m_actions.value(id.toByteArray());
    Q_ASSERT(action);
    return action;
}

void Actions::setKeys(const KeyChoices &keys)
{
    for (auto each = m_actions.begin(); each != m_actions.end(); ++each)
        each.value()->setShortcuts(keys.value(each.key()));
}

void Actions::retranslate()
{
    for (const ActionSpec &spec : allActions())
        m_actions[spec.id]->setText(QCoreApplication::translate("app::Actions", spec.text));
}

void Actions::offer(const QList<QByteArray> &ids, bool offered)
{
    for (const QByteArray &id : ids)
        action(id)->setVisible(offered);
}

void Actions::setEditing(bool possible)
{
    for (const ActionSpec &spec : allActions())
        if (spec.edits)
            m_actions[spec.id]->setEnabled(possible);
}

void Actions::attach(QWidget *window, QWidget *editor, QWidget *grid)
{
    for (const ActionSpec &spec : allActions()) {
        QAction *action = m_actions[spec.id];
        if (spec.reach == Reach::Everywhere) {
            window->addAction(action);
            continue;
        }
        editor->addAction(action);
        if (!QByteArrayView(spec.id).startsWith("object."))
            grid->addAction(action);
    }
}

}  // namespace app
