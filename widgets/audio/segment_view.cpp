// What the mouse does to segments. How they look: segment_view_paint.cpp.
#include "widgets/audio/segment_view.h"
#include "core/audio/sound_time.h"
#include "core/labelling.h"
#include <QApplication>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

constexpr double insideEdge = 5, outsideEdge = 4;  // pixels in which an edge is grabbed
constexpr double snapPixels = 8;
constexpr double leastDrag = 3;          // pixels: less is a click
constexpr int crossingsPerSecond = 100;  // a zero crossing farther away than 10 ms is none worth to jump to

}  // namespace

SegmentView::SegmentView(MediaService &media, QWidget *parent) : WaveView(media, parent)
{
    setMouseTracking(true);
}

SegmentMarks::Changes SegmentView::setContent(const EditorContent &content)
{
    if (m_marks.content().sample != content.sample)
        dropDrag();  // what it would make is of the content before
    SegmentMarks::Changes changes = m_marks.setContent(content);
    if (changes.another) {
        cancel();
        setSelected({});
        m_hover = {};
        m_tappedIn.reset();
    } else {
        QList<AnnotationId> left = m_selected;
        left.removeIf([this](AnnotationId id) { return !m_marks.spans().find(id); });
        setSelected(left);
    }
    update();
    return changes;
}

void SegmentView::clearContent()
{
    cancel();
    m_marks.clear();
    setSelected({});
    m_hover = {};
    m_tappedIn.reset();
    update();
}

bool SegmentView::isInStep() const
{
    return !m_marks.isEmpty() && info() && rateOf(m_marks.content().sample->sample.media) == info()->rate;
}

void SegmentView::setTool(SegmentTool tool)
{
    m_tool = tool;
    setCursor(markCursor());
}

void SegmentView::setSelected(const QList<AnnotationId> &selected)
{
    if (selected == m_selected)
        return;
    m_selected = selected;
    m_isSelected = {selected.begin(), selected.end()};
    update();
}

void SegmentView::setTappedIn(std::optional<qint64> sample)
{
    m_tappedIn = sample;
    update();
}

bool SegmentView::cancel()
{
    const bool had = m_drag.has_value() || m_tappedIn.has_value();
    dropDrag();
    m_tappedIn.reset();
    return had;
}

void SegmentView::dropDrag()
{
    m_drag.reset();
    m_moved.clear();
    m_made.clear();
    m_guide.reset();
    update();
}

SegmentView::Hit SegmentView::hitAt(QPointF at) const
{
    const QRect wave = waveRect();
    if (!isInStep() || !wave.contains(at.toPoint()))
        return {};
    const qint64 around = std::ceil(outsideEdge * timeView().perPixel) + 1, sample = sampleAt(at.x());
    Hit best;
    double nearest = insideEdge + 1;
    for (const PlacedSegment &each : m_marks.placed({sample - around, sample + around})) {
        const QRectF rect = rectOf(each, wave);
        if (at.y() < rect.top() || at.y() >= rect.bottom())
            continue;
        const bool inside = at.x() >= rect.left() && at.x() < rect.right();
        if (inside && best.part == Part::None)
            best = {each.segment->id, Part::Body};
        const double zone = inside ? std::min(insideEdge, rect.width() / 3) : outsideEdge;
        for (const Part part : {Part::Begin, Part::End}) {
            const double away = std::abs(at.x() - (part == Part::Begin ? rect.left() : rect.right()))
                                - (isSelected(each.segment->id) ? 0.5 : 0);
            if (away <= zone && away < nearest) {
                nearest = away;
                best = {each.segment->id, part};
            }
        }
    }
    return best;
}

// Those that lie there, the one in the row of the pointer first.
std::vector<AnnotationId> SegmentView::stackAt(QPointF at) const
{
    std::vector<AnnotationId> ids;
    if (const Hit hit = hitAt(at); hit.segment)
        ids.push_back(hit.segment);
    for (const AnnotationPtr &each : m_marks.spans().at(sampleAt(at.x())))
        if (std::ranges::find(ids, each->id) == ids.end())
            ids.push_back(each->id);
    return ids;
}

qint64 SegmentView::snap(qint64 sample, Qt::KeyboardModifiers modifiers, AnnotationId but)
{
    m_guide.reset();
    if (modifiers & Qt::AltModifier)
        return sample;
    const auto within = std::max<qint64>(0, std::llround(snapPixels * timeView().perPixel));
    SnapPlaces places;
    m_marks.spans().each({sample - within - 1, sample + within + 1}, [&](const AnnotationPtr &each, Extent extent) {
        if (each->id != but)
            places.edges.insert(places.edges.end(), {extent.first, extent.second});
    });
    places.playhead = playhead();
    places.zeroCrossing = [this](std::int64_t at, std::int64_t distance) {
        const std::int64_t most = info() ? info()->rate / crossingsPerSecond : 0;
        return zeroCrossingNear(at, std::min(distance, most));
    };
    const Snapped snapped = core::snapped(sample, within, places);
    if (snapped.kind == SnapKind::Edge || snapped.kind == SnapKind::Playhead)
        m_guide = snapped.sample;
    return snapped.sample;
}

