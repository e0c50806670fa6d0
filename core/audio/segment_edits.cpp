// Which segments there are and what they carry. When they are: segment_times.cpp.
#include "core/audio/segment_edits.h"
#include "core/audio/segment_rooms.h"
#include "core/labelling.h"
#include <algorithm>
#include <unicode/uscript.h>
#include <unicode/utf8.h>
#include <unordered_set>

namespace core {

namespace {

using Ids = std::unordered_set<AnnotationId>;

class NewSegments {
public:
    explicit NewSegments(const SampleContent &content)
        : m_content(content),
          m_order(content.annotations.empty() ? 0 : content.annotations.back()->order + 1)
    {
    }
    Annotation blank(TimeSpan span)
    {
        Annotation segment;
        segment.job = m_content.job;
        segment.sample = m_content.sample.id;
        return numbered(std::move(segment), span);
    }
    // By hand now, with all it says but the content.
    Annotation copyOf(const Annotation &original, TimeSpan span)
    {
        Annotation segment = original;
        segment.uuid = {};
        segment.batch = {};
        segment.author.clear();
        segment.created = 0;
        unset(segment.attributes, builtin::Locked);
        return numbered(std::move(segment), span);
    }

private:
    Annotation numbered(Annotation segment, TimeSpan span)
    {
        segment.id = {--m_id};
        segment.order = m_order++;
        segment.geometry = span;
        return segment;
    }

