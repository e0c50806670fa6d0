#include "core/vertices.h"

namespace core {

namespace {

// The list a vertex of this geometry lives in; null: it has none.
template <class Shape>
auto *pointsOf(Shape &geometry, std::size_t ring)
{
    using Points = std::conditional_t<std::is_const_v<Shape>, const std::vector<Point>, std::vector<Point>>;
    if (auto *polygon = std::get_if<Polygon>(&geometry))
        return ring < polygon->rings.size() ? static_cast<Points *>(&polygon->rings[ring]) : nullptr;
    if (auto *line = std::get_if<Polyline>(&geometry))
        return ring == 0 ? static_cast<Points *>(&line->points) : nullptr;
    return static_cast<Points *>(nullptr);
}

}  // namespace

std::optional<Point> vertex(const Geometry &geometry, Vertex at)
{
    if (const auto *points = pointsOf(geometry, at.ring))
        return at.index < points->size() ? std::optional((*points)[at.index]) : std::nullopt;
    if (const auto *keypoints = std::get_if<Keypoints>(&geometry))
        return at.ring == 0 && at.index < keypoints->points.size() ? keypoints->points[at.index] : std::nullopt;
    return std::nullopt;
}

Geometry withVertexMoved(Geometry geometry, Vertex at, Point to)
{
    if (!vertex(geometry, at))
        return geometry;
    if (auto *points = pointsOf(geometry, at.ring))
        (*points)[at.index] = to;
    else
        std::get<Keypoints>(geometry).points[at.index] = to;
    return geometry;
}

Geometry withVertexInserted(Geometry geometry, Vertex before, Point p)
{
    if (auto *points = pointsOf(geometry, before.ring); points && before.index <= points->size())
        points->insert(points->begin() + static_cast<std::ptrdiff_t>(before.index), p);
    return geometry;
}

Geometry withVertexRemoved(Geometry geometry, Vertex at)
{
    auto *points = pointsOf(geometry, at.ring);
    if (!points || at.index >= points->size())
        return geometry;
    auto *polygon = std::get_if<Polygon>(&geometry);
    if (points->size() > (polygon ? 3u : 2u))
        points->erase(points->begin() + static_cast<std::ptrdiff_t>(at.index));
    else if (polygon && at.ring > 0)
        polygon->rings.erase(polygon->rings.begin() + static_cast<std::ptrdiff_t>(at.ring));
    return geometry;
}

}  // namespace core
