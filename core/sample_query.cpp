// What the filters mean by "contains" and "is".
#include "core/sample_query.h"
#include "core/media_location.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace core {

namespace {

// One object of scalars, none of its strings with a brace or a bracket.
bool isFlat(std::string_view json)
{
    return json.size() > 2 && json.front() == '{' && json.back() == '}'
           && json.find_first_of("{[", 1) == std::string_view::npos;
}

// The string under the key, in a flat object without escapes: there each quote begins or ends a string. Empty: no
// string, not there, or not written the short way.
std::optional<std::string_view> flatString(std::string_view json, std::string_view key)
{
    if (key.empty() || key.find_first_of(" \t\n\r\",:}") != std::string_view::npos)
        return std::nullopt;
    const std::string member = '"' + std::string(key) + "\":\"";
    const std::size_t at = json.find(member);
    if (at == std::string_view::npos || json.find(key, at + member.size()) != std::string_view::npos)
        return std::nullopt;  // one key may be there twice, and the last counts
    const std::size_t begin = at + member.size(), end = json.find('"', begin);
    return end == std::string_view::npos ? std::nullopt : std::optional(json.substr(begin, end - begin));
}

}  // namespace

bool textContains(std::string_view text, std::string_view part)
{
    return !std::ranges::search(text, part, {}, folded, folded).empty() || part.empty();
}

bool nameContains(std::string_view uri, std::string_view text)
{
    return textContains(fileName(uri), text);
}

bool isStringOnly(std::string_view value)
{
    return value.find_first_of("-0123456789tfn{[") != 0;
}

bool propertyIs(std::string_view json, std::string_view key, std::string_view value)
{
    if (json.size() < key.size() + 4)  // {"key":0 would be longer
        return false;
    // Without escapes, what is there stands there as it is; only numbers may be written in several ways.
    const auto holds = [json](std::string_view text) { return json.find(text) != std::string_view::npos; };
    if (!holds("\\")) {
        if (!holds(key) || (isStringOnly(value) && !holds(value)))
            return false;
        if (isFlat(json))
            if (const auto stored = flatString(json, key))
                return *stored == value;
    }
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object())
        return false;
    const auto found = object.find(key);
    if (found == object.end())
        return false;
    return found->is_string() ? found->get_ref<const std::string &>() == value : found->dump() == value;
}

}  // namespace core
