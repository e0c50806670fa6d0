// Offsets as label files count them become code points, and back. Nothing is rounded: an offset within a character of
// the unit is a fault.
#pragma once
#include "core/text/text_map.h"
#include "formats/format.h"

namespace formats {

enum class OffsetUnit { CodePoint, Utf16, Byte };
OptionSpec offsetOption();                      // "offset": code-point, utf16
OffsetUnit offsetUnit(const Options &options);  // what it says; code points

// BadValue: what is wrong with it in `detail` – reversed, empty, past the end, within a character.
core::Result<std::pair<std::int64_t, std::int64_t>> toCodePoints(std::int64_t begin, std::int64_t end, OffsetUnit unit,
                                                                 const core::TextMap &text);
std::int64_t fromCodePoint(std::int64_t at, OffsetUnit unit, const core::TextMap &text);

}  // namespace formats
