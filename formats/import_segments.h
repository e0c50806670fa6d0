// What an import asks of the segments of one sound: they lie in it, and the job's rule holds among those of a channel.
#pragma once
#include "core/job_options.h"
#include "core/sample_content.h"
#include "formats/format.h"

namespace formats {

class ImportSegments {
public:
    explicit ImportSegments(const core::Job &job) : m_rule(core::segmentRuleOf(job)) {}
    // The sound that follows; `before`: what it has already, may be null. What an earlier record of it brought is
    // known.
    void begin(core::SampleId sample, const core::MediaInfo &media, const core::SampleContent *before);

    // From nanoseconds to samples, cut to the length of the sound where it is known. A fault has no place yet. An
    // Error: not to be taken; a Warning: to be taken as it is now.
    std::optional<Issue> fit(core::TimeSpan &span) const;
    std::optional<Issue> check(const core::TimeSpan &span) const;       // against those taken
    void add(const core::TimeSpan &span, const core::Location &where);  // taken: the next ones are held against it
    std::vector<Issue> gaps() const;  // of all sounds, between those taken, where the job allows none

private:
    struct Taken {
        core::MediaInfo media;
        core::Location where;                                          // of the first that came in
        std::map<int, std::map<std::int64_t, std::int64_t>> segments;  // by channel, begin → the furthest end
    };
    static std::optional<Issue> gapsOf(const Taken &taken);

    core::SegmentRule m_rule;
    core::MediaInfo m_media;
    std::map<core::SampleId, Taken> m_all;  // where there is a rule
    Taken *m_taken = nullptr;               // of the sound; null: no rule
};

}  // namespace formats
