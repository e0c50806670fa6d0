// What the filters mean by "contains" and "is".
#include "core/sample_query.h"
#include "core/media_location.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace core {

bool textContains(std::string_view text, std::string_view part)
{
    return !std::ranges::search(text, part, {}, folded, folded).empty() || part.empty();
}

bool nameContains(std::string_view uri, std::string_view text)
{
    return textContains(fileName(uri), text);
}

bool propertyIs(std::string_view json, std::string_view key, std::string_view value)
{
    if (json.size() < key.size() + 4)  // {"key":0 would be longer
        return false;
    // Without escapes, what is there stands there as it is; only numbers may be written in several ways.
    const auto holds = [json](std::string_view text) { return json.find(text) != std::string_view::npos; };
    const bool isString = value.find_first_of("-0123456789tfn{[") != 0;
    if (!holds("\\") && (!holds(key) || (isString && !holds(value))))
        return false;
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object())
        return false;
    const auto found = object.find(key);
    if (found == object.end())
        return false;
    return found->is_string() ? found->get_ref<const std::string &>() == value : found->dump() == value;
}

}  // namespace core
