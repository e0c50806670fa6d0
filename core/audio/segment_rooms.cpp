#include "core/audio/segment_rooms.h"
#include "core/attributes.h"
#include <algorithm>
#include <limits>

namespace core {

namespace {

// The segments of the channel but one.
template <class Visit>
void eachOther(const SampleContent &content, int channel, AnnotationId but, Visit visit)
{
    for (const AnnotationPtr &each : content.annotations)
        if (const TimeSpan *span = timeSpanOf(*each); span && span->channel == channel && each->id != but)
            visit(*span, each);
}

// Up to the nearest neighbour that is not in the way already.
void keepOff(EdgeRoom &room, const TimeSpan &span, const TimeSpan &other, TimeEdge edge)
{
    if (edge == TimeEdge::Begin && other.end <= span.begin)
        room.low = std::max(room.low, other.end);
    if (edge == TimeEdge::End && other.begin >= span.end)
        room.high = std::min(room.high, other.begin);
}

bool meets(const TimeSpan &span, const TimeSpan &other, TimeEdge edge)
{
    return other.begin < other.end && (edge == TimeEdge::Begin ? other.end == span.begin : other.begin == span.end);
}

}  // namespace

const TimeSpan *timeSpanOf(const Annotation &annotation)
{
    return std::get_if<TimeSpan>(&annotation.geometry);
}

std::int64_t endOfTime(const SampleContent &content)
{
    const std::int64_t length = content.sample.media.length;
    return length > 0 ? length : std::numeric_limits<std::int64_t>::max() / 4;
}

bool shareTime(const TimeSpan &a, const TimeSpan &b)
{
    return a.channel == b.channel && a.begin < b.end && b.begin < a.end;
}

EdgeRoom roomOfEdge(const SampleContent &content, SegmentRule rule, const Annotation &segment, TimeEdge edge)
{
    const TimeSpan &span = *timeSpanOf(segment);
    const bool atBegin = edge == TimeEdge::Begin;
    EdgeRoom room{atBegin ? 0 : span.begin + 1, atBegin ? span.end - 1 : endOfTime(content), {}, {}};
    if (isSet(segment.attributes, builtin::Locked))
        room.fixed = SegmentRefused{SegmentRefusal::Locked, segment.id};
    if (rule == SegmentRule::Free)
        return room;
    eachOther(content, span.channel, segment.id, [&](const TimeSpan &other, const AnnotationPtr &each) {
        if (rule == SegmentRule::Gapless && !room.partner && meets(span, other, edge))
            room.partner = each;
    });
    if (room.partner) {
        const TimeSpan &other = *timeSpanOf(*room.partner);
        (atBegin ? room.low : room.high) = atBegin ? other.begin + 1 : other.end - 1;
        if (isSet(room.partner->attributes, builtin::Locked))
            room.fixed = SegmentRefused{SegmentRefusal::Locked, room.partner->id};
        return room;
    }
    if (rule == SegmentRule::Gapless && (atBegin ? span.begin == 0 : span.end == endOfTime(content)))
        room.fixed = SegmentRefused{SegmentRefusal::NoGap, {}};
    eachOther(content, span.channel, segment.id,
              [&](const TimeSpan &other, const AnnotationPtr &) { keepOff(room, span, other, edge); });
    return room;
}

FreeTime freeTimeAt(const SampleContent &content, int channel, std::int64_t at)
{
    FreeTime room{0, endOfTime(content), {}};
    eachOther(content, channel, {}, [&](const TimeSpan &other, const AnnotationPtr &each) {
        if (other.begin <= at && at < other.end)
            room.holder = each;
        else if (other.end <= at)
            room.begin = std::max(room.begin, other.end);
        else
            room.end = std::min(room.end, other.begin);
    });
    if (room.holder)
        room.begin = room.end = at;
    return room;
}

std::vector<TimePiece> takenPieces(const SampleContent &content, std::optional<int> channel)
{
    std::vector<TimePiece> all, joined;
    for (const AnnotationPtr &each : content.annotations)
        if (const TimeSpan *span = timeSpanOf(*each); span && (!channel || span->channel == *channel))
            all.emplace_back(span->begin, span->end);
    std::ranges::sort(all);
    for (const TimePiece &piece : all) {
        if (!joined.empty() && piece.first <= joined.back().second)
            joined.back().second = std::max(joined.back().second, piece.second);
        else
            joined.push_back(piece);
    }
    return joined;
}

std::vector<TimePiece> freePieces(const SampleContent &content, int channel, std::int64_t begin, std::int64_t end)
{
    std::vector<TimePiece> free;
    std::int64_t at = begin;
    for (const auto &[from, to] : takenPieces(content, channel)) {
        if (std::min(from, end) > at)
            free.emplace_back(at, std::min(from, end));
        at = std::max(at, to);
    }
    if (at < end)
        free.emplace_back(at, end);
    return free;
}

}  // namespace core
