// The segments of the shown sound, found by time and in the order of time, how those that overlap are stacked, and the
// looks of their labels. Follows a content at the cost of what changed in it.
#pragma once
#include "core/audio/segment_checks.h"
#include "widgets/editor_view.h"
#include <QColor>
#include <unordered_map>

namespace widgets {

struct PlacedSegment {
    core::AnnotationPtr segment;
    core::TimeSpan span;
    int row = 0, rows = 1;  // of its channel, among those it is stacked with
};

class SegmentMarks {
public:
    struct Changes {
        bool another = false;                  // sample
        std::vector<core::AnnotationId> come;  // new ones of the same sample
    };
    Changes setContent(const EditorContent &content);
    void clear();

    const EditorContent &content() const { return m_content; }
    bool isEmpty() const { return !m_content.sample; }
    core::SegmentRule rule() const { return m_rule; }
    const core::SpanIndex &spans() const { return m_spans; }
    const std::vector<core::AnnotationPtr> &inTime() const { return m_inTime; }  // by begin, end, id
    int placeOf(core::AnnotationId id) const;                                    // in inTime(); -1: not here
    const core::TimeSpan *spanOf(core::AnnotationId id) const;                   // null: it is not here
    core::AnnotationPtr at(qint64 sample) const;                                 // the shortest there; null: none
    std::vector<core::SegmentFault> faultsOf(const core::Annotation &segment) const;

    // Those that touch the range, by begin.
    std::vector<PlacedSegment> placed(core::Extent range) const;

    QString labelName(core::LabelId label) const;  // empty: none
    QColor color(core::LabelId label) const;       // of none: grey

private:
    void compare(const core::SampleContent &before, Changes &changes);
    void rebuild();

    EditorContent m_content;
    core::SegmentRule m_rule = core::SegmentRule::Free;
    core::SpanIndex m_spans{core::Along::Sound};
    std::vector<core::AnnotationPtr> m_inTime;
    std::unordered_map<std::int64_t, std::pair<QString, QColor>> m_looks;
};

}  // namespace widgets
