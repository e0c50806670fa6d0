// What labelers do with the segments of a sound, as edits: pure functions from what is shown to the change, like
// core/labelling.h. An act the rules forbid comes back as the reason, and nothing changes.
#pragma once
#include "core/job_options.h"
#include "core/sample_content.h"
#include <span>

namespace core {

enum class SegmentRefusal {
    Empty,        // nothing would be left of it
    Outside,      // not within the sound
    Overlaps,     // the job lets no two segments share time: `other` is in the way
    NoGap,        // the job leaves no time without a segment
    NoNeighbour,  // there is none to merge with
    NotInside,    // the place to split at is not within the segment
    Locked,
};
struct SegmentRefused {
    SegmentRefusal why = SegmentRefusal::Empty;
    AnnotationId other;
    bool operator==(const SegmentRefused &) const = default;
};
using SegmentAct = std::variant<Edit, SegmentRefused>;

// Samples of rateOf(content.sample.media). The rule of the job holds among segments of the same channel; "all" is one
// of its own. Segments keep at least one sample and stay within the sound, where its length is known. What lies
// against the rule already (it was imported) holds nothing up. Locked segments stay; ids of new rows are negative.
// Where the job leaves no gap, the segments of a channel that has any cover all of it: what one gains its neighbour
// loses.
struct TimeDrag {
    std::int64_t from = 0, to = 0;  // where it began and where it is: either may be first
    int channel = -1;
};
// Without overlap cut to the free time nearest to where the drag began; without gaps cut out of the segment there.
SegmentAct addSegment(const SampleContent &content, SegmentRule rule, TimeDrag drag, LabelId label);
enum class TimeEdge { Begin, End };
enum class Fold { No, Yes };  // yes: successive ones of the same kind are one step to undo
// As far towards `to` as the rule lets it.
SegmentAct moveEdge(const SampleContent &content, SegmentRule rule, AnnotationId segment, TimeEdge edge,
                    std::int64_t to, Fold fold = Fold::No);
// Together, as far as the first of them can; without gaps one alone.
SegmentAct moveSegments(const SampleContent &content, SegmentRule rule, std::span<const AnnotationId> which,
                        std::int64_t by, Fold fold = Fold::No);
// Exactly these, or refused.
SegmentAct setTimes(const SampleContent &content, SegmentRule rule, AnnotationId segment, std::int64_t begin,
                    std::int64_t end);
// The second part is new and takes label, speaker and classes along. What is said stays with the first; from the byte
// `caret` of the content on it goes to the second.
SegmentAct splitSegment(const SampleContent &content, AnnotationId segment, std::int64_t at,
                        std::optional<std::size_t> caret = {});
// Into the first of them, what lies between included. One alone: with the next of its channel. What is said is joined
// by a blank, or by nothing between characters that are written without.
SegmentAct mergeSegments(const SampleContent &content, SegmentRule rule, std::span<const AnnotationId> which);
// At the same time where segments may overlap, else right behind, as long as there is room for it.
SegmentAct duplicateSegment(const SampleContent &content, SegmentRule rule, AnnotationId segment);
// Without gaps the segment before takes the time, of the first the one behind.
Edit removeSegments(const SampleContent &content, SegmentRule rule, std::span<const AnnotationId> which);
// Speaker, content, a class of labels. An empty value takes it away.
Edit setSegmentValue(const SampleContent &content, std::span<const AnnotationId> which, std::string_view name,
                     const std::string &value);

const TimeSpan *timeSpanOf(const Annotation &annotation);  // null: it is no segment
std::string joinedContents(std::string_view first, std::string_view second);

}  // namespace core
