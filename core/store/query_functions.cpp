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

void inSetSql(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto &sets = *static_cast<const std::vector<SampleSet> *>(sqlite3_user_data(context));
    const auto index = static_cast<std::size_t>(sqlite3_value_int64(values[0]));
    sqlite3_result_int(context, index < sets.size() && sets[index].contains(sqlite3_value_int64(values[1])));
}

}  // namespace

int addQueryFunctions(sqlite3 *connection, std::vector<SampleSet> &sets)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DIRECTONLY, pure = flags | SQLITE_DETERMINISTIC;
    const auto add = [&](const char *name, int arguments, int how, auto function) {
        return sqlite3_create_function_v2(connection, name, arguments, how, &sets, function, nullptr, nullptr, nullptr);
    };
    for (const int code :
         {add("name_contains", 2, pure, nameContainsSql), add("text_contains", 2, pure, textContainsSql),
          add("property_is", 3, pure, propertyIsSql), add("in_set", 2, flags, inSetSql)})
        if (code != SQLITE_OK)
            return code;
    return SQLITE_OK;
}

}  // namespace core::store
