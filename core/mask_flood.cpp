#include "core/mask_flood.h"
#include "core/mask_components.h"
#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>

namespace core {

namespace {

using Pixel = std::array<std::uint8_t, 4>;

struct Like {  // each channel from `low` to `high`
    Pixel low, high;

    Like(const std::uint8_t *seed, double tolerance)
    {
        const int by = static_cast<int>(std::clamp(std::floor(tolerance), 0.0, 255.0));
        for (std::size_t i = 0; i < 4; ++i) {
            low[i] = static_cast<std::uint8_t>(std::max(seed[i] - by, 0));
            high[i] = static_cast<std::uint8_t>(std::min(seed[i] + by, 255));
        }
    }
    std::uint8_t holds(const std::uint8_t *pixel) const  // without branches, so that the row becomes vector code
    {
        std::uint8_t all = 1;
        for (std::size_t i = 0; i < 4; ++i)
            all &= static_cast<std::uint8_t>(pixel[i] >= low[i]) & static_cast<std::uint8_t>(pixel[i] <= high[i]);
        return all;
    }
};

MaskRuns allLike(const Raster &rgba, const Like &like)
{
    MaskBuilder builder;
    const auto width = static_cast<std::size_t>(rgba.width);
    std::vector<std::uint8_t> row(width + 1);  // the last stays 0 and ends every run
    for (std::int32_t y = 0; y < rgba.height; ++y) {
        const std::uint8_t *pixels = rgba.bytes.data() + static_cast<std::size_t>(y) * width * 4;
        for (std::size_t x = 0; x < width; ++x)
            row[x] = like.holds(pixels + 4 * x);
        for (auto begin = row.begin(); (begin = std::find(begin, row.end(), 1)) != row.end();) {
            const auto end = std::find(begin, row.end(), 0);
            builder.add(y,
                        {static_cast<std::int32_t>(begin - row.begin()), static_cast<std::int32_t>(end - row.begin())});
            begin = end;
        }
    }
    return builder.take();
}

}  // namespace

MaskRuns flooded(const Raster &rgba, int x, int y, double tolerance)
{
    assert(rgba.format == PixelFormat::Rgba8);
    if (x < 0 || y < 0 || x >= rgba.width || y >= rgba.height)
        return {};
    const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(rgba.width) + static_cast<std::size_t>(x);
    const MaskRuns like = allLike(rgba, Like(rgba.bytes.data() + 4 * at, tolerance));
    const Components found = components(like, Touch::Sides);
    const auto row = like.row(y);
    const auto seed = std::prev(std::ranges::upper_bound(row, x, {}, &Span::begin));
    const std::uint32_t wanted = found.ofSpan[static_cast<std::size_t>(&*seed - like.spans().data())];
    return filtered(like, [&](std::size_t i) { return found.ofSpan[i] == wanted; });
}

}  // namespace core
