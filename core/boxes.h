// Making, turning and resizing boxes, upright and turned.
#pragma once
#include "core/rings.h"
#include <array>

namespace core {

using Corners = std::array<Point, 4>;  // top left, top right, bottom right, bottom left, before turning

double normalisedAngle(double degrees);  // in [0, 360)
Corners corners(const Box &box);
Box boxFromPoints(Point a, Point b);  // two opposite corners, upright
Box boxFromCorners(const Corners &);  // w along the first edge, h to the far side of it; a right angle is assumed
Box withoutNegativeSides(Box box);    // the same area with w, h ≥ 0
bool isInside(const Box &box, double width, double height);  // true when no size is known

struct DragShape {
    bool square = false;   // Shift
    bool centred = false;  // Ctrl or Alt: `from` is the centre
};
// An upright box inside the sample.
Box boxFromDrag(Point from, Point to, DragShape shape, double width, double height);

// The box over the edge a → b that reaches to the line through `reach` parallel to it, kept inside the sample.
Box boxOverEdge(Point a, Point b, Point reach, double width, double height);

// Which sides a handle moves, in the box's own axes: -1 the left or top, 1 the right or bottom, 0 neither.
struct Grip {
    int x = 0, y = 0;
    bool operator==(const Grip &) const = default;
};
struct ResizeShape {
    bool keepRatio = false;  // of corners
    bool centred = false;    // the opposite side moves as much
};
// The gripped sides moved by `by` (sample axes); the opposite corner or side stays where it is. A side dragged over
// its opposite turns the box over. A box that lies inside the sample stays inside.
Box resized(const Box &box, Grip grip, Point by, ResizeShape shape, double width, double height);

// Turned about its centre to `degrees`; moved inside when it then sticks out; unturned when it cannot fit.
Box turnedTo(const Box &box, double degrees, double width, double height);

}  // namespace core
