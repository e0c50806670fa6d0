// Actions on the current sample and from sample to sample.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec sampleTable[] = {
    {"sample.next",
     QT_TRANSLATE_NOOP("app::Actions", "&Next sample"),
     "chevron-right",
     {"D; Ctrl+PgDown", "F; Ctrl+PgDown", "D; Ctrl+PgDown"}},
    {"sample.previous",
     QT_TRANSLATE_NOOP("app::Actions", "&Previous sample"),
     "chevron-left",
     {"A; Ctrl+PgUp", "D; Ctrl+PgUp", "A; Ctrl+PgUp"}},
    inEditor({"sample.next-open",
              QT_TRANSLATE_NOOP("app::Actions", "Next not &done"),
              "chevrons-right",
              {"Shift+D", "Right", "Shift+D"}}),
    inEditor({"sample.previous-open",
              QT_TRANSLATE_NOOP("app::Actions", "Previous not d&one"),
              "chevrons-left",
              {"Shift+A", "Left", "Shift+A"}}),
    edits({"sample.done-next",
           QT_TRANSLATE_NOOP("app::Actions", "Done, &go to the next"),
           "circle-check",
           {"Space; Ctrl+Return", "Ctrl+Return", "Space; Ctrl+Return"}}),
    edits({"sample.empty-next",
           QT_TRANSLATE_NOOP("app::Actions", "Nothing here, go to the ne&xt"),
           "circle-slash",
           {"N", "", "N"}}),
    checkable(edits({"sample.hard", QT_TRANSLATE_NOOP("app::Actions", "&Hard example"), "flag", {"H", "", "H"}})),
    edits({"sample.unlabel", QT_TRANSLATE_NOOP("app::Actions", "Set back to &unlabeled"), "rotate-ccw", noKey}),
    {"sample.first", QT_TRANSLATE_NOOP("app::Actions", "&First sample"), "skip-back", same("Ctrl+Home")},
    {"sample.last", QT_TRANSLATE_NOOP("app::Actions", "&Last sample"), "skip-forward", same("Ctrl+End")},
    {"sample.reveal", QT_TRANSLATE_NOOP("app::Actions", "Show the file in its &folder"), "external-link", noKey},
};

}  // namespace

std::span<const ActionSpec> sampleActions()
{
    return sampleTable;
}

}  // namespace app
