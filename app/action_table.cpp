// The table of actions. Keys: Desktop (labelImg and labelme habits), CVAT, ModelArts.
#include "app/actions.h"
#include <QCoreApplication>

namespace app {

namespace {

constexpr Reach inEditor = Reach::Editor;
constexpr Reach everywhere = Reach::Everywhere;

#define WORDS(text) QT_TRANSLATE_NOOP("app::Actions", text)

constexpr ActionSpec table[] = {
    {"project.new", WORDS("&New project…"), "file-plus", {"Ctrl+N", "Ctrl+N", "Ctrl+N"}},
    {"project.open", WORDS("&Open project…"), "folder-open", {"Ctrl+O", "Ctrl+O", "Ctrl+O"}},
    {"project.import", WORDS("&Import…"), "file-input", {"Ctrl+I", "Ctrl+I", "Ctrl+I"}, everywhere, false, true},
    {"project.export", WORDS("&Export…"), "file-output", {"Ctrl+E", "Ctrl+E", "Ctrl+E"}},
    {"project.publish", WORDS("&Publish version…"), "package", {"", "", ""}, everywhere, false, true},
    {"project.jobs", WORDS("Labeling &jobs…"), "briefcase", {"", "", ""}},
    {"project.relink", WORDS("&Find missing media…"), "link", {"", "", ""}, everywhere, false, true},
    {"project.close", WORDS("&Close project"), "x", {"Ctrl+W", "Ctrl+W", "Ctrl+W"}},
    {"project.settings", WORDS("&Settings…"), "settings", {"Ctrl+,", "Ctrl+,", "Ctrl+,"}},
    {"project.quit", WORDS("&Quit"), "log-out", {"Ctrl+Q", "Ctrl+Q", "Ctrl+Q"}},

    {"edit.undo", WORDS("&Undo"), "undo-2", {"Ctrl+Z", "Ctrl+Z", "Ctrl+Z"}, everywhere, false, true},
    {"edit.redo",
     WORDS("&Redo"),
     "redo-2",
     {"Ctrl+Shift+Z; Ctrl+Y", "Ctrl+Shift+Z; Ctrl+Y", "Ctrl+Shift+Z; Ctrl+Y"},
     everywhere,
     false,
     true},
    {"edit.copy", WORDS("&Copy objects"), "copy", {"Ctrl+C", "Ctrl+C", "Ctrl+C"}},
    {"edit.paste", WORDS("&Paste objects"), "clipboard-paste", {"Ctrl+V", "Ctrl+V", "Ctrl+V"}, everywhere, false, true},
    {"edit.paste-previous",
     WORDS("Paste all of the pre&vious sample"),
     "clipboard",
     {"Ctrl+Shift+V", "Ctrl+Shift+V", "Ctrl+Shift+V"},
     everywhere,
     false,
     true},
    {"edit.duplicate", WORDS("&Duplicate"), "layers-2", {"Ctrl+D", "Ctrl+D", "Ctrl+D"}, everywhere, false, true},
    {"edit.delete",
     WORDS("De&lete"),
     "trash-2",
     {"Del; Backspace", "Del; Backspace", "Del; Backspace"},
     everywhere,
     false,
     true},
    {"edit.delete-all",
     WORDS("Delete &all objects"),
     nullptr,
     {"Shift+Del", "Shift+Del", "Shift+Del"},
     everywhere,
     false,
     true},
    {"edit.select-all", WORDS("&Select all"), nullptr, {"Ctrl+A", "Ctrl+A", "Ctrl+A"}, inEditor},
    {"edit.find", WORDS("&Filter samples"), "search", {"Ctrl+Shift+F; Ctrl+K", "Ctrl+Shift+F", "Ctrl+Shift+F"}},

    {"sample.next", WORDS("&Next sample"), "chevron-right", {"D", "F", "D"}},
    {"sample.previous", WORDS("&Previous sample"), "chevron-left", {"A", "D", "A"}},
    {"sample.next-open", WORDS("Next not &done"), "chevrons-right", {"Shift+D", "Right", "Shift+D"}, inEditor},
    {"sample.previous-open", WORDS("Previous not d&one"), "chevrons-left", {"Shift+A", "Left", "Shift+A"}, inEditor},
    {"sample.done-next",
     WORDS("Done, &go to the next"),
     "circle-check",
     {"Space; Ctrl+Return", "Ctrl+Return", "Space; Ctrl+Return"},
     everywhere,
     false,
     true},
    {"sample.empty-next",
     WORDS("Nothing here, go to the ne&xt"),
     "circle-slash",
     {"N", "", "N"},
     everywhere,
     false,
     true},
    {"sample.hard", WORDS("&Hard example"), "flag", {"H", "", "H"}, everywhere, true, true},
    {"sample.unlabel", WORDS("Set back to &unlabeled"), "rotate-ccw", {"", "", ""}, everywhere, false, true},
    {"sample.first", WORDS("&First sample"), "skip-back", {"Ctrl+Home", "Ctrl+Home", "Ctrl+Home"}},
    {"sample.last", WORDS("&Last sample"), "skip-forward", {"Ctrl+End", "Ctrl+End", "Ctrl+End"}},
    {"sample.reveal", WORDS("Show the file in its &folder"), "external-link", {"", "", ""}},

    {"tool.select", WORDS("Select"), nullptr, {"", "", ""}},
    {"tool.toggle", WORDS("Select or draw"), nullptr, {"V; Ctrl+J", "V; Ctrl+J", "X; Ctrl+J"}},
    {"tool.repeat", WORDS("Draw the same shape again"), nullptr, {"", "N", ""}},
    {"tool.box", WORDS("Rectangle"), nullptr, {"W; R", "", "1"}},
    {"tool.rotated-box", WORDS("Rotated rectangle"), nullptr, {"Shift+R", "", ""}},
    {"tool.polygon", WORDS("Polygon"), nullptr, {"P", "", "2"}},
    {"tool.circle", WORDS("Circle"), nullptr, {"C", "", "3"}},
    {"tool.line", WORDS("Line"), nullptr, {"L", "", "4"}},
    {"tool.dashed", WORDS("Dashed line"), nullptr, {"Shift+L", "", "5"}},
    {"tool.polyline", WORDS("Polyline"), nullptr, {"Shift+P", "", ""}},
    {"tool.point", WORDS("Point"), nullptr, {".", "", "6"}},
    {"tool.cancel", WORDS("Cancel the drawing, the selection, the tool"), nullptr, {"Esc", "Esc", "Esc"}},

    {"label.1", WORDS("Label 1"), nullptr, {"1", "Ctrl+1", "Alt+1"}, everywhere, false, true},
    {"label.2", WORDS("Label 2"), nullptr, {"2", "Ctrl+2", "Alt+2"}, everywhere, false, true},
    {"label.3", WORDS("Label 3"), nullptr, {"3", "Ctrl+3", "Alt+3"}, everywhere, false, true},
    {"label.4", WORDS("Label 4"), nullptr, {"4", "Ctrl+4", "Alt+4"}, everywhere, false, true},
    {"label.5", WORDS("Label 5"), nullptr, {"5", "Ctrl+5", "Alt+5"}, everywhere, false, true},
    {"label.6", WORDS("Label 6"), nullptr, {"6", "Ctrl+6", "Alt+6"}, everywhere, false, true},
    {"label.7", WORDS("Label 7"), nullptr, {"7", "Ctrl+7", "Alt+7"}, everywhere, false, true},
    {"label.8", WORDS("Label 8"), nullptr, {"8", "Ctrl+8", "Alt+8"}, everywhere, false, true},
    {"label.9", WORDS("Label 9"), nullptr, {"9", "Ctrl+9", "Alt+9"}, everywhere, false, true},
    {"label.10", WORDS("Label 10"), nullptr, {"0", "Ctrl+0", "Alt+0"}, everywhere, false, true},
    {"label.search", WORDS("Find a label"), "tag", {"/", "/", "/"}},

    {"object.next", WORDS("Next object"), nullptr, {"Tab", "Tab", "Tab"}, inEditor},
    {"object.previous", WORDS("Previous object"), nullptr, {"Shift+Tab", "Shift+Tab", "Shift+Tab"}, inEditor},
    {"object.confirm",
     WORDS("Confirm"),
     "badge-check",
     {"Return; Enter", "Return; Enter", "Return; Enter"},
     inEditor,
     false,
     true},
    {"object.nudge-left", WORDS("Move left"), nullptr, {"Left", "", "Left"}, inEditor, false, true},
    {"object.nudge-right", WORDS("Move right"), nullptr, {"Right", "", "Right"}, inEditor, false, true},
    {"object.nudge-up", WORDS("Move up"), nullptr, {"Up", "Up", "Up"}, inEditor, false, true},
    {"object.nudge-down", WORDS("Move down"), nullptr, {"Down", "Down", "Down"}, inEditor, false, true},
    {"object.nudge-left-fast",
     WORDS("Move left by 10"),
     nullptr,
     {"Shift+Left", "Shift+Left", "Shift+Left"},
     inEditor,
     false,
     true},
    {"object.nudge-right-fast",
     WORDS("Move right by 10"),
     nullptr,
     {"Shift+Right", "Shift+Right", "Shift+Right"},
     inEditor,
     false,
     true},
    {"object.nudge-up-fast",
     WORDS("Move up by 10"),
     nullptr,
     {"Shift+Up", "Shift+Up", "Shift+Up"},
     inEditor,
     false,
     true},
    {"object.nudge-down-fast",
     WORDS("Move down by 10"),
     nullptr,
     {"Shift+Down", "Shift+Down", "Shift+Down"},
     inEditor,
     false,
     true},
    {"object.edge-left",
     WORDS("Right edge left"),
     nullptr,
     {"Alt+Left", "Alt+Left", "Alt+Left"},
     inEditor,
     false,
     true},
    {"object.edge-right",
     WORDS("Right edge right"),
     nullptr,
     {"Alt+Right", "Alt+Right", "Alt+Right"},
     inEditor,
     false,
     true},
    {"object.edge-up", WORDS("Bottom edge up"), nullptr, {"Alt+Up", "Alt+Up", "Alt+Up"}, inEditor, false, true},
    {"object.edge-down",
     WORDS("Bottom edge down"),
     nullptr,
     {"Alt+Down", "Alt+Down", "Alt+Down"},
     inEditor,
     false,
     true},
    {"object.front", WORDS("Bring to front"), "bring-to-front", {"Ctrl+Shift+]", "", ""}, everywhere, false, true},
    {"object.forward", WORDS("Bring forward"), nullptr, {"Ctrl+]", "", ""}, everywhere, false, true},
    {"object.backward", WORDS("Send backward"), nullptr, {"Ctrl+[", "", ""}, everywhere, false, true},
    {"object.back", WORDS("Send to back"), "send-to-back", {"Ctrl+Shift+[", "", ""}, everywhere, false, true},
    {"object.hide", WORDS("Hide or show the selected objects"), "eye-off", {"T", "H", ""}, everywhere, false, true},
    {"object.lock", WORDS("Lock or unlock the selected objects"), "lock", {"Ctrl+L", "", ""}, everywhere, false, true},

    {"view.grid", WORDS("&Grid of samples"), "layout-grid", {"Ctrl+G", "Ctrl+G", "Ctrl+G"}, everywhere, true},
    {"view.fit", WORDS("&Fit the window"), "maximize", {"Ctrl+F", "Ctrl+F", "Ctrl+F"}},
    {"view.actual-size", WORDS("&Actual size"), "image", {"Ctrl+=", "Ctrl+=", "Ctrl+="}},
    {"view.zoom-in", WORDS("Zoom &in"), "zoom-in", {"+; =", "+; =", "+; ="}},
    {"view.zoom-out", WORDS("Zoom &out"), "zoom-out", {"-", "-", "-"}},
    {"view.hide-objects", WORDS("&Hide all objects"), "eye", {"Shift+H", "T", "Shift+H"}, everywhere, true},
    {"view.toggle-names", WORDS("Hide or show &names"), "type", {"Ctrl+T", "Ctrl+T", "Ctrl+T"}},
    {"view.adjust", WORDS("&Brightness and contrast…"), "contrast", {"Ctrl+B", "Ctrl+B", "Ctrl+B"}},
    {"view.full-screen", WORDS("Full &screen"), "fullscreen", {"F11", "F11", "F11"}, everywhere, true},

    {"quality.statistics", WORDS("&Statistics…"), "chart-bar", {"", "", ""}},
    {"quality.check", WORDS("&Check the project file"), "shield-check", {"", "", ""}},
    {"quality.hard", WORDS("Show &hard examples"), "flag", {"", "", ""}},
    {"quality.missing", WORDS("Show samples with &missing media"), "image-off", {"", "", ""}},
    {"quality.doubtful", WORDS("Show &doubtful machine labels"), "sparkles", {"", "", ""}},

    {"help.keys", WORDS("&Keys…"), "keyboard", {"F1", "F1", "F1"}},
    {"help.about", WORDS("&About Labelwright"), "info", {"", "", ""}},
};

#undef WORDS

}  // namespace

std::span<const ActionSpec> allActions()
{
    return table;
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
    if (group == "view")
        return text(QT_TRANSLATE_NOOP("app::Actions", "View"));
    if (group == "quality")
        return text(QT_TRANSLATE_NOOP("app::Actions", "Quality"));
    return text(QT_TRANSLATE_NOOP("app::Actions", "Help"));
}

}  // namespace app
