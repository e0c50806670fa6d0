#include "core/audio/segment_checks.h"
#include "core/audio/segment_rooms.h"
#include "core/audio/sound_time.h"
#include <algorithm>

namespace core {

namespace {

constexpr std::int64_t shortestMs = 20;  // a click, not a sound one could name

}  // namespace

SegmentChecks::SegmentChecks(const SampleContent &content, const SpanIndex &index, const Job &job,
                             std::span<const Label> labels)
    : m_content(content),
      m_index(index),
      m_labels(labels),
      m_rule(segmentRuleOf(job)),
      m_hasContent(core::hasContent(job)),
      m_classes(labelClasses(job)),
      m_shortest(rateOf(content.sample.media) * shortestMs / 1000)
{
}

bool SegmentChecks::overlaps(const Annotation &segment, const TimeSpan &span) const
{
    bool found = false;
    m_index.each({span.begin, span.end}, [&](const AnnotationPtr &each, Extent) {
        found = found || (each->id != segment.id && shareTime(span, *timeSpanOf(*each)));
    });
    return found;
}

bool SegmentChecks::hasGap(const Annotation &segment, const TimeSpan &span) const
{
    bool before = span.begin <= 0, behind = m_content.sample.media.length > 0 && span.end >= endOfTime(m_content);
    bool later = false;
    m_index.each({span.begin - 1, span.end + 1}, [&](const AnnotationPtr &each, Extent extent) {
        if (each->id == segment.id || timeSpanOf(*each)->channel != span.channel)
            return;
        before = before || (extent.first < span.begin && extent.second >= span.begin);
        behind = behind || (extent.first <= span.end && extent.second > span.end);
        later = later || extent.first >= span.end;
    });
    return !before || (!behind && (later || m_content.sample.media.length > 0));
}

bool SegmentChecks::hasStrangeValue(const Annotation &segment) const
{
    return std::ranges::any_of(m_classes, [&segment](const AttributeSpec &each) {
        const std::string *value = valueOf(segment.attributes, each.name);
        return value && !each.values.empty() && std::ranges::find(each.values, *value) == each.values.end();
    });
}

std::vector<SegmentFault> SegmentChecks::faultsOf(const Annotation &segment) const
{
    std::vector<SegmentFault> faults;
    const TimeSpan *span = timeSpanOf(segment);
    if (!span)
        return faults;
    const auto mark = [&faults](bool is, SegmentFault fault) {
        if (is)
            faults.push_back(fault);
    };
    const auto named = [&segment](const Label &label) { return label.id == segment.label && !label.name.empty(); };
    const std::string *said = valueOf(segment.attributes, builtin::Content);
    mark(!m_labels.empty() && std::ranges::none_of(m_labels, named), SegmentFault::NoLabel);
    mark(m_hasContent && (!said || said->find_first_not_of(" \t\n") == said->npos), SegmentFault::NoContent);
    mark(span->begin < 0 || span->end > endOfTime(m_content), SegmentFault::Outside);
    mark(span->end - span->begin < m_shortest, SegmentFault::TooShort);
    mark(m_rule != SegmentRule::Free && overlaps(segment, *span), SegmentFault::Overlap);
    mark(m_rule == SegmentRule::Gapless && hasGap(segment, *span), SegmentFault::Gap);
    mark(hasStrangeValue(segment), SegmentFault::ClassValue);
    return faults;
}

}  // namespace core
