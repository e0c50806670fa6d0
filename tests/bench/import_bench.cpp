// Import of a manifest against the bare insertion of the rows it became.
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include <cstdlib>
#include <sqlite3.h>

namespace {

class Database {
public:
    explicit Database(const std::filesystem::path &file)
    {
        if (sqlite3_open(file.c_str(), &m_db) != SQLITE_OK)
            std::abort();
    }
    ~Database() { sqlite3_close(m_db); }
    Database(const Database &) = delete;
    void run(const std::string &sql)
    {
        if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            giveUp(sql);
    }
    void giveUp(const std::string &doing)
    {
        std::fprintf(stderr, "%s: %s\n", doing.c_str(), sqlite3_errmsg(m_db));
        std::abort();
    }
    sqlite3_stmt *prepare(const std::string &sql)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_db, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            giveUp(sql);
        return statement;
    }

private:
    sqlite3 *m_db = nullptr;
};

using Row = std::vector<sqlite3_value *>;

// The values of up to `count` further rows.
std::vector<Row> take(sqlite3_stmt *statement, int count)
{
    std::vector<Row> rows;
    const int columns = sqlite3_column_count(statement);
    while (static_cast<int>(rows.size()) < count && sqlite3_step(statement) == SQLITE_ROW) {
        Row row;
        for (int c = 0; c < columns; ++c)
            row.push_back(sqlite3_value_dup(sqlite3_column_value(statement, c)));
        rows.push_back(std::move(row));
    }
    return rows;
}

void release(std::vector<Row> &rows)
{
    for (Row &row : rows)
        for (sqlite3_value *value : row)
            sqlite3_value_free(value);
}

// Time to insert every row of `table` into an empty one of the same shape, 2,000 a transaction; reading is not counted.
double insertAll(Database &from, Database &into, const std::string &table)
{
    constexpr int chunk = 2000;
    sqlite3_stmt *read = from.prepare("select * from " + table);
    std::string marks = "?";
    for (int c = 1; c < sqlite3_column_count(read); ++c)
        marks += ",?";
    sqlite3_stmt *write = into.prepare("insert into " + table + " values(" + marks + ")");
    double spent = 0;
    bool more = true;
    while (more) {
        auto rows = take(read, chunk);
        more = static_cast<int>(rows.size()) == chunk;  // a statement stepped past its end begins again
        spent += bench::seconds([&] {
            into.run("begin");
            for (const Row &row : rows) {
                for (std::size_t c = 0; c < row.size(); ++c)
                    sqlite3_bind_value(write, static_cast<int>(c) + 1, row[c]);
                if (sqlite3_step(write) != SQLITE_DONE)
                    into.giveUp(table);
                sqlite3_reset(write);
            }
            into.run("commit");
        });
        release(rows);
    }
    sqlite3_finalize(read);
    sqlite3_finalize(write);
    return spent;
}

double bareInsertion(const std::filesystem::path &project)
{
    Database from(project);
    const auto copy = project.parent_path() / "bare.db";
    std::filesystem::remove(copy);
    Database into(copy);
    into.run("pragma journal_mode=wal; pragma synchronous=normal; pragma foreign_keys=off");
    sqlite3_stmt *schema =
        from.prepare("select sql from sqlite_master where sql is not null and type in ('table','index') "
                     "and name not like 'sqlite_%' order by type desc");
    while (sqlite3_step(schema) == SQLITE_ROW)
        into.run(reinterpret_cast<const char *>(sqlite3_column_text(schema, 0)));
    sqlite3_finalize(schema);
    double spent = 0;
    for (const char *table : {"batch", "job", "label", "sample", "work", "annotation"})
        spent += insertAll(from, into, table);
    return spent;
}

}  // namespace

BENCHMARK(import, "classification manifest of 1,000,000 lines (or ARG) against bare SQLite insertion of the same rows")
{
    const std::int64_t lines = arguments.empty() ? 1'000'000 : std::stoll(arguments[0]);
    const bench::BigProject &big = bench::bigProject(lines);
    bench::reportRatio("import, whole process", big.import.seconds, bareInsertion(big.project), "s", 1.5);
    bench::report("import, peak resident set", big.import.peakMegabytes, "MB", 300);
}