    const SampleContent &m_content;
    std::int64_t m_id = 0, m_order = 0;
};

Annotation cutTo(const Annotation &segment, std::int64_t begin, std::int64_t end)
{
    Annotation after = segment;
    after.geometry = TimeSpan{begin, end, timeSpanOf(segment)->channel};
    return after;
}

Annotation withoutContent(Annotation segment)
{
    unset(segment.attributes, builtin::Content);
    return segment;
}

std::string withoutBlanksAround(const std::string &text)
{
    const auto first = text.find_first_not_of(' ');
    return first == text.npos ? std::string() : text.substr(first, text.find_last_not_of(' ') + 1 - first);
}

void say(Annotation &segment, const std::string &content)
{
    if (content.empty())
        unset(segment.attributes, builtin::Content);
    else
        set(segment.attributes, builtin::Content, content);
}

// Cut out of the tile that holds the place where the drag began.
SegmentAct addWithin(NewSegments &made, const Annotation &holder, TimeSpan span, LabelId label, Edit edit)
{
    const TimeSpan tile = *timeSpanOf(holder);
    if (isSet(holder.attributes, builtin::Locked))
        return SegmentRefused{SegmentRefusal::Locked, holder.id};
    span.begin = std::max(span.begin, tile.begin);
    span.end = std::min(span.end, tile.end);
    if (span.begin >= span.end)
        return SegmentRefused{SegmentRefusal::Empty, holder.id};
    if (span == tile) {  // it is there: it gets the label
        Annotation after = holder;
        after.label = label;
        if (after != holder)
            edit.changes.push_back(changed(holder, std::move(after)));
        return edit;
    }
    const bool hasHead = span.begin > tile.begin;
    edit.changes.push_back(
        changed(holder, hasHead ? cutTo(holder, tile.begin, span.begin) : cutTo(holder, span.end, tile.end)));
    Annotation segment = made.blank(span);
    segment.label = label;
    edit.changes.push_back(created(std::move(segment)));
    if (hasHead && span.end < tile.end)
        edit.changes.push_back(created(withoutContent(made.copyOf(holder, {span.end, tile.end, tile.channel}))));
    return edit;
}

// Without gaps what is left of the free time on both sides becomes segments without a label.
SegmentAct addAmong(NewSegments &made, const FreeTime &room, TimeSpan span, LabelId label, bool openEnded, Edit edit)
{
    span.begin = std::max(span.begin, room.begin);
    span.end = std::min(span.end, room.end);
    if (span.begin >= span.end)
        return SegmentRefused{SegmentRefusal::Empty, {}};
    Annotation segment = made.blank(span);
    segment.label = label;
    edit.changes.push_back(created(std::move(segment)));
    if (room.begin < span.begin)
        edit.changes.push_back(created(made.blank({room.begin, span.begin, span.channel})));
    if (span.end < room.end && !openEnded)
        edit.changes.push_back(created(made.blank({span.end, room.end, span.channel})));
    return edit;
}

// The one nearest to where the drag began.
std::optional<TimeSpan> freePart(const SampleContent &content, const TimeSpan &span, bool forwards)
{
    const auto pieces = freePieces(content, span.channel, span.begin, span.end);
    if (pieces.empty())
        return std::nullopt;
    const auto &[begin, end] = forwards ? pieces.front() : pieces.back();
    return TimeSpan{begin, end, span.channel};
}

AnnotationId anyWithin(const SampleContent &content, const TimeSpan &span)
{
    const auto found = std::ranges::find_if(content.annotations, [&span](const AnnotationPtr &each) {
        const TimeSpan *other = timeSpanOf(*each);
        return other && shareTime(*other, span);
    });
    return found == content.annotations.end() ? AnnotationId{} : (*found)->id;
}

bool startsBefore(const AnnotationPtr &a, const AnnotationPtr &b)
{
    const TimeSpan &x = *timeSpanOf(*a), &y = *timeSpanOf(*b);
    return std::tuple(x.begin, x.end, a->id) < std::tuple(y.begin, y.end, b->id);
}

// The segments of one channel (empty: of all) as they follow each other.
std::vector<AnnotationPtr> inTime(const SampleContent &content, std::optional<int> channel)
{
    std::vector<AnnotationPtr> all;
    for (const AnnotationPtr &each : content.annotations)
        if (const TimeSpan *span = timeSpanOf(*each); span && (!channel || span->channel == *channel))
            all.push_back(each);
    std::ranges::sort(all, startsBefore);
    return all;
}

// What is merged, in time: those chosen, or the one with the next of its channel.
std::vector<AnnotationPtr> toMerge(const SampleContent &content, const Ids &chosen)
{
    std::vector<AnnotationPtr> all = inTime(content, {});
    const auto first = std::ranges::find_if(all, [&](const AnnotationPtr &each) { return chosen.contains(each->id); });
    if (first == all.end())
        return {};
    const int channel = timeSpanOf(**first)->channel;
    std::vector<AnnotationPtr> merged{*first};
    for (auto each = first + 1; each != all.end(); ++each)
        if (chosen.size() > 1 ? chosen.contains((*each)->id)
                              : timeSpanOf(**each)->channel == channel && merged.size() == 1)
            merged.push_back(*each);
    return merged;
}

Annotation mergedOf(const std::vector<AnnotationPtr> &parts)
{
    Annotation after = *parts.front();
    TimeSpan span = *timeSpanOf(after);
    std::string content;
    for (const AnnotationPtr &each : parts) {
        span.end = std::max(span.end, timeSpanOf(*each)->end);
        if (const std::string *said = valueOf(each->attributes, builtin::Content))
            content = joinedContents(content, *said);
        for (const auto &[name, value] : each->attributes)
            if (!valueOf(after.attributes, name) && name != builtin::Locked)
                set(after.attributes, name, value);
        if (!after.label)
            after.label = each->label;
        after.proposed = after.proposed && each->proposed;
    }
    after.geometry = span;
    say(after, content);
    return after;
}

// A run of removed tiles: who takes the time.
void closeGap(Edit &edit, const std::vector<AnnotationPtr> &tiles, std::size_t first, std::size_t last)
{
    const TimeSpan &begin = *timeSpanOf(*tiles[first]), &end = *timeSpanOf(*tiles[last]);
    const AnnotationPtr before = first > 0 ? tiles[first - 1] : nullptr;
    const AnnotationPtr behind = last + 1 < tiles.size() ? tiles[last + 1] : nullptr;
    if (before && timeSpanOf(*before)->end == begin.begin)
        edit.changes.push_back(changed(*before, cutTo(*before, timeSpanOf(*before)->begin, end.end)));
    else if (behind && timeSpanOf(*behind)->begin == end.end)
        edit.changes.push_back(changed(*behind, cutTo(*behind, begin.begin, timeSpanOf(*behind)->end)));
}

void closeGaps(Edit &edit, const std::vector<AnnotationPtr> &tiles, const Ids &chosen)
{
    for (std::size_t i = 0; i < tiles.size(); ++i) {
        if (!chosen.contains(tiles[i]->id))
            continue;
        std::size_t last = i;
        while (last + 1 < tiles.size() && chosen.contains(tiles[last + 1]->id))
            ++last;
        closeGap(edit, tiles, i, last);
        i = last;
    }
}

bool isWrittenWithoutBlanks(UChar32 c)
{
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA
           || script == USCRIPT_BOPOMOFO || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef);
}

UChar32 firstOf(std::string_view text)
{
    std::size_t at = 0;
    UChar32 c = 0;
    U8_NEXT(text.data(), at, text.size(), c);
    return c;
}

UChar32 lastOf(std::string_view text)
{
    auto at = static_cast<std::int32_t>(text.size());
    UChar32 c = 0;
    U8_PREV(text.data(), 0, at, c);
    return c;
}

}  // namespace

