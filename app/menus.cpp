#include "app/menus.h"
#include "app/actions.h"
#include "core/job_options.h"
#include "widgets/editor_view.h"
#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenuBar>
#include <QToolBar>
#include <algorithm>

namespace app {

namespace {

struct MenuSpec {
    const char *title;
    std::vector<const char *> items;  // null: a separator
};

const std::vector<MenuSpec> &menus()
{
    static const std::vector<MenuSpec> all{
        {QT_TRANSLATE_NOOP("app::Menus", "&Project"),
         {"project.new", "project.open", nullptr, "project.import", "project.export", "project.publish", nullptr,
          "project.jobs", "project.relink", nullptr, "project.settings", "project.close", "project.quit"}},
        {QT_TRANSLATE_NOOP("app::Menus", "&Edit"), {"edit.undo",         "edit.redo",       nullptr,
                                                    "edit.copy",         "edit.paste",      "edit.paste-previous",
                                                    "edit.copy-to-next", "edit.duplicate",  "edit.delete",
                                                    "edit.delete-all",   "edit.select-all", nullptr,
                                                    "object.front",      "object.forward",  "object.backward",
                                                    "object.back",       nullptr,           "object.hide",
                                                    "object.lock",       nullptr,           "edit.find",
                                                    "label.search"}},
        {QT_TRANSLATE_NOOP("app::Menus", "&View"),
         {"view.grid", nullptr, "view.fit", "view.actual-size", "view.zoom-in", "view.zoom-out", nullptr,
          "view.hide-objects", "view.toggle-names", "view.adjust", nullptr, "view.full-screen"}},
        {QT_TRANSLATE_NOOP("app::Menus", "&Sample"),
         {"sample.next", "sample.previous", "sample.next-open", "sample.previous-open", "sample.first", "sample.last",
          nullptr, "sample.done-next", "sample.empty-next", "sample.unlabel", "sample.hard", "object.confirm", nullptr,
          "sample.reveal"}},
        {QT_TRANSLATE_NOOP("app::Menus", "&Tools"),
         {"tool.toggle", "tool.repeat", nullptr, "passage.mark-same", "passage.draft", nullptr}},
        {QT_TRANSLATE_NOOP("app::Menus", "&Quality"),
         {"quality.statistics", "quality.check", nullptr, "quality.hard", "quality.doubtful", "quality.missing"}},
        {QT_TRANSLATE_NOOP("app::Menus", "&Help"), {"help.keys", "help.about"}},
    };
    return all;
}

QAction *separator(QObject *parent)
{
    auto *action = new QAction(parent);
    action->setSeparator(true);
    return action;
}

// Of pictures and what is drawn on them.
constexpr QByteArrayView ofPictures[] = {"view.hide-objects", "view.toggle-names", "view.adjust",
                                         "object.front",      "object.forward",    "object.backward",
                                         "object.back",       "object.hide",       "object.lock"};
// Of what lies within a sample.
constexpr QByteArrayView ofObjects[] = {"edit.copy",      "edit.paste",  "edit.paste-previous", "edit.copy-to-next",
                                        "edit.duplicate", "tool.toggle", "tool.repeat",         "passage.mark-same",
                                        "passage.draft",  "edit.delete", "edit.delete-all"};

// Onto other samples, where segments have nothing to do.
constexpr QByteArrayView carried[] = {"edit.paste", "edit.paste-previous", "edit.copy-to-next"};

bool isAmong(std::span<const QByteArrayView> ids, const char *id)
{
    return std::ranges::find(ids, QByteArrayView(id)) != ids.end();
}

bool has(core::JobKind kind, const char *id)
{
    const QByteArrayView name(id);
    if (core::isOfImages(kind))
        return true;
    if (isAmong(ofPictures, id))
        return false;
    if (core::isOfTexts(kind))
        return name != "view.fit";
    if (name == "view.actual-size")
        return kind == core::JobKind::SpeechContent;  // of the letters
    return kind == core::JobKind::SpeechSegmentation ? !isAmong(carried, id) : !isAmong(ofObjects, id);
}

// What the editor adds to the menu of that group.
void addActs(QMenu &menu, const Actions &actions, const widgets::EditorView *editor, bool toView)
{
    bool first = true;
    for (const QByteArray &id : editor ? editor->acts() : QList<QByteArray>())
        if (id.startsWith("view.") == toView) {
            if (first || id.isEmpty())
                menu.addSeparator();
            if (!id.isEmpty())
                menu.addAction(actions.action(id));
            first = false;
        }
}

}  // namespace

void fillMenus(QMainWindow &window, const Actions &actions, const widgets::EditorView *editor, core::JobKind kind,
               const QList<QAction *> &panels)
{
    window.menuBar()->clear();
    for (const MenuSpec &spec : menus()) {
        QMenu *menu = window.menuBar()->addMenu(QCoreApplication::translate("app::Menus", spec.title));
        menu->setObjectName(spec.title);
        for (const char *id : spec.items)
            if (!id)
                menu->addAction(separator(menu));
            else if (has(kind, id))
                menu->addAction(actions.action(id));
        if (QByteArrayView(spec.title) == "&View") {
            addActs(*menu, actions, editor, true);
            menu->addSeparator();
            menu->addActions(panels);
        }
        if (QByteArrayView(spec.title) == "&Tools") {
            for (const ActionSpec &action : allActions())
                if (QAction *tool = actions.action(action.id); tool->actionGroup())
                    menu->addAction(tool);
            addActs(*menu, actions, editor, false);
        }
    }
}

void fillToolBar(QToolBar &bar, const Actions &actions, const widgets::EditorView *editor, core::JobKind kind)
{
    bar.clear();
    delete bar.findChild<QActionGroup *>();
    auto *group = new QActionGroup(&bar);
    const QList<widgets::ToolInfo> tools = editor ? editor->tools() : QList<widgets::ToolInfo>();
    for (const widgets::ToolInfo &tool : tools) {
        QAction *action = actions.action("tool." + tool.id);
        if (tool.startsGroup && !bar.actions().isEmpty())
            bar.addSeparator();
        action->setText(tool.title);
        action->setIcon(tool.icon);
        action->setCheckable(true);
        action->setChecked(editor->tool() == tool.id);
        group->addAction(action);
        bar.addAction(action);
    }
    const auto section = [&](std::initializer_list<const char *> ids) {
        if (!bar.actions().isEmpty())
            bar.addSeparator();
        for (const char *id : ids)
            if (has(kind, id))
                bar.addAction(actions.action(id));
    };
    section({"edit.undo", "edit.redo"});
    section({"sample.previous", "sample.next", "sample.done-next", "sample.empty-next", "sample.hard"});
    section({"view.fit", "view.actual-size", "view.zoom-in", "view.zoom-out", "view.hide-objects"});
    if (core::isOfSounds(kind))
        section({"sound.play", "sound.back", "sound.forward", "sound.loop", "sound.spectrogram"});
    if (kind == core::JobKind::SpeechSegmentation)
        section({"segment.split", "segment.merge"});
    section({"view.grid"});
}

}  // namespace app
