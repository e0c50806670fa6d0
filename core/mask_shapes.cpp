// Disks, capsules and filled rings. Tracing: mask_trace.cpp.
#include "core/mask_shapes.h"
#include "core/mask_spans.h"
#include "core/masks.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr double farthest = 1 << 24;

double limited(double value)
{
    return std::clamp(value, -farthest, farthest);
}

Point limited(Point p)
{
    return {limited(p.x), limited(p.y)};
}

bool isFinite(Point p)
{
    return std::isfinite(p.x) && std::isfinite(p.y);
}

std::int32_t floored(double value)
{
    return static_cast<std::int32_t>(std::floor(value));
}

// The pixels of the thin line a → b are (major, minorAt(major)): Bresenham's, in closed form so that it can be cut.
struct ThinLine {
    std::int64_t x0, y0, dx, dy;  // dx ≥ |dy| after turning
    bool steep;

    static ThinLine between(Point from, Point to)
    {
        std::int64_t x0 = floored(from.x), y0 = floored(from.y), x1 = floored(to.x), y1 = floored(to.y);
        const bool steep = std::abs(y1 - y0) > std::abs(x1 - x0);
        if (steep) {
            std::swap(x0, y0);
            std::swap(x1, y1);
        }
        if (x1 < x0) {
            std::swap(x0, x1);
            std::swap(y0, y1);
        }
        return {x0, y0, x1 - x0, y1 - y0, steep};
    }
    std::int64_t minorAt(std::int64_t major) const
    {
        if (dx == 0)
            return y0;
        const std::int64_t rise = 2 * (major - x0) * std::abs(dy) + dx;
        return y0 + (dy < 0 ? -1 : 1) * (rise / (2 * dx));
    }
};

void addLine(std::vector<RowSpan> &out, Point from, Point to, int width, int height)
{
    const ThinLine line = ThinLine::between(from, to);
    const std::int64_t last = std::min<std::int64_t>(line.x0 + line.dx, (line.steep ? height : width) - 1);
    for (std::int64_t at = std::max<std::int64_t>(line.x0, 0); at <= last; ++at) {
        const auto major = static_cast<std::int32_t>(at), minor = static_cast<std::int32_t>(line.minorAt(at));
        const std::int32_t x = line.steep ? minor : major, y = line.steep ? major : minor;
        if (x >= 0 && x < width && y >= 0 && y < height)
            out.push_back({y, {x, x + 1}});
    }
}

MaskRuns thinLine(Point from, Point to)
{
    const Point shift{std::floor(std::min(from.x, to.x)), std::floor(std::min(from.y, to.y))};
    std::vector<RowSpan> spans;
    constexpr int all = 1 << 26;
    addLine(spans, from - shift, to - shift, all, all);
    return translated(maskOf(std::move(spans)), floored(shift.x), floored(shift.y));
}

// Where the capsule meets the line y: it is convex, so one interval.
struct Across {
    double begin, end;
    void take(double from, double to)
    {
        begin = std::min(begin, from);
        end = std::max(end, to);
    }
};

class Capsule {
public:
    Capsule(Point from, Point to, double radius) : m_from(from), m_to(to), m_radius(radius)
    {
        const Point along = to - from;
        const double reach = core::length(along);
        m_side = reach > 0 ? Point{-along.y / reach * radius, along.x / reach * radius} : Point{0, radius};
    }

    bool holds(std::int32_t x, std::int32_t y) const
    {
        return distanceToSegment({x + 0.5, y + 0.5}, m_from, m_to) <= m_radius;
    }

    Span row(std::int32_t y) const
    {
        Across across{farthest * 2, -farthest * 2};
        const double line = y + 0.5;
        for (const Point end : {m_from, m_to})
            if (const double dy = std::abs(line - end.y); dy <= m_radius) {
                const double half = std::sqrt(m_radius * m_radius - dy * dy);
                across.take(end.x - half, end.x + half);
            }
        const Point corners[] = {m_from + m_side, m_to + m_side, m_to - m_side, m_from - m_side};
        for (int i = 0; i < 4; ++i) {
            const Point a = corners[i], b = corners[(i + 1) % 4];
            if (std::min(a.y, b.y) <= line && line <= std::max(a.y, b.y) && a.y != b.y) {
                const double x = a.x + (line - a.y) / (b.y - a.y) * (b.x - a.x);
                across.take(x, x);
            }
        }
        if (across.begin > across.end)
            return {};
        return settled({floored(across.begin + 0.5), floored(across.end - 0.5) + 1}, y);
    }

private:
    // Rounding may have been off by a pixel.
    Span settled(Span span, std::int32_t y) const
    {
        --span.begin;
        ++span.end;
        while (span.begin < span.end && !holds(span.begin, y))
            ++span.begin;
        while (span.begin < span.end && !holds(span.end - 1, y))
            --span.end;
        return span;
    }

