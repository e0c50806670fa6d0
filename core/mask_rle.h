// COCO's run lengths: column by column, background and mask in turn, background first (0 when the first pixel is set).
// As pycocotools writes them, to the byte.
#pragma once
#include "core/mask_runs.h"
#include "core/result.h"
#include <string>

namespace core {

// Pixels outside width × height are left out.
std::vector<std::uint32_t> cocoCounts(const MaskRuns &runs, int width, int height);
std::string cocoText(const MaskRuns &runs, int width, int height);  // the compressed string

// BadValue: the counts do not add up to width × height, or the text is none. TooLarge: over 2^31 pixels or 2^20 a side.
Result<MaskRuns> fromCocoCounts(std::span<const std::uint32_t> counts, int width, int height);
Result<MaskRuns> fromCocoText(std::string_view text, int width, int height);

}  // namespace core
