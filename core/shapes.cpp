#include "core/shapes.h"
#include "core/boxes.h"
#include "core/masks.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace core {

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

template <class... Calls>
struct Visitor : Calls... {
    using Calls::operator()...;
};

std::optional<Rect> aroundOrNone(std::span<const Point> points)
{
    return points.empty() ? std::nullopt : std::optional(around(points));
}

// Of every ring: damaged files have holes outside of the outline.
std::optional<Rect> aroundAll(std::span<const Ring> rings)
{
    std::optional<Rect> all;
    for (const Ring &ring : rings)
        if (!ring.empty())
            all = all ? united(*all, around(ring)) : around(ring);
    return all;
}

std::vector<Point> presentPoints(const Keypoints &keypoints)
{
    std::vector<Point> points;
    for (const auto &p : keypoints.points)
        if (p)
            points.push_back(*p);
    return points;
}

std::vector<Point> cornersOfAll(const Track &track)
{
    std::vector<Point> points;
    for (const TrackKey &key : track.keys)
        for (const Point p : corners(key.box))
            points.push_back(p);
    return points;
}

// Every point of a shape made of points.
template <class Shape, class Change>
void forEachPoint(Shape &shape, Change change)
{
    using Kind = std::remove_const_t<Shape>;
    if constexpr (std::is_same_v<Kind, Polygon>) {
        for (auto &ring : shape.rings)
            std::ranges::for_each(ring, change);
    } else if constexpr (std::is_same_v<Kind, Polyline>) {
        std::ranges::for_each(shape.points, change);
    } else {
        static_assert(std::is_same_v<Kind, Keypoints>);
        for (auto &p : shape.points)
            if (p)
                change(*p);
    }
}

Box scaledBox(const Box &box, double sx, double sy)
{
    if (box.angle == 0)
        return withoutNegativeSides({box.x * sx, box.y * sy, box.w * sx, box.h * sy, 0});
    Corners all = corners(box);
    for (Point &p : all)
        p = {p.x * sx, p.y * sy};
    return boxFromCorners(all);
}

// Of one axis: the move that brings [low, high] into [0, limit].
double moveInside(double low, double high, double limit)
{
    if (high - low > limit)
        return -low;
    return low < 0 ? -low : high > limit ? limit - high : 0;
}

Box cutBox(Box box, double width, double height)
{
    const Rect around = *bounds(box);
    if (box.angle == 0) {
        box = boxFromPoints({std::clamp(around.left, 0.0, width), std::clamp(around.top, 0.0, height)},
                            {std::clamp(around.right, 0.0, width), std::clamp(around.bottom, 0.0, height)});
        return box;
    }
    const double share = std::min({1.0, width / around.width(), height / around.height()});
    const Point centre{std::clamp(box.center().x, around.width() * share / 2, width - around.width() * share / 2),
                       std::clamp(box.center().y, around.height() * share / 2, height - around.height() * share / 2)};
    return {centre.x - box.w * share / 2, centre.y - box.h * share / 2, box.w * share, box.h * share, box.angle};
}

Circle cutCircle(const Circle &circle, double width, double height)
{
    const double radius = std::min({circle.radius, width / 2, height / 2});
    return {{std::clamp(circle.center.x, radius, width - radius), std::clamp(circle.center.y, radius, height - radius)},
            radius};
}

// What does not fit is made to.
struct Cut {
    double width, height;
    void operator()(WholeSample &) const {}
    void operator()(Box &box) const { box = cutBox(box, width, height); }
    void operator()(Polygon &shape) const { clampPoints(shape); }
    void operator()(Polyline &shape) const { clampPoints(shape); }
    void operator()(Circle &circle) const { circle = cutCircle(circle, width, height); }
    void operator()(Point &p) const { p = core::clampedInto(p, width, height); }
    void operator()(Keypoints &shape) const { clampPoints(shape); }
    void operator()(Mask &mask) const
    {
        if (mask.runs)
            mask.runs = std::make_shared<const MaskRuns>(
                cut(*mask.runs, static_cast<int>(std::floor(width)), static_cast<int>(std::floor(height))));
    }
    void operator()(TimeSpan &) const {}
    void operator()(TextSpan &) const {}
    void operator()(Track &track) const
    {
        for (TrackKey &key : track.keys)
            key.box = cutBox(key.box, width, height);
    }

private:
    template <class Shape>
    void clampPoints(Shape &shape) const
    {
        forEachPoint(shape, [this](Point &p) { p = core::clampedInto(p, width, height); });
    }
};

}  // namespace

