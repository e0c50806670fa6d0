// How the history keeps a changed mask: the rows that differ, before and after. The rest is in the stored row.
#pragma once
#include "core/store/edit_codec.h"
#include "core/store/sqlite.h"

namespace core::store {

struct DifferingRows {
    MaskRuns before, after;  // of the rows in which the masks differ, all spans; nothing of the others
};
DifferingRows differingRows(const MaskRuns &before, const MaskRuns &after);
// The mask with the rows of `old` exchanged for those of `fresh`.
MaskRuns exchanged(const MaskRuns &runs, const MaskRuns &old, const MaskRuns &fresh);
std::uint64_t checksum(const MaskRuns &runs);  // stored: must not change

// Puts whole masks in the place of differing rows, beginning from the stored ones, on the way the edit is about to go.
// Throws Failure: Conflict when the stored mask is not the one to begin from.
enum class Way { Undo, Redo };
void restoreMasks(Connection &connection, DecodedChanges &changes, Way way);

}  // namespace core::store
