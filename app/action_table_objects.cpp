// Actions on the objects of a sample.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec objectTable[] = {
    inEditor({"object.next", QT_TRANSLATE_NOOP("app::Actions", "Next object"), nullptr, same("Tab")}),
    inEditor({"object.previous", QT_TRANSLATE_NOOP("app::Actions", "Previous object"), nullptr, same("Shift+Tab")}),
    inEditor(
        edits({"object.confirm", QT_TRANSLATE_NOOP("app::Actions", "Confirm"), "badge-check", same("Return; Enter")})),
    inEditor(
        edits({"object.nudge-left", QT_TRANSLATE_NOOP("app::Actions", "Move left"), nullptr, {"Left", "", "Left"}})),
    inEditor(edits(
        {"object.nudge-right", QT_TRANSLATE_NOOP("app::Actions", "Move right"), nullptr, {"Right", "", "Right"}})),
    inEditor(edits({"object.nudge-up", QT_TRANSLATE_NOOP("app::Actions", "Move up"), nullptr, same("Up")})),
    inEditor(edits({"object.nudge-down", QT_TRANSLATE_NOOP("app::Actions", "Move down"), nullptr, same("Down")})),
    inEditor(edits(
        {"object.nudge-left-fast", QT_TRANSLATE_NOOP("app::Actions", "Move left by 10"), nullptr, same("Shift+Left")})),
    inEditor(edits({"object.nudge-right-fast", QT_TRANSLATE_NOOP("app::Actions", "Move right by 10"), nullptr,
                    same("Shift+Right")})),
    inEditor(
        edits({"object.nudge-up-fast", QT_TRANSLATE_NOOP("app::Actions", "Move up by 10"), nullptr, same("Shift+Up")})),
    inEditor(edits(
        {"object.nudge-down-fast", QT_TRANSLATE_NOOP("app::Actions", "Move down by 10"), nullptr, same("Shift+Down")})),
    inEditor(
        edits({"object.edge-left", QT_TRANSLATE_NOOP("app::Actions", "Right edge left"), nullptr, same("Alt+Left")})),
    inEditor(edits(
        {"object.edge-right", QT_TRANSLATE_NOOP("app::Actions", "Right edge right"), nullptr, same("Alt+Right")})),
    inEditor(edits({"object.edge-up", QT_TRANSLATE_NOOP("app::Actions", "Bottom edge up"), nullptr, same("Alt+Up")})),
    inEditor(
        edits({"object.edge-down", QT_TRANSLATE_NOOP("app::Actions", "Bottom edge down"), nullptr, same("Alt+Down")})),
    edits({"object.front",
           QT_TRANSLATE_NOOP("app::Actions", "Bring to front"),
           "bring-to-front",
           {"Ctrl+Shift+]", "", ""}}),
    edits({"object.forward", QT_TRANSLATE_NOOP("app::Actions", "Bring forward"), nullptr, {"Ctrl+]", "", ""}}),
    edits({"object.backward", QT_TRANSLATE_NOOP("app::Actions", "Send backward"), nullptr, {"Ctrl+[", "", ""}}),
    edits({"object.back", QT_TRANSLATE_NOOP("app::Actions", "Send to back"), "send-to-back", {"Ctrl+Shift+[", "", ""}}),
    edits({"object.hide",
           QT_TRANSLATE_NOOP("app::Actions", "Hide or show the selected objects"),
           "eye-off",
           {"T", "H", ""}}),
    edits({"object.lock",
           QT_TRANSLATE_NOOP("app::Actions", "Lock or unlock the selected objects"),
           "lock",
           {"Ctrl+L", "", ""}}),
};

}  // namespace

std::span<const ActionSpec> objectActions()
{
    return objectTable;
}

}  // namespace app
