// What the options of a format say.
#pragma once
#include "formats/format.h"

namespace formats {

inline std::string_view optionOr(const Options &options, std::string_view name, std::string_view otherwise)
{
    const auto at = options.find(name);
    return at == options.end() ? otherwise : std::string_view(at->second);
}

// Of an option that has choices, the first of them the default. Usage: it is set to none of them.
inline core::Result<std::string> choice(const Options &options, std::string_view name,
                                        std::initializer_list<std::string_view> choices)
{
    std::string word(optionOr(options, name, *choices.begin()));
    for (const std::string_view known : choices)
        if (word == known)
            return word;
    return core::Error{core::Code::Usage, std::string(name) + '=' + word, {}};
}

}  // namespace formats
