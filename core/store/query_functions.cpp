#include "core/store/query_functions.h"
#include "core/sample_query.h"

namespace core::store {

namespace {

std::string_view text(sqlite3_value *value)
{
    // As a blob: the text of a project is UTF-8 (requireSchema), and is not copied only to end in a zero.
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

void propertyIsSql(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, propertyIs(text(values[0]), text(values[1]), text(values[2])));
}

}  // namespace

int addQueryFunctions(sqlite3 *connection)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY | SQLITE_DETERMINISTIC;
    return sqlite3_create_function_v2(connection, "property_is", 3, flags, nullptr, propertyIsSql, nullptr, nullptr,
                                      nullptr);
}

}  // namespace core::store