SegmentAct SegmentView::actOf(const Drag &drag, QMouseEvent *event)
{
    const SampleContent &content = *m_marks.content().sample;
    const qint64 sample = sampleAt(event->position().x());
    switch (drag.kind) {
    case Drag::Kind::Click: return Edit{};
    case Drag::Kind::Make:
        return addSegment(content, m_marks.rule(), {drag.from, snap(sample, event->modifiers(), {})}, m_label);
    case Drag::Kind::Edge: {
        const TimeEdge edge = drag.hit.part == Part::Begin ? TimeEdge::Begin : TimeEdge::End;
        return moveEdge(content, m_marks.rule(), drag.hit.segment, edge,
                        snap(sample, event->modifiers(), drag.hit.segment));
    }
    case Drag::Kind::Move: break;
    }
    const TimeSpan &span = *m_marks.spanOf(drag.hit.segment);
    const qint64 to = span.begin + sample - drag.from;
    qint64 begin = snap(to, event->modifiers(), drag.hit.segment);
    if (!m_guide)  // else the other end may have somewhere to go
        begin = snap(to + span.end - span.begin, event->modifiers(), drag.hit.segment) - (span.end - span.begin);
    return moveSegments(content, m_marks.rule(), std::vector(m_selected.begin(), m_selected.end()), begin - span.begin);
}

void SegmentView::preview(const SegmentAct &act)
{
    m_moved.clear();
    m_made.clear();
    const auto *edit = std::get_if<Edit>(&act);
    for (const Change &change : edit ? edit->changes : std::vector<Change>())
        if (const auto *row = std::get_if<RowChange<Annotation>>(&change); row && row->after)
            if (const TimeSpan *span = timeSpanOf(*row->after)) {
                if (row->before)
                    m_moved[row->after->id.value] = *span;
                else
                    m_made.emplace_back(*span, row->after->label);
            }
    update();
}

bool SegmentView::markPress(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !isInStep())
        return false;
    Drag drag;
    drag.hit = hitAt(event->position());
    drag.pressed = event->position();
    drag.from = sampleAt(event->position().x());
    const bool grabs = m_tool == SegmentTool::Select || (event->modifiers() & Qt::ControlModifier);
    if (drag.hit.part == Part::Begin || drag.hit.part == Part::End)
        drag.kind = Drag::Kind::Edge;
    else if (drag.hit.part == Part::Body && grabs)
        drag.kind = Drag::Kind::Move;
    else if (m_tool == SegmentTool::Draw && !(event->modifiers() & Qt::ShiftModifier))
        drag.kind = Drag::Kind::Make;
    else if (drag.hit.part == Part::None)
        return false;  // marks a range of time
    m_drag = drag;
    return true;
}

bool SegmentView::markMove(QMouseEvent *event)
{
    if (!m_drag) {
        const Hit hover = hitAt(event->position());
        if (hover != std::exchange(m_hover, hover))
            update();
        return false;
    }
    Drag &drag = *m_drag;
    if (!drag.moved) {
        if (std::abs(event->position().x() - drag.pressed.x()) < leastDrag || drag.kind == Drag::Kind::Click)
            return true;
        drag.moved = true;
        if (drag.kind == Drag::Kind::Make)
            drag.from = snap(drag.from, event->modifiers(), {});
        else if (!isSelected(drag.hit.segment))
            select(drag.hit.segment, false);
    }
    drag.act = actOf(drag, event);
    preview(drag.act);
    return true;
}

bool SegmentView::markRelease(QMouseEvent *event)
{
    if (!m_drag)
        return false;
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    m_guide.reset();
    preview(Edit{});
    if (!drag.moved)
        click(drag, event);
    else if (std::abs(event->position().x() - drag.pressed.x()) >= leastDrag)  // back where it began: thought better
        emit acted(drag.act);
    return true;
}

// Again at the same place: the next of those that lie there.
void SegmentView::click(const Drag &drag, QMouseEvent *event)
{
    const bool adds = event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier);
    std::vector<AnnotationId> stack = stackAt(drag.pressed);
    if (drag.hit.segment && !stack.empty()) {
        const auto now = m_selected.size() == 1 ? std::ranges::find(stack, m_selected.front()) : stack.end();
        const bool next = now != stack.end() && !adds;
        select(next ? stack[std::size_t(now - stack.begin() + 1) % stack.size()] : stack.front(), adds);
    } else if (!adds) {
        select({}, false);
    }
    if (!adds)
        emit seekAsked(drag.from);
}

void SegmentView::select(AnnotationId id, bool adds)
{
    QList<AnnotationId> selected = adds ? m_selected : QList<AnnotationId>();
    if (id && adds && selected.contains(id))
        selected.removeAll(id);
    else if (id)
        selected.append(id);
    if (selected == m_selected)
        return;
    setSelected(selected);
    emit segmentsSelected(m_selected);
}

bool SegmentView::markDoubleClick(QMouseEvent *event)
{
    const Hit hit = hitAt(event->position());
    if (event->button() != Qt::LeftButton || !hit.segment)
        return false;
    m_drag.reset();
    emit playAsked(m_selected.size() == 1 && m_marks.spanOf(m_selected.front()) ? m_selected.front() : hit.segment);
    return true;
}

QCursor SegmentView::markCursor() const
{
    switch (m_hover.part) {
    case Part::Begin:
    case Part::End: return Qt::SizeHorCursor;
    case Part::Body: return m_tool == SegmentTool::Select ? Qt::OpenHandCursor : Qt::ArrowCursor;
    case Part::None: break;
    }
    return m_tool == SegmentTool::Draw ? Qt::CrossCursor : Qt::ArrowCursor;
}

}  // namespace widgets
