// What may be wrong with a segment: marks for a labeler, nothing is refused for them.
#pragma once
#include "core/audio/segment_edits.h"
#include "core/span_index.h"

namespace core {

enum class SegmentFault {
    NoLabel,
    NoContent,   // the job asks for what is said
    Outside,     // reaches out of the sound
    TooShort,    // shorter than any speech
    Overlap,     // shares time with another, which the job forbids
    Gap,         // no segment joins it, which the job asks for
    ClassValue,  // a class has a value that is not among its values
};

// What the marks are made from. The content, the index of its segments and the labels must outlive it.
class SegmentChecks {
public:
    SegmentChecks(const SampleContent &content, const SpanIndex &index, const Job &job, std::span<const Label> labels);

    // At the cost of the segments around it.
    std::vector<SegmentFault> faultsOf(const Annotation &segment) const;

private:
    bool overlaps(const Annotation &segment, const TimeSpan &span) const;
    bool hasGap(const Annotation &segment, const TimeSpan &span) const;
    bool hasStrangeValue(const Annotation &segment) const;

    const SampleContent &m_content;
    const SpanIndex &m_index;
    std::span<const Label> m_labels;
    SegmentRule m_rule;
    bool m_hasContent;
    std::vector<AttributeSpec> m_classes;
    std::int64_t m_shortest;  // samples
};

}  // namespace core
