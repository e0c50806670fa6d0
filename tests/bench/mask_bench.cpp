// The mask engine on an 8192 × 8192 image: what a brush move costs, set operations, fills, and strokes to disk.
#include "core/mask_clean.h"
#include "core/mask_edits.h"
#include "core/mask_flood.h"
#include "core/mask_rle.h"
#include "core/masks.h"
#include "core/project.h"
#include "tests/bench/bench.h"
#include <cstdlib>
#include <random>

using namespace core;

namespace {

constexpr int side = 8192;

double millisecondsOf(const std::function<void()> &work)
{
    return bench::seconds(work) * 1000;
}

// A disk with a torn edge and slits in every row.
MaskRuns ragged(Point centre, double radius, int slits, std::mt19937 &random)
{
    MaskBuilder builder;
    const MaskRuns round = disk(centre, radius);
    std::uniform_int_distribution<int> tear(0, 6);
    for (std::int32_t y = round.top(); y < round.bottom(); ++y)
        for (const Span span : round.row(y)) {
            const std::int32_t step = (span.end - span.begin) / (slits + 1);
            for (int i = 0; i <= slits; ++i)
                builder.add(y, {span.begin + i * step + tear(random), span.begin + (i + 1) * step - 1 - tear(random)});
        }
    return builder.take();
}

std::vector<std::uint8_t> pixelsOf(const MaskRuns &runs, int width, int height)
{
    std::vector<std::uint8_t> pixels(std::size_t(width) * std::size_t(height));
    for (std::int32_t y = runs.top(); y < runs.bottom(); ++y)
        for (const Span span : runs.row(y))
            std::fill_n(pixels.begin() + std::ptrdiff_t{y} * width + span.begin, span.end - span.begin, 1);
    return pixels;
}

void reportTimes(const char *what, std::vector<double> times, double budget)
{
    const auto figures = bench::percentiles(std::move(times));
    bench::note(std::string(what) + ", p50", figures.p50, "ms");
    bench::report(std::string(what) + ", p95", figures.p95, "ms", budget);
    bench::note(std::string(what) + ", max", figures.max, "ms");
}

// A picture with gradients and grain, as photos have.
Raster grainy(int width, int height)
{
    std::mt19937 random(3);
    Raster raster{width, height, PixelFormat::Rgba8, {}};
    raster.bytes.reserve(std::size_t(width) * std::size_t(height) * 4);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const auto grain = static_cast<std::uint8_t>(random() % 40);
            for (const int channel : {x / 16, y / 16, (x + y) / 32, 255})
                raster.bytes.push_back(static_cast<std::uint8_t>(channel == 255 ? 255 : channel + grain));
        }
    return raster;
}

// An image of 200 objects, the first of them large.
class Painting {
public:
    explicit Painting(const char *name)
    {
        auto made = Project::create(bench::scratchFolder() + "/" + name, {JobKind::ImageSegmentation, "masks", {}});
        if (!made)
            std::abort();
        project = std::move(*made);
        Sample sample;
        sample.id = {-1};
        sample.uri = "large.png";
        sample.media.width = sample.media.height = side;
        Edit edit{"add", "", {created(sample)}};
        for (int i = 0; i < 200; ++i) {
            Annotation mask;
            mask.job = {1};
            mask.sample = sample.id;
            mask.order = i;
            const Point at{300.0 + random() % 7500, 300.0 + random() % 7500};
            mask.geometry = Mask{std::make_shared<const MaskRuns>(i == 0 ? ragged({side / 2, side / 2}, 3800, 6, random)
                                                                         : ragged(at, 280, 1, random))};
            edit.changes.push_back(created(mask));
        }
        must(project->apply(edit));
        content = *project->reader().load({1}, {1});
    }

    // Until one changes something.
    void stroke(bool exclusive)
    {
        for (const auto before = content.annotations; content.annotations == before;)
            tryStroke(exclusive);
    }
    void undo()
    {
        times.push_back(millisecondsOf([&] { take(project->undo()); }));
    }
    void redo()
    {
        times.push_back(millisecondsOf([&] { take(project->redo()); }));
    }

