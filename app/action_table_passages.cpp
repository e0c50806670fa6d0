// Entities in many places at once.
#include "app/action_table.h"

namespace app {

namespace {

constexpr ActionSpec passageTable[] = {
    edits({"passage.mark-same", QT_TRANSLATE_NOOP("app::Actions", "&Mark the same text…"), "replace",
           same("Ctrl+Shift+E")}),
    edits({"passage.draft", QT_TRANSLATE_NOOP("app::Actions", "&Draft entities…"), "wand-sparkles", noKey}),
};

}  // namespace

std::span<const ActionSpec> passageActions()
{
    return passageTable;
}

}  // namespace app
