// What the keys do to segments.
#include "core/audio/sound_time.h"
#include "core/labelling.h"
#include "widgets/audio/segment_editor.h"
#include "widgets/audio/segment_model.h"
#include "widgets/audio/segment_table.h"
#include "widgets/audio/segment_view.h"
#include "widgets/audio/sound_pane.h"
#include "widgets/qt_text.h"
#include <QClipboard>
#include <QGuiApplication>
#include <algorithm>

namespace widgets {

using namespace core;

namespace {

constexpr std::int64_t stepMs = 10, fastSteps = 10;

struct Nudge {
    const char *id;
    std::optional<TimeEdge> edge;  // empty: the whole segment
    int steps;
};
constexpr Nudge nudges[] = {
    {"object.nudge-left", {}, -1},
    {"object.nudge-right", {}, 1},
    {"object.nudge-left-fast", {}, -fastSteps},
    {"object.nudge-right-fast", {}, fastSteps},
    {"object.edge-left", TimeEdge::End, -1},
    {"object.edge-right", TimeEdge::End, 1},
    {"segment.begin-earlier", TimeEdge::Begin, -1},
    {"segment.begin-later", TimeEdge::Begin, 1},
};

// Segments belong to their sound: copies elsewhere would lie against the rule, and they have no drawing order.
constexpr const char *meaningless[] = {"edit.paste",     "edit.paste-previous", "edit.copy-to-next", "object.front",
                                       "object.forward", "object.backward",     "object.back"};

}  // namespace

QList<QByteArray> SegmentEditor::acts() const
{
    return SoundPane::acts()
           + QList<QByteArray>{"segment.mark-in",
                               "segment.mark-out",
                               "segment.split",
                               "segment.merge",
                               "",
                               "segment.next",
                               "segment.previous",
                               "segment.loop",
                               "segment.edit",
                               "",
                               "segment.draft",
                               "",
                               "segment.begin-earlier",
                               "segment.begin-later"};
}

bool SegmentEditor::act(const QByteArray &id)
{
    return (content() && actOnSegments(id)) || m_pane->act(id);
}

bool SegmentEditor::actOnSegments(const QByteArray &id)
{
    const SegmentRule rule = m_view->marks().rule();
    const QList<AnnotationId> &chosen = m_view->selected();
    const std::vector<AnnotationId> selected(chosen.begin(), chosen.end());
    if (nudge(id))
        return true;
    if (id == "segment.mark-in")
        tapIn();
    else if (id == "segment.mark-out")
        tapOut();
    else if (id == "segment.split")
        split();
    else if (id == "segment.merge")
        merge();
    else if (id == "segment.next" || id == "segment.previous")
        step(id == "segment.next" ? 1 : -1);
    else if (id == "segment.loop")
        loopSegment();
    else if (id == "segment.edit" && !selected.empty())
        m_table->editContent(selected.front());
    else if (id == "sound.play-selection" && !m_view->WaveView::selection() && !selected.empty())
        play(selected.front());
    else if (id == "edit.delete")
        propose(removeSegments(*content(), rule, selected));
    else if (id == "edit.duplicate" && selected.size() == 1)
        propose(duplicateSegment(*content(), rule, selected.front()));
    else if (id == "edit.copy")
        copy();
    else if (id == "view.show-selection")
        bringToView(m_view->selected());
    else if (std::ranges::any_of(meaningless, [&id](const char *each) { return id == each; }))
        emit told(tr("Segments belong to their sound and are not carried over."));
    else
        return id.startsWith("segment.") && id != "segment.draft";
    return true;
}

bool SegmentEditor::nudge(const QByteArray &id)
{
    const auto *known = std::ranges::find_if(nudges, [&id](const Nudge &each) { return id == each.id; });
    if (known == std::end(nudges))
        return false;
    const QList<AnnotationId> &selected = m_view->selected();
    const SampleContent &shown = *content();
    const std::int64_t by = known->steps * std::max<std::int64_t>(1, rateOf(shown.sample.media) * stepMs / 1000);
    const TimeSpan *span = selected.size() == 1 ? m_view->marks().spanOf(selected.front()) : nullptr;
    if (!known->edge)
        propose(
            moveSegments(shown, m_view->marks().rule(), std::vector(selected.begin(), selected.end()), by, Fold::Yes));
    else if (span)
        propose(moveEdge(shown, m_view->marks().rule(), selected.front(), *known->edge,
                         (*known->edge == TimeEdge::Begin ? span->begin : span->end) + by, Fold::Yes));
    return true;
}

void SegmentEditor::tapIn()
{
    m_view->setTappedIn(m_pane->playback().position());
}

void SegmentEditor::tapOut()
{
    const auto began = m_view->tappedIn();
    if (!began) {
        emit told(tr("Mark where the segment begins first."));
        return;
    }
    m_view->setTappedIn({});
    propose(addSegment(*content(), m_view->marks().rule(), {*began, m_pane->playback().position()},
                       m_view->currentLabel()));
}

// The selected one where the playhead is in it, else the shortest there.
AnnotationId SegmentEditor::underPlayhead() const
{
    const qint64 at = m_view->playhead();
    for (const AnnotationId id : m_view->selected())
        if (const TimeSpan *span = m_view->marks().spanOf(id); span && span->begin < at && at < span->end)
            return id;
    const AnnotationPtr there = m_view->marks().at(at);
    return there ? there->id : AnnotationId{};
}

void SegmentEditor::split()
{
    const AnnotationId id = underPlayhead();
    if (id)
        propose(splitSegment(*content(), id, m_view->playhead(), m_table->takeCaret(id)));
    else
        emit told(tr("The playhead is in no segment."));
}

void SegmentEditor::merge()
{
    const QList<AnnotationId> &selected = m_view->selected();
    if (selected.isEmpty())
        emit told(tr("Select a segment to merge it with the next, or several."));
    else
        propose(mergeSegments(*content(), m_view->marks().rule(), std::vector(selected.begin(), selected.end())));
}

// A line for each: times, label, what is said.
void SegmentEditor::copy()
{
    QStringList lines;
    const SegmentModel &model = m_table->model();
    for (const AnnotationId id : m_view->selected()) {
        const int row = model.rowOf(id);
        QStringList fields;
        for (int column = int(SegmentModel::Field::Begin); column < model.columnCount(); ++column)
            fields << model.index(row, column).data().toString();
        lines << fields.join('\t');
    }
    if (lines.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join('\n'));
    emit told(tr("%Ln segment(s) copied as text", nullptr, int(lines.size())));
}

void SegmentEditor::step(int by)
{
    const SegmentMarks &marks = m_view->marks();
    const int count = int(marks.inTime().size());
    if (count == 0)
        return;
    int row = m_view->selected().isEmpty() ? -1 : marks.placeOf(m_view->selected().back());
    if (row < 0) {  // from where the playhead is
        const auto &all = marks.inTime();
        const auto behind = std::ranges::partition_point(
            all, [at = m_view->playhead()](const AnnotationPtr &each) { return timeSpanOf(*each)->begin < at; });
        row = int(behind - all.begin()) - (by > 0 ? 1 : 0);
    }
    const AnnotationId next = marks.inTime()[std::size_t(std::clamp(row + by, 0, count - 1))]->id;
    select({next});
    bringToView({next});
    play(next);
}

void SegmentEditor::play(AnnotationId segment)
{
    const TimeSpan *span = m_view->marks().spanOf(segment);
    if (!span)
        return;
    if (m_loopsSegment)
        followLoop();
    m_pane->playback().playRange(span->begin, span->end);
}

void SegmentEditor::loopSegment()
{
    m_loopsSegment = m_loopsSegment && m_pane->options()["loop"].toBool();  // it may have been switched off meanwhile
    if (!m_loopsSegment && m_view->selected().isEmpty()) {
        emit told(tr("Select the segment to loop."));
        return;
    }
    m_loopsSegment = !m_loopsSegment;
    if (m_loopsSegment != m_pane->options()["loop"].toBool())
        m_pane->act("sound.loop");
    if (!m_loopsSegment) {
        m_view->WaveView::setSelection({});
        emit m_view->selectionMade({});
        return;
    }
    followLoop();
    m_pane->playback().play();
}

// What is looped is what is selected.
void SegmentEditor::followLoop()
{
    const TimeSpan *span = m_view->selected().isEmpty() ? nullptr : m_view->marks().spanOf(m_view->selected().front());
    m_loopsSegment = m_loopsSegment && m_pane->options()["loop"].toBool();
    if (!m_loopsSegment || !span)
        return;
    const WaveView::Range range{span->begin, span->end};
    m_view->WaveView::setSelection(range);
    emit m_view->selectionMade(range);
    m_pane->playback().seek(range.first);
}

}  // namespace widgets
