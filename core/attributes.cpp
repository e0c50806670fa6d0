#include "core/attributes.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace core {

namespace {

auto lowerBound(auto &attributes, std::string_view name)
{
    return std::ranges::lower_bound(attributes, name, {}, [](const auto &a) { return std::string_view(a.first); });
}

}  // namespace

const std::string *valueOf(const Attributes &attributes, std::string_view name)
{
    const auto at = lowerBound(attributes, name);
    return at != attributes.end() && at->first == name ? &at->second : nullptr;
}

bool isSet(const Attributes &attributes, std::string_view name)
{
    const std::string *value = valueOf(attributes, name);
    return value && *value == "1";
}

void set(Attributes &attributes, std::string_view name, std::string value)
{
    const auto at = lowerBound(attributes, name);
    if (at != attributes.end() && at->first == name)
        at->second = std::move(value);
    else
        attributes.emplace(at, std::string(name), std::move(value));
}

void unset(Attributes &attributes, std::string_view name)
{
    const auto at = lowerBound(attributes, name);
    if (at != attributes.end() && at->first == name)
        attributes.erase(at);
}

std::string toJson(const Attributes &attributes)
{
    if (attributes.empty())
        return "{}";
    nlohmann::json object = nlohmann::json::object();
    for (const auto &[name, value] : attributes)
        object[name] = value;
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<Attributes> attributesFromJson(std::string_view json)
{
    if (json.empty() || json == "{}")
        return Attributes{};
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    Attributes attributes;
    for (const auto &[name, value] : object.items())
        attributes.emplace_back(name, value.is_string() ? value.get<std::string>() : value.dump());
    return attributes;  // nlohmann keeps the keys sorted
}

}  // namespace core