    std::unique_ptr<Project> project;
    SampleContent content;
    std::vector<double> times;

private:
    void tryStroke(bool exclusive)
    {
        const Point from{double(random() % side), double(random() % side)};
        std::vector<MaskRuns> dabs;
        for (int i = 0; i < 60; ++i)
            dabs.push_back(capsule({from.x + 6 * i, from.y + 3 * i}, {from.x + 6 * i + 6, from.y + 3 * i + 3}, 40));
        const auto before = content.annotations;
        const double time = millisecondsOf([&] {
            const MaskCanvas canvas{content, {}, side, side, exclusive};
            Edit edit = paintMask(canvas, content.annotations.front(), united(dabs), "paint");
            take(project->apply(withImpliedState(std::move(edit), {&content, 1})));
        });
        if (content.annotations != before)
            times.push_back(time);
    }
    template <class Value>
    static void must(const Result<Value> &result)
    {
        if (!result) {
            std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
            std::abort();
        }
    }
    void take(const Result<ChangeSet> &result)
    {
        must(result);
        content = patched(content, *result->edit);
    }

    std::mt19937 random{1};
};

void strokes(const char *name, bool exclusive)
{
    Painting painting(name);
    for (int i = 0; i < 200; ++i)
        painting.stroke(exclusive);
    const std::string what = exclusive ? "exclusive " : "";
    reportTimes((what + "stroke to disk").c_str(), std::exchange(painting.times, {}), 10);
    for (int i = 0; i < 200; ++i)
        painting.undo();
    bench::report(what + "undo, max", bench::percentiles(std::exchange(painting.times, {})).max, "ms", 16);
    for (int i = 0; i < 200; ++i)
        painting.redo();
    bench::report(what + "redo, max", bench::percentiles(std::exchange(painting.times, {})).max, "ms", 16);
}

}  // namespace

BENCHMARK(masks, "the mask engine: brush, sets, fill, outlines, run lengths")
{
    std::mt19937 random(2);
    std::vector<double> moves;
    std::size_t spans = 0;
    for (int i = 0; i < 2000; ++i) {
        const Point at{double(random() % side), double(random() % side)};
        moves.push_back(millisecondsOf([&] { spans += capsule(at, {at.x + 17.3, at.y - 9.1}, 200).spans().size(); }));
    }
    reportTimes("brush move at radius 200", moves, 0.2);

    const MaskRuns a = ragged({2048, 2048}, 2040, 60, random), b = ragged({2060, 2052}, 2030, 60, random);
    std::vector<double> unions;
    for (int i = 0; i < 20; ++i)
        unions.push_back(millisecondsOf([&] { spans += united(a, b).spans().size(); }));
    auto pixels = pixelsOf(a, 4096, 4096);
    const auto others = pixelsOf(b, 4096, 4096);
    std::vector<double> naive;
    for (int i = 0; i < 20; ++i)
        naive.push_back(millisecondsOf([&] {
            for (std::size_t k = 0; k < pixels.size(); ++k)
                pixels[k] |= others[k];
        }));
    bench::note("spans of each of two 4k x 4k masks", double(a.spans().size()), "");
    reportTimes("their union", unions, 20);
    bench::note("their bytes in place, p50", bench::percentiles(naive).p50, "ms");

    const Raster picture = grainy(1600, 1000);
    std::vector<double> fills;
    for (int i = 0; i < 30; ++i)
        fills.push_back(millisecondsOf([&] { spans += flooded(picture, 800, 500, 8 + i * 3).spans().size(); }));
    reportTimes("fill preview, 1600 x 1000", fills, 33);

    const MaskRuns outline = ragged({2048, 2048}, 2000, 2, random);
    bench::note("tracing a ragged 4k x 4k mask", millisecondsOf([&] { spans += traced(outline, 0).size(); }), "ms");
    bench::note("the same, tolerance 2", millisecondsOf([&] { spans += traced(outline, 2).size(); }), "ms");
    bench::note("growing it by 10", millisecondsOf([&] { spans += grown(outline, 10, side, side).spans().size(); }),
                "ms");
    bench::note("smoothing it by 5", millisecondsOf([&] { spans += smoothed(outline, 5, side, side).spans().size(); }),
                "ms");
    std::vector<MaskRuns> objects;
    for (int i = 0; i < 1000; ++i)
        objects.push_back(ragged({300.0 + random() % 7500, 300.0 + random() % 7500}, 200, 1, random));
    bench::note("run lengths of 1,000 objects", millisecondsOf([&] {
                    for (const MaskRuns &object : objects)
                        spans += cocoText(object, side, side).size();
                }),
                "ms");
    if (spans == 0)
        std::abort();
}

BENCHMARK(strokes, "a brush stroke to disk, undo and redo on an 8192 x 8192 image of 200 masks")
{
    strokes("strokes.labelwright", false);
    strokes("exclusive.labelwright", true);
}
