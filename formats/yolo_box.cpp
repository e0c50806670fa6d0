#include "formats/yolo_box.h"
#include <algorithm>
#include <cmath>

namespace formats {

namespace {

struct Extent {
    double low = 0, length = 0;
};

std::optional<Extent> extentOf(const Decimal &center, const Decimal &share, int pixels, int digits)
{
    const Decimal half{share.units * 5, share.scale + 1}, whole{pixels, 0};
    const auto start = difference(center, half);
    const auto low = start ? product(*start, whole) : std::nullopt;
    const auto length = product(share, whole);
    const auto high = low && length ? sum(*low, *length) : std::nullopt;
    if (!high)
        return std::nullopt;
    const double tolerance = std::clamp(0.75 * std::pow(10, -digits) * pixels, 1e-6, 0.5);
    const auto isWhole = [&](double at) { return std::abs(at - std::round(at)) <= tolerance; };
    Extent out{toDouble(*low), toDouble(*length)};
    const double end = toDouble(*high);
    if (isWhole(out.low) && isWhole(end))
        return Extent{std::round(out.low), std::round(end) - std::round(out.low)};
    if (isWhole(out.low))
        out.low = std::round(out.low);
    return out;
}

struct Shares {
    Decimal center, length;
};

std::optional<Shares> sharesOf(double low, double length, int pixels, int digits)
{
    const auto a = decimalOf(low), b = decimalOf(length);
    const auto center = a && b ? sum(*a, {b->units * 5, b->scale + 1}) : std::nullopt;
    const auto at = center ? quotient(*center, pixels, digits) : std::nullopt;
    const auto share = b ? quotient(*b, pixels, digits) : std::nullopt;
    return at && share ? std::optional(Shares{*at, *share}) : std::nullopt;
}

struct Written {
    std::optional<std::string> text;
    bool isExact = false;
};

Written written(const core::Box &box, int width, int height)
{
    Written out;
    for (const int digits : {6, 8, 10, 12, 16, 20, 24}) {
        const auto x = sharesOf(box.x, box.w, width, digits), y = sharesOf(box.y, box.h, height, digits);
        if (!x || !y)
            return out;
        out.text = toFixedText(x->center) + ' ' + toFixedText(y->center) + ' ' + toFixedText(x->length) + ' '
                   + toFixedText(y->length);
        out.isExact = yoloBox({x->center, y->center, x->length, y->length}, width, height) == box;
        if (out.isExact)
            return out;
    }
    return out;
}

}  // namespace

std::optional<core::Box> yoloBox(const YoloNumbers &numbers, int width, int height)
{
    const int digits = std::ranges::max(numbers, {}, &Decimal::scale).scale;
    const auto x = extentOf(numbers[0], numbers[2], width, digits),
               y = extentOf(numbers[1], numbers[3], height, digits);
    return x && y ? std::optional(core::Box{x->low, y->low, x->length, y->length, 0}) : std::nullopt;
}

std::optional<std::string> yoloText(const core::Box &box, int width, int height)
{
    return written(box, width, height).text;
}

bool comesBack(const core::Box &box, int width, int height)
{
    // What the reader refuses: a centre outside of the image, a box larger than it or without an area.
    const auto center = box.center();
    const bool isShare = center.x >= 0 && center.x <= width && center.y >= 0 && center.y <= height && box.w > 0
                         && box.w <= width && box.h > 0 && box.h <= height;
    return isShare && written(box, width, height).isExact;
}

}  // namespace formats
