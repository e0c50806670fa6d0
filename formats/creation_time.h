// The time of labelling as ModelArts writes it: "2024-05-06 07:08:09", taken as UTC, to the second.
#pragma once
#include "core/rows.h"
#include <string_view>

namespace formats {

std::optional<core::Timestamp> parseCreationTime(std::string_view text);  // 'T' between date and time is taken too
std::string creationTime(core::Timestamp time);  // rounds down; empty for 0 and outside the years 1 to 9999

}  // namespace formats
