// Points, segments and rings: the plane geometry below the shapes.
#pragma once
#include "core/geometry.h"
#include <span>

namespace core {

inline Point operator+(Point a, Point b)
{
    return {a.x + b.x, a.y + b.y};
}
inline Point operator-(Point a, Point b)
{
    return {a.x - b.x, a.y - b.y};
}
inline Point operator*(Point a, double factor)
{
    return {a.x * factor, a.y * factor};
}
double dot(Point a, Point b);
double cross(Point a, Point b);  // positive: b lies clockwise of a on screen
double length(Point vector);
double distance(Point a, Point b);
double distanceToSegment(Point p, Point a, Point b);
Point midpoint(Point a, Point b);

// The point on the ray from `from` whose direction is the multiple of `degrees` nearest to that of `to`.
Point snapped(Point from, Point to, double degrees);
// No size known (0): the point as it is.
Point clampedInto(Point p, double width, double height);
// How far along from → to (0…1) one may go and stay inside; 1 when no size is known.
double shareInside(Point from, Point to, double width, double height);

double area(std::span<const Point> ring);           // never negative; self-crossing parts count by winding
bool contains(std::span<const Point> ring, Point);  // even-odd
double distanceToOutline(std::span<const Point> points, Point, bool closed);  // infinity when there are none
bool crossesItself(std::span<const Point> ring);  // two edges meet elsewhere than at a shared corner

// Douglas–Peucker: no dropped point lies farther than `tolerance` from the result. Keeps both ends.
std::vector<Point> simplify(std::span<const Point> points, double tolerance);

}  // namespace core
