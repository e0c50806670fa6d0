#include "formats/text_offsets.h"
#include <algorithm>
#include <array>

namespace formats {

using core::Code;

namespace {

constexpr std::array<std::string_view, 3> unitWords{"code-point", "utf16", "grapheme"};

}  // namespace

std::string_view wordOf(OffsetUnit unit)
{
    return unitWords.at(static_cast<std::size_t>(unit));
}

std::optional<OffsetUnit> offsetUnitFrom(std::string_view word)
{
    const auto found = std::ranges::find(unitWords, word);
    return found == unitWords.end() ? std::nullopt : std::optional(static_cast<OffsetUnit>(found - unitWords.begin()));
}

TextOffsets::TextOffsets(core::SharedText text)
    : m_map(std::move(text)),
      m_plain(m_map.codePoints() == m_map.bytes() && m_map.text().str().find('\r') == std::string::npos)
{
}

const core::Boundaries &TextOffsets::boundaries() const
{
    if (!m_boundaries)
        m_boundaries.emplace(m_map);
    return *m_boundaries;
}

const std::vector<std::int64_t> &TextOffsets::clusters() const
{
    if (m_clusters.empty())
        for (std::int64_t at = 0;; at = boundaries().nextCluster(at)) {
            m_clusters.push_back(at);
            if (at >= m_map.codePoints())
                break;
        }
    return m_clusters;
}

bool TextOffsets::unitsDiffer() const
{
    return !m_plain && (m_map.utf16Units() != m_map.codePoints() || std::ssize(clusters()) - 1 != m_map.codePoints());
}

std::int64_t TextOffsets::length(OffsetUnit unit) const
{
    if (m_plain || unit == OffsetUnit::CodePoint)
        return m_map.codePoints();
    return unit == OffsetUnit::Utf16 ? m_map.utf16Units() : std::ssize(clusters()) - 1;
}

std::optional<std::int64_t> TextOffsets::toCodePoint(std::int64_t position, OffsetUnit unit) const
{
    if (position < 0 || position > length(unit))
        return std::nullopt;
    if (m_plain || unit == OffsetUnit::CodePoint)
        return position;
    if (unit == OffsetUnit::Utf16)
        return m_map.isBoundaryOfUtf16(position) ? std::optional(m_map.fromUtf16(position)) : std::nullopt;
    return clusters()[static_cast<std::size_t>(position)];
}

std::optional<std::int64_t> TextOffsets::fromCodePoint(std::int64_t position, OffsetUnit unit) const
{
    if (m_plain || unit == OffsetUnit::CodePoint)
        return position;
    if (unit == OffsetUnit::Utf16)
        return m_map.toUtf16(position);
    const auto found = std::ranges::lower_bound(clusters(), position);
    return found != m_clusters.end() && *found == position ? std::optional(found - m_clusters.begin()) : std::nullopt;
}

bool TextOffsets::isCluster(std::int64_t codePoint) const
{
    return m_plain || boundaries().isCluster(codePoint);
}

std::optional<core::TextRange> readSpan(const TextOffsets &text, core::TextRange given, OffsetUnit unit,
                                        const core::Location &where, const std::function<void(Issue)> &report)
{
    const std::string seen = std::to_string(given.first) + '-' + std::to_string(given.second);
    const auto begin = text.toCodePoint(given.first, unit), end = text.toCodePoint(given.second, unit);
    std::string fault;
    if (given.first >= given.second)
        fault = given.first == given.second ? "empty" : "reversed";
    else if (given.first < 0 || given.second > text.length(unit))
        fault = "outside the text";
    else if (!begin || !end)
        fault = "within a character";
    if (!fault.empty()) {
        report({Severity::Error, {Code::BadValue, seen + ": " + fault, where}});
        return std::nullopt;
    }
    if (!text.isCluster(*begin) || !text.isCluster(*end))
        report({Severity::Warning, {Code::BadValue, seen + ": splits a character", where}});
    return core::TextRange{*begin, *end};
}

}  // namespace formats
