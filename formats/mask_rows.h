// Masks and the values of an image, row by row: no picture of the whole image is held.
#pragma once
#include "core/geometry.h"
#include "core/result.h"
#include <map>
#include <span>
#include <unordered_map>

namespace formats {

struct MaskLayer {
    core::MaskRuns runs;
    std::uint16_t value = 0;
};

// The values of row y: each layer over those before it, 0 where there is none. Outside the row is left out.
void fillRow(std::span<const MaskLayer> layers, int y, std::span<std::uint16_t> row);

// Gathers the pixels of each value from rows that come top first.
class MasksByValue {
public:
    static constexpr std::size_t MaxValues = 70'000;
    void ignore(std::uint32_t value) { m_ignored = value; }  // background; none at first
    void addRow(int y, std::span<const std::uint32_t> values);
    bool hasTooMany() const { return m_builders.size() >= MaxValues; }
    std::map<std::uint32_t, core::MaskRuns> take();

private:
    std::unordered_map<std::uint32_t, core::MaskBuilder> m_builders;
    std::optional<std::uint32_t> m_ignored;
};

// A pixel of one lies on or beside (also by a corner) a pixel of the other.
bool touch(const core::MaskRuns &a, const core::MaskRuns &b);

}  // namespace formats
