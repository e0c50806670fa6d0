#include "core/handles.h"
#include "core/shapes.h"
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace core {

namespace {

constexpr double ShortestWithMidpoint = 24;  // screen pixels

// The resize cursor for a side whose outward direction is this.
Cursor sizeCursor(Point outward)
{
    const double degrees = std::atan2(outward.y, outward.x) * 180 / std::numbers::pi;
    switch (static_cast<int>(std::lround(degrees / 45 + 8)) % 4) {
    case 0: return Cursor::SizeHorizontal;
    case 1: return Cursor::SizeFalling;
    case 2: return Cursor::SizeVertical;
    default: return Cursor::SizeRising;
    }
}

std::vector<Handle> handlesOf(const Box &box, double pixel)
{
    static constexpr Grip CornerGrips[] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    static constexpr Grip EdgeGrips[] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
    const Corners points = corners(box);
    const Point centre = box.center();
    const Point along = midpoint(points[1], points[2]) - midpoint(points[3], points[0]);
    const Point down = midpoint(points[2], points[3]) - midpoint(points[0], points[1]);
    std::vector<Handle> all;
    for (std::size_t i = 0; i < 4; ++i) {
        const Grip grip = CornerGrips[i];
        Box square = box;  // its diagonals do not depend on how flat the box is
        square.w = square.h = 2;
        const Corners directions = corners(square);
        all.push_back({HandleKind::Corner, points[i], sizeCursor(directions[i] - square.center()), grip, {}});
    }
    for (std::size_t i = 0; i < 4; ++i) {
        const Point at = midpoint(points[i], points[(i + 1) % 4]);
        const Point outward = EdgeGrips[i].x ? along * EdgeGrips[i].x : down * EdgeGrips[i].y;
        all.push_back({HandleKind::Edge, at, sizeCursor(outward), EdgeGrips[i], {}});
    }
    const double height = length(down);
    const Point up = height > 0 ? down * (-1 / height) : Point{0, -1};
    const Point above = centre + up * (height / 2 + RotateHandleDistance * pixel);
    all.push_back({HandleKind::Rotate, above, Cursor::Rotate, {}, {}});
    return all;
}

void addMidpoint(std::vector<Handle> &all, Point a, Point b, Vertex where, double pixel)
{
    if (distance(a, b) >= ShortestWithMidpoint * pixel)
        all.push_back({HandleKind::Midpoint, midpoint(a, b), Cursor::Vertex, {}, where});
}

// Vertices first: they win over midpoints.
std::vector<Handle> handlesOf(const Polygon &polygon, double pixel)
{
    std::vector<Handle> all;
    for (std::size_t ring = 0; ring < polygon.rings.size(); ++ring)
        for (std::size_t i = 0; i < polygon.rings[ring].size(); ++i)
            all.push_back({HandleKind::Vertex, polygon.rings[ring][i], Cursor::Vertex, {}, {ring, i}});
    for (std::size_t ring = 0; ring < polygon.rings.size(); ++ring)
        for (std::size_t i = 0, count = polygon.rings[ring].size(); i < count; ++i)
            addMidpoint(all, polygon.rings[ring][i], polygon.rings[ring][(i + 1) % count], {ring, i + 1}, pixel);
    return all;
}

std::vector<Handle> handlesOf(const Polyline &line, double pixel)
{
    std::vector<Handle> all;
    for (std::size_t i = 0; i < line.points.size(); ++i)
        all.push_back({HandleKind::Vertex, line.points[i], Cursor::Vertex, {}, {0, i}});
    for (std::size_t i = 1; i < line.points.size() && line.points.size() > 2; ++i)
        addMidpoint(all, line.points[i - 1], line.points[i], {0, i}, pixel);
    return all;
}

std::vector<Handle> handlesOf(const Circle &circle)
{
    std::vector<Handle> all;
    for (const Point direction : {Point{1, 0}, Point{0, 1}, Point{-1, 0}, Point{0, -1}})
        all.push_back({HandleKind::Rim, circle.center + direction * circle.radius, sizeCursor(direction), {}, {}});
    return all;
}

std::vector<Handle> handlesOf(const Keypoints &keypoints)
{
    std::vector<Handle> all;
    for (std::size_t i = 0; i < keypoints.points.size(); ++i)
        if (keypoints.points[i])
            all.push_back({HandleKind::Vertex, *keypoints.points[i], Cursor::Vertex, {}, {0, i}});
    return all;
}

struct HandlesOf {
    double pixel;
    std::vector<Handle> operator()(const WholeSample &) const { return {}; }
    std::vector<Handle> operator()(const Box &box) const { return handlesOf(box, pixel); }
    std::vector<Handle> operator()(const Polygon &polygon) const { return handlesOf(polygon, pixel); }
    std::vector<Handle> operator()(const Polyline &line) const { return handlesOf(line, pixel); }
    std::vector<Handle> operator()(const Circle &circle) const { return handlesOf(circle); }
    std::vector<Handle> operator()(const Point &) const { return {}; }
    std::vector<Handle> operator()(const Keypoints &keypoints) const { return handlesOf(keypoints); }
    std::vector<Handle> operator()(const Mask &) const { return {}; }
    std::vector<Handle> operator()(const TimeSpan &) const { return {}; }
    std::vector<Handle> operator()(const TextSpan &) const { return {}; }
    std::vector<Handle> operator()(const Track &) const { return {}; }
};

// Small shapes keep an inside by which they can be moved: from within, grips reach a third of the smaller side at most.
double reachInside(const Geometry &geometry, const Pointer &pointer)
{
    const double reach = GrabDistance * pointer.pixel;
    if (!contains(geometry, pointer.at))
        return reach;
    if (const Box *box = std::get_if<Box>(&geometry))
        return std::min(reach, std::min(box->w, box->h) / 3);
    const Rect around = *bounds(geometry);
    return std::min(reach, std::min(around.width(), around.height()) / 4);
}

// The side of a box, or the rim of a circle, away from its painted grips.
std::optional<Handle> outlineAt(const Geometry &geometry, std::span<const Handle> all, Point p, double reach)
{
    if (distanceToEdge(geometry, p) > reach)
        return std::nullopt;
    if (const Circle *circle = std::get_if<Circle>(&geometry))
        return Handle{HandleKind::Rim, p, sizeCursor(p - circle->center), {}, {}};
    const Box *box = std::get_if<Box>(&geometry);
    if (!box)
        return std::nullopt;
    const Corners points = corners(*box);
    std::size_t best = 0;
    for (std::size_t i = 1; i < 4; ++i)
        if (distanceToSegment(p, points[i], points[(i + 1) % 4])
            < distanceToSegment(p, points[best], points[(best + 1) % 4]))
            best = i;
    return all[4 + best];
}

}  // namespace

std::vector<Handle> handles(const Geometry &geometry, double pixel)
{
    return std::visit(HandlesOf{pixel}, geometry);
}

std::optional<Handle> handleAt(const Geometry &geometry, const Pointer &pointer)
{
    const auto all = handles(geometry, pointer.pixel);
    const double reach = reachInside(geometry, pointer);
    const Handle *best = nullptr;
    double nearest = std::numeric_limits<double>::infinity();
    for (const Handle &handle : all) {
        const double off = distance(handle.at, pointer.at);
        const bool within = off <= (handle.kind == HandleKind::Rotate ? GrabDistance * pointer.pixel : reach);
        if (within && off < nearest) {  // strictly: a vertex wins over a midpoint at the same place
            best = &handle;
            nearest = off;
        }
    }
    return best ? std::optional(*best) : outlineAt(geometry, all, pointer.at, reach);
}

}  // namespace core
