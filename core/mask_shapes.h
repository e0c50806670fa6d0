// Shapes made of pixels, and pixels made shapes. A pixel belongs to a shape when its centre lies within.
#pragma once
#include "core/geometry.h"
#include <span>

namespace core {

// Coordinates that no picture has (beyond ±2^24) are taken for ±2^24.
MaskRuns disk(Point centre, double radius);
MaskRuns capsule(Point from, Point to, double radius);  // all that is so near the segment; radius ≤ 0.5: a thin line

enum class FillRule {
    Centres,      // the pixels whose centre is inside, even-odd
    WithOutline,  // as ModelArts fills: coordinates name pixels, and the pixels the outline passes belong to it
};
// Cut to width × height. All rings together are even-odd: holes are rings inside others.
MaskRuns rasterised(std::span<const Ring> rings, FillRule rule, int width, int height);

// One polygon for each island (8-connected), first its outline, then its holes. Tolerance 0: along the pixel edges, so
// that filling their centres gives the mask back. Above it the outlines may leave the edges by so many pixels.
std::vector<Polygon> traced(const MaskRuns &runs, double tolerance);

// What a conversion changes, in pixels.
struct ConversionLoss {
    double gained = 0, lost = 0;
    bool operator==(const ConversionLoss &) const = default;
};
ConversionLoss conversionLoss(const MaskRuns &before, const MaskRuns &after);
ConversionLoss tracingLoss(const MaskRuns &runs, std::span<const Polygon> polygons, int width, int height);

}  // namespace core