std::string joinedContents(std::string_view first, std::string_view second)
{
    std::string all(first);
    if (!first.empty() && !second.empty() && first.back() != ' ' && second.front() != ' '
        && !(isWrittenWithoutBlanks(lastOf(first)) && isWrittenWithoutBlanks(firstOf(second))))
        all += ' ';
    return all.append(second);
}

SegmentAct addSegment(const SampleContent &content, SegmentRule rule, TimeDrag drag, LabelId label)
{
    Edit edit{"add-segment", "", {}};
    NewSegments made(content);
    const std::int64_t length = endOfTime(content);
    TimeSpan span{std::clamp<std::int64_t>(std::min(drag.from, drag.to), 0, length),
                  std::clamp<std::int64_t>(std::max(drag.from, drag.to), 0, length), drag.channel};
    if (span.begin == span.end)
        return SegmentRefused{drag.from == drag.to ? SegmentRefusal::Empty : SegmentRefusal::Outside, {}};
    if (rule == SegmentRule::Gapless) {
        // A drag to the left begins behind the sample it names.
        const FreeTime room = freeTimeAt(content, drag.channel, drag.from <= drag.to ? span.begin : span.end - 1);
        return room.holder ? addWithin(made, *room.holder, span, label, std::move(edit))
                           : addAmong(made, room, span, label, room.end == length && content.sample.media.length == 0,
                                      std::move(edit));
    }
    const auto free = rule == SegmentRule::Free ? span : freePart(content, span, drag.from <= drag.to);
    if (!free)
        return SegmentRefused{SegmentRefusal::Overlaps, anyWithin(content, span)};
    Annotation segment = made.blank(*free);
    segment.label = label;
    edit.changes.push_back(created(std::move(segment)));
    return edit;
}

SegmentAct splitSegment(const SampleContent &content, AnnotationId id, std::int64_t at,
                        std::optional<std::size_t> caret)
{
    Edit edit{"split-segment", "", {}};
    const AnnotationPtr segment = content.annotation(id);
    const TimeSpan *span = segment ? timeSpanOf(*segment) : nullptr;
    if (!span)
        return edit;
    if (isSet(segment->attributes, builtin::Locked))
        return SegmentRefused{SegmentRefusal::Locked, id};
    if (at <= span->begin || at >= span->end)
        return SegmentRefused{SegmentRefusal::NotInside, id};
    Annotation left = cutTo(*segment, span->begin, at);
    Annotation right = withoutContent(NewSegments(content).copyOf(*segment, {at, span->end, span->channel}));
    const std::string *said = valueOf(segment->attributes, builtin::Content);
    if (said && caret && *caret < said->size()) {
        say(left, withoutBlanksAround(said->substr(0, *caret)));
        say(right, withoutBlanksAround(said->substr(*caret)));
    }
    edit.changes.push_back(changed(*segment, std::move(left)));
    edit.changes.push_back(created(std::move(right)));
    return edit;
}

