// What the mask tools cost the thread that draws: a move of the brush, a fill's preview; and how long what they seek
// in other threads takes.
#include "core/spatial_index.h"
#include "core/tools/grab_cut.h"
#include "core/tools/live_wire.h"
#include "core/tools/tools.h"
#include "tests/bench/bench.h"
#include <cmath>
#include <random>

using namespace core;

namespace {

constexpr int Side = 8192;

// Soft blobs of colour with some noise, and a disc that differs from them by a little.
Raster picture(int width, int height)
{
    std::mt19937 random(1);
    Raster raster{width, height, PixelFormat::Rgba8, {}};
    raster.bytes.reserve(std::size_t(width) * std::size_t(height) * 4);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const double lift = std::hypot(x - width / 2, y - height / 2) < height / 4.0 ? 24 : 0;
            const double wave = std::sin(x / 61.0) * std::cos(y / 47.0);
            for (const double level : {wave, -wave, std::sin((x + y) / 90.0)})
                raster.bytes.push_back(static_cast<std::uint8_t>(100 + 40 * level + lift + double(random() % 40)));
            raster.bytes.push_back(255);
        }
    return raster;
}

struct Desk {
    SampleContent content;
    SpatialIndex index;
    Workbench bench;
    Scene scene() const { return {content, index, {}, {1}, Side, Side, bench}; }
};

void reportMilliseconds(const std::string &what, std::vector<double> seconds, double budget)
{
    for (double &one : seconds)
        one *= 1000;
    bench::report(what + ", p95", bench::percentiles(std::move(seconds)).p95, "ms", budget);
}

PixelWindow window(int width, int height)
{
    return {picture(width, height), {0, 0, double(width), double(height)}};
}

}  // namespace

BENCHMARK(mask_tools, "brush move and fill preview on 8192 x 8192; scissors and GrabCut in their threads")
{
    Desk desk;
    desk.bench.options.brushRadius = 200;
    const auto at = [](double x, double y, double pixel = 1) { return Pointer{{x, y}, pixel}; };
    const auto brush = makeTool("brush");
    const auto stroke = brush->press(at(500, 4000), desk.scene());
    std::vector<double> moves, fills, maps, cuts;
    for (int i = 1; i <= 1000; ++i) {
        const Pointer to = at(500 + 7.3 * i, 4000 + 900 * std::sin(i / 40.0));
        moves.push_back(bench::seconds([&] { stroke->move(to); }));
    }
    reportMilliseconds("brush of radius 200, a move", std::move(moves), 0.2);
    bench::note("brush of radius 200, end of 1000 moves", 1000 * bench::seconds([&] { stroke->finish(); }), "ms");

    const PixelWindow view{picture(1600, 1000), {0, 0, 6400, 4000}};
    desk.bench.pixels = [&](const Rect &, int) { return std::optional(view); };
    const auto fill = makeTool("fill");
    const auto filling = fill->press(at(3200, 2000, 4), desk.scene());
    for (int i = 1; i <= 100; ++i)
        fills.push_back(bench::seconds([&] {
            filling->move(at(3200 + 8 * 2 * i, 2000, 4));
            filling->preview();
        }));
    reportMilliseconds("fill of 1600 x 1000 shown pixels, a preview", std::move(fills), 33);

    const PixelWindow around = window(640, 640), boxed = window(600, 600);
    for (int i = 0; i < 5; ++i) {
        maps.push_back(bench::seconds([&] { LiveWire(around, {320, 320}).to({100, 500}); }));
        cuts.push_back(bench::seconds([&] { grabCut(boxed, {{110, 110, 490, 490}, {}}, {}); }));
    }
    reportMilliseconds("scissors, the ways from an anchor", std::move(maps), 500);
    reportMilliseconds("GrabCut of 600 x 600", std::move(cuts), 500);
}
