// Masks as values in a picture of 8 or 16 bits: rows without padding, top first.
#pragma once
#include "core/mask_runs.h"
#include <map>

namespace core {

// Sets the mask's pixels that lie inside.
void paint(const MaskRuns &runs, std::uint8_t value, std::span<std::uint8_t> pixels, int width, int height);
void paint(const MaskRuns &runs, std::uint16_t value, std::span<std::uint16_t> pixels, int width, int height);

// The pixels of every value but 0, which is background.
std::map<int, MaskRuns> masksByValue(std::span<const std::uint8_t> pixels, int width, int height);
std::map<int, MaskRuns> masksByValue(std::span<const std::uint16_t> pixels, int width, int height);

}  // namespace core
