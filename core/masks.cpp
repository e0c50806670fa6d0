#include "core/masks.h"
#include <algorithm>
#include <cmath>

namespace core {

std::optional<Rect> bounds(const MaskRuns &runs)
{
    if (runs.isEmpty())
        return std::nullopt;
    Span across = runs.spans().front();
    for (const Span span : runs.spans())
        across = {std::min(across.begin, span.begin), std::max(across.end, span.end)};
    return Rect{double(across.begin), double(runs.top()), double(across.end), double(runs.bottom())};
}

double area(const MaskRuns &runs)
{
    std::int64_t pixels = 0;
    for (const Span span : runs.spans())
        pixels += std::int64_t{span.end} - span.begin;
    return static_cast<double>(pixels);
}

bool contains(const MaskRuns &runs, Point p)
{
    if (!(p.y >= runs.top() && p.y < runs.bottom()))
        return false;
    const auto row = runs.row(static_cast<std::int32_t>(std::floor(p.y)));
    const auto behind = std::ranges::upper_bound(row, p.x, {}, &Span::begin);
    return behind != row.begin() && p.x < std::prev(behind)->end;
}

MaskRuns translated(const MaskRuns &runs, std::int32_t dx, std::int32_t dy)
{
    MaskBuilder builder;
    builder.reserve(static_cast<std::size_t>(runs.bottom() - runs.top()), runs.spans().size());
    for (std::int32_t y = runs.top(); y < runs.bottom(); ++y)
        for (const Span span : runs.row(y))
            builder.add(y + dy, {span.begin + dx, span.end + dx});
    return builder.take();
}

MaskRuns scaled(const MaskRuns &runs, double sx, double sy)
{
    MaskBuilder builder;
    if (runs.isEmpty() || sx <= 0 || sy <= 0)
        return builder.take();
    const auto edge = [](std::int32_t at, double by) { return static_cast<std::int32_t>(std::lround(at * by)); };
    for (std::int32_t y = edge(runs.top(), sy); y < edge(runs.bottom(), sy); ++y) {
        const auto source = static_cast<std::int32_t>(std::floor((y + 0.5) / sy));
        for (const Span span : runs.row(std::clamp(source, runs.top(), runs.bottom() - 1)))
            builder.add(y, {edge(span.begin, sx), edge(span.end, sx)});
    }
    return builder.take();
}

MaskRuns cut(const MaskRuns &runs, std::int32_t width, std::int32_t height)
{
    MaskBuilder builder;
    for (std::int32_t y = std::max(runs.top(), 0); y < std::min(runs.bottom(), height); ++y)
        for (const Span span : runs.row(y))
            builder.add(y, {std::max(span.begin, 0), std::min(span.end, width)});
    return builder.take();
}

}  // namespace core
