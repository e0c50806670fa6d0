// Moving and cutting row spans.
#pragma once
#include "core/shapes.h"

namespace core {

std::optional<Rect> bounds(const MaskRuns &runs);  // in pixel edges; empty: no pixel
double area(const MaskRuns &runs);
bool contains(const MaskRuns &runs, Point p);
MaskRuns translated(MaskRuns runs, int dx, int dy);
MaskRuns scaled(const MaskRuns &runs, double sx, double sy);  // by the nearest pixel
MaskRuns cut(const MaskRuns &runs, int width, int height);    // without what lies outside

}  // namespace core
