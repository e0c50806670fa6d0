// The functions of our own that statements call, for one connection.
#pragma once
#include <sqlite3.h>

namespace core::store {

// property_is(json, key, value), see core/sample_query.h. Returns an SQLite result code.
int addQueryFunctions(sqlite3 *connection);

}  // namespace core::store
