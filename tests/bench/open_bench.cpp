// From the start of the process to the first sample painted in the window.
#include "app/editor_host.h"
#include "app/job_runner.h"
#include "app/main_window.h"
#include "app/project_flow.h"
#include "app/settings.h"
#include "app/translation.h"
#include "core/project.h"
#include "tests/bench/bench.h"
#include "tests/bench/big_project.h"
#include "widgets/editor_view.h"
#include "widgets/media_service.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QImage>
#include <QTest>
#include <algorithm>
#include <cstdlib>

namespace {

constexpr const char *once = "--once";  // what the benchmark starts itself with
constexpr double openBudget = 1;        // s
constexpr double memoryBudget = 500;    // MB

// Opens the project as the program does and ends the process as soon as its first sample stands there.
void openAndLeave(const std::string &project)
{
    app::Settings settings(QString::fromStdString(bench::scratchFolder()) + "/settings.ini");
    app::Translation translation;
    translation.speak(app::Language::English);
    widgets::applyTheme(widgets::Theme::Light);
    widgets::MediaService media(2, qint64{512} << 20);
    app::JobRunner jobs;
    app::MainWindow window({settings, media, jobs, translation});
    window.resize(1600, 1000);
    window.show();
    const bool opened = window.projects().open(QString::fromStdString(project));
    const bool painted = opened
                         && QTest::qWaitFor(
                             [&] {
                                 const widgets::EditorView *view = window.editor().view();
                                 return window.session().content() && view && view->isSettled();
                             },
                             60'000);
    std::_Exit(painted ? 0 : 1);
}

// A project whose first sample is a picture of 12 MP beside it.
std::filesystem::path withPicture(std::int64_t samples)
{
    const bench::BigProject &big = bench::bigProject(samples);
    const std::filesystem::path folder = bench::scratchFolder() + "/open-" + std::to_string(samples);
    std::filesystem::create_directories(folder);
    const auto file = folder / "p.labelwright";
    std::filesystem::copy_file(big.project, file);
    QImage picture(4000, 3000, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            picture.setPixel(x, y, qRgb(x * y / 997 & 255, x / 16 & 255, y / 12 & 255));
    picture.save(QString::fromStdString((folder / "first.jpg").string()), "JPG", 90);
    const auto project = core::Project::open(file, core::OpenMode::Edit).value();
    const core::Reader &reader = project->reader();
    const core::JobId job = reader.jobs().value().at(0).id;
    const core::Sample before = reader.load(job, reader.find({job, {}}).value().at(0)).value().sample;
    core::Sample after = before;
    after.uri = "first.jpg";
    after.media = {core::MediaState::Present, 0, picture.width(), picture.height(), 3, 0, 0};
    if (!project->apply({"picture", "", {core::changed(before, after)}}))
        std::abort();
    return file;
}

bench::ProcessFigures median(const std::filesystem::path &project)
{
    std::vector<bench::ProcessFigures> runs;
    for (int i = 0; i < 5; ++i) {
        runs.push_back(bench::runItself({"open", once, project.string()}));
        if (runs.back().status != 0) {
            std::fprintf(stderr, "opening failed: %d\n", runs.back().status);
            std::exit(1);
        }
    }
    std::ranges::sort(runs, {}, &bench::ProcessFigures::seconds);
    return runs[runs.size() / 2];
}

}  // namespace

BENCHMARK(open, "process start to the first sample painted: 1,000,000 samples (or ARG) and ten; median of five")
{
    if (arguments.size() == 2 && arguments[0] == once)
        openAndLeave(arguments[1]);
    const std::int64_t samples = arguments.empty() ? 1'000'000 : std::stoll(arguments[0]);
    const auto few = median(withPicture(10)), many = median(withPicture(samples));
    bench::note("10 samples", few.seconds, "s");
    bench::note("10 samples, peak resident set", few.peakMegabytes, "MB");
    bench::report(std::to_string(samples) + " samples", many.seconds, "s", openBudget);
    bench::report(std::to_string(samples) + " samples, peak resident set", many.peakMegabytes, "MB", memoryBudget);
    bench::note("many to few", many.seconds / few.seconds, "times");
}
