#include "formats/import_segments.h"
#include "core/audio/sound_time.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::SegmentRule;

namespace {

// "00:00:01.500-00:00:02.000"
std::string words(const core::TimeSpan &span, const core::MediaInfo &media)
{
    const std::int64_t rate = core::rateOf(media);
    return core::clockText(span.begin, rate) + '-' + core::clockText(span.end, rate);
}

}  // namespace

void ImportSegments::begin(core::SampleId sample, const core::MediaInfo &media, const core::SampleContent *before)
{
    m_media = media;
    m_taken = nullptr;
    if (m_rule == SegmentRule::Free)
        return;
    const auto [at, isNew] = m_all.try_emplace(sample);
    m_taken = &at->second;
    m_taken->media = media;
    if (isNew && before)
        for (const core::AnnotationPtr &annotation : before->annotations)
            if (const auto *span = std::get_if<core::TimeSpan>(&annotation->geometry))
                add(*span, {});
}

std::optional<Issue> ImportSegments::fit(core::TimeSpan &span) const
{
    const auto fault = [&](Severity severity, std::string why) {
        return Issue{severity, {Code::BadValue, words(span, m_media) + ": " + std::move(why), {}}};
    };
    const bool isPoint = span.begin == span.end;
    span = core::rescaled(span, recordRate, core::rateOf(m_media));
    if (isPoint)
        span.end = span.begin + 1;
    if (span.begin < 0 || span.end <= span.begin)
        return fault(Severity::Error, "reversed");
    if (m_media.channels > 0 && span.channel >= m_media.channels)
        return fault(Severity::Error,
                     "channel " + std::to_string(span.channel + 1) + " of " + std::to_string(m_media.channels));
    const std::int64_t length = m_media.rate >= 1 ? m_media.length : 0;
    if (length == 0 || span.end <= length)
        return std::nullopt;
    const std::string why = "the sound ends at " + core::clockText(length, core::rateOf(m_media));
    // What is written to a millisecond may round past the end; nothing is wrong with it.
    const bool isRounding = span.end - length <= core::rateOf(m_media) / 2000 + 1;
    const auto issue = isRounding ? std::nullopt : std::optional(fault(Severity::Warning, why));
    if (isPoint && isRounding)
        span.begin = std::min(span.begin, length - 1);
    if (span.begin >= length)
        return fault(Severity::Error, why);
    span.end = length;
    return issue;
}

std::optional<Issue> ImportSegments::check(const core::TimeSpan &span) const
{
    if (!m_taken)
        return std::nullopt;
    const auto channel = m_taken->segments.find(span.channel);
    if (channel == m_taken->segments.end())
        return std::nullopt;
    const auto behind = channel->second.lower_bound(span.end);
    if (behind == channel->second.begin())
        return std::nullopt;
    const auto &[begin, end] = *std::prev(behind);
    if (end <= span.begin)
        return std::nullopt;
    return Issue{
        Severity::Error,
        {Code::Conflict, words(span, m_media) + ": overlaps " + words({begin, end, span.channel}, m_media), {}}};
}

void ImportSegments::add(const core::TimeSpan &span, const core::Location &where)
{
    if (!m_taken)
        return;
    if (m_taken->where == core::Location())
        m_taken->where = where;
    std::int64_t &end = m_taken->segments[span.channel][span.begin];
    end = std::max(end, span.end);
}

std::vector<Issue> ImportSegments::gaps() const
{
    std::vector<Issue> issues;
    for (const auto &[sample, taken] : m_all)
        if (m_rule == SegmentRule::Gapless && taken.where != core::Location())  // something came in
            if (auto issue = gapsOf(taken))
                issues.push_back(std::move(*issue));
    return issues;
}

std::optional<Issue> ImportSegments::gapsOf(const Taken &taken)
{
    std::int64_t count = 0;
    std::string first;
    for (const auto &[channel, spans] : taken.segments) {
        std::int64_t last = 0;
        const auto gapBefore = [&](std::int64_t at) {
            if (last < at && count++ == 0)
                first = words({last, at, channel}, taken.media);
        };
        for (const auto &[begin, end] : spans) {
            gapBefore(begin);
            last = std::max(last, end);
        }
        if (taken.media.rate >= 1 && taken.media.length > 0)
            gapBefore(taken.media.length);
    }
    if (count == 0)
        return std::nullopt;
    std::string detail = std::to_string(count) + (count == 1 ? " gap, " : " gaps, the first ") + first;
    return Issue{Severity::Warning, {Code::MissingField, std::move(detail), taken.where}};
}

}  // namespace formats
