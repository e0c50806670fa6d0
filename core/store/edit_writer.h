// Writes an edit's rows inside the caller's transaction and refuses what does not fit the stored ones.
#pragma once
#include "core/edit.h"
#include "core/store/sqlite.h"

namespace core::store {

// Throws Failure: Conflict when a stored row is not the change's `before`, or when afterwards a live row would name
// one that is not live; Exists when two live rows would share a name or uri.
void writeEdit(Connection &connection, const Edit &edit);

// The second half of writeEdit: live rows name live rows, and names are unique.
void checkReferences(Connection &connection, const Edit &edit);

}  // namespace core::store
