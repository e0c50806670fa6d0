#include "core/boxes.h"
#include "core/shapes.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace core {

namespace {

constexpr double Slack = 1e-9;  // rounding of a turned corner on the very border

struct Axes {
    Point along, down;  // unit vectors of a box's own x and y
};

Axes axesOf(double degrees)
{
    // Quarter turns stay exact, so that upright boxes keep their numbers.
    const double quarters = degrees / 90;
    if (quarters == std::floor(quarters)) {
        static constexpr Point Directions[] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
        const int i = static_cast<int>(normalisedAngle(degrees) / 90) % 4;
        return {Directions[i], Directions[(i + 1) % 4]};
    }
    const double radians = degrees * std::numbers::pi / 180;
    const Point along{std::cos(radians), std::sin(radians)};
    return {along, {-along.y, along.x}};
}

Box aboutCentre(Point centre, double w, double h, double angle)
{
    return {centre.x - w / 2, centre.y - h / 2, w, h, angle};
}

// The longest move, a share of 0…1 of `by`, for which `moved` stays inside. Inside at 0 and convex, so halving works.
template <class Moved>
double shareThatStays(Moved moved, double width, double height)
{
    if (isInside(moved(1.0), width, height))
        return 1;
    double inside = 0, outside = 1;
    for (int i = 0; i < 60; ++i) {
        const double middle = (inside + outside) / 2;
        (isInside(moved(middle), width, height) ? inside : outside) = middle;
    }
    return inside;
}

// How far the left or top edge goes along.
double lowEdgeShift(int grip, double by, bool centred)
{
    return grip < 0 ? by : grip > 0 && centred ? -by : 0;
}

// Sides may come out negative.
Box stretched(const Box &box, Grip grip, double dx, double dy, bool centred)
{
    const double w = box.w + grip.x * dx * (centred ? 2 : 1);
    const double h = box.h + grip.y * dy * (centred ? 2 : 1);
    if (box.angle == 0)  // by its edges, so that the ones that stay keep every bit
        return {box.x + lowEdgeShift(grip.x, dx, centred), box.y + lowEdgeShift(grip.y, dy, centred), w, h, 0};
    const Axes axes = axesOf(box.angle);
    const Point shift = axes.along * (dx / 2) + axes.down * (dy / 2);
    return aboutCentre(centred ? box.center() : box.center() + shift, w, h, box.angle);
}

// `by`, cut so that an edge at `edge` (and about the centre, the one at `opposite`) stays in [0, limit].
double cutToSample(double by, double edge, double opposite, bool centred, double limit)
{
    const double least = centred ? std::max(-edge, opposite - limit) : -edge;
    const double most = centred ? std::min(limit - edge, opposite) : limit - edge;
    return std::clamp(by, std::min(least, 0.0), std::max(most, 0.0));
}

// How far the gripped sides may go, in the box's axes.
Point keptInside(const Box &box, Grip grip, Point by, ResizeShape shape, double width, double height)
{
    const auto at = [&](double x, double y) { return stretched(box, grip, x, y, shape.centred); };
    if (shape.keepRatio)
        return by * shareThatStays([&](double share) { return at(by.x * share, by.y * share); }, width, height);
    if (box.angle == 0) {
        const double right = box.x + box.w, bottom = box.y + box.h;
        return {cutToSample(by.x, grip.x < 0 ? box.x : right, grip.x < 0 ? right : box.x, shape.centred, width),
                cutToSample(by.y, grip.y < 0 ? box.y : bottom, grip.y < 0 ? bottom : box.y, shape.centred, height)};
    }
    // One axis after the other, so that the box slides along the border.
    const double x = by.x * shareThatStays([&](double share) { return at(by.x * share, 0); }, width, height);
    return {x, by.y * shareThatStays([&](double share) { return at(x, by.y * share); }, width, height)};
}

}  // namespace

double normalisedAngle(double degrees)
{
    const double rest = std::fmod(degrees, 360);
    const double angle = rest < 0 ? rest + 360 : rest;
    return angle >= 360 ? 0 : angle;  // -1e-20 + 360 rounds to 360
}

Corners corners(const Box &box)
{
    if (box.angle == 0)
        return {Point{box.x, box.y}, {box.x + box.w, box.y}, {box.x + box.w, box.y + box.h}, {box.x, box.y + box.h}};
    const Axes axes = axesOf(box.angle);
    const Point along = axes.along * (box.w / 2), down = axes.down * (box.h / 2), centre = box.center();
    return {centre - along - down, centre + along - down, centre + along + down, centre - along + down};
}

