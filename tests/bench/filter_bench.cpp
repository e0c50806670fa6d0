// Every kind of filter over a million samples.
#include "core/project.h"
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include <cstdlib>

BENCHMARK(filter, "each kind of filter over 1,000,000 samples (or ARG)")
{
    const bench::BigProject &big = bench::bigProject(arguments.empty() ? 1'000'000 : std::stoll(arguments[0]));
    auto project = core::Project::open(big.project, core::OpenMode::View);
    if (!project)
        std::abort();
    const core::Reader &reader = (*project)->reader();
    const core::JobId job = reader.jobs().value().at(0).id;
    for (const char *text :
         {"", "label:汽车", "label:bus label:truck", "label:bus OR label:dog", "-label:bus", "state:labeled",
          "-state:labeled", "hard:true", "name:img_00000077", "name:99", "folder:s3://demo-bucket/photos/part042",
          "author:li", "conf:<0.5", "usage:eval", "media:missing", "label:汽车 hard:true usage:train -name:7"}) {
        const auto filter = core::parseFilter(text);
        if (!filter)
            std::abort();
        std::vector<double> times;
        std::size_t found = 0;
        for (int i = 0; i < 5; ++i)
            times.push_back(bench::seconds([&] { found = reader.find({job, *filter}).value().size(); }) * 1000);
        bench::report("'" + std::string(text) + "' → " + std::to_string(found), bench::percentiles(times).p50, "ms",
                      100);
    }
    bench::note("state counts", bench::seconds([&] { (void)reader.stateCounts(job).value(); }) * 1000, "ms");
    bench::note("label counts", bench::seconds([&] { (void)reader.labelCounts(job).value(); }) * 1000, "ms");
}
