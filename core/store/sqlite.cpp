#include "core/store/sqlite.h"

namespace core::store {

namespace {

constexpr int busyTimeoutMs = 5000;

int flagsOf(Access access)
{
    switch (access) {
    case Access::Read: return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX;
    case Access::ReadImmutable: return SQLite::OPEN_READONLY | SQLite::OPEN_NOMUTEX | SQLite::OPEN_URI;
    case Access::Write: return SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    case Access::Create: return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX;
    }
    return SQLite::OPEN_READONLY;
}

// "file:" needs '%', '?' and '#' escaped; everything else is taken as it is.
std::string nameOf(const std::filesystem::path &file, Access access)
{
    if (file == ":memory:")
        return file.string();
    const std::string plain = std::filesystem::absolute(file).string();
    if (access != Access::ReadImmutable)
        return plain;
    std::string uri = "file:";
    for (const char c : plain) {
        if (c == '%')
            uri += "%25";
        else if (c == '?')
            uri += "%3f";
        else if (c == '#')
            uri += "%23";
        else
            uri += c;
    }
    return uri + "?immutable=1";
}

// A project may come from anywhere: nothing in it is trusted.
void distrust(sqlite3 *handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 1 << 30);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 1000);
    sqlite3_limit(handle, SQLITE_LIMIT_COMPOUND_SELECT, 20);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
    sqlite3_extended_result_codes(handle, 1);
}

}  // namespace

void fail(Code code, std::string detail, std::string field)
{
    throw Failure{Error{code, std::move(detail), {{}, 0, 0, std::move(field)}}};
}

Error errorOf(const SQLite::Exception &exception, const std::filesystem::path &file)
{
    const auto code = [&] {
        switch (exception.getErrorCode() & 0xff) {
        case SQLITE_FULL: return Code::DiskFull;
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
        case SQLITE_SCHEMA:
        case SQLITE_FORMAT: return Code::Corrupt;
        case SQLITE_READONLY: return Code::ReadOnly;
        case SQLITE_BUSY:
        case SQLITE_LOCKED: return Code::Busy;
        case SQLITE_INTERRUPT: return Code::Cancelled;
        case SQLITE_CONSTRAINT: return Code::Conflict;
        case SQLITE_TOOBIG:
        case SQLITE_NOMEM: return Code::TooLarge;
        default: return Code::Io;
        }
    }();
    return {code, exception.what(), {file.string(), 0, 0, {}}};
}

Statement::Statement(SQLite::Database &database, const std::string &sql)
{
    sqlite3 *connection = database.getHandle();
    const int code = sqlite3_prepare_v2(connection, sql.c_str(), static_cast<int>(sql.size()) + 1, &m_handle, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(connection, code);
}

std::string_view Query::view()
{
    // Through the value: each call by column looks the column up again. One thread uses the connection at a time.
    sqlite3_value *value = sqlite3_column_value(m_statement, ++m_read);
    const void *bytes = sqlite3_value_blob(value);
    return {static_cast<const char *>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

void Query::raise(int code)
{
    throw SQLite::Exception(sqlite3_db_handle(m_statement), code);
}

Connection::Connection(const std::filesystem::path &file, Access access)
    : m_file(file),
      m_database(nameOf(file, access), flagsOf(access), busyTimeoutMs)
{
    distrust(handle());
    if (addQueryFunctions(handle(), m_collecting.get()) != SQLITE_OK)
        throw SQLite::Exception(handle());
    exec("pragma mmap_size = 0; pragma cell_size_check = on; pragma temp_store = memory; pragma foreign_keys = on;"
         "pragma recursive_triggers = off; pragma wal_autocheckpoint = 0; pragma secure_delete = off;");
    // A reader holds the largest index of a million samples.
    exec(access == Access::Write || access == Access::Create ? "pragma cache_size = -32768"
                                                             : "pragma cache_size = -65536");
}

Query Connection::query(std::string_view sql)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        auto text = std::make_unique<std::string>(sql);
        Statement statement(m_database, *text);
        found = m_statements.emplace(*text, std::move(statement)).first;
        m_texts.push_back(std::move(text));
    }
    return Query(found->second);
}

std::int64_t Connection::integer(std::string_view sql)
{
    Query rows = query(sql);
    return rows.step() ? rows.integer() : 0;
}

Transaction::Transaction(Connection &connection, const char *begin) : m_connection(connection)
{
    m_connection.exec(begin);
}

Transaction::~Transaction()
{
    if (m_open)
        m_connection.database().tryExec("rollback");
}

void Transaction::commit()
{
    m_connection.exec("commit");
    m_open = false;
}

}  // namespace core::store
