// One SQLite connection and its prepared statements. What is here throws SQLite::Exception or Failure; the public
// functions of core turn both into an Error with guarded().
#pragma once
#include "core/result.h"
#include "core/store/query_functions.h"
#include <SQLiteCpp/SQLiteCpp.h>
#include <filesystem>
#include <functional>
#include <optional>
#include <unordered_map>

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

// One use of a prepared statement: binds and reads its columns in order. Bound text that is not a temporary must live
// until the last step.
class Query {
public:
    explicit Query(SQLite::Statement &statement) : m_statement(&statement) {}
    Query(Query &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)) {}
    Query &operator=(Query &&) = delete;
    ~Query()
    {
        if (m_statement)
            m_statement->tryReset();
    }

    void bind(std::int64_t value) { m_statement->bind(++m_bound, value); }
    void bind(double value) { m_statement->bind(++m_bound, value); }
    void bind(const std::string &value) { m_statement->bindNoCopy(++m_bound, value); }
    void bind(std::string &&value) { m_statement->bind(++m_bound, value); }
    void bindNull() { m_statement->bind(++m_bound); }
    void bindBlob(const void *data, std::size_t size)  // copied
    {
        m_statement->bind(++m_bound, data, static_cast<int>(size));
    }
    template <class... Value>
    Query &with(Value &&...values)
    {
        (bind(std::forward<Value>(values)), ...);
        return *this;
    }

    bool step()
    {
        m_read = -1;
        return m_statement->executeStep();
    }
    void run() { m_statement->executeStep(); }  // for statements without rows
    void again()                                // ready to bind and run once more
    {
        m_statement->reset();
        m_bound = 0;
    }

    void rewind() { m_read = -1; }  // to the row's first column
    bool nextIsNull() const { return m_statement->isColumnNull(m_read + 1); }
    void skip() { ++m_read; }
    std::int64_t integer() { return m_statement->getColumn(++m_read).getInt64(); }
    double real() { return m_statement->getColumn(++m_read).getDouble(); }
    std::string text() { return m_statement->getColumn(++m_read).getString(); }
    std::string blob() { return text(); }

private:
    SQLite::Statement *m_statement;
    int m_bound = 0, m_read = -1;
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
    std::int64_t integer(std::string_view sql);  // the first column of the first row; 0 without rows
    void forgetStatements() { m_statements.clear(); }
    std::vector<SampleSet> &sampleSets() { return m_sampleSets; }  // for in_set()

private:
    std::filesystem::path m_file;
    std::vector<SampleSet> m_sampleSets;
    SQLite::Database m_database;
    std::unordered_map<std::string_view, SQLite::Statement> m_statements;  // keys lie in m_texts
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
