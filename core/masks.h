// What row spans can answer and do. Pixel (x, y) covers [x, x + 1) × [y, y + 1).
#pragma once
#include "core/shapes.h"
#include <span>

namespace core {

std::optional<Rect> bounds(const MaskRuns &runs);  // in pixel edges; empty: no pixel
double area(const MaskRuns &runs);
bool contains(const MaskRuns &runs, Point p);
MaskRuns translated(const MaskRuns &runs, std::int32_t dx, std::int32_t dy);
MaskRuns scaled(const MaskRuns &runs, double sx, double sy);                  // by the nearest pixel
MaskRuns cut(const MaskRuns &runs, std::int32_t width, std::int32_t height);  // without what lies outside

MaskRuns united(const MaskRuns &a, const MaskRuns &b);
MaskRuns united(std::span<const MaskRuns> many);  // neighbours that overlap, as the dabs of a stroke do, cost least
MaskRuns subtracted(const MaskRuns &from, const MaskRuns &what);
MaskRuns intersected(const MaskRuns &a, const MaskRuns &b);
bool meets(const MaskRuns &a, const MaskRuns &b);  // some pixel is in both
double iou(const MaskRuns &a, const MaskRuns &b);  // shared pixels / pixels of either; 0 when there are none

}  // namespace core
