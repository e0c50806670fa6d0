#include "core/rings.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace core {

namespace {

int turn(Point a, Point b, Point c)
{
    const double value = cross(b - a, c - a);
    return value > 0 ? 1 : value < 0 ? -1 : 0;
}

// c is on the line through a and b: does it lie between them?
bool between(Point a, Point b, Point c)
{
    return std::min(a.x, b.x) <= c.x && c.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= c.y
           && c.y <= std::max(a.y, b.y);
}

bool segmentsMeet(Point a, Point b, Point c, Point d)
{
    const int abc = turn(a, b, c), abd = turn(a, b, d), cda = turn(c, d, a), cdb = turn(c, d, b);
    if (abc != abd && cda != cdb)
        return true;
    return (abc == 0 && between(a, b, c)) || (abd == 0 && between(a, b, d)) || (cda == 0 && between(c, d, a))
           || (cdb == 0 && between(c, d, b));
}

// The share of from → to at which one coordinate leaves [0, limit].
double shareInside(double from, double to, double limit)
{
    if (to > limit && to > from)
        return std::max(0.0, (limit - from) / (to - from));
    if (to < 0 && to < from)
        return std::max(0.0, from / (from - to));
    return 1;
}

}  // namespace

double dot(Point a, Point b)
{
    return a.x * b.x + a.y * b.y;
}

double cross(Point a, Point b)
{
    return a.x * b.y - a.y * b.x;
}

double length(Point vector)
{
    return std::hypot(vector.x, vector.y);
}

double distance(Point a, Point b)
{
    return length(b - a);
}

double distanceToSegment(Point p, Point a, Point b)
{
    const Point along = b - a;
    const double squared = dot(along, along);
    const double share = squared > 0 ? std::clamp(dot(p - a, along) / squared, 0.0, 1.0) : 0;
    return distance(p, a + along * share);
}

Point midpoint(Point a, Point b)
{
    return (a + b) * 0.5;
}

Point snapped(Point from, Point to, double degrees)
{
    const Point vector = to - from;
    const double step = degrees * std::numbers::pi / 180;
    const double angle = std::round(std::atan2(vector.y, vector.x) / step) * step;
    const Point direction{std::cos(angle), std::sin(angle)};
    return from + direction * dot(vector, direction);
}

Point clampedInto(Point p, double width, double height)
{
    if (width <= 0 || height <= 0)
        return p;
    return {std::clamp(p.x, 0.0, width), std::clamp(p.y, 0.0, height)};
}

double shareInside(Point from, Point to, double width, double height)
{
    if (width <= 0 || height <= 0)
        return 1;
    return std::min(shareInside(from.x, to.x, width), shareInside(from.y, to.y, height));
}

double area(std::span<const Point> ring)
{
    if (ring.size() < 3)
        return 0;
    double twice = 0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        twice += cross(ring[i] - ring[0], ring[i + 1] - ring[0]);
    return std::abs(twice) / 2;
}

bool contains(std::span<const Point> ring, Point p)
{
    bool inside = false;
    for (std::size_t i = 0, last = ring.size() - 1; i < ring.size(); last = i++) {
        const Point a = ring[last], b = ring[i];
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

double distanceToOutline(std::span<const Point> points, Point p, bool closed)
{
    double best = std::numeric_limits<double>::infinity();
    if (points.size() == 1)
        return distance(p, points[0]);
    for (std::size_t i = 1; i < points.size(); ++i)
        best = std::min(best, distanceToSegment(p, points[i - 1], points[i]));
    if (closed && points.size() > 2)
        best = std::min(best, distanceToSegment(p, points.back(), points.front()));
    return best;
}

bool crossesItself(std::span<const Point> ring)
{
    const std::size_t count = ring.size();
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t k = i + 2; k < count; ++k)
            if ((k + 1) % count != i && segmentsMeet(ring[i], ring[(i + 1) % count], ring[k], ring[(k + 1) % count]))
                return true;
    return false;
}

std::vector<Point> simplify(std::span<const Point> points, double tolerance)
{
    if (points.size() < 3)
        return {points.begin(), points.end()};
    std::vector<bool> kept(points.size());
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, points.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double worst = tolerance;
        std::size_t at = 0;
        for (std::size_t i = first + 1; i < last; ++i) {
            const double off = distanceToSegment(points[i], points[first], points[last]);
            if (off > worst) {
                worst = off;
                at = i;
            }
        }
        if (at) {
            kept[at] = true;
            open.insert(open.end(), {{first, at}, {at, last}});
        }
    }
    std::vector<Point> result;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (kept[i])
            result.push_back(points[i]);
    return result;
}

}  // namespace core
