// Mouse and keys upon entities and relations.
#include "widgets/text/entity_view.h"
#include "widgets/text/label_offer.h"
#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

namespace widgets {

using namespace core;

namespace {

bool isTextGesture(const QMouseEvent &event)
{
    return event.modifiers() & (Qt::AltModifier | Qt::ShiftModifier | Qt::ControlModifier);
}

}  // namespace

bool EntityView::pointerPress(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_marks.isEmpty())
        return false;
    const QPointF at = event->position();
    if (m_relating) {  // by keys: a click names the other end
        const AnnotationId to = entityAt(at);
        if (to && m_relating->label && to != m_relating->from)
            connectTo(to);
        else if (to && to != m_relating->from)
            drop(at);
        else
            stopRelating();
        return true;
    }
    const MarkHit hit = hitAt(at);
    if (hit.side && !isTextGesture(*event))
        return beginStretching(hit);
    if (hit.relation) {
        choose({});
        setSelectedRelation(hit.relation);
        emit relationSelected(hit.relation);
        if (hit.leadsTo)
            jumpTo(hit.leadsTo);
        return true;
    }
    const AnnotationId under = entityAt(at);
    if (canRelate() && under && m_tool != TextTool::Mark && !isTextGesture(*event)) {
        m_pressed = Pressed{under, at};
        return true;
    }
    if (hit.entity) {
        selectAt(at, event->modifiers() & Qt::ControlModifier);
        return true;
    }
    m_addsPartTo = event->modifiers() & Qt::ControlModifier && m_lights.selected.size() == 1 ? m_lights.selected[0]
                                                                                             : AnnotationId();
    if (m_tool != TextTool::Relate || isTextGesture(*event))
        return false;
    choose({});
    return true;
}

bool EntityView::pointerMove(QMouseEvent *event)
{
    const QPointF at = event->position();
    if (m_pressed && (at - m_pressed->at).manhattanLength() >= QApplication::startDragDistance()) {
        beginDrag(m_pressed->entity, at);
        m_pressed.reset();
    }
    if (m_stretching) {
        stretchTo(at, event->modifiers() & Qt::AltModifier);
    } else if (m_relating && m_relating->pointer) {
        m_relating->pointer = at;
        const AnnotationId over = entityAt(at);
        m_lights.target = over && m_lights.fitting->contains(over.value) ? over : AnnotationId();
        viewport()->update();
    } else if (!event->buttons()) {
        hover(at);
    }
    return true;
}

bool EntityView::pointerRelease(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return false;
    if (m_pressed) {
        m_pressed.reset();
        clearSelection();
        selectAt(event->position(), false);
    } else if (m_stretching) {
        finishStretching();
    } else if (m_relating && m_relating->pointer) {
        drop(event->position());
    }
    return true;
}

void EntityView::click(QMouseEvent *event)
{
    m_addsPartTo = {};
    if (m_extentOf) {
        m_extentOf = {};
        emit hintChanged();
    }
    if (!m_marks.isEmpty())
        selectAt(event->position(), event->modifiers() & Qt::ControlModifier);
}

// Upon an entity: its text is to be selected otherwise.
bool EntityView::pointerDoubleClick(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || m_marks.isEmpty())
        return false;
    const std::vector<AnnotationId> here = entitiesAt(event->position());
    if (here.empty())
        return false;
    m_pressed.reset();
    const QList<AnnotationId> now = selectedEntities();
    if (now.size() != 1 || std::ranges::find(here, now.front()) == here.end())
        choose({here.front()});
    beginExtent();
    return true;
}

void EntityView::hover(QPointF position)
{
    const MarkHit hit = hitAt(position);
    const AnnotationId entity = hit.relation ? AnnotationId() : entityAt(position);
    if (entity != m_lights.hovered || hit.relation != m_lights.hoveredRelation) {
        m_lights.hovered = entity;
        m_lights.hoveredRelation = hit.relation;
        viewport()->update();
    }
    viewport()->setCursor(hit.side                     ? Qt::SplitHCursor
                          : hit.relation || hit.entity ? Qt::PointingHandCursor
                                                       : Qt::IBeamCursor);
}

void EntityView::leaveEvent(QEvent *event)
{
    if (m_lights.hovered || m_lights.hoveredRelation) {
        m_lights.hovered = {};
        m_lights.hoveredRelation = {};
        viewport()->update();
    }
    TextView::leaveEvent(event);
}

bool EntityView::wantsKey(const QKeyEvent &event) const
{
    const bool enter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (m_extentOf)
        return enter || event.key() == Qt::Key_Escape;
    if (!m_relating)
        return false;
    return LabelOffer::wants(event) || event.key() == Qt::Key_Escape || event.key() == Qt::Key_Tab
           || event.key() == Qt::Key_Backtab || event.key() == Qt::Key_Left || event.key() == Qt::Key_Right;
}

bool EntityView::keyPress(QKeyEvent *event)
{
    if (m_relating && pressRelating(*event))
        return true;
    if (!m_extentOf || !wantsKey(*event))
        return false;
    if (event->key() == Qt::Key_Escape)
        return cancel();
    finishExtent();
    return true;
}

bool EntityView::focusNextPrevChild(bool next)
{
    return !m_relating && TextView::focusNextPrevChild(next);
}

bool EntityView::inGesture() const
{
    return m_relating || m_stretching || m_extentOf || m_pressed;
}

bool EntityView::cancel()
{
    if (stepOut())
        return true;
    m_pressed.reset();
    if (m_stretching || m_extentOf) {
        m_stretching.reset();
        m_extentOf = {};
        clearSelection();
        emit hintChanged();
        return true;
    }
    stopSelecting();
    m_addsPartTo = {};
    if (!hasSelection())
        return false;
    clearSelection();
    return true;
}

}  // namespace widgets
