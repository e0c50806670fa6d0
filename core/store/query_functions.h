// The functions of our own that statements call, for one connection.
#pragma once
#include "core/store/id_set.h"
#include <sqlite3.h>

namespace core::store {

// What the rows of one statement were collected into.
struct Collected {
    IdSet ids;
    std::int64_t rows = 0;
};

// property_is(json, key, value), text_contains(text, part): see core/sample_query.h. content_contains(attributes,
// part): of an annotation, whether what is said in it does. collect(id): an aggregate that puts each id into what
// `*into` names. Returns an SQLite result code.
int addQueryFunctions(sqlite3 *connection, Collected **into);

}  // namespace core::store
