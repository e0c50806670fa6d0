// What an import asks of the segments of one sound: they lie in it, and the job's rule holds among those of a channel.
#pragma once
#include "core/job_options.h"
#include "core/sample_content.h"
#include "formats/format.h"

namespace formats {

class ImportSegments {
public:
    explicit ImportSegments(const core::Job &job) : m_rule(core::segmentRuleOf(job)) {}
    // The sound that follows; `before`: what it has already, may be null.
    void begin(const core::MediaInfo &media, const core::SampleContent *before);

    // From nanoseconds to samples, cut to the length of the sound where it is known. A fault has no place yet. An
    // Error: not to be taken; a Warning: to be taken as it is now.
    std::optional<Issue> fit(core::TimeSpan &span) const;
    std::optional<Issue> check(const core::TimeSpan &span) const;  // against those taken
    void add(const core::TimeSpan &span);                          // taken: the next ones are held against it
    std::optional<Issue> gaps() const;                             // between those taken, where the job allows none

private:
    std::string words(const core::TimeSpan &span) const;  // "00:00:01.500-00:00:02.000"

    core::SegmentRule m_rule;
    core::MediaInfo m_media;
    std::map<int, std::map<std::int64_t, std::int64_t>> m_taken;  // by channel, begin → the furthest end; with a rule
};

}  // namespace formats
