#include "formats/doccano_offsets.h"
#include "formats/text_span.h"
#include <algorithm>
#include <array>

namespace formats::doccano {

namespace {

constexpr std::array<std::string_view, 3> unitWords{"utf16", "code-point", "grapheme"};

}  // namespace

std::string_view wordOf(Unit unit)
{
    return unitWords.at(static_cast<std::size_t>(unit));
}

std::optional<Unit> unitFrom(std::string_view word)
{
    const auto found = std::ranges::find(unitWords, word);
    return found == unitWords.end() ? std::nullopt : std::optional(static_cast<Unit>(found - unitWords.begin()));
}

Offsets::Offsets(core::SharedText text)
    : m_map(std::move(text)),
      m_plain(m_map.codePoints() == m_map.bytes() && m_map.text().str().find('\r') == std::string::npos)
{
}

const core::Boundaries &Offsets::boundaries() const
{
    if (!m_boundaries)
        m_boundaries.emplace(m_map);
    return *m_boundaries;
}

const std::vector<std::int64_t> &Offsets::clusters() const
{
    if (m_clusters.empty())
        for (std::int64_t at = 0;; at = boundaries().nextCluster(at)) {
            m_clusters.push_back(at);
            if (at >= m_map.codePoints())
                break;
        }
    return m_clusters;
}

bool Offsets::unitsDiffer() const
{
    return !m_plain && (m_map.utf16Units() != m_map.codePoints() || std::ssize(clusters()) - 1 != m_map.codePoints());
}

core::Result<core::TextRange> Offsets::toCodePoints(core::TextRange given, Unit unit) const
{
    const auto [begin, end] = given;
    if (unit != Unit::Grapheme || m_plain)
        return formats::toCodePoints(begin, end, unit == Unit::Utf16 ? OffsetUnit::Utf16 : OffsetUnit::CodePoint,
                                     m_map);
    const std::int64_t length = std::ssize(clusters()) - 1;
    if (begin < 0 || begin >= end || end > length) {
        const std::string why = begin > end    ? "reversed"
                                : begin == end ? "empty"
                                               : "the text has " + std::to_string(length);
        return core::Error{core::Code::BadValue, std::to_string(begin) + '-' + std::to_string(end) + ": " + why, {}};
    }
    return core::TextRange{m_clusters[static_cast<std::size_t>(begin)], m_clusters[static_cast<std::size_t>(end)]};
}

std::optional<core::TextRange> Offsets::fromCodePoints(core::TextRange range, Unit unit) const
{
    if (m_plain || unit == Unit::CodePoint)
        return range;
    if (unit == Unit::Utf16)
        return core::TextRange{m_map.toUtf16(range.first), m_map.toUtf16(range.second)};
    const auto begin = std::ranges::lower_bound(clusters(), range.first);
    const auto end = std::ranges::lower_bound(clusters(), range.second);
    if (begin == m_clusters.end() || end == m_clusters.end() || *begin != range.first || *end != range.second)
        return std::nullopt;
    return core::TextRange{begin - m_clusters.begin(), end - m_clusters.begin()};
}

bool Offsets::isOfWords(core::TextRange range) const
{
    const core::Boundaries &text = boundaries();
    return text.isWordBoundary(range.first) && text.isWordBoundary(range.second) && text.isCluster(range.first)
           && text.isCluster(range.second) && text.trimmed(range) == range;
}

}  // namespace formats::doccano
