#include "core/reshape.h"
#include "core/shapes.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace core {

namespace {

struct Drag {
    const Pointer &from, &to;
    double width, height;
    Point by() const { return to.at - from.at; }
};

double directionOf(Point centre, Point p)
{
    const Point vector = p - centre;
    return std::atan2(vector.y, vector.x) * 180 / std::numbers::pi;
}

Geometry boxReshaped(const Box &box, const Handle &handle, const Drag &drag)
{
    if (handle.kind != HandleKind::Rotate)
        return resized(box, handle.grip, drag.by(), {drag.to.shift, drag.to.ctrl || drag.to.alt}, drag.width,
                       drag.height);
    double degrees = box.angle + directionOf(box.center(), drag.to.at) - directionOf(box.center(), drag.from.at);
    if (drag.to.shift)
        degrees = std::round(degrees / 15) * 15;
    return turnedTo(box, degrees, drag.width, drag.height);
}

Geometry circleReshaped(const Circle &circle, const Drag &drag)
{
    const Point centre = circle.center;
    const double grown = circle.radius + distance(centre, drag.to.at) - distance(centre, drag.from.at);
    const double room = drag.width > 0 && drag.height > 0
                            ? std::min({centre.x, centre.y, drag.width - centre.x, drag.height - centre.y})
                            : grown;
    return Circle{centre, std::clamp(grown, 0.0, std::max(room, circle.radius))};
}

Geometry vertexMoved(const Geometry &geometry, const Handle &handle, const Drag &drag)
{
    Point to = handle.at + drag.by();
    const auto *line = std::get_if<Polyline>(&geometry);
    if (drag.to.shift && line && line->points.size() == 2) {
        const Point other = line->points[1 - handle.vertex.index];
        to = snapped(other, to, 45);
        to = other + (to - other) * shareInside(other, to, drag.width, drag.height);
    }
    to = clampedInto(to, drag.width, drag.height);
    return handle.kind == HandleKind::Midpoint ? withVertexInserted(geometry, handle.vertex, to)
                                               : withVertexMoved(geometry, handle.vertex, to);
}

}  // namespace

Geometry reshaped(const Geometry &geometry, const Handle &handle, const Pointer &from, const Pointer &to, double width,
                  double height)
{
    const Drag drag{from, to, width, height};
    switch (handle.kind) {
    case HandleKind::Corner:
    case HandleKind::Edge:
    case HandleKind::Rotate: return boxReshaped(std::get<Box>(geometry), handle, drag);
    case HandleKind::Rim: return circleReshaped(std::get<Circle>(geometry), drag);
    case HandleKind::Vertex:
    case HandleKind::Midpoint: return vertexMoved(geometry, handle, drag);
    }
    return geometry;
}

const char *editName(HandleKind kind)
{
    switch (kind) {
    case HandleKind::Corner:
    case HandleKind::Edge:
    case HandleKind::Rim: return "resize";
    case HandleKind::Rotate: return "rotate";
    case HandleKind::Vertex: return "move-vertex";
    case HandleKind::Midpoint: return "insert-vertex";
    }
    return "";
}

}  // namespace core
