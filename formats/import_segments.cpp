#include "formats/import_segments.h"
#include "core/audio/sound_time.h"
#include <algorithm>

namespace formats {

using core::Code;
using core::SegmentRule;

void ImportSegments::begin(const core::MediaInfo &media, const core::SampleContent *before)
{
    m_media = media;
    m_taken.clear();
    if (before)
        for (const core::AnnotationPtr &annotation : before->annotations)
            if (const auto *span = std::get_if<core::TimeSpan>(&annotation->geometry))
                add(*span);
}

std::optional<Issue> ImportSegments::fit(core::TimeSpan &span) const
{
    const auto fault = [&](Severity severity, std::string why) {
        return Issue{severity, {Code::BadValue, words(span) + ": " + std::move(why), {}}};
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
    const auto channel = m_taken.find(span.channel);
    if (m_rule == SegmentRule::Free || channel == m_taken.end())
        return std::nullopt;
    const auto behind = channel->second.lower_bound(span.end);
    if (behind == channel->second.begin())
        return std::nullopt;
    const auto &[begin, end] = *std::prev(behind);
    if (end <= span.begin)
        return std::nullopt;
    return Issue{Severity::Error,
                 {Code::Conflict, words(span) + ": overlaps " + words({begin, end, span.channel}), {}}};
}

void ImportSegments::add(const core::TimeSpan &span)
{
    if (m_rule == SegmentRule::Free)
        return;
    std::int64_t &end = m_taken[span.channel][span.begin];
    end = std::max(end, span.end);
}

std::optional<Issue> ImportSegments::gaps() const
{
    if (m_rule != SegmentRule::Gapless)
        return std::nullopt;
    std::int64_t count = 0;
    std::string first;
    for (const auto &[channel, spans] : m_taken) {
        std::int64_t last = 0;
        const auto gapBefore = [&](std::int64_t at) {
            if (last < at && count++ == 0)
                first = words({last, at, channel});
        };
        for (const auto &[begin, end] : spans) {
            gapBefore(begin);
            last = std::max(last, end);
        }
        if (m_media.rate >= 1 && m_media.length > 0)
            gapBefore(m_media.length);
    }
    if (count == 0)
        return std::nullopt;
    return Issue{
        Severity::Warning,
        {Code::MissingField, std::to_string(count) + (count == 1 ? " gap, " : " gaps, the first ") + first, {}}};
}

std::string ImportSegments::words(const core::TimeSpan &span) const
{
    const std::int64_t rate = core::rateOf(m_media);
    return core::clockText(span.begin, rate) + '-' + core::clockText(span.end, rate);
}

}  // namespace formats
