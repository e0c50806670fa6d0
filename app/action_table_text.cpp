// Actions in a text: searching, and what an entity covers. The keys work in editors of texts alone.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec textTable[] = {
    {"text.find", QT_TRANSLATE_NOOP("app::Actions", "&Find in the text"), "search", same("Ctrl+F")},
    {"text.find-next", QT_TRANSLATE_NOOP("app::Actions", "Find &next"), nullptr, same("F3")},
    {"text.find-previous", QT_TRANSLATE_NOOP("app::Actions", "Find &previous"), nullptr, same("Shift+F3")},
    inEditor(edits({"text.begin-out", QT_TRANSLATE_NOOP("app::Actions", "Begin one character earlier"), nullptr,
                    same("Alt+Left")})),
    inEditor(edits({"text.begin-in", QT_TRANSLATE_NOOP("app::Actions", "Begin one character later"), nullptr,
                    same("Alt+Shift+Left")})),
    inEditor(edits({"text.end-in", QT_TRANSLATE_NOOP("app::Actions", "End one character earlier"), nullptr,
                    same("Alt+Shift+Right")})),
    inEditor(edits(
        {"text.end-out", QT_TRANSLATE_NOOP("app::Actions", "End one character later"), nullptr, same("Alt+Right")})),
    inEditor(edits({"text.begin-out-word", QT_TRANSLATE_NOOP("app::Actions", "Begin one word earlier"), nullptr,
                    same("Ctrl+Alt+Left")})),
    inEditor(edits({"text.begin-in-word", QT_TRANSLATE_NOOP("app::Actions", "Begin one word later"), nullptr,
                    same("Ctrl+Alt+Shift+Left")})),
    inEditor(edits({"text.end-in-word", QT_TRANSLATE_NOOP("app::Actions", "End one word earlier"), nullptr,
                    same("Ctrl+Alt+Shift+Right")})),
    inEditor(edits({"text.end-out-word", QT_TRANSLATE_NOOP("app::Actions", "End one word later"), nullptr,
                    same("Ctrl+Alt+Right")})),
    inEditor(edits({"text.extent", QT_TRANSLATE_NOOP("app::Actions", "Select its text anew"), nullptr, same("F2")})),
    {"view.line-numbers", QT_TRANSLATE_NOOP("app::Actions", "Line n&umbers"), nullptr, noKey},
};

}  // namespace

std::span<const ActionSpec> textActions()
{
    return textTable;
}

}  // namespace app
