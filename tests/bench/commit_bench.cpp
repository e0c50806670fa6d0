// From the end of a gesture to an edit on disk, against the same bytes in a bare SQLite transaction.
#include "core/project.h"
#include "tests/bench/bench.h"
#include <cstdlib>
#include <sqlite3.h>

namespace {

core::Annotation drawnBox(core::JobId job, core::SampleId sample, int i)
{
    core::Annotation box;
    box.id = {-1};
    box.job = job;
    box.sample = sample;
    box.order = i;
    box.geometry = core::Box{double(i % 1000), 10, 200, 100, 0};
    return box;
}

// What any program must do at least: one row of that size and one history record, begin to commit, synchronous=full.
std::vector<double> bareTransactions(const std::string &file, int count)
{
    sqlite3 *db = nullptr;
    sqlite3_open(file.c_str(), &db);
    sqlite3_exec(
        db,
        "pragma journal_mode=wal; pragma synchronous=full;"
        "create table row(id integer primary key, sample int, body blob); create index row_sample on row(sample);"
        "create table history(id integer primary key, body blob)",
        nullptr, nullptr, nullptr);
    const std::string body(160, 'x');
    std::vector<double> times;
    for (int i = 0; i < count; ++i)
        times.push_back(bench::seconds([&] {
                            const std::string sql = "begin immediate; insert into row values(null,1,'" + body
                                                    + "');"
                                                      "insert into history values(null,'"
                                                    + body + "'); commit";
                            sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
                        })
                        * 1000);
    sqlite3_close(db);
    return times;
}

}  // namespace

BENCHMARK(commit, "one drawn box, apply to disk (synchronous=FULL), against a bare SQLite transaction")
{
    const int count = arguments.empty() ? 2000 : std::stoi(arguments[0]);
    const std::filesystem::path file = bench::scratchFolder() + "/commit.labelwright";
    auto project = core::Project::create(file, {core::JobKind::ObjectDetection, "boxes", {}});
    if (!project)
        std::abort();
    const core::JobId job = (*project)->reader().jobs().value().at(0).id;
    core::Sample sample;
    sample.id = {-1};
    sample.uri = "a.jpg";
    const auto set = (*project)->apply({"add-sample", "", {core::created(sample)}});
    const core::SampleId id = set.value().samples.at(0);

    std::vector<double> ours;
    for (int i = 0; i < count; ++i)
        ours.push_back(bench::seconds([&] {
                           if (!(*project)->apply({"draw-box", "", {core::created(drawnBox(job, id, i))}}))
                               std::abort();
                       })
                       * 1000);
    std::vector<double> undos;
    for (int i = 0; i < 200; ++i)
        undos.push_back(bench::seconds([&] {
                            if (!(*project)->undo())
                                std::abort();
                        })
                        * 1000);
    const auto mine = bench::percentiles(ours),
               bare = bench::percentiles(bareTransactions(bench::scratchFolder() + "/bare-commit.db", count));
    bench::report("apply to disk, p99", mine.p99, "ms", 15);
    bench::note("bare transaction, p99", bare.p99, "ms");
    bench::report("engine share (p50 − bare p50)", mine.p50 - bare.p50, "ms", 1);
    bench::note("apply, p50", mine.p50, "ms");
    bench::report("undo to disk, p99", bench::percentiles(undos).p99, "ms", 15);
}
