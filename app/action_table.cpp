// The table of actions. Keys: Desktop (labelImg and labelme habits), CVAT, ModelArts.
#include "app/action_tables.h"
#include <QCoreApplication>
#include <vector>

namespace app {

namespace {

constexpr Reach inEditor = Reach::Editor;
constexpr Reach everywhere = Reach::Everywhere;

constexpr ActionSpec general[] = {
    {"project.new", QT_TRANSLATE_NOOP("app::Actions", "&New project…"), "file-plus", {"Ctrl+N", "Ctrl+N", "Ctrl+N"}},
    {"project.open",
     QT_TRANSLATE_NOOP("app::Actions", "&Open project…"),
     "folder-open",
     {"Ctrl+O", "Ctrl+O", "Ctrl+O"}},
    {"project.import",
     QT_TRANSLATE_NOOP("app::Actions", "&Import…"),
     "file-input",
     {"Ctrl+I", "Ctrl+I", "Ctrl+I"},
     everywhere,
     false,
     true},
    {"project.export", QT_TRANSLATE_NOOP("app::Actions", "&Export…"), "file-output", {"Ctrl+E", "Ctrl+E", "Ctrl+E"}},
    {"project.publish",
     QT_TRANSLATE_NOOP("app::Actions", "&Publish version…"),
     "package",
     {"", "", ""},
     everywhere,
     false,
     true},
    {"project.jobs", QT_TRANSLATE_NOOP("app::Actions", "Labeling &jobs…"), "briefcase", {"", "", ""}},
    {"project.relink",
     QT_TRANSLATE_NOOP("app::Actions", "&Find missing media…"),
     "link",
     {"", "", ""},
     everywhere,
     false,
     true},
    {"project.close", QT_TRANSLATE_NOOP("app::Actions", "&Close project"), "x", {"Ctrl+W", "Ctrl+W", "Ctrl+W"}},
    {"project.settings", QT_TRANSLATE_NOOP("app::Actions", "&Settings…"), "settings", {"Ctrl+,", "Ctrl+,", "Ctrl+,"}},
    {"project.quit", QT_TRANSLATE_NOOP("app::Actions", "&Quit"), "log-out", {"Ctrl+Q", "Ctrl+Q", "Ctrl+Q"}},

    {"edit.undo",
     QT_TRANSLATE_NOOP("app::Actions", "&Undo"),
     "undo-2",
     {"Ctrl+Z", "Ctrl+Z", "Ctrl+Z"},
     everywhere,
     false,
     true},
    {"edit.redo",
     QT_TRANSLATE_NOOP("app::Actions", "&Redo"),
     "redo-2",
     {"Ctrl+Shift+Z; Ctrl+Y", "Ctrl+Shift+Z; Ctrl+Y", "Ctrl+Shift+Z; Ctrl+Y"},
     everywhere,
     false,
     true},
    {"edit.copy", QT_TRANSLATE_NOOP("app::Actions", "&Copy objects"), "copy", {"Ctrl+C", "Ctrl+C", "Ctrl+C"}},
    {"edit.paste",
     QT_TRANSLATE_NOOP("app::Actions", "&Paste objects"),
     "clipboard-paste",
     {"Ctrl+V", "Ctrl+V", "Ctrl+V"},
     everywhere,
     false,
     true},
    {"edit.paste-previous",
     QT_TRANSLATE_NOOP("app::Actions", "Paste all of the pre&vious sample"),
     "clipboard",
     {"Ctrl+Shift+V", "Ctrl+Shift+V", "Ctrl+Shift+V"},
     everywhere,
     false,
     true},
    {"edit.duplicate",
     QT_TRANSLATE_NOOP("app::Actions", "&Duplicate"),
     "layers-2",
     {"Ctrl+D", "Ctrl+D", "Ctrl+D"},
     everywhere,
     false,
     true},
    {"edit.delete",
     QT_TRANSLATE_NOOP("app::Actions", "De&lete"),
     "trash-2",
     {"Del; Backspace", "Del; Backspace", "Del; Backspace"},
     everywhere,
     false,
     true},
    {"edit.delete-all",
     QT_TRANSLATE_NOOP("app::Actions", "Delete &all objects"),
     nullptr,
     {"Shift+Del", "Shift+Del", "Shift+Del"},
     everywhere,
     false,
     true},
    {"edit.select-all",
     QT_TRANSLATE_NOOP("app::Actions", "&Select all"),
     nullptr,
     {"Ctrl+A", "Ctrl+A", "Ctrl+A"},
     inEditor},
    {"edit.find",
     QT_TRANSLATE_NOOP("app::Actions", "&Filter samples"),
     "search",
     {"Ctrl+Shift+F; Ctrl+K", "Ctrl+Shift+F", "Ctrl+Shift+F"}},

    {"sample.next", QT_TRANSLATE_NOOP("app::Actions", "&Next sample"), "chevron-right", {"D", "F", "D"}},
    {"sample.previous", QT_TRANSLATE_NOOP("app::Actions", "&Previous sample"), "chevron-left", {"A", "D", "A"}},
    {"sample.next-open",
     QT_TRANSLATE_NOOP("app::Actions", "Next not &done"),
     "chevrons-right",
     {"Shift+D", "Right", "Shift+D"},
     inEditor},
    {"sample.previous-open",
     QT_TRANSLATE_NOOP("app::Actions", "Previous not d&one"),
     "chevrons-left",
     {"Shift+A", "Left", "Shift+A"},
     inEditor},
    {"sample.done-next",
     QT_TRANSLATE_NOOP("app::Actions", "Done, &go to the next"),
     "circle-check",
     {"Space; Ctrl+Return", "Ctrl+Return", "Space; Ctrl+Return"},
     everywhere,
     false,
     true},
    {"sample.empty-next",
     QT_TRANSLATE_NOOP("app::Actions", "Nothing here, go to the ne&xt"),
     "circle-slash",
     {"N", "", "N"},
     everywhere,
     false,
     true},
    {"sample.hard", QT_TRANSLATE_NOOP("app::Actions", "&Hard example"), "flag", {"H", "", "H"}, everywhere, true, true},
    {"sample.unlabel",
     QT_TRANSLATE_NOOP("app::Actions", "Set back to &unlabeled"),
     "rotate-ccw",
     {"", "", ""},
     everywhere,
     false,
     true},
    {"sample.first",
     QT_TRANSLATE_NOOP("app::Actions", "&First sample"),
     "skip-back",
     {"Ctrl+Home", "Ctrl+Home", "Ctrl+Home"}},
    {"sample.last",
     QT_TRANSLATE_NOOP("app::Actions", "&Last sample"),
     "skip-forward",
     {"Ctrl+End", "Ctrl+End", "Ctrl+End"}},
    {"sample.reveal", QT_TRANSLATE_NOOP("app::Actions", "Show the file in its &folder"), "external-link", {"", "", ""}},

    {"view.grid",
     QT_TRANSLATE_NOOP("app::Actions", "&Grid of samples"),
     "layout-grid",
     {"Ctrl+G", "Ctrl+G", "Ctrl+G"},
     everywhere,
     true},
    {"view.fit", QT_TRANSLATE_NOOP("app::Actions", "&Fit the window"), "maximize", {"Ctrl+F", "Ctrl+F", "Ctrl+F"}},
    {"view.actual-size",
     QT_TRANSLATE_NOOP("app::Actions", "&Actual size"),
     "actual-size",
     {"Ctrl+=", "Ctrl+=", "Ctrl+="}},
    {"view.zoom-in", QT_TRANSLATE_NOOP("app::Actions", "Zoom &in"), "zoom-in", {"+; =", "+; =", "+; ="}},
    {"view.zoom-out", QT_TRANSLATE_NOOP("app::Actions", "Zoom &out"), "zoom-out", {"-", "-", "-"}},
    {"view.hide-objects",
     QT_TRANSLATE_NOOP("app::Actions", "&Hide all objects"),
     "eye",
     {"Shift+H", "T", "Shift+H"},
     everywhere,
     true},
    {"view.toggle-names",
     QT_TRANSLATE_NOOP("app::Actions", "Hide or show &names"),
     "type",
     {"Ctrl+T", "Ctrl+T", "Ctrl+T"}},
    {"view.adjust",
     QT_TRANSLATE_NOOP("app::Actions", "&Brightness and contrast…"),
     "contrast",
     {"Ctrl+B", "Ctrl+B", "Ctrl+B"}},
    {"view.hide-label",
     QT_TRANSLATE_NOOP("app::Actions", "Hide or show objects of the current &label"),
     "tag",
     {"Ctrl+H", "Ctrl+H", "Ctrl+H"}},
    {"view.only-label",
     QT_TRANSLATE_NOOP("app::Actions", "Show only objects of the &current label"),
     "funnel",
     {"Ctrl+Shift+H", "Ctrl+Shift+H", "Ctrl+Shift+H"}},
    {"view.mask-outlines",
     QT_TRANSLATE_NOOP("app::Actions", "&Outlines of masks only"),
     "square-dashed",
     {"Shift+O", "Shift+O", "Shift+O"}},
    {"view.mask-overlaps", QT_TRANSLATE_NOOP("app::Actions", "Show where masks o&verlap"), "layers-2", {"", "", ""}},
    {"view.mask-gaps",
     QT_TRANSLATE_NOOP("app::Actions", "Show where nothing is la&beled"),
     "circle-dashed",
     {"", "", ""}},
    {"view.full-screen",
     QT_TRANSLATE_NOOP("app::Actions", "Full &screen"),
     "fullscreen",
     {"F11", "F11", "F11"},
     everywhere,
     true},

    {"quality.statistics", QT_TRANSLATE_NOOP("app::Actions", "&Statistics…"), "chart-bar", {"", "", ""}},
    {"quality.check", QT_TRANSLATE_NOOP("app::Actions", "&Check the project file"), "shield-check", {"", "", ""}},
    {"quality.hard", QT_TRANSLATE_NOOP("app::Actions", "Show &hard examples"), "flag", {"", "", ""}},
    {"quality.missing",
     QT_TRANSLATE_NOOP("app::Actions", "Show samples with &missing media"),
     "image-off",
     {"", "", ""}},
    {"quality.doubtful", QT_TRANSLATE_NOOP("app::Actions", "Show &doubtful machine labels"), "sparkles", {"", "", ""}},

    {"help.keys", QT_TRANSLATE_NOOP("app::Actions", "&Keys…"), "keyboard", {"F1", "F1", "F1"}},
    {"help.about", QT_TRANSLATE_NOOP("app::Actions", "&About Labelwright"), "info", {"", "", ""}},
};

}  // namespace

std::span<const ActionSpec> allActions()
{
    static const std::vector<ActionSpec> all = [] {
        std::vector<ActionSpec> joined(std::begin(general), std::end(general));
        for (const ActionSpec &spec : editorActions())
            joined.push_back(spec);
        return joined;
    }();
    return all;
}

QString groupTitle(QByteArrayView id)
{
    const auto text = [](const char *words) { return QCoreApplication::translate("app::Actions", words); };
    const QByteArray group = id.toByteArray().split('.').front();
    if (group == "project")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Project"));
    if (group == "edit")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Edit"));
    if (group == "sample")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Samples"));
    if (group == "tool")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Tools"));
    if (group == "label")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Labels"));
    if (group == "object")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Objects"));
    if (group == "mask" || group == "brush")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Masks"));
    if (group == "view")
        return text(QT_TRANSLATE_NOOP("app::Actions", "View"));
    if (group == "quality")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Quality"));
    return text(QT_TRANSLATE_NOOP("app::Actions", "Help"));
}

}  // namespace app
