// What is done to masks, and the size of the brush.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec brushTable[] = {
    {"brush.smaller", QT_TRANSLATE_NOOP("app::Actions", "Smaller brush"), nullptr, same("[")},
    {"brush.larger", QT_TRANSLATE_NOOP("app::Actions", "Larger brush"), nullptr, same("]")},
};

constexpr ActionSpec maskTable[] = {
    edits({"mask.fill-holes", QT_TRANSLATE_NOOP("app::Actions", "Fill &holes"), nullptr, same("Shift+F")}),
    edits({"mask.drop-specks", QT_TRANSLATE_NOOP("app::Actions", "&Drop specks"), nullptr, noKey}),
    edits({"mask.smooth", QT_TRANSLATE_NOOP("app::Actions", "&Smooth"), nullptr, noKey}),
    edits({"mask.grow", QT_TRANSLATE_NOOP("app::Actions", "&Grow"), nullptr, noKey}),
    edits({"mask.shrink", QT_TRANSLATE_NOOP("app::Actions", "Shri&nk"), nullptr, noKey}),
    edits({"mask.merge", QT_TRANSLATE_NOOP("app::Actions", "&Merge masks"), "merge", same("Ctrl+M")}),
    edits({"mask.split", QT_TRANSLATE_NOOP("app::Actions", "Split into &islands"), "split", same("Ctrl+Shift+M")}),
    edits({"mask.to-polygons", QT_TRANSLATE_NOOP("app::Actions", "Masks to &polygons…"), "pentagon", noKey}),
    edits({"mask.from-shapes", QT_TRANSLATE_NOOP("app::Actions", "Shapes to mas&ks…"), "brush", noKey}),
};

}  // namespace

std::span<const ActionSpec> brushActions()
{
    return brushTable;
}

std::span<const ActionSpec> maskActions()
{
    return maskTable;
}

}  // namespace app
