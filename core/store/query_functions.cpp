#include "core/store/query_functions.h"
#include "core/sample_query.h"
#include <new>

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

void textContainsSql(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, textContains(text(values[0]), text(values[1])));
}

void contentContainsSql(sqlite3_context *context, int, sqlite3_value **values)
{
    sqlite3_result_int(context, 0);
    if (text(values[0]).find(builtin::Content) == std::string_view::npos)
        return;
    try {
        const auto attributes = attributesFromJson(text(values[0]));
        const std::string *content = attributes ? valueOf(*attributes, builtin::Content) : nullptr;
        sqlite3_result_int(context, content && textContains(*content, text(values[1])));
    } catch (const std::bad_alloc &) {
        sqlite3_result_error_nomem(context);
    }
}

void collectStep(sqlite3_context *context, int, sqlite3_value **values)
{
    Collected *into = *static_cast<Collected **>(sqlite3_user_data(context));
    try {
        into->ids.insert({sqlite3_value_int64(values[0])});
        ++into->rows;
    } catch (const std::bad_alloc &) {
        sqlite3_result_error_nomem(context);
    }
}

void collectFinal(sqlite3_context *) {}  // null

}  // namespace

int addQueryFunctions(sqlite3 *connection, Collected **into)
{
    constexpr int direct = SQLITE_UTF8 | SQLITE_DIRECTONLY, pure = direct | SQLITE_DETERMINISTIC;
    const auto add = [connection](const char *name, int arguments, auto *function) {
        return sqlite3_create_function_v2(connection, name, arguments, pure, nullptr, function, nullptr, nullptr,
                                          nullptr);
    };
    if (const int code = add("property_is", 3, propertyIsSql); code != SQLITE_OK)
        return code;
    if (const int code = add("text_contains", 2, textContainsSql); code != SQLITE_OK)
        return code;
    if (const int code = add("content_contains", 2, contentContainsSql); code != SQLITE_OK)
        return code;
    return sqlite3_create_function_v2(connection, "collect", 1, direct, into, nullptr, collectStep, collectFinal,
                                      nullptr);
}

}  // namespace core::store
