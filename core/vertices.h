// The points of a polygon, polyline or keypoint set, one by one.
#pragma once
#include "core/geometry.h"

namespace core {

struct Vertex {
    std::size_t ring = 0, index = 0;  // ring: of polygons
    bool operator==(const Vertex &) const = default;
};

std::optional<Point> vertex(const Geometry &geometry, Vertex at);        // empty: there is none
Geometry withVertexMoved(Geometry geometry, Vertex at, Point to);        // unchanged when there is none
Geometry withVertexInserted(Geometry geometry, Vertex before, Point p);  // index may be one behind the last
// Unchanged when too few would be left (3 of an outline, 2 of a line); a hole that gets too small goes.
Geometry withVertexRemoved(Geometry geometry, Vertex at);

}  // namespace core
