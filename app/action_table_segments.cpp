// Segments of sounds. The keys work in their editor alone; those with Ctrl also while one types.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec segmentTable[] = {
    edits({"segment.mark-in", QT_TRANSLATE_NOOP("app::Actions", "Segment &begins here"), nullptr, same("I; F9")}),
    edits({"segment.mark-out", QT_TRANSLATE_NOOP("app::Actions", "Segment &ends here"), nullptr, same("O; F10")}),
    edits({"segment.split", QT_TRANSLATE_NOOP("app::Actions", "&Split at the playhead"), "split",
           same("S; Ctrl+Shift+S")}),
    edits(
        {"segment.merge", QT_TRANSLATE_NOOP("app::Actions", "&Merge with the next"), "merge", same("M; Ctrl+Shift+M")}),
    {"segment.next", QT_TRANSLATE_NOOP("app::Actions", "Play the &next segment"), nullptr, same("Down; Ctrl+Down")},
    {"segment.previous", QT_TRANSLATE_NOOP("app::Actions", "Play the &previous segment"), nullptr, same("Up; Ctrl+Up")},
    {"segment.loop", QT_TRANSLATE_NOOP("app::Actions", "&Loop the selected segment"), "repeat", same("Shift+P; F12")},
    edits({"segment.edit", QT_TRANSLATE_NOOP("app::Actions", "Type in the &table"), nullptr, same("F2")}),
    edits(
        {"segment.draft", QT_TRANSLATE_NOOP("app::Actions", "&Draft segments from silences…"), "wand-sparkles", noKey}),
    inEditor(edits({"segment.begin-earlier", QT_TRANSLATE_NOOP("app::Actions", "Begin 10 ms earlier"), nullptr,
                    same("Ctrl+Alt+Left")})),
    inEditor(edits({"segment.begin-later", QT_TRANSLATE_NOOP("app::Actions", "Begin 10 ms later"), nullptr,
                    same("Ctrl+Alt+Right")})),
};

}  // namespace

std::span<const ActionSpec> segmentActions()
{
    return segmentTable;
}

}  // namespace app
