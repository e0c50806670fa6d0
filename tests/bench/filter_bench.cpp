// Every kind of filter, order and count over a million samples.
#include "core/project.h"
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include <cstdlib>
#include <sqlite3.h>

namespace {

constexpr double budget = 100;  // ms

// The rows of an import are much alike. These have three states, three authors, confidences, missing media, properties,
// a line of text.
std::filesystem::path varied(const bench::BigProject &big)
{
    const auto file = big.project.parent_path() / ("varied-" + big.project.filename().string());
    std::filesystem::copy_file(big.project, file);
    sqlite3 *db = nullptr;
    const char *sql = R"sql(
pragma synchronous = off;
update work set state = sample % 3, hard = (sample % 7 = 0);
update annotation set confidence = case when id % 2 then (id * 7919 % 1000) / 1000.0 end,
  author = case id % 3 when 0 then 'human/acme/li' when 1 then 'human/acme/wang' else 'modelarts/active-learning' end;
update sample set media_state = 1 + (id % 40 = 0), property = case when id % 2 then
  '{"city":"' || case id % 6 when 1 then 'Riga' when 3 then '上海' else 'Porto' end || '","camera":' || (id % 9) || '}'
  else '{}' end, text = 'Call ' || id || ': the customer asks when the parcel to ' ||
  case id % 5 when 0 then 'Porto' when 1 then '上海' else 'Riga' end || ' will arrive.';
)sql";
    if (sqlite3_open(file.c_str(), &db) != SQLITE_OK || sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
        std::fprintf(stderr, "%s\n", sqlite3_errmsg(db));
        std::abort();
    }
    sqlite3_close(db);
    return file;
}

double milliseconds(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < 5; ++i)
        times.push_back(bench::seconds(work) * 1000);
    return bench::percentiles(times).p50;
}

void measureFilters(const core::Project &project, core::JobId job)
{
    for (const char *text : {"",
                             "label:汽车",
                             "label:bus label:truck",
                             "label:bus OR label:dog",
                             "-label:bus",
                             "state:labeled",
                             "-state:labeled",
                             "state:unlabeled",
                             "hard:true",
                             "name:img_00000077",
                             "name:99",
                             "folder:s3://demo-bucket/photos/part042",
                             "author:li",
                             "conf:<0.5",
                             "conf:>=0.1",
                             "usage:eval",
                             "media:missing",
                             "media:present",
                             "batch:2",
                             "prop:city=Riga",
                             "text:12345",
                             "text:customer",
                             "text:porto",
                             "label:汽车 hard:true usage:train -name:7"}) {
        const core::SampleQuery query{job, core::parseFilter(text).value()};
        std::size_t found = 0;
        const auto find = [&](const core::Reader &reader) { found = reader.find(query).value().size(); };
        const auto first = project.newReader().value();
        (void)first->labels(job);
        const double alone = bench::seconds([&] { find(*first); }) * 1000;
        const double usual = milliseconds([&] { find(project.reader()); });
        const std::string name = "'" + std::string(text) + "' → " + std::to_string(found);
        bench::report(name, usual, "ms", budget);
        bench::note("  as the first question to a reader", alone, "ms");
    }
}

void measureOrders(const core::Project &project, core::JobId job)
{
    constexpr std::pair<core::SortKey, const char *> keys[] = {{core::SortKey::Added, "added"},
                                                               {core::SortKey::Name, "name"},
                                                               {core::SortKey::State, "state"},
                                                               {core::SortKey::Confidence, "confidence"},
                                                               {core::SortKey::AnnotationCount, "annotations"}};
    for (const auto &[key, word] : keys) {
        const core::SampleQuery query{job, {}, key, true};
        bench::report(std::string("by ") + word + ", descending",
                      milliseconds([&] { (void)project.reader().find(query).value(); }), "ms", budget);
    }
}

void measure(const std::filesystem::path &file)
{
    const auto project = core::Project::open(file, core::OpenMode::Edit).value();
    const core::Reader &reader = project->reader();
    const core::JobId job = reader.jobs().value().at(0).id;
    measureFilters(*project, job);
    measureOrders(*project, job);
    bench::report("state counts", milliseconds([&] { (void)reader.stateCounts(job).value(); }), "ms", budget);
    bench::report("label counts", milliseconds([&] { (void)reader.labelCounts(job).value(); }), "ms", budget);
    bench::report("authors", milliseconds([&] { (void)reader.authors(job).value(); }), "ms", budget);
    const core::AnnotationPtr before = reader.load(job, reader.find({job, {}}).value().at(0)).value().annotations.at(0);
    core::Annotation after = *before;
    after.author = "human/bench";
    (void)project->apply({"bench", "", {core::changed(*before, after)}}).value();
    const core::SampleQuery query{job, core::parseFilter("label:汽车").value()};
    bench::report("'label:汽车' after an edit", bench::seconds([&] { (void)reader.find(query).value(); }) * 1000, "ms",
                  budget);
    bench::note("peak resident set", bench::megabytesPeak(), "MB");
}

}  // namespace

BENCHMARK(filter, "each kind of filter, order and count over 1,000,000 samples (or ARG), as imported and varied")
{
    const bench::BigProject &big = bench::bigProject(arguments.empty() ? 1'000'000 : std::stoll(arguments[0]));
    measure(big.project);
    std::printf(" varied rows:\n");
    measure(varied(big));
}
