// Removes what nobody can bring back: the rows of batches that are neither live nor named by the undo history, and
// rows hidden by a live batch whose showing can no longer be undone.
#pragma once
#include "core/edit.h"
#include "core/store/sqlite.h"

namespace core::store {

inline constexpr std::int64_t purgeAtOpening = 20'000;  // rows; a Sweeper goes on

std::vector<BatchId> deadBatches(Connection &connection);  // neither live nor named by the history, newest first

// Deletes up to `most` rows in one transaction. True: nothing is left. The gate must be held.
bool purgeSome(Connection &connection, std::int64_t most);

// Up to `most` of the rows that live batches hide for good, in the caller's transaction; how many.
std::int64_t removeReplaced(Connection &connection, std::int64_t most);

// purgeSome for one batch that is being dropped, whatever the history says.
bool purgeSomeOf(Connection &connection, BatchId batch, std::int64_t most);

}  // namespace core::store
