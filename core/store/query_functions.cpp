#include "core/store/query_functions.h"
#include "core/sample_query.h"

namespace core::store {

namespace {

std::string_view text(sqlite3_value *value)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

void nameContainsSql(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, nameContains(text(values[0]), text(values[1])));
}

void textContainsSql(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, textContains(text(values[0]), text(values[1])));
}

void propertyIsSql(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, propertyIs(text(values[0]), text(values[1]), text(values[2])));
}

}  // namespace

int addQueryFunctions(sqlite3 *connection)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const auto add = [connection](const char *name, int arguments, auto function) {
        return sqlite3_create_function_v2(connection, name, arguments, flags, nullptr, function, nullptr, nullptr,
                                          nullptr);
    };
    for (const int code : {add("name_contains", 2, nameContainsSql), add("text_contains", 2, textContainsSql),
                           add("property_is", 3, propertyIsSql)})
        if (code != SQLITE_OK)
            return code;
    return SQLITE_OK;
}

}  // namespace core::store
