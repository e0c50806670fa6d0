// Whether a shape lies in its image, and what becomes of one that does not.
#pragma once
#include "core/geometry.h"

namespace formats {

enum class Fit {
    Inside,
    Clipped,  // it was a box that stuck out by at most half of its area: changed to what lies inside
    Outside,  // not to be kept: sticks out by more than half, or less than 2 pixels wide or high are left
};

// The rule of ModelArts' data validation. Only upright boxes are looked at, and only when the size is known (not 0).
Fit fitImage(core::Geometry &geometry, int width, int height);

}  // namespace formats
