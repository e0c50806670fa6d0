// What every geometry can answer and do. Units are those of core/geometry.h; x and y mean nothing for whole samples,
// texts and times, which come back unchanged.
#pragma once
#include "core/rings.h"

namespace core {

struct Rect {
    double left = 0, top = 0, right = 0, bottom = 0;
    double width() const { return right - left; }
    double height() const { return bottom - top; }
    bool contains(Point p) const { return left <= p.x && p.x <= right && top <= p.y && p.y <= bottom; }
    bool contains(const Rect &r) const
    {
        return left <= r.left && r.right <= right && top <= r.top && r.bottom <= bottom;
    }
    bool meets(const Rect &r) const { return left <= r.right && r.left <= right && top <= r.bottom && r.top <= bottom; }
    bool operator==(const Rect &) const = default;
};
Rect grown(const Rect &rect, double by);
Rect united(const Rect &a, const Rect &b);
Rect around(std::span<const Point> points);  // of at least one
// The least move that brings it inside; larger than the sample: its left or top edge goes to 0. {0,0}: no size known.
Point moveInside(const Rect &rect, double width, double height);
// The move, cut so that the rectangle leaves the sample no farther than it does already.
Point cutMove(const Rect &rect, Point by, double width, double height);

std::optional<Rect> bounds(const Geometry &geometry);          // empty: has no place in a picture
double area(const Geometry &geometry);                         // without holes; 0 for points and lines
bool contains(const Geometry &geometry, Point p);              // never for points and lines; holes are outside
double distanceToEdge(const Geometry &geometry, Point p);      // infinity: has no edge (masks: see contains)
Geometry translated(Geometry geometry, double dx, double dy);  // masks by whole pixels
Geometry scaled(Geometry geometry, double sx, double sy);      // about the origin, as when the picture is resized
// Whole and moved inside where it fits. Where it does not: upright boxes and masks are cut, turned boxes shrunk,
// points moved to the border, circles made smaller. Unchanged when no size is known.
Geometry clampedInto(Geometry geometry, double width, double height);
bool nearlyEqual(const Geometry &a, const Geometry &b, double tolerance);  // same kind, every number that close

}  // namespace core
