// A window of the picture as OpenCV wants it.
#pragma once
#include "core/gesture.h"
#include <opencv2/core.hpp>

namespace core {

cv::Mat bgrOf(const PixelWindow &window);
// The pixel a point of the sample lies in, or the nearest, when the window is reckoned as `size` pixels.
cv::Point pixelAt(const PixelWindow &window, Point sample, cv::Size size);

}  // namespace core
