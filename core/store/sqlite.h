// One SQLite connection and its prepared statements. What is here throws SQLite::Exception or Failure; the public
// functions of core turn both into an Error with guarded().
#pragma once
#include "core/result.h"
#include "core/store/query_functions.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <unordered_map>
#include <vector>

namespace core::store {

struct Failure {  // thrown: unwinds to guarded()
    Error error;
};
[[noreturn]] void fail(Code code, std::string detail, std::string field = {});

Error errorOf(const SQLite::Exception &exception, const std::filesystem::path &file);

template <class Body>
auto guarded(const std::filesystem::path &file, Body &&body) -> std::invoke_result_t<Body>
{
    try {
        return body();
    } catch (const SQLite::Exception &exception) {
        return errorOf(exception, file);
    } catch (Failure &failure) {
        if (failure.error.where.file.empty())
            failure.error.where.file = file.string();
        return std::move(failure.error);
    } catch (const std::filesystem::filesystem_error &error) {
        return Error{Code::Io, error.code().message(), {error.path1().string(), 0, 0, {}}};
    } catch (const std::bad_alloc &) {
        return Error{Code::TooLarge, "out of memory", {file.string(), 0, 0, {}}};
    }
}

// A prepared statement, stepped and read without the cost SQLiteCpp puts on each column: exports and lists read tens of
// millions of them.
class Statement {
public:
    Statement(SQLite::Database &database, const std::string &sql);
    Statement(Statement &&other) noexcept : m_handle(std::exchange(other.m_handle, nullptr)) {}
    Statement &operator=(Statement &&) = delete;
    ~Statement() { sqlite3_finalize(m_handle); }
    sqlite3_stmt *handle() { return m_handle; }

private:
    sqlite3_stmt *m_handle = nullptr;
};

// One use of a prepared statement: binds and reads its columns in order. Bound text that is not a temporary must live
// until the last step.
class Query {
public:
    explicit Query(Statement &statement) : m_statement(statement.handle()) {}
    Query(Query &&other) noexcept
        : m_statement(std::exchange(other.m_statement, nullptr)),
          m_bound(other.m_bound),
          m_read(other.m_read),
          m_done(other.m_done)
    {
    }
    Query &operator=(Query &&) = delete;
    ~Query()
    {
        if (m_statement)
            sqlite3_reset(m_statement);
    }

    void bind(std::int64_t value) { check(sqlite3_bind_int64(m_statement, ++m_bound, value)); }
    void bind(double value) { check(sqlite3_bind_double(m_statement, ++m_bound, value)); }
    void bind(const std::string &value) { bindText(value, SQLITE_STATIC); }
    void bind(std::string &&value) { bindText(value, SQLITE_TRANSIENT); }
    void bindNull() { check(sqlite3_bind_null(m_statement, ++m_bound)); }
    void bindBlob(const void *data, std::size_t size)  // copied
    {
        check(sqlite3_bind_blob64(m_statement, ++m_bound, data, size, SQLITE_TRANSIENT));
    }
    template <class... Value>
    Query &with(Value &&...values)
    {
        (bind(std::forward<Value>(values)), ...);
        return *this;
    }

    bool step()  // false: no further row; stays false until again()
    {
        m_read = -1;
        if (m_done)
            return false;
        const int code = sqlite3_step(m_statement);
        m_done = code == SQLITE_DONE;
        if (code != SQLITE_ROW && !m_done)
            raise(code);
        return !m_done;
    }
    void run() { step(); }  // for statements without rows
    void again()            // ready to bind and run once more
    {
        check(sqlite3_reset(m_statement));
        m_bound = 0;
        m_done = false;
    }

    void rewind() { m_read = -1; }  // to the row's first column
    bool nextIsNull() const { return sqlite3_column_type(m_statement, m_read + 1) == SQLITE_NULL; }
    void skip() { ++m_read; }
    std::int64_t integerAt(int column) const { return sqlite3_column_int64(m_statement, column); }  // out of order
    std::int64_t integer() { return sqlite3_column_int64(m_statement, ++m_read); }
    double real() { return sqlite3_column_double(m_statement, ++m_read); }
    std::string text() { return std::string(view()); }
    std::string blob() { return text(); }
    std::string_view view();  // of text or a blob, until the next step

private:
    void bindText(const std::string &value, sqlite3_destructor_type lives)
    {
        check(sqlite3_bind_text64(m_statement, ++m_bound, value.data(), value.size(), lives, SQLITE_UTF8));
    }
    void check(int code)
    {
        if (code != SQLITE_OK)
            raise(code);
    }
    [[noreturn]] void raise(int code);

    sqlite3_stmt *m_statement;
    int m_bound = 0, m_read = -1;
    bool m_done = false;
};

enum class Access { Read, ReadImmutable, Write, Create };

// For one thread at a time.
class Connection {
public:
    Connection(const std::filesystem::path &file, Access access);

    const std::filesystem::path &file() const { return m_file; }
    SQLite::Database &database() { return m_database; }
    sqlite3 *handle() { return m_database.getHandle(); }

    Query query(std::string_view sql);  // prepared once, kept
    void exec(const char *sql) { m_database.exec(sql); }
    void exec(const std::string &sql) { m_database.exec(sql); }
    // Runs a statement that selects collect(id): a row stepped out of a statement costs a fifth more.
    template <class... Value>
    Collected collected(std::string_view sql, const Value &...values)
    {
        Collected into;
        *m_collecting = &into;
        query(sql).with(values...).run();
        return into;
    }
    std::int64_t integer(std::string_view sql);  // the first column of the first row; 0 without rows
    void forgetStatements() { m_statements.clear(); }

private:
    std::filesystem::path m_file;
    std::unique_ptr<Collected *> m_collecting = std::make_unique<Collected *>(nullptr);
    SQLite::Database m_database;
    std::unordered_map<std::string_view, Statement> m_statements;  // keys lie in m_texts
    std::vector<std::unique_ptr<std::string>> m_texts;
};

// Rolls back unless committed.
class Transaction {
public:
    explicit Transaction(Connection &connection, const char *begin = "begin immediate");
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();
    void commit();
    void release() { m_open = false; }  // stays open

private:
    Connection &m_connection;
    bool m_open = true;
};

}  // namespace core::store
