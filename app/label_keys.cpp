#include "app/label_keys.h"
#include "app/editor_host.h"
#include "app/session.h"
#include "core/labels.h"
#include "widgets/editor_view.h"
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

// A brush in the hand: there are masks.
constexpr const char *maskTool = "brush";
// There are segments to nudge.
constexpr const char *segmentTool = "segment";
// What every editor of texts, of sounds has.
constexpr const char *textSearch = "text.find", *soundPlay = "sound.play";

bool isOffered(const QByteArray &action, Scope medium, const QList<QByteArray> &tools, const QList<QByteArray> &acts)
{
    const Scopes scopes = scopeOf(action);
    if (scopes == everywhere)
        return true;
    if (!scopes.testFlag(medium))
        return false;
    if (action.startsWith("tool."))
        return tools.contains(action.mid(action.indexOf('.') + 1));
    if (action.startsWith("brush.") || action.startsWith("mask."))
        return tools.contains(maskTool);
    if (medium == Scope::Sounds && action.startsWith("object."))
        return tools.contains(segmentTool);
    const bool ofOneMedium = scopes == Scope::Texts || scopes == Scope::Sounds;
    return !ofOneMedium || acts.contains(action);
}

}  // namespace

KeyChoices offeredKeys(KeyChoices actions, const QList<QByteArray> &tools, const QList<QByteArray> &acts)
{
    const Scope medium = acts.contains(textSearch)  ? Scope::Texts
                         : acts.contains(soundPlay) ? Scope::Sounds
                                                    : Scope::Pictures;
    for (auto each = actions.begin(); each != actions.end(); ++each)
        if (!isOffered(each.key(), medium, tools, acts))
            each.value().clear();
    const KeyChoices offered = actions;
    for (auto each = actions.begin(); each != actions.end(); ++each)
        for (auto first = offered.begin(); first != offered.end(); ++first)
            if (comesBefore(first.key(), each.key()))
                each.value().removeIf([&](const QKeySequence &key) { return first.value().contains(key); });
    return actions;
}

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
    QMap<int, QKeySequence> keys;
    const std::vector<std::size_t> byDigit = core::numbered(labels);
    for (std::size_t i = 0; i < byDigit.size(); ++i)
        keys[int(byDigit[i])] = shared.actions.value(actionOfPosition(int(i))).value(0);
    for (int i = 0; i < int(labels.size()); ++i)
        shared.texts << shared.own.value(i, keys.value(i)).toString(QKeySequence::NativeText);
    return shared;
}

LabelShortcuts::LabelShortcuts(Session &session, EditorHost &editor, Actions &actions, widgets::LabelPanel &panel,
                               QWidget *window)
    : QObject(window),
      m_session(session),
      m_editor(editor),
      m_actions(actions),
      m_panel(panel),
      m_window(window)
{
    connect(&session, &Session::labelsChanged, this, &LabelShortcuts::share);
    connect(&editor, &EditorHost::viewChanged, this, &LabelShortcuts::share);
}

LabelShortcuts::~LabelShortcuts() = default;

void LabelShortcuts::setKeys(const KeyChoices &keys)
{
    m_keys = keys;
    share();
}

void LabelShortcuts::retranslate()
{
    m_panel.setKeysInUse(keysInUse(offered()));
}

KeyChoices LabelShortcuts::offered() const
{
    QList<QByteArray> tools;
    if (const widgets::EditorView *view = m_editor.view())
        for (const widgets::ToolInfo &tool : view->tools())
            tools << tool.id;
    return offeredKeys(m_keys, tools, m_editor.view() ? m_editor.view()->acts() : QList<QByteArray>());
}

void LabelShortcuts::share()
{
    const auto labels = m_session.labels();
    const LabelKeys shared = shareKeys(*labels, offered());
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
