// The object in a box by its colours: GrabCut, on a window of the picture.
#pragma once
#include "core/gesture.h"
#include <stop_token>

namespace core {

// In sample coordinates.
struct CutSeeds {
    Rect box;                                     // nothing outside belongs to the object
    std::vector<std::pair<Point, Point>> inside;  // lines that belong to it
};

// What to look at: the box and enough around it to learn what the object is not.
Rect surroundings(const Rect &box);

// The object in sample pixels; nothing when told to stop. Takes tenths of a second; the same input gives the same.
MaskRuns grabCut(const PixelWindow &window, const CutSeeds &seeds, const std::stop_token &stop);

}  // namespace core
