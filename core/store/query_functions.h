// The functions toSql() calls, for one connection.
#pragma once
#include <sqlite3.h>

namespace core::store {

// Returns an SQLite result code.
int addQueryFunctions(sqlite3 *connection);

}  // namespace core::store
