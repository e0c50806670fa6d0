// A pixel box as YOLO writes it: centre and size as shares of the image, in as many digits as bring it back.
#pragma once
#include "core/geometry.h"
#include "formats/decimal.h"
#include <array>

namespace formats {

using YoloNumbers = std::array<Decimal, 4>;  // x_center, y_center, width, height

// Computed exactly. An edge that lies at a whole pixel as far as the digits of the longest number can tell (1e-6
// at least, half a pixel at most) is at that pixel. Empty: numbers too long to compute with.
std::optional<core::Box> yoloBox(const YoloNumbers &numbers, int width, int height);

// "0.500000 0.500000 0.250000 0.100000": six digits where they bring the very box back, more where it takes more, 24 at
// most.
std::optional<std::string> yoloText(const core::Box &box, int width, int height);

bool comesBack(const core::Box &box, int width, int height);

}  // namespace formats
