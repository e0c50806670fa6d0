// What Project::apply adds to an edit before it is written: ids for zero and negative ones, uuid, batch, author, time.
#pragma once
#include "core/edit.h"
#include "core/store/id_counters.h"

namespace core::store {

// Throws Failure: Usage when the edit names a negative id it does not create, or changes a row's key;
// BadValue for values the store cannot give back.
void fillIn(Edit &edit, Connection &connection, IdCounters &ids, const std::string &author, Timestamp now);

}  // namespace core::store
