// The drawing tools and the keys of the labels.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec toolTable[] = {
    {"tool.select", QT_TRANSLATE_NOOP("app::Actions", "Select"), nullptr, noKey},
    {"tool.toggle", QT_TRANSLATE_NOOP("app::Actions", "Select or draw"), nullptr, {"V; Ctrl+J", "V; Ctrl+J", "Ctrl+J"}},
    {"tool.select-held", QT_TRANSLATE_NOOP("app::Actions", "Select while the key is held"), nullptr, {"", "", "X"}},
    {"tool.repeat", QT_TRANSLATE_NOOP("app::Actions", "Draw the same shape again"), nullptr, {"", "N", ""}},
    {"tool.box", QT_TRANSLATE_NOOP("app::Actions", "Rectangle"), nullptr, {"W; R", "", "1"}},
    {"tool.rotated-box", QT_TRANSLATE_NOOP("app::Actions", "Rotated rectangle"), nullptr, {"Shift+R", "", ""}},
    {"tool.polygon", QT_TRANSLATE_NOOP("app::Actions", "Polygon"), nullptr, {"P", "", "2"}},
    {"tool.circle", QT_TRANSLATE_NOOP("app::Actions", "Circle"), nullptr, {"C", "", "3"}},
    {"tool.line", QT_TRANSLATE_NOOP("app::Actions", "Line"), nullptr, {"L", "", "4"}},
    {"tool.dashed", QT_TRANSLATE_NOOP("app::Actions", "Dashed line"), nullptr, {"Shift+L", "", "5"}},
    {"tool.polyline", QT_TRANSLATE_NOOP("app::Actions", "Polyline"), nullptr, {"Shift+P", "", ""}},
    {"tool.point", QT_TRANSLATE_NOOP("app::Actions", "Point"), nullptr, {".", "", "6"}},
    {"tool.brush", QT_TRANSLATE_NOOP("app::Actions", "Brush"), nullptr, {"B", "", "B"}},
    {"tool.eraser", QT_TRANSLATE_NOOP("app::Actions", "Eraser"), nullptr, {"E", "", "E"}},
    {"tool.mask-polygon", QT_TRANSLATE_NOOP("app::Actions", "Outline by points"), nullptr, {"M", "", "M"}},
    {"tool.lasso", QT_TRANSLATE_NOOP("app::Actions", "Lasso"), nullptr, {"Q", "", "Q"}},
    {"tool.fill", QT_TRANSLATE_NOOP("app::Actions", "Fill by colour"), nullptr, {"G", "", "G"}},
    {"tool.scissors", QT_TRANSLATE_NOOP("app::Actions", "Intelligent scissors"), nullptr, {"K", "", "K"}},
    {"tool.grabcut", QT_TRANSLATE_NOOP("app::Actions", "Object in a box"), nullptr, {"Shift+G", "", "Shift+G"}},
    {"tool.extreme", QT_TRANSLATE_NOOP("app::Actions", "Four extreme points"), nullptr, {"Shift+X", "", "Shift+X"}},
    {"tool.mark", QT_TRANSLATE_NOOP("app::Actions", "Mark with the current label"), nullptr, same("M")},
    {"tool.segment", QT_TRANSLATE_NOOP("app::Actions", "Make segments by dragging"), nullptr, same("W")},
    {"tool.relate", QT_TRANSLATE_NOOP("app::Actions", "Relate two entities"), nullptr, same("R")},
    {"tool.cancel", QT_TRANSLATE_NOOP("app::Actions", "Cancel the drawing, the selection, the tool"), nullptr,
     same("Esc")},
};

constexpr ActionSpec labelTable[] = {
    edits({"label.1", QT_TRANSLATE_NOOP("app::Actions", "Label 1"), nullptr, {"1", "Ctrl+1", "Alt+1"}}),
    edits({"label.2", QT_TRANSLATE_NOOP("app::Actions", "Label 2"), nullptr, {"2", "Ctrl+2", "Alt+2"}}),
    edits({"label.3", QT_TRANSLATE_NOOP("app::Actions", "Label 3"), nullptr, {"3", "Ctrl+3", "Alt+3"}}),
    edits({"label.4", QT_TRANSLATE_NOOP("app::Actions", "Label 4"), nullptr, {"4", "Ctrl+4", "Alt+4"}}),
    edits({"label.5", QT_TRANSLATE_NOOP("app::Actions", "Label 5"), nullptr, {"5", "Ctrl+5", "Alt+5"}}),
    edits({"label.6", QT_TRANSLATE_NOOP("app::Actions", "Label 6"), nullptr, {"6", "Ctrl+6", "Alt+6"}}),
    edits({"label.7", QT_TRANSLATE_NOOP("app::Actions", "Label 7"), nullptr, {"7", "Ctrl+7", "Alt+7"}}),
    edits({"label.8", QT_TRANSLATE_NOOP("app::Actions", "Label 8"), nullptr, {"8", "Ctrl+8", "Alt+8"}}),
    edits({"label.9", QT_TRANSLATE_NOOP("app::Actions", "Label 9"), nullptr, {"9", "Ctrl+9", "Alt+9"}}),
    edits({"label.10", QT_TRANSLATE_NOOP("app::Actions", "Label 10"), nullptr, {"0", "Ctrl+0", "Alt+0"}}),
    {"label.search", QT_TRANSLATE_NOOP("app::Actions", "Find a label"), "tag", same("/")},
};

}  // namespace

std::span<const ActionSpec> toolActions()
{
    return toolTable;
}

std::span<const ActionSpec> labelActions()
{
    return labelTable;
}

}  // namespace app
