#include "core/boxes.h"
#include "core/shapes.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

bool close(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance;
}

bool close(Point a, Point b, double tolerance)
{
    return close(a.x, b.x, tolerance) && close(a.y, b.y, tolerance);
}

bool close(const std::vector<Point> &a, const std::vector<Point> &b, double tolerance)
{
    return std::ranges::equal(a, b, [&](Point p, Point q) { return close(p, q, tolerance); });
}

bool close(const Box &a, const Box &b, double tolerance)
{
    const double turn = std::abs(normalisedAngle(a.angle - b.angle));
    return close(Point{a.x, a.y}, {b.x, b.y}, tolerance) && close(a.w, b.w, tolerance) && close(a.h, b.h, tolerance)
           && std::min(turn, 360 - turn) <= tolerance;
}

struct Close {
    const Geometry &other;
    double tolerance;
    template <class Shape>
    const Shape &same() const
    {
        return std::get<Shape>(other);
    }

    bool operator()(const WholeSample &) const { return true; }
    bool operator()(const Box &a) const { return close(a, same<Box>(), tolerance); }
    bool operator()(const Polygon &a) const
    {
        return std::ranges::equal(a.rings, same<Polygon>().rings,
                                  [&](const Ring &p, const Ring &q) { return close(p, q, tolerance); });
    }
    bool operator()(const Polyline &a) const
    {
        return a.dashed == same<Polyline>().dashed && close(a.points, same<Polyline>().points, tolerance);
    }
    bool operator()(const Circle &a) const
    {
        const Circle &b = same<Circle>();
        return close(a.center, b.center, tolerance) && close(a.radius, b.radius, tolerance);
    }
    bool operator()(const Point &a) const { return close(a, same<Point>(), tolerance); }
    bool operator()(const Keypoints &a) const
    {
        return std::ranges::equal(a.points, same<Keypoints>().points, [&](const auto &p, const auto &q) {
            return p.has_value() == q.has_value() && (!p || close(*p, *q, tolerance));
        });
    }
    bool operator()(const Mask &a) const { return a == same<Mask>(); }
    bool operator()(const TimeSpan &a) const { return a == same<TimeSpan>(); }
    bool operator()(const TextSpan &a) const { return a == same<TextSpan>(); }
    bool operator()(const Track &a) const
    {
        return std::ranges::equal(a.keys, same<Track>().keys, [&](const TrackKey &p, TrackKey q) {
            const bool boxes = close(p.box, q.box, tolerance);
            q.box = p.box;
            return boxes && p == q;
        });
    }
};

}  // namespace

bool nearlyEqual(const Geometry &a, const Geometry &b, double tolerance)
{
    return a.index() == b.index() && std::visit(Close{b, tolerance}, a);
}

}  // namespace core
