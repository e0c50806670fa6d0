// A benchmark is a function that prints figures: ours, a baseline measured in the same run, and their ratio.
#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace bench {

using Arguments = std::span<const std::string>;
struct Entry {
    std::string name, what;
    std::function<void(Arguments)> run;
};
std::vector<Entry> &entries();

struct Registration {
    Registration(const char *name, const char *what, std::function<void(Arguments)> run)
    {
        entries().push_back({name, what, std::move(run)});
    }
};

double seconds(const std::function<void()> &work);  // wall time
double megabytesPeak();                             // peak resident set of this process so far

struct Percentiles {
    double p50 = 0, p95 = 0, p99 = 0, max = 0;
};
Percentiles percentiles(std::vector<double> values);

// One line each: "  what               12.3 ms   budget 16 ms   ok".  A missed budget says "MISSED" and the exit status
// is 1.
void report(const std::string &what, double value, const std::string &unit, double budget);
// "  what               ours 1.20 s   baseline 1.00 s   ratio 1.20   budget 1.50   ok"
void reportRatio(const std::string &what, double ours, double baseline, const std::string &unit, double budget);
void note(const std::string &what, double value, const std::string &unit);  // a figure without a budget

// A folder of its own, removed at the end.
std::string scratchFolder();

}  // namespace bench

#define BENCHMARK(name, what)                                                                                          \
    static void bench_##name(bench::Arguments);                                                                        \
    static const bench::Registration registration_##name(#name, what, bench_##name);                                   \
    static void bench_##name([[maybe_unused]] bench::Arguments arguments)
