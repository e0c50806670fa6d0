// What is under the pointer among many objects, and the index that answers it.
#include "core/hit_test.h"
#include "tests/bench/bench.h"
#include <cmath>
#include <memory>
#include <random>

using namespace core;

namespace {

constexpr double Width = 8000, Height = 6000;
using Random = std::mt19937;

double number(Random &random, double low, double high)
{
    return std::uniform_real_distribution(low, high)(random);
}

Polygon star(Random &random, Point centre, double radius, int points)
{
    Ring ring;
    for (int i = 0; i < points; ++i) {
        const double angle = 2 * M_PI * i / points, r = radius * number(random, 0.7, 1);
        ring.push_back({centre.x + r * std::cos(angle), centre.y + r * std::sin(angle)});
    }
    return {{std::move(ring)}};
}

SampleContent polygons(int count, int points)
{
    Random random(1);
    SampleContent content;
    for (int i = 1; i <= count; ++i) {
        Annotation row;
        row.id = {i};
        row.order = i;
        const Point centre{number(random, 0, Width), number(random, 0, Height)};
        row.geometry = star(random, centre, std::exp(number(random, 1.5, 5.5)), points);
        content.annotations.push_back(std::make_shared<const Annotation>(std::move(row)));
    }
    return content;
}

std::size_t byLookingAtEach(const SampleContent &content, Point p)
{
    std::size_t hits = 0;
    for (const AnnotationPtr &one : content.annotations)
        if (distanceToEdge(one->geometry, p) <= GrabDistance || contains(one->geometry, p))
            ++hits;
    return hits;
}

}  // namespace

BENCHMARK(pick, "what is under the pointer: 10,000 polygons of 30 points; an index over 50,000")
{
    const SampleContent content = polygons(10'000, 30);
    const SpatialIndex index(content.annotations);
    const std::vector<AnnotationId> selected{{17}};
    const Scene scene{content, index, selected, {}, Width, Height};
    Random random(2);
    std::vector<double> ours;
    std::size_t hits = 0, expected = 0;
    double baseline = 0;
    for (int i = 0; i < 5000; ++i) {
        const Pointer pointer{{number(random, 0, Width), number(random, 0, Height)}};
        ours.push_back(1e3 * bench::seconds([&] { hits += hitTest(scene, pointer).size(); }));
        if (i % 50 == 0)
            baseline += 1e3 * bench::seconds([&] { expected += byLookingAtEach(content, pointer.at); }) / 100;
    }
    const auto times = bench::percentiles(ours);
    bench::report("pick p99", times.p99, "ms", 1);
    bench::reportRatio("pick p50 against looking at each", times.p50, baseline, "ms", 0.1);
    bench::note("hits per pick", double(hits) / 5000, "");
    bench::note("hits per look at each", double(expected) / 100, "");

    SampleContent many = polygons(50'000, 30);
    SpatialIndex large;
    bench::report("build over 50,000", 1e3 * bench::seconds([&] { large.show(many.annotations); }), "ms", 100);
    Annotation moved = *many.annotations[25'000];
    moved.geometry = translated(moved.geometry, 10, 10);
    many.annotations[25'000] = std::make_shared<const Annotation>(std::move(moved));
    bench::report("show after one edit", 1e3 * bench::seconds([&] { large.show(many.annotations); }), "ms", 5);
    std::size_t found = 0;
    const Rect view{2000, 2000, 3000, 2750};
    bench::report("what a view shows", 1e3 * bench::seconds([&] { found = large.in(view).size(); }), "ms", 5);
    bench::note("shown by it", double(found), "");
}
