// Runs the benchmarks named on the command line, or lists them; "all" runs every one.
#include "tests/bench/bench.h"
#include <QApplication>
#include <QTemporaryDir>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <sys/resource.h>

namespace bench {

namespace {
bool missed = false;

const char *verdict(double value, double budget)
{
    if (value <= budget)
        return "ok";
    missed = true;
    return "MISSED";
}
}  // namespace

std::vector<Entry> &entries()
{
    static std::vector<Entry> all;
    return all;
}

double seconds(const std::function<void()> &work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double megabytesPeak()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

Percentiles percentiles(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    const auto at = [&](double share) {
        return values[std::min(values.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(values.size())))];
    };
    return {at(0.50), at(0.95), at(0.99), values.back()};
}

void report(const std::string &what, double value, const std::string &unit, double budget)
{
    std::printf("  %-46s %10.3f %-3s   budget %g %s   %s\n", what.c_str(), value, unit.c_str(), budget, unit.c_str(),
                verdict(value, budget));
    std::fflush(stdout);
}

void reportRatio(const std::string &what, double ours, double baseline, const std::string &unit, double budget)
{
    const double ratio = baseline > 0 ? ours / baseline : 0;
    std::printf("  %-46s ours %.3f %s   baseline %.3f %s   ratio %.2f   budget %.2f   %s\n", what.c_str(), ours,
                unit.c_str(), baseline, unit.c_str(), ratio, budget, verdict(ratio, budget));
    std::fflush(stdout);
}

void note(const std::string &what, double value, const std::string &unit)
{
    std::printf("  %-46s %10.3f %s\n", what.c_str(), value, unit.c_str());
    std::fflush(stdout);
}

std::string scratchFolder()
{
    static QTemporaryDir folder;
    return folder.path().toStdString();
}

}  // namespace bench

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const std::vector<std::string> words(argv + 1, argv + argc);
    const std::string wanted = words.empty() ? "" : words[0];
    int ran = 0;
    for (const bench::Entry &entry : bench::entries()) {
        if (wanted.empty())
            std::printf("%-18s %s\n", entry.name.c_str(), entry.what.c_str());
        if (wanted != entry.name && wanted != "all")
            continue;
        std::printf("%s: %s\n", entry.name.c_str(), entry.what.c_str());
        std::fflush(stdout);
        entry.run(std::span(words).subspan(1));
        ++ran;
    }
    if (ran == 0 && !wanted.empty())
        std::fprintf(stderr, "no benchmark named '%s'\n", wanted.c_str());
    return ran == 0 ? 2 : bench::missed ? 1 : 0;
}
