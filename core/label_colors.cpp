#include "core/label_colors.h"
#include <algorithm>

namespace core {

namespace {

constexpr std::array<Rgb, 16> colors{0xe6194b, 0x3cb44b, 0x4363d8, 0xf58231, 0x911eb4, 0x42d4f4, 0xf032e6, 0xbfef45,
                                     0x469990, 0xffe119, 0x9a6324, 0xfabed4, 0x800000, 0xaaffc3, 0x808000, 0xdcbeff};

}  // namespace

std::span<const Rgb> labelColors()
{
    return colors;
}

Rgb nextLabelColor(std::span<const Label> existing)
{
    std::array<std::size_t, colors.size()> uses{};
    for (const Label &label : existing)
        if (const auto at = std::ranges::find(colors, label.rgb); at != colors.end())
            ++uses[static_cast<std::size_t>(at - colors.begin())];
    return colors[static_cast<std::size_t>(std::ranges::min_element(uses) - uses.begin())];
}

}  // namespace core
