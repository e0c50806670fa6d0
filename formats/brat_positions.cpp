// How brat counts the characters of a text, and what it says of a part of it; what is kept of a document.
#include "formats/brat.h"
#include "formats/text_characters.h"
#include <algorithm>
#include <nlohmann/json.hpp>
#include <ranges>

namespace formats::brat {

Positions::Positions(const core::TextMap &text, Counting counting) : m_text(text), m_counting(counting)
{
    if (!counting.oneNewline)
        return;
    const std::string &bytes = text.text().str();
    for (auto at = bytes.find("\r\n"); at != bytes.npos; at = bytes.find("\r\n", at + 2))
        m_pairs.push_back(text.fromByte(static_cast<std::int64_t>(at)) - std::ssize(m_pairs));
}

std::int64_t Positions::toCodePoint(std::int64_t position) const
{
    position -= m_counting.withMark ? 1 : 0;
    return position + (std::ranges::lower_bound(m_pairs, position) - m_pairs.begin());
}

std::optional<std::int64_t> Positions::fromCodePoint(std::int64_t at) const
{
    // Pair k stands at m_pairs[k] + k.
    const auto pairs = std::views::iota(std::int64_t{0}, std::ssize(m_pairs));
    const auto lies = [&](std::int64_t k) { return m_pairs[static_cast<std::size_t>(k)] + k < at; };
    const std::int64_t before = *std::ranges::partition_point(pairs, lies);
    const std::int64_t position = at - before + (m_counting.withMark ? 1 : 0);
    return toCodePoint(position) == at ? std::optional(position) : std::nullopt;
}

std::string Positions::surface(const std::vector<core::TextRange> &parts) const
{
    std::string out;
    for (const auto &[begin, end] : parts) {
        std::string slice(m_text.slice(begin, end));
        if (m_counting.oneNewline)
            for (auto at = slice.find("\r\n"); at != slice.npos; at = slice.find("\r\n", at))
                slice.erase(at, 1);
        (out += out.empty() ? "" : " ") += slice;
    }
    return plainSurface(out);
}

std::string plainSurface(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const bool separates = isSeparator(nextCharacter(text, at));
        out += separates ? std::string_view(" ") : text.substr(begin, at - begin);
    }
    return out;
}

std::string toJson(const Kept &kept)
{
    nlohmann::json json = nlohmann::json::object();
    if (!kept.lines.empty())
        json["lines"] = kept.lines;
    for (const KeptRelation &relation : kept.relations)
        json["relations"].push_back({{"id", relation.id},
                                     {"label", relation.label},
                                     {"from", relation.from},
                                     {"to", relation.to},
                                     {"roles", {relation.roles.first, relation.roles.second}}});
    return json.dump();
}

std::optional<Kept> keptFrom(const std::string &property)
{
    Kept kept;
    const auto members = jsontext::members(property).value_or(jsontext::Members());
    const auto member = std::ranges::find(members, keptKey, &jsontext::Members::value_type::first);
    if (member == members.end())
        return kept;
    try {
        const auto json = nlohmann::json::parse(member->second);
        for (const auto &line : json.value("lines", nlohmann::json::array()))
            kept.lines.push_back(line.get<std::string>());
        for (const auto &relation : json.value("relations", nlohmann::json::array()))
            kept.relations.push_back(
                {relation.at("id").get<std::string>(),
                 relation.at("label").get<std::string>(),
                 relation.at("from").get<std::string>(),
                 relation.at("to").get<std::string>(),
                 {relation.at("roles").at(0).get<std::string>(), relation.at("roles").at(1).get<std::string>()}});
    } catch (const nlohmann::json::exception &) {
        return std::nullopt;
    }
    return kept;
}

}  // namespace formats::brat
