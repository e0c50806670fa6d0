#include "formats/options.h"
#include <algorithm>

namespace formats {

std::string_view optionOr(const Options &options, std::string_view name, std::string_view otherwise)
{
    const auto found = options.find(name);
    return found == options.end() ? otherwise : std::string_view(found->second);
}

core::Result<std::string> choice(const Options &options, std::string_view name,
                                 std::initializer_list<std::string_view> choices)
{
    std::string word(optionOr(options, name, *choices.begin()));
    if (std::ranges::find(choices, word) == choices.end())
        return core::Error{core::Code::Usage, std::string(name) + '=' + word, {}};
    return word;
}

}  // namespace formats
