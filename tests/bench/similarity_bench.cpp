// Order of pictures by how alike they look to one: when nothing is known of them, and when their looks are kept.
#include "app/similarity_order.h"
#include "core/similarity.h"
#include "tests/bench/bench.h"
#include "widgets/media/still_file.h"
#include "widgets/qt_text.h"
#include <QColor>
#include <QFile>
#include <QImage>
#include <algorithm>

namespace {

using Files = std::vector<std::filesystem::path>;

// Each has a colour, a run of light and a spot of its own.
QImage picture(int i)
{
    QImage image(320, 240, QImage::Format_RGB32);
    const QColor colour = QColor::fromHsv(i * 37 % 360, 60 + i % 180, 80 + i % 170);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const bool spot = std::abs(x - i % 320) < 40 && std::abs(y - i / 7 % 240) < 30;
            line[x] = spot ? colour.lighter().rgb() : colour.darker(100 + (x + y + i) % 120).rgb();
        }
    }
    return image;
}

Files writePictures(const std::filesystem::path &folder, int count)
{
    constexpr int kinds = 50;  // drawing takes longer than reading: the others are copies
    std::vector<QByteArray> bytes;
    for (int i = 0; i < kinds; ++i) {
        const auto file = folder / "kind.jpg";
        picture(i * 211).save(widgets::pathText(file), "JPG", 85);
        QFile made(widgets::pathText(file));
        if (!made.open(QIODevice::ReadOnly))
            std::abort();
        bytes.push_back(made.readAll());
    }
    Files files;
    for (int i = 0; i < count; ++i) {
        files.push_back(folder / ("img_" + std::to_string(i) + ".jpg"));
        QFile file(widgets::pathText(files.back()));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes[std::size_t(i % kinds)]) < 0)
            std::abort();
    }
    return files;
}

std::unique_ptr<core::Project> makeProject(const std::filesystem::path &folder, const Files &files)
{
    auto project = core::Project::create(folder / "pictures.labelwright", {}).value();
    core::Edit edit{"add", "", {}};
    for (const auto &file : files) {
        core::Sample sample;
        sample.uri = file.filename().string();
        sample.position = std::ssize(edit.changes);
        edit.changes.push_back(core::created(sample));
    }
    (void)project->apply(std::move(edit)).value();
    return project;
}

// One thread that decodes, looks and compares, keeping nothing.
double bareLoop(const Files &files)
{
    return bench::seconds([&] {
        std::vector<core::Look> looks;
        for (const auto &file : files)
            looks.push_back(core::lookOf(widgets::rasterOf(QImage(widgets::pathText(file)))));
        std::vector<std::pair<int, std::size_t>> order;
        for (std::size_t i = 0; i < looks.size(); ++i)
            order.emplace_back(core::difference(looks[i], looks[0]), i);
        std::ranges::sort(order);
    });
}

}  // namespace

BENCHMARK(similarity, "10,000 pictures (or ARG) sorted by how alike they are to one")
{
    const int count = arguments.empty() ? 10'000 : std::stoi(arguments[0]);
    const std::filesystem::path folder = bench::scratchFolder();
    const Files files = writePictures(folder, count);
    const auto project = makeProject(folder, files);
    const core::JobId job = project->reader().jobs().value().at(0).id;
    const app::SimilarityWish wish{{job, {}}, project->reader().find({job, {}}).value().at(0), false};
    const app::SimilaritySource source{folder, {}, widgets::pathText(project->cacheDir())};
    const auto order = [&] {
        core::ProgressState progress;
        core::TaskContext task({}, progress);
        if (app::similarityOrder(project->reader(), wish, source, task).value().size() != files.size())
            std::abort();
    };
    const double bare = bareLoop(files);
    const double first = bench::seconds(order);
    const double again = std::min(bench::seconds(order), bench::seconds(order));
    bench::note("one thread that decodes, looks and compares", bare, "s");
    bench::note("the first time (keeps thumbnails and looks)", first, "s");
    bench::note("  to that", first / bare, "times");
    bench::note("again", again * 1000, "ms");
    bench::note("  to that", again / bare, "times");
}
