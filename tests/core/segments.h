// A sound with segments to work on, and whether a rule holds in it.
#pragma once
#include "core/audio/segment_edits.h"
#include "core/audio/segment_rooms.h"
#include "tests/core/labelling_samples.h"
#include <map>

namespace tests {

inline core::Annotation segment(std::int64_t id, std::int64_t begin, std::int64_t end, std::int64_t label = 10,
                                int channel = -1)
{
    return annotation(id, label, core::TimeSpan{begin, end, channel});
}

inline core::Annotation saying(core::Annotation segment, std::string content)
{
    core::set(segment.attributes, core::builtin::Content, std::move(content));
    return segment;
}

// Of 1000 samples at 100 Hz.
inline core::SampleContent sound(std::vector<core::Annotation> segments)
{
    core::SampleContent content = sample(std::move(segments));
    content.sample.media = {};
    content.sample.media.length = 1000;
    content.sample.media.rate = 100;
    content.sample.media.channels = 2;
    return content;
}

using Times = std::vector<std::pair<std::int64_t, std::int64_t>>;

inline Times timesOf(const core::SampleContent &content)
{
    Times times;
    for (const auto &each : content.annotations)
        if (const core::TimeSpan *span = core::timeSpanOf(*each))
            times.emplace_back(span->begin, span->end);
    std::ranges::sort(times);
    return times;
}

inline core::SampleContent done(const core::SampleContent &content, const core::SegmentAct &act)
{
    const auto *edit = std::get_if<core::Edit>(&act);
    return edit ? done(content, *edit) : content;
}

inline std::optional<core::SegmentRefusal> refusalOf(const core::SegmentAct &act)
{
    const auto *refused = std::get_if<core::SegmentRefused>(&act);
    return refused ? std::optional(refused->why) : std::nullopt;
}

inline std::string contentOf(const core::Annotation &segment)
{
    const std::string *said = core::valueOf(segment.attributes, core::builtin::Content);
    return said ? *said : std::string();
}

inline bool holds(core::SegmentRule rule, const core::SampleContent &content)
{
    std::map<int, Times> channels;
    for (const auto &each : content.annotations)
        if (const core::TimeSpan *span = core::timeSpanOf(*each)) {
            if (span->begin < 0 || span->begin >= span->end || span->end > content.sample.media.length)
                return false;
            channels[span->channel].emplace_back(span->begin, span->end);
        }
    for (auto &[channel, times] : channels) {
        std::ranges::sort(times);
        for (std::size_t i = 1; i < times.size(); ++i)
            if ((rule == core::SegmentRule::None && times[i].first < times[i - 1].second)
                || (rule == core::SegmentRule::Gapless && times[i].first != times[i - 1].second))
                return false;
        if (rule == core::SegmentRule::Gapless
            && (times.front().first != 0 || times.back().second != content.sample.media.length))
            return false;
    }
    return true;
}

}  // namespace tests
