#include "core/tools/window_mat.h"
#include "core/tools/window.h"
#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace core {

cv::Mat bgrOf(const PixelWindow &window)
{
    const Raster &rgba = window.pixels;
    const cv::Mat all(rgba.height, rgba.width, CV_8UC4, const_cast<std::uint8_t *>(rgba.bytes.data()));  // only read
    cv::Mat bgr;
    cv::cvtColor(all, bgr, cv::COLOR_RGBA2BGR);
    return bgr;
}

cv::Point pixelAt(const PixelWindow &window, Point sample, cv::Size size)
{
    const auto [x, y] = toWindow(window, sample);
    const double sx = double(size.width) / window.pixels.width, sy = double(size.height) / window.pixels.height;
    return {std::clamp(cvFloor(x * sx), 0, size.width - 1), std::clamp(cvFloor(y * sy), 0, size.height - 1)};
}

}  // namespace core
