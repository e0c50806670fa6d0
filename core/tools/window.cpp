#include "core/tools/window.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

Point pixelSize(const PixelWindow &window)
{
    return {window.area.width() / window.pixels.width, window.area.height() / window.pixels.height};
}

}  // namespace

std::optional<PixelWindow> windowOf(const Workbench &bench, const Rect &area, int mostPixels)
{
    if (!bench.pixels)
        return std::nullopt;
    const Rect whole{std::floor(area.left), std::floor(area.top), std::ceil(area.right), std::ceil(area.bottom)};
    auto window = bench.pixels(whole, mostPixels);
    const bool shows = window && window->pixels.width > 0 && window->pixels.height > 0 && window->area.width() > 0
                       && window->area.height() > 0;
    return shows ? std::move(window) : std::nullopt;
}

std::optional<PixelWindow> windowAround(const Workbench &bench, const Pointer &centre, int width, int height)
{
    const double scale = std::max(1.0, centre.pixel) / 2;
    const auto [x, y] = centre.at;
    return windowOf(bench, {x - width * scale, y - height * scale, x + width * scale, y + height * scale},
                    std::max(width, height));
}

Point toWindow(const PixelWindow &window, Point sample)
{
    const Point size = pixelSize(window);
    return {(sample.x - window.area.left) / size.x, (sample.y - window.area.top) / size.y};
}

Point toSample(const PixelWindow &window, Point inWindow)
{
    const Point size = pixelSize(window);
    return {window.area.left + inWindow.x * size.x, window.area.top + inWindow.y * size.y};
}

MaskRuns toSample(const PixelWindow &window, const MaskRuns &runs)
{
    const Point size = pixelSize(window);
    const Rect area = window.area;
    // The first sample pixel whose centre does not lie before the edge.
    const auto edge = [](double at) { return static_cast<std::int32_t>(std::ceil(at - 0.5)); };
    const auto rowEdge = [&](std::int32_t row) { return edge(area.top + row * size.y); };
    const auto columnEdge = [&](std::int32_t column) { return edge(area.left + column * size.x); };
    MaskBuilder builder;
    builder.reserve(static_cast<std::size_t>(std::max(0, rowEdge(runs.bottom()) - rowEdge(runs.top()))),
                    static_cast<std::size_t>(static_cast<double>(runs.spans().size()) * std::ceil(size.y)));
    std::vector<Span> row;
    for (std::int32_t from = runs.top(); from < runs.bottom(); ++from) {
        row.clear();
        for (const Span span : runs.row(from))
            row.push_back({columnEdge(span.begin), columnEdge(span.end)});
        for (std::int32_t y = rowEdge(from); y < rowEdge(from + 1); ++y)
            builder.add(y, row);
    }
    return builder.take();
}

}  // namespace core