Rect grown(const Rect &rect, double by)
{
    return {rect.left - by, rect.top - by, rect.right + by, rect.bottom + by};
}

Rect united(const Rect &a, const Rect &b)
{
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

Rect around(std::span<const Point> points)
{
    Rect all{points[0].x, points[0].y, points[0].x, points[0].y};
    for (const Point p : points.subspan(1))
        all = united(all, {p.x, p.y, p.x, p.y});
    return all;
}

Point moveInside(const Rect &rect, double width, double height)
{
    if (width <= 0 || height <= 0)
        return {};
    return {moveInside(rect.left, rect.right, width), moveInside(rect.top, rect.bottom, height)};
}

Point cutMove(const Rect &rect, Point by, double width, double height)
{
    if (width <= 0 || height <= 0)
        return by;
    return {std::clamp(by.x, std::min(-rect.left, 0.0), std::max(width - rect.right, 0.0)),
            std::clamp(by.y, std::min(-rect.top, 0.0), std::max(height - rect.bottom, 0.0))};
}

std::optional<Rect> bounds(const Geometry &geometry)
{
    using Found = std::optional<Rect>;
    return std::visit(Visitor{
                          [](const WholeSample &) -> Found { return {}; },
                          [](const Box &box) -> Found { return around(corners(box)); },
                          [](const Polygon &polygon) { return aroundAll(polygon.rings); },
                          [](const Polyline &line) { return aroundOrNone(line.points); },
                          [](const Circle &c) -> Found {
                              return grown({c.center.x, c.center.y, c.center.x, c.center.y}, c.radius);
                          },
                          [](const Point &p) -> Found {
                              return Rect{p.x, p.y, p.x, p.y};
                          },
                          [](const Keypoints &k) { return aroundOrNone(presentPoints(k)); },
                          [](const Mask &mask) { return mask.runs ? bounds(*mask.runs) : Found{}; },
                          [](const TimeSpan &) -> Found { return {}; },
                          [](const TextSpan &) -> Found { return {}; },
                          [](const Track &track) { return aroundOrNone(cornersOfAll(track)); },
                      },
                      geometry);
}

double area(const Geometry &geometry)
{
    return std::visit(Visitor{
                          [](const WholeSample &) { return 0.0; },
                          [](const Box &box) { return box.w * box.h; },
                          [](const Polygon &polygon) {
                              double total = 0;
                              for (std::size_t i = 0; i < polygon.rings.size(); ++i)
                                  total += i == 0 ? area(polygon.rings[i]) : -area(polygon.rings[i]);
                              return std::max(total, 0.0);
                          },
                          [](const Polyline &) { return 0.0; },
                          [](const Circle &circle) { return std::numbers::pi * circle.radius * circle.radius; },
                          [](const Point &) { return 0.0; },
                          [](const Keypoints &) { return 0.0; },
                          [](const Mask &mask) { return mask.runs ? area(*mask.runs) : 0.0; },
                          [](const TimeSpan &) { return 0.0; },
                          [](const TextSpan &) { return 0.0; },
                          [](const Track &) { return 0.0; },
                      },
                      geometry);
}

bool contains(const Geometry &geometry, Point p)
{
    return std::visit(
        Visitor{
            [](const WholeSample &) { return false; },
            [&](const Box &box) { return contains(corners(box), p); },
            [&](const Polygon &polygon) {  // even-odd over all rings
                return std::ranges::count_if(polygon.rings, [&](const Ring &ring) { return contains(ring, p); }) % 2
                       == 1;
            },
            [](const Polyline &) { return false; },
            [&](const Circle &circle) { return distance(circle.center, p) <= circle.radius; },
            [](const Point &) { return false; },
            [](const Keypoints &) { return false; },
            [&](const Mask &mask) { return mask.runs && contains(*mask.runs, p); },
            [](const TimeSpan &) { return false; },
            [](const TextSpan &) { return false; },
            [](const Track &) { return false; },
        },
        geometry);
}

double distanceToEdge(const Geometry &geometry, Point p)
{
    return std::visit(Visitor{
                          [](const WholeSample &) { return Infinity; },
                          [&](const Box &box) { return distanceToOutline(corners(box), p, true); },
                          [&](const Polygon &polygon) {
                              double best = Infinity;
                              for (const Ring &ring : polygon.rings)
                                  best = std::min(best, distanceToOutline(ring, p, true));
                              return best;
                          },
                          [&](const Polyline &line) { return distanceToOutline(line.points, p, false); },
                          [&](const Circle &circle) { return std::abs(distance(circle.center, p) - circle.radius); },
                          [&](const Point &point) { return distance(point, p); },
                          [&](const Keypoints &keypoints) {
                              double best = Infinity;
                              forEachPoint(keypoints, [&](const Point &q) { best = std::min(best, distance(p, q)); });
                              return best;
                          },
                          [](const Mask &) { return Infinity; },
                          [](const TimeSpan &) { return Infinity; },
                          [](const TextSpan &) { return Infinity; },
                          [](const Track &) { return Infinity; },
                      },
                      geometry);
}

Geometry translated(Geometry geometry, double dx, double dy)
{
    const auto move = [&](Point &p) { p = p + Point{dx, dy}; };
    const auto moveBox = [&](Box &box) {
        box.x += dx;
        box.y += dy;
    };
    std::visit(Visitor{
                   [](WholeSample &) {},
                   [&](Box &box) { moveBox(box); },
                   [&](Polygon &shape) { forEachPoint(shape, move); },
                   [&](Polyline &shape) { forEachPoint(shape, move); },
                   [&](Circle &circle) { move(circle.center); },
                   [&](Point &p) { move(p); },
                   [&](Keypoints &shape) { forEachPoint(shape, move); },
                   [&](Mask &mask) {
                       if (mask.runs)
                           mask.runs = std::make_shared<const MaskRuns>(translated(
                               *mask.runs, static_cast<int>(std::lround(dx)), static_cast<int>(std::lround(dy))));
                   },
                   [](TimeSpan &) {},
                   [](TextSpan &) {},
                   [&](Track &track) {
                       for (TrackKey &key : track.keys)
                           moveBox(key.box);
                   },
               },
               geometry);
    return geometry;
}

Geometry scaled(Geometry geometry, double sx, double sy)
{
    const auto scale = [&](Point &p) { p = {p.x * sx, p.y * sy}; };
    std::visit(Visitor{
                   [](WholeSample &) {},
                   [&](Box &box) { box = scaledBox(box, sx, sy); },
                   [&](Polygon &shape) { forEachPoint(shape, scale); },
                   [&](Polyline &shape) { forEachPoint(shape, scale); },
                   [&](Circle &circle) {
                       scale(circle.center);
                       circle.radius *= std::sqrt(std::abs(sx * sy));  // the same share of the picture
                   },
                   [&](Point &p) { scale(p); },
                   [&](Keypoints &shape) { forEachPoint(shape, scale); },
                   [&](Mask &mask) {
                       if (mask.runs)
                           mask.runs = std::make_shared<const MaskRuns>(scaled(*mask.runs, sx, sy));
                   },
                   [](TimeSpan &) {},
                   [](TextSpan &) {},
                   [&](Track &track) {
                       for (TrackKey &key : track.keys)
                           key.box = scaledBox(key.box, sx, sy);
                   },
               },
               geometry);
    return geometry;
}

Geometry clampedInto(Geometry geometry, double width, double height)
{
    const auto box = bounds(geometry);
    if (!box || width <= 0 || height <= 0)
        return geometry;
    const Point by = moveInside(*box, width, height);
    if (by != Point{})
        geometry = translated(std::move(geometry), by.x, by.y);
    if (box->width() > width || box->height() > height)
        std::visit(Cut{width, height}, geometry);
    return geometry;
}

}  // namespace core
