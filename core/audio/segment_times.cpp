// When segments are. What they are and how many: segment_edits.cpp.
#include "core/audio/segment_rooms.h"
#include <algorithm>
#include <unordered_set>

namespace core {

namespace {

using Ids = std::unordered_set<AnnotationId>;

Annotation withTimes(const Annotation &segment, std::int64_t begin, std::int64_t end)
{
    Annotation after = segment;
    after.geometry = TimeSpan{begin, end, timeSpanOf(segment)->channel};
    return after;
}

void addTimes(Edit &edit, const Annotation &segment, std::int64_t begin, std::int64_t end)
{
    Annotation after = withTimes(segment, begin, end);
    if (after != segment)
        edit.changes.push_back(changed(segment, std::move(after)));
}

// The neighbour's edge goes where the segment's edge is.
void addPartner(Edit &edit, const EdgeRoom &room, TimeEdge edge, std::int64_t to)
{
    if (!room.partner)
        return;
    const TimeSpan &span = *timeSpanOf(*room.partner);
    edge == TimeEdge::Begin ? addTimes(edit, *room.partner, span.begin, to)
                            : addTimes(edit, *room.partner, to, span.end);
}

std::string foldKey(std::string_view act, const SampleContent &content, std::span<const AnnotationId> which)
{
    std::string key = std::string(act) + ':' + std::to_string(content.job.value);
    for (const AnnotationId id : which)
        key += ':' + std::to_string(id.value);
    return key;
}

struct Move {
    std::int64_t least = 0, most = 0;  // by how much all can move
    std::vector<AnnotationPtr> segments;
};

// Others stand still: the nearest on each side that is not in the way already stops the move.
void limit(Move &move, const TimeSpan &span, const SampleContent &content, const Ids &chosen, SegmentRule rule)
{
    std::int64_t low = 0, high = endOfTime(content);
    for (const AnnotationPtr &each : content.annotations) {
        const TimeSpan *other = timeSpanOf(*each);
        if (rule == SegmentRule::Free || !other || other->channel != span.channel || chosen.contains(each->id))
            continue;
        if (other->end <= span.begin)
            low = std::max(low, other->end);
        else if (other->begin >= span.end)
            high = std::min(high, other->begin);
    }
    move.least = std::max(move.least, std::min<std::int64_t>(0, low - span.begin));
    move.most = std::min(move.most, std::max<std::int64_t>(0, high - span.end));
}

SegmentAct moveTile(const SampleContent &content, const AnnotationPtr &segment, std::int64_t by, Edit edit)
{
    const TimeSpan &span = *timeSpanOf(*segment);
    const EdgeRoom begin = roomOfEdge(content, SegmentRule::Gapless, *segment, TimeEdge::Begin);
    const EdgeRoom end = roomOfEdge(content, SegmentRule::Gapless, *segment, TimeEdge::End);
    if (begin.fixed || end.fixed)
        return begin.fixed ? *begin.fixed : *end.fixed;
    const std::int64_t least = std::min<std::int64_t>(0, begin.low - span.begin);
    const std::int64_t most = std::max<std::int64_t>(0, end.high - span.end);
    by = std::clamp(by, least, most);
    if (by == 0)
        return edit;
    addTimes(edit, *segment, span.begin + by, span.end + by);
    addPartner(edit, begin, TimeEdge::Begin, span.begin + by);
    addPartner(edit, end, TimeEdge::End, span.end + by);
    return edit;
}

// Another segment that would share time with it and does not now.
std::optional<SegmentRefused> newOverlap(const SampleContent &content, const Annotation &segment, const TimeSpan &after,
                                         const Ids &partners)
{
    for (const AnnotationPtr &each : content.annotations) {
        const TimeSpan *other = timeSpanOf(*each);
        if (other && each->id != segment.id && !partners.contains(each->id) && shareTime(after, *other)
            && !shareTime(*timeSpanOf(segment), *other))
            return SegmentRefused{SegmentRefusal::Overlaps, each->id};
    }
    return std::nullopt;
}

// An edge of a tile takes its neighbour along, as long as that keeps something.
std::optional<SegmentRefused> tileMisses(const EdgeRoom &room, bool moves, bool taken)
{
    if (moves && room.fixed)
        return room.fixed;
    if (moves && room.partner && taken)
        return SegmentRefused{SegmentRefusal::Overlaps, room.partner->id};
    return std::nullopt;
}

}  // namespace

SegmentAct moveEdge(const SampleContent &content, SegmentRule rule, AnnotationId id, TimeEdge edge, std::int64_t to,
                    Fold fold)
{
    Edit edit{"move-segment-edge", "", {}};
    const AnnotationPtr segment = content.annotation(id);
    const TimeSpan *span = segment ? timeSpanOf(*segment) : nullptr;
    if (!span)
        return edit;
    const EdgeRoom room = roomOfEdge(content, rule, *segment, edge);
    if (room.fixed)
        return *room.fixed;
    if (room.low > room.high)
        return SegmentRefused{SegmentRefusal::Outside, {}};
    const bool atBegin = edge == TimeEdge::Begin;
    to = std::clamp(to, room.low, room.high);
    if (to == (atBegin ? span->begin : span->end))
        return edit;
    addTimes(edit, *segment, atBegin ? to : span->begin, atBegin ? span->end : to);
    addPartner(edit, room, edge, to);
    if (fold == Fold::Yes)
        edit.mergeKey = foldKey(atBegin ? "segment-begin" : "segment-end", content, {&id, 1});
    return edit;
}

SegmentAct moveSegments(const SampleContent &content, SegmentRule rule, std::span<const AnnotationId> which,
                        std::int64_t by, Fold fold)
{
    Edit edit{"move-segment", "", {}};
    const Ids chosen(which.begin(), which.end());
    Move move{-endOfTime(content), endOfTime(content), {}};
    for (const AnnotationPtr &each : content.annotations)
        if (chosen.contains(each->id) && timeSpanOf(*each))
            move.segments.push_back(each);
    if (move.segments.empty())
        return edit;
    for (const AnnotationPtr &each : move.segments)
        if (isSet(each->attributes, builtin::Locked))
            return SegmentRefused{SegmentRefusal::Locked, each->id};
    if (fold == Fold::Yes)
        edit.mergeKey = foldKey("segment-move", content, which);
    if (rule == SegmentRule::Gapless && move.segments.size() > 1)
        return SegmentRefused{SegmentRefusal::NoGap, {}};
    if (rule == SegmentRule::Gapless)
        return moveTile(content, move.segments.front(), by, std::move(edit));
    for (const AnnotationPtr &each : move.segments)
        limit(move, *timeSpanOf(*each), content, chosen, rule);
    by = std::clamp(by, move.least, move.most);
    for (const AnnotationPtr &each : move.segments)
        addTimes(edit, *each, timeSpanOf(*each)->begin + by, timeSpanOf(*each)->end + by);
    return edit;
}

SegmentAct setTimes(const SampleContent &content, SegmentRule rule, AnnotationId id, std::int64_t begin,
                    std::int64_t end)
{
    Edit edit{"set-times", "", {}};
    const AnnotationPtr segment = content.annotation(id);
    const TimeSpan *span = segment ? timeSpanOf(*segment) : nullptr;
    if (!span || (span->begin == begin && span->end == end))
        return edit;
    if (isSet(segment->attributes, builtin::Locked))
        return SegmentRefused{SegmentRefusal::Locked, id};
    if (begin >= end)
        return SegmentRefused{SegmentRefusal::Empty, id};
    if (begin < 0 || end > std::max(endOfTime(content), span->end))
        return SegmentRefused{SegmentRefusal::Outside, id};
    Ids partners;
    if (rule == SegmentRule::Gapless) {
        const EdgeRoom left = roomOfEdge(content, rule, *segment, TimeEdge::Begin);
        const EdgeRoom right = roomOfEdge(content, rule, *segment, TimeEdge::End);
        if (const auto why = tileMisses(left, begin != span->begin, begin < left.low))
            return *why;
        if (const auto why = tileMisses(right, end != span->end, end > right.high))
            return *why;
        for (const EdgeRoom *room : {&left, &right})
            if (room->partner)
                partners.insert(room->partner->id);
        addTimes(edit, *segment, begin, end);
        addPartner(edit, left, TimeEdge::Begin, begin);
        addPartner(edit, right, TimeEdge::End, end);
    } else {
        addTimes(edit, *segment, begin, end);
    }
    if (rule != SegmentRule::Free)
        if (const auto why = newOverlap(content, *segment, {begin, end, span->channel}, partners))
            return *why;
    return edit;
}

}  // namespace core
