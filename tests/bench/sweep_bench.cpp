// The background removal of an import that crashed, and what an edit waits for it.
#include "core/project.h"
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include <chrono>
#include <cstdlib>
#include <sqlite3.h>
#include <thread>

namespace {

constexpr double sweepOpenBudget = 1, editBudget = 15;  // s; ms, the 99th percentile

void run(const std::filesystem::path &file, const char *sql)
{
    sqlite3 *db = nullptr;
    if (sqlite3_open(file.c_str(), &db) != SQLITE_OK || sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        std::abort();
    sqlite3_close(db);
}

std::int64_t rowsLeft(const std::filesystem::path &file)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *count = nullptr;
    if (sqlite3_open_v2(file.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) != SQLITE_OK
        || sqlite3_prepare_v2(db,
                              "select (select count(*) from sample) + (select count(*) from annotation)"
                              " + (select count(*) from work)",
                              -1, &count, nullptr)
               != SQLITE_OK
        || sqlite3_step(count) != SQLITE_ROW)
        std::abort();
    const std::int64_t rows = sqlite3_column_int64(count, 0);
    sqlite3_finalize(count);
    sqlite3_close(db);
    return rows;
}

}  // namespace

BENCHMARK(sweep, "removal of a dead batch of 1,000,000 samples (or ARG) in the background, 20 s of it, with edits")
{
    const bench::BigProject &big = bench::bigProject(arguments.empty() ? 1'000'000 : std::stoll(arguments[0]));
    const auto file = big.project.parent_path() / ("dead-" + big.project.filename().string());
    std::filesystem::copy_file(big.project, file);
    run(file, "update batch set live = 0 where id <> 1; delete from history; delete from history_batch");
    const std::int64_t before = rowsLeft(file);
    std::unique_ptr<core::Project> project;
    bench::report("opening", bench::seconds([&] { project = core::Project::open(file, core::OpenMode::Edit).value(); }),
                  "s", sweepOpenBudget);
    std::vector<double> edits;
    const double spent = bench::seconds([&] {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
        for (int i = 0; std::chrono::steady_clock::now() < end; ++i) {
            core::Sample sample;
            sample.uri = "hand/" + std::to_string(i);
            edits.push_back(1000 * bench::seconds([&] {
                                (void)project->apply({"add", "", {core::created(sample)}}).value();
                            }));
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    });
    project.reset();
    const auto swept = static_cast<double>(before + std::ssize(edits) - rowsLeft(file));
    bench::note("rows to sweep", static_cast<double>(before), "");
    bench::note("rows swept per second", swept / spent, "");
    bench::report("an edit beside it, p99", bench::percentiles(edits).p99, "ms", editBudget);
    bench::note("an edit beside it, p50", bench::percentiles(edits).p50, "ms");
}