Box boxFromPoints(Point a, Point b)
{
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(b.x - a.x), std::abs(b.y - a.y), 0};
}

Box boxFromCorners(const Corners &c)
{
    const Point edge = c[1] - c[0];
    const double degrees = std::atan2(edge.y, edge.x) * 180 / std::numbers::pi;
    const double w = length(edge);
    const double h = w > 0 ? cross(edge, c[3] - c[0]) / w : distance(c[0], c[3]);
    return aboutCentre(midpoint(midpoint(c[0], c[2]), midpoint(c[1], c[3])), w, std::abs(h), normalisedAngle(degrees));
}

Box withoutNegativeSides(Box box)
{
    if (box.w < 0) {
        box.x += box.w;
        box.w = -box.w;
    }
    if (box.h < 0) {
        box.y += box.h;
        box.h = -box.h;
    }
    return box;
}

bool isInside(const Box &box, double width, double height)
{
    if (width <= 0 || height <= 0)
        return true;
    return std::ranges::all_of(corners(box), [&](Point p) {
        return p.x >= -Slack && p.y >= -Slack && p.x <= width + Slack && p.y <= height + Slack;
    });
}

Box boxFromDrag(Point from, Point to, DragShape shape, double width, double height)
{
    from = clampedInto(from, width, height);
    to = clampedInto(to, width, height);
    const bool bounded = width > 0 && height > 0;
    const double infinite = std::numeric_limits<double>::infinity();
    Point by = to - from;
    // The room on the side dragged to, or, about a centre, on the nearer side.
    const auto room = [&](double at, double vector, double limit) {
        if (!bounded)
            return infinite;
        return shape.centred ? std::min(at, limit - at) : vector < 0 ? at : limit - at;
    };
    const double roomX = room(from.x, by.x, width), roomY = room(from.y, by.y, height);
    double dx = std::min(std::abs(by.x), roomX), dy = std::min(std::abs(by.y), roomY);
    if (shape.square)
        dx = dy = std::min({std::max(std::abs(by.x), std::abs(by.y)), roomX, roomY});
    by = {std::copysign(dx, by.x), std::copysign(dy, by.y)};
    return boxFromPoints(shape.centred ? from - by : from, from + by);
}

Box boxOverEdge(Point a, Point b, Point reach, double width, double height)
{
    const Point edge = b - a;
    const double w = length(edge);
    if (w == 0)
        return boxFromPoints(a, a);
    const Point normal{-edge.y / w, edge.x / w};
    const Point by = normal * dot(reach - a, normal);
    const double share = std::min(shareInside(a, a + by, width, height), shareInside(b, b + by, width, height));
    const Point far = by * share;
    const double degrees = std::atan2(edge.y, edge.x) * 180 / std::numbers::pi;
    return aboutCentre(midpoint(a, b + far), w, length(far), normalisedAngle(degrees));
}

Box resized(const Box &box, Grip grip, Point by, ResizeShape shape, double width, double height)
{
    const Axes axes = axesOf(box.angle);
    Point local{grip.x ? dot(by, axes.along) : 0, grip.y ? dot(by, axes.down) : 0};
    const bool keepRatio = shape.keepRatio && grip.x && grip.y && box.w > 0 && box.h > 0;
    if (keepRatio) {
        const double scale = std::max(std::abs(1 + grip.x * local.x / box.w), std::abs(1 + grip.y * local.y / box.h));
        local = {grip.x * (scale - 1) * box.w, grip.y * (scale - 1) * box.h};
    }
    if (width > 0 && height > 0 && isInside(box, width, height))
        local = keptInside(box, grip, local, {keepRatio, shape.centred}, width, height);
    return withoutNegativeSides(stretched(box, grip, local.x, local.y, shape.centred));
}

Box turnedTo(const Box &box, double degrees, double width, double height)
{
    Box turned = box;
    turned.angle = normalisedAngle(degrees);
    if (isInside(turned, width, height) || !isInside(box, width, height))
        return turned;
    const Rect around = *bounds(turned);
    if (around.width() > width || around.height() > height)
        return box;
    const Point by = moveInside(around, width, height);
    turned.x += by.x;
    turned.y += by.y;
    return turned;
}

}  // namespace core
