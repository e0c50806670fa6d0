// What an option of a format is set to.
#pragma once
#include "formats/format.h"

namespace formats {

std::string_view optionOr(const Options &options, std::string_view name, std::string_view otherwise);
// Of an option that has choices, the first of them the default. Usage: it is set to none of them.
core::Result<std::string> choice(const Options &options, std::string_view name,
                                 std::initializer_list<std::string_view> choices);

}  // namespace formats
