#include "widgets/audio/segment_marks.h"
#include "core/job_options.h"
#include "widgets/panels/annotation_changes.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <algorithm>
#include <map>

namespace widgets {

using namespace core;

namespace {

constexpr std::size_t manyChanges = 2000;  // segments: beyond, all is built anew
constexpr int widenings = 16;              // steps to where nothing overlaps; a longer chain may jump rows

bool isBefore(const AnnotationPtr &a, const AnnotationPtr &b)
{
    const TimeSpan &x = *timeSpanOf(*a), &y = *timeSpanOf(*b);
    return std::tuple(x.begin, x.end, a->id) < std::tuple(y.begin, y.end, b->id);
}

// Greedy: each into the first row that is free at its begin. A stack ends where nothing overlaps any more.
class Stack {
public:
    void put(PlacedSegment &each)
    {
        if (each.span.begin >= m_end)
            finish();
        auto row = std::ranges::find_if(m_rowEnds, [&](std::int64_t end) { return end <= each.span.begin; });
        if (row == m_rowEnds.end())
            row = m_rowEnds.insert(row, 0);
        *row = each.span.end;
        each.row = int(row - m_rowEnds.begin());
        m_end = std::max(m_end, each.span.end);
        m_members.push_back(&each);
    }
    void finish()
    {
        for (PlacedSegment *each : m_members)
            each->rows = int(m_rowEnds.size());
        m_members.clear();
        m_rowEnds.clear();
    }

private:
    std::int64_t m_end = std::numeric_limits<std::int64_t>::min();
    std::vector<std::int64_t> m_rowEnds;
    std::vector<PlacedSegment *> m_members;
};

}  // namespace

SegmentMarks::Changes SegmentMarks::setContent(const EditorContent &content)
{
    const EditorContent before = std::exchange(m_content, content);
    Changes changes;
    changes.another = !before.sample || before.sample->sample.id != content.sample->sample.id;
    m_rule = segmentRuleOf(content.job);
    if (before.labels != content.labels) {
        m_looks.clear();
        for (const Label &label : *content.labels)
            m_looks[label.id.value] = {toQString(label.name), toColor(label.rgb)};
    }
    if (changes.another)
        rebuild();
    else if (before.sample != content.sample)
        compare(*before.sample, changes);
    return changes;
}

void SegmentMarks::clear()
{
    m_content = {};
    m_spans.build({});
    m_inTime.clear();
}

void SegmentMarks::rebuild()
{
    m_spans.build(m_content.sample->annotations);
    m_inTime.clear();
    std::ranges::copy_if(m_content.sample->annotations, std::back_inserter(m_inTime),
                         [](const AnnotationPtr &each) { return timeSpanOf(*each) != nullptr; });
    std::ranges::sort(m_inTime, isBefore);
}

void SegmentMarks::compare(const SampleContent &before, Changes &changes)
{
    const AnnotationChanges all = changesBetween(before.annotations, m_content.sample->annotations);
    for (const AnnotationPtr &each : all.come)
        if (timeSpanOf(*each) && !m_spans.find(each->id))
            changes.come.push_back(each->id);
    if (all.size() > manyChanges) {
        rebuild();
        return;
    }
    for (const AnnotationPtr &each : all.gone)
        if (timeSpanOf(*each)) {
            m_spans.remove(each->id);
            const auto at = std::ranges::lower_bound(m_inTime, each, isBefore);
            m_inTime.erase(at);
        }
    for (const AnnotationPtr &each : all.come)
        if (timeSpanOf(*each)) {
            m_spans.insert(each);
            m_inTime.insert(std::ranges::lower_bound(m_inTime, each, isBefore), each);
        }
}

int SegmentMarks::placeOf(AnnotationId id) const
{
    const AnnotationPtr *segment = m_spans.find(id);
    return segment ? int(std::ranges::lower_bound(m_inTime, *segment, isBefore) - m_inTime.begin()) : -1;
}

const TimeSpan *SegmentMarks::spanOf(AnnotationId id) const
{
    const AnnotationPtr *segment = m_spans.find(id);
    return segment ? timeSpanOf(**segment) : nullptr;
}

AnnotationPtr SegmentMarks::at(qint64 sample) const
{
    const std::vector<AnnotationPtr> all = m_spans.at(sample);
    return all.empty() ? nullptr : all.front();
}

std::vector<SegmentFault> SegmentMarks::faultsOf(const Annotation &segment) const
{
    if (isEmpty())
        return {};
    return SegmentChecks(*m_content.sample, m_spans, m_content.job, *m_content.labels).faultsOf(segment);
}

std::vector<PlacedSegment> SegmentMarks::placed(Extent range) const
{
    // Out to where a stack begins and ends, so that it looks the same from wherever it is seen.
    Extent wide = range;
    for (int i = 0; i < widenings; ++i) {
        const Extent before = wide;
        m_spans.each(before, [&wide](const AnnotationPtr &, Extent extent) {
            wide = {std::min(wide.first, extent.first), std::max(wide.second, extent.second)};
        });
        if (wide == before)
            break;
    }
    std::vector<PlacedSegment> all;
    m_spans.each(wide, [&all](const AnnotationPtr &each, Extent extent) {
        all.push_back({each, {extent.first, extent.second, timeSpanOf(*each)->channel}});
    });
    std::map<int, Stack> stacks;
    for (PlacedSegment &each : all)
        stacks[each.span.channel].put(each);
    for (auto &[channel, stack] : stacks)
        stack.finish();
    std::erase_if(all, [&range](const PlacedSegment &each) {
        return each.span.begin >= range.second || each.span.end <= range.first;
    });
    return all;
}

QString SegmentMarks::labelName(LabelId label) const
{
    const auto known = m_looks.find(label.value);
    return known == m_looks.end() ? QString() : known->second.first;
}

QColor SegmentMarks::color(LabelId label) const
{
    const auto known = m_looks.find(label.value);
    return known == m_looks.end() ? secondaryColor() : known->second.second;
}

}  // namespace widgets