    Point m_from, m_to, m_side;
    double m_radius;
};

// An edge of the fill on its way down the rows.
struct FillEdge {
    std::int32_t first, last;  // rows [first, last) whose sampled line it crosses
    Point upper, lower;

    double at(double line) const { return upper.x + (line - upper.y) / (lower.y - upper.y) * (lower.x - upper.x); }
};

// Rows are sampled at y + offset, columns at x + offset.
std::vector<FillEdge> fillEdges(std::span<const Ring> rings, double offset, int height)
{
    std::vector<FillEdge> edges;
    for (const Ring &ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            Point upper = limited(ring[i]), lower = limited(ring[(i + 1) % ring.size()]);
            if (!isFinite(upper) || !isFinite(lower))
                continue;
            if (lower.y < upper.y)
                std::swap(upper, lower);
            const std::int32_t first = std::max(0, static_cast<std::int32_t>(std::ceil(upper.y - offset)));
            const std::int32_t last = std::min(height, static_cast<std::int32_t>(std::ceil(lower.y - offset)));
            if (first < last)
                edges.push_back({first, last, upper, lower});
        }
    std::ranges::sort(edges, {}, &FillEdge::first);
    return edges;
}

MaskRuns filled(std::span<const Ring> rings, double offset, int width, int height)
{
    const auto edges = fillEdges(rings, offset, height);
    MaskBuilder builder;
    std::vector<const FillEdge *> active;
    std::vector<double> crossings;
    auto next = edges.begin();
    for (std::int32_t y = edges.empty() ? 0 : edges.front().first; next != edges.end() || !active.empty(); ++y) {
        std::erase_if(active, [y](const FillEdge *edge) { return edge->last <= y; });
        for (; next != edges.end() && next->first == y; ++next)
            active.push_back(&*next);
        crossings.clear();
        for (const FillEdge *edge : active)
            crossings.push_back(edge->at(y + offset));
        std::ranges::sort(crossings);
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            const auto column = [offset](double x) { return static_cast<std::int32_t>(std::ceil(x - offset)); };
            builder.add(y, {std::max(column(crossings[i]), 0), std::min(column(crossings[i + 1]), width)});
        }
    }
    return builder.take();
}

MaskRuns outlined(std::span<const Ring> rings, int width, int height)
{
    std::vector<RowSpan> spans;
    const auto pixel = [](Point p) { return Point{std::floor(p.x + 0.5), std::floor(p.y + 0.5)}; };
    for (const Ring &ring : rings)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const Point a = limited(ring[i]), b = limited(ring[(i + 1) % ring.size()]);
            if (isFinite(a) && isFinite(b))
                addLine(spans, pixel(a), pixel(b), width, height);
        }
    return maskOf(std::move(spans));
}

}  // namespace

MaskRuns disk(Point centre, double radius)
{
    return capsule(centre, centre, radius);
}

MaskRuns capsule(Point from, Point to, double radius)
{
    from = limited(from);
    to = limited(to);
    if (!isFinite(from) || !isFinite(to) || !(radius >= 0))
        return {};
    if (radius <= 0.5)
        return thinLine(from, to);
    const Capsule shape(from, to, limited(radius));
    MaskBuilder builder;
    const std::int32_t bottom = floored(limited(std::max(from.y, to.y) + radius)) + 1;
    for (std::int32_t y = floored(limited(std::min(from.y, to.y) - radius)); y < bottom; ++y)
        builder.add(y, shape.row(y));
    return builder.take();
}

MaskRuns rasterised(std::span<const Ring> rings, FillRule rule, int width, int height)
{
    switch (rule) {
    case FillRule::Centres: return filled(rings, 0.5, width, height);
    case FillRule::WithOutline: break;
    }
    return united(filled(rings, 0, width, height), outlined(rings, width, height));
}

ConversionLoss conversionLoss(const MaskRuns &before, const MaskRuns &after)
{
    return {area(subtracted(after, before)), area(subtracted(before, after))};
}

ConversionLoss tracingLoss(const MaskRuns &runs, std::span<const Polygon> polygons, int width, int height)
{
    std::vector<MaskRuns> filledPolygons;
    for (const Polygon &polygon : polygons)
        filledPolygons.push_back(rasterised(polygon.rings, FillRule::Centres, width, height));
    return conversionLoss(runs, united(filledPolygons));
}

}  // namespace core
