// The grips of a shape: painted for the selected object, hit before anything else.
#pragma once
#include "core/boxes.h"
#include "core/gesture.h"
#include "core/vertices.h"

namespace core {

enum class HandleKind { Corner, Edge, Rotate, Vertex, Midpoint, Rim };

struct Handle {
    HandleKind kind = HandleKind::Corner;
    Point at;
    Cursor cursor = Cursor::Arrow;
    Grip grip;      // of corners and edges
    Vertex vertex;  // of vertices; of a midpoint: where a new vertex goes
    bool operator==(const Handle &) const = default;
};

inline constexpr double RotateHandleDistance = 24;  // screen pixels above the top edge
inline constexpr double GrabDistance = 7;           // screen pixels from a handle or an edge

// Boxes: 4 corners, 4 edges, 1 rotation. Polygons and lines: vertices and midpoints (not of two-point lines; not of
// edges too short to show them). Circles: 4 on the rim. Others: none. `pixel` as in Pointer.
std::vector<Handle> handles(const Geometry &geometry, double pixel);

// The handle under the pointer. Edges of boxes and rims of circles answer over their whole length.
std::optional<Handle> handleAt(const Geometry &geometry, const Pointer &pointer);

}  // namespace core
