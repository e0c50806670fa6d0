// How values of a picture become brightness on the screen. View only: files and shapes know nothing of it.
#pragma once
#include <QImage>
#include <vector>

namespace widgets {

struct Adjustments {
    int low = 0, high = 255;  // the window: these become black and white. Up to 65535 for 16 bit gray
    int brightness = 0;       // -100…100
    int contrast = 0;         // -100…100
    double gamma = 1;         // 0.1…5, larger is brighter
    bool operator==(const Adjustments &) const = default;
};

constexpr int brightest(bool deep)
{
    return deep ? 0xffff : 0xff;
}
Adjustments plainAdjustments(bool deep);
// The window from the 0.5th to the 99.5th percentile of the picture's values.
Adjustments autoAdjustments(const QImage &image);

std::vector<uchar> lookUpTable(const Adjustments &adjustments, bool deep);  // by value: brightness on screen
// A part of a picture as it is shown; ARGB32_Premultiplied or RGB32.
QImage adjusted(const QImage &image, const QRect &part, const std::vector<uchar> &table);

}  // namespace widgets
