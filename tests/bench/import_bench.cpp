// Imports against the bare insertion of the rows they became.
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include <cstdlib>
#include <fstream>
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

// Reviews of about 60 bytes, Chinese and English in turn; each fifth line without a class.
class Reviews {
public:
    std::string text(std::int64_t i) const
    {
        const char *words[] = {"物流很快，手感不错，下次还会再来",
                               "The handle broke within a week, I want my money back", "质量太差了，和图片完全不一样",
                               "Bought it for my father and he likes it a lot"};
        return std::string(words[i % 4]) + ' ' + std::to_string(i);
    }
    std::string line(std::int64_t i) const
    {
        const char *labels[] = {"positive", "negative", "中性"};
        char id[64];
        std::snprintf(id, sizeof id, "865c2aee2138c524716d6fa4273e9369.%09lld", static_cast<long long>(i + 1));
        const std::string annotation =
            i % 5 == 0 ? std::string()
                       : R"("annotation":[{"name":")" + std::string(labels[i % 3])
                             + R"(","property":{"@modelarts:color":"#3399ff"},"type":"modelarts/text_classification",)"
                               R"("creation-time":"2024-05-06 07:08:09","annotated-by":"human/acme/li"}],)";
        return '{' + annotation + R"("usage":"train","source":"content://)" + text(i) + R"(","id":")" + id
               + "\",\"sample-type\":1}";
    }
};

void importTexts(const std::string &what, const std::filesystem::path &source)
{
    const std::filesystem::path project = source.string() + ".labelwright";
    const auto created = bench::runProgram({"new", project.string(), "--kind", "text_classification"});
    const auto import = bench::runProgram({"import", project.string(), source.string()});
    if (created.status != 0 || import.status != 0) {
        std::fprintf(stderr, "importing %s failed: %d, %d\n", source.c_str(), created.status, import.status);
        std::exit(1);
    }
    bench::reportRatio(what + ", whole process", import.seconds, bareInsertion(project), "s", 1.5);
    bench::report(what + ", peak resident set", import.peakMegabytes, "MB", 300);
}

}  // namespace

BENCHMARK(import, "classification manifest of 1,000,000 lines (or ARG) against bare SQLite insertion of the same rows")
{
    const std::int64_t lines = arguments.empty() ? 1'000'000 : std::stoll(arguments[0]);
    const bench::BigProject &big = bench::bigProject(lines);
    bench::reportRatio("import, whole process", big.import.seconds, bareInsertion(big.project), "s", 1.5);
    bench::report("import, peak resident set", big.import.peakMegabytes, "MB", 300);
}

BENCHMARK(import_texts, "1,000,000 texts (or ARG) from a manifest and from plain lines against bare SQLite insertion")
{
    const std::int64_t lines = arguments.empty() ? 1'000'000 : std::stoll(arguments[0]);
    const std::filesystem::path folder = bench::scratchFolder();
    const Reviews reviews;
    {
        std::ofstream manifest(folder / "texts.manifest", std::ios::binary),
            plain(folder / "texts.txt", std::ios::binary);
        for (std::int64_t i = 0; i < lines; ++i) {
            manifest << reviews.line(i) << '\n';
            plain << reviews.text(i) << '\n';
        }
    }
    importTexts("import of texts in a manifest", folder / "texts.manifest");
    importTexts("import of plain lines", folder / "texts.txt");
}
