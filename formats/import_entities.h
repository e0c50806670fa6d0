// What an import asks of the entities of one text: they lie in it, and the job's rule for overlaps holds.
#pragma once
#include "core/job_options.h"
#include "core/sample_content.h"
#include "core/text/boundaries.h"
#include "formats/format.h"

namespace formats {

class ImportEntities {
public:
    explicit ImportEntities(const core::Job &job) : m_overlap(core::overlapOf(job)) {}
    // The text that follows; `before`: what it has already, may be null.
    void begin(const core::SharedText &text, const core::SampleContent *before);

    // A fault has no place yet. An Error: not to be taken; a Warning: to be taken as it is.
    std::optional<Issue> check(const core::TextSpan &span);
    void add(const core::TextSpan &span);  // taken: the next ones are held against it

private:
    bool splitsCharacter(std::int64_t at);
    const std::pair<std::int64_t, std::int64_t> *met(const core::TextRange &part) const;

    core::Overlap m_overlap;
    core::SharedText m_text;
    std::optional<core::TextMap> m_map;              // when a span needs it
    std::unique_ptr<core::Boundaries> m_boundaries;  // of m_map
    // Parts that were taken, where the rule asks for them.
    std::map<std::int64_t, core::TextRange> m_byBegin, m_byEnd;  // the longest of each
};

}  // namespace formats
