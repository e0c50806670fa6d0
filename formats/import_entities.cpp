#include "formats/import_entities.h"
#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace formats {

using core::Code;
using core::Overlap;
using core::TextRange;

namespace {

std::string words(const TextRange &range)
{
    return std::to_string(range.first) + '-' + std::to_string(range.second);
}

std::string words(const core::TextSpan &span)
{
    std::string text;
    for (const TextRange &part : span.parts)
        (text += text.empty() ? "" : ";") += words(part);
    return text;
}

// A code point that is a character of its own beside another such one (UAX #29, rule GB999).
bool standsAlone(std::string_view one)
{
    UChar32 c = 0;
    std::int32_t at = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t *>(one.data()), at, static_cast<std::int32_t>(one.size()), c);
    return u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK) == U_GCB_OTHER;
}

}  // namespace

void ImportEntities::begin(const core::SharedText &text, const core::SampleContent *before)
{
    m_text = text;
    m_boundaries.reset();
    m_map.reset();
    m_byBegin.clear();
    m_byEnd.clear();
    if (before)
        for (const core::AnnotationPtr &annotation : before->annotations)
            if (const auto *span = std::get_if<core::TextSpan>(&annotation->geometry))
                add(*span);
}

std::optional<Issue> ImportEntities::check(const core::TextSpan &span)
{
    if (!m_map)
        m_map.emplace(m_text);
    const auto fault = [&](Severity severity, Code code, const std::string &why) {
        return Issue{severity, {code, words(span) + ": " + why, {}}};
    };
    if (span.parts.empty())
        return Issue{Severity::Error, {Code::MissingField, "no text", {}}};
    std::int64_t last = 0;
    for (const TextRange &part : span.parts) {
        if (part.first >= part.second)
            return fault(Severity::Error, Code::BadValue, part.first == part.second ? "empty" : "reversed");
        if (part.first < last)
            return fault(Severity::Error, Code::BadValue, "parts out of order");
        last = part.second;
    }
    if (last > m_map->codePoints())
        return fault(Severity::Error, Code::BadValue, "the text has " + std::to_string(m_map->codePoints()));
    if (m_overlap != Overlap::Free)
        for (const TextRange &part : span.parts)
            if (const TextRange *other = met(part))
                return fault(Severity::Error, Code::Conflict, "overlaps " + words(*other));
    for (const TextRange &part : span.parts)
        if (splitsCharacter(part.first) || splitsCharacter(part.second))
            return fault(Severity::Warning, Code::BadValue, "within a character");
    return std::nullopt;
}

void ImportEntities::add(const core::TextSpan &span)
{
    if (m_overlap == Overlap::Free)
        return;
    for (const TextRange &part : span.parts) {
        const auto begin = m_byBegin.try_emplace(part.first, part).first;
        begin->second.second = std::max(begin->second.second, part.second);
        const auto end = m_byEnd.try_emplace(part.second, part).first;
        end->second.first = std::min(end->second.first, part.first);
    }
}

// The library is asked only where the two code points do not tell.
bool ImportEntities::splitsCharacter(std::int64_t at)
{
    if (at == 0 || at == m_map->codePoints())
        return false;
    if (standsAlone(m_map->slice(at - 1, at)) && standsAlone(m_map->slice(at, at + 1)))
        return false;
    if (!m_boundaries)
        m_boundaries = std::make_unique<core::Boundaries>(*m_map);
    return !m_boundaries->isCluster(at);
}

// A part that was taken and may not lie so to this one.
const TextRange *ImportEntities::met(const TextRange &part) const
{
    if (m_overlap == Overlap::None) {
        const auto behind = m_byBegin.lower_bound(part.second);
        if (behind == m_byBegin.begin())
            return nullptr;
        const TextRange &last = std::prev(behind)->second;
        return last.second > part.first ? &last : nullptr;
    }
    for (auto at = m_byBegin.upper_bound(part.first); at != m_byBegin.end() && at->first < part.second; ++at)
        if (at->second.second > part.second)
            return &at->second;
    for (auto at = m_byEnd.upper_bound(part.first); at != m_byEnd.end() && at->first < part.second; ++at)
        if (at->second.first < part.first)
            return &at->second;
    return nullptr;
}

}  // namespace formats
