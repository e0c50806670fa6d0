#include "core/mask_raster.h"
#include <algorithm>
#include <cassert>
#include <cstring>

namespace core {

namespace {

template <class Value>
bool holdsAll(std::span<Value> pixels, int width, int height)
{
    return width >= 0 && height >= 0 && pixels.size() == std::size_t(width) * std::size_t(height);
}

template <class Value>
void paintValue(const MaskRuns &runs, Value value, std::span<Value> pixels, int width, int height)
{
    assert(holdsAll(pixels, width, height));
    for (std::int32_t y = std::max(runs.top(), 0); y < std::min(runs.bottom(), height); ++y)
        for (const Span span : runs.row(y)) {
            const std::int32_t begin = std::max(span.begin, 0), end = std::min(span.end, width);
            if (begin < end)
                std::fill_n(pixels.begin() + std::ptrdiff_t{y} * width + begin, end - begin, value);
        }
}

// The end of the run of equal pixels at `begin`, eight bytes at a time where it is long.
template <class Value>
const Value *endOfRun(const Value *begin, const Value *end)
{
    constexpr std::ptrdiff_t step = 8 / sizeof(Value);
    std::uint64_t equal = 0;
    for (std::size_t i = 0; i < 8; i += sizeof(Value))
        std::memcpy(reinterpret_cast<char *>(&equal) + i, begin, sizeof(Value));
    const Value *at = begin + 1;
    for (std::uint64_t next = 0; end - at >= step; at += step) {
        std::memcpy(&next, at, sizeof next);
        if (next != equal)
            break;
    }
    return std::find_if(at, end, [begin](Value value) { return value != *begin; });
}

template <class Value>
std::map<int, MaskRuns> gathered(std::span<const Value> pixels, int width, int height)
{
    assert(holdsAll(pixels, width, height));
    std::vector<MaskBuilder> builders(std::size_t{1} << (8 * sizeof(Value)));
    for (std::int32_t y = 0; y < height; ++y) {
        const Value *row = pixels.data() + std::ptrdiff_t{y} * width, *end = row + width;
        for (const Value *at = row; at < end;) {
            const Value *next = endOfRun(at, end);
            if (*at != 0)
                builders[*at].add(y, {static_cast<std::int32_t>(at - row), static_cast<std::int32_t>(next - row)});
            at = next;
        }
    }
    std::map<int, MaskRuns> found;
    for (std::size_t value = 1; value < builders.size(); ++value)
        if (MaskRuns runs = builders[value].take(); !runs.isEmpty())
            found.emplace_hint(found.end(), static_cast<int>(value), std::move(runs));
    return found;
}

}  // namespace

void paint(const MaskRuns &runs, std::uint8_t value, std::span<std::uint8_t> pixels, int width, int height)
{
    paintValue(runs, value, pixels, width, height);
}

void paint(const MaskRuns &runs, std::uint16_t value, std::span<std::uint16_t> pixels, int width, int height)
{
    paintValue(runs, value, pixels, width, height);
}

std::map<int, MaskRuns> masksByValue(std::span<const std::uint8_t> pixels, int width, int height)
{
    return gathered(pixels, width, height);
}

std::map<int, MaskRuns> masksByValue(std::span<const std::uint16_t> pixels, int width, int height)
{
    return gathered(pixels, width, height);
}

}  // namespace core