SegmentAct mergeSegments(const SampleContent &content, SegmentRule rule, std::span<const AnnotationId> which)
{
    const std::vector<AnnotationPtr> parts = toMerge(content, Ids(which.begin(), which.end()));
    if (parts.size() < 2)
        return SegmentRefused{SegmentRefusal::NoNeighbour, parts.empty() ? AnnotationId{} : parts.front()->id};
    Ids merged;
    for (const AnnotationPtr &each : parts) {
        if (isSet(each->attributes, builtin::Locked))
            return SegmentRefused{SegmentRefusal::Locked, each->id};
        if (timeSpanOf(*each)->channel != timeSpanOf(*parts.front())->channel)
            return SegmentRefused{SegmentRefusal::NoNeighbour, each->id};
        merged.insert(each->id);
    }
    const Annotation after = mergedOf(parts);
    if (rule != SegmentRule::Free)
        for (const AnnotationPtr &each : content.annotations)
            if (const TimeSpan *other = timeSpanOf(*each);
                other && !merged.contains(each->id) && shareTime(*other, *timeSpanOf(after)))
                return SegmentRefused{SegmentRefusal::Overlaps, each->id};
    std::vector<AnnotationId> rest;
    for (const AnnotationPtr &each : parts)
        if (each != parts.front())
            rest.push_back(each->id);
    Edit edit = removeAnnotations(content, rest);
    edit.name = "merge-segments";
    edit.changes.push_back(changed(*parts.front(), after));
    return edit;
}

SegmentAct duplicateSegment(const SampleContent &content, SegmentRule rule, AnnotationId id)
{
    Edit edit{"duplicate-segment", "", {}};
    const AnnotationPtr segment = content.annotation(id);
    const TimeSpan *span = segment ? timeSpanOf(*segment) : nullptr;
    if (!span)
        return edit;
    if (rule == SegmentRule::Gapless)
        return SegmentRefused{SegmentRefusal::NoGap, id};
    TimeSpan where = *span;
    if (rule == SegmentRule::None) {
        const FreeTime room = freeTimeAt(content, span->channel, span->end);
        where.begin = span->end;
        where.end = std::min(room.end, span->end + (span->end - span->begin));
        if (room.holder || where.begin >= where.end)
            return SegmentRefused{SegmentRefusal::Overlaps, room.holder ? room.holder->id : id};
    }
    Annotation copy = NewSegments(content).copyOf(*segment, where);
    copy.proposed = false;
    copy.confidence.reset();
    edit.changes.push_back(created(std::move(copy)));
    return edit;
}

Edit removeSegments(const SampleContent &content, SegmentRule rule, std::span<const AnnotationId> which)
{
    Edit edit = removeAnnotations(content, which);
    if (rule != SegmentRule::Gapless || isNothing(edit))
        return edit;
    const Ids chosen(which.begin(), which.end());
    std::unordered_set<int> channels;
    for (const AnnotationPtr &each : content.annotations)
        if (const TimeSpan *span = timeSpanOf(*each); span && chosen.contains(each->id))
            channels.insert(span->channel);
    for (const int channel : channels)
        closeGaps(edit, inTime(content, channel), chosen);
    return edit;
}

Edit setSegmentValue(const SampleContent &content, std::span<const AnnotationId> which, std::string_view name,
                     const std::string &value)
{
    Edit edit = setAttribute(content, which, name, value.empty() ? std::nullopt : std::optional(value));
    if (name == builtin::Content)
        edit.name = "set-content";
    else if (name == builtin::Speaker)
        edit.name = "set-speaker";
    return edit;
}

}  // namespace core
