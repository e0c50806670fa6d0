// How the tools and the view of masks are set: what the bar above the picture shows and a job remembers.
#pragma once
#include "core/gesture.h"
#include "widgets/image/mask_layer.h"
#include <QByteArray>

namespace widgets {

struct MaskOptions {
    double brushRadius = 20;  // sample pixels
    int tolerance = 24;       // of the fill
    MaskLook look;
    int specks = 20;  // pixels: islands below are dropped
    int radius = 2;   // pixels: of growing, shrinking and smoothing
    bool operator==(const MaskOptions &) const = default;
};

constexpr double leastBrush = 0.5, mostBrush = 1000;
double resizedBrush(double radius, int steps);  // larger or smaller by about an eighth, at least half a pixel

QByteArray toText(const MaskOptions &options);
MaskOptions maskOptionsFromText(const QByteArray &text);  // what is missing or no number: as it is at first

}  // namespace widgets
