// What the options of a format say.
#pragma once
#include "formats/format.h"

namespace formats {

inline std::string_view optionOr(const Options &options, std::string_view name, std::string_view otherwise)
{
    const auto at = options.find(name);
    return at == options.end() ? otherwise : std::string_view(at->second);
}

}  // namespace formats
