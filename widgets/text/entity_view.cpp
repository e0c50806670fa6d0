#include "widgets/text/entity_view.h"
#include "core/job_options.h"
#include "widgets/text/label_offer.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

constexpr std::size_t mostKeptRows = 4000;
constexpr double tagRoom = 3;  // between the highest mark and the row above

}  // namespace

EntityView::EntityView(QWidget *parent) : TextView(parent), m_metrics(textFont()), m_offer(new LabelOffer(viewport()))
{
    lookChanged();
    connect(this, &TextView::selected, this, &EntityView::textSelected);
    connect(this, &TextView::selectionChanged, this, [this] {
        if (hasSelection() && !m_extentOf && !m_stretching && !m_addsPartTo && !m_lights.selected.empty())
            choose({});
    });
    connect(m_offer, &LabelOffer::chosen, this, &EntityView::labelChosen);
}

void EntityView::lookChanged()
{
    m_metrics = MarkMetrics(textFont());
    m_marks.refreshLooks();
    m_rows.clear();
}

void EntityView::setContent(const EditorContent &content)
{
    const bool other = m_marks.isEmpty() || m_marks.content().sample->sample.id != content.sample->sample.id;
    if (other) {
        (void)cancel();
        m_lights = {};
    }
    const TextMarks::Changes changes = m_marks.setContent(content);
    if (changes.all) {
        m_rows.clear();
        column().makeRoomEverywhere();
    }
    setText(content.sample->sample.text.value_or(SharedText()));
    for (const TextRange &each : changes.stale)
        column().makeRoom(each);
    if (changes.all || !changes.stale.empty()) {
        m_lights.hovered = {};
        m_lights.hoveredRelation = {};
        if (m_relating && !m_marks.spanOf(m_relating->from))
            stopRelating();
        refresh();
    }
}

void EntityView::clear()
{
    (void)cancel();
    m_lights = {};
    m_marks.clear();
    m_rows.clear();
    setText({});
    column().makeRoomEverywhere();
    refresh();
}

const RowMarks &EntityView::marksOf(const BlockLayout &layout, int row)
{
    const std::int64_t key = layout.row(row).range.first;
    const auto known = m_rows.find(key);
    if (known != m_rows.end())
        return known->second;
    return m_rows[key] = layOutMarks(m_marks, map(), layout, row, m_metrics);
}

RowRoom EntityView::roomOf(const BlockLayout &layout, int row)
{
    if (m_marks.isEmpty())
        return {};
    if (m_rows.size() > mostKeptRows)
        m_rows.clear();
    m_rows.erase(layout.row(row).range.first);
    const double height = marksOf(layout, row).height;
    return {height > 0 ? std::max(0, int(std::ceil(height + tagRoom - layout.metrics().boxTop))) : 0, 0};
}

MarkedRow EntityView::markedRow(const Row &row)
{
    const RowMetrics &metrics = row.layout.metrics();
    return {m_marks,
            marksOf(row.layout, row.row),
            row.layout,
            row.row,
            QPointF(row.origin.x(), row.origin.y() + row.it().text + metrics.boxTop),
            metrics.boxBottom - metrics.boxTop};
}

void EntityView::paintBehind(QPainter &painter, const Row &row)
{
    if (!m_marks.isEmpty())
        paintBoxes(painter, markedRow(row), m_lights);
}

void EntityView::paintAbove(QPainter &painter, const Row &row)
{
    if (m_marks.isEmpty())
        return;
    const MarkedRow marked = markedRow(row);
    paintArcs(painter, marked, m_lights, m_metrics);
    paintTags(painter, marked, m_lights, m_metrics);
}

MarkHit EntityView::hitAt(QPointF position)
{
    const auto row = rowAt(position);
    return row && !m_marks.isEmpty() ? hitMarks(markedRow(*row), m_lights, m_metrics, position) : MarkHit{};
}

std::vector<AnnotationId> EntityView::entitiesAt(QPointF position)
{
    if (const MarkHit hit = hitAt(position); !hit.isNothing())
        return hit.entity ? std::vector{hit.entity} : std::vector<AnnotationId>{};
    std::vector<AnnotationId> all;
    if (const auto point = textUnder(position))
        for (const AnnotationPtr &each : m_marks.spans().at(*point))
            all.push_back(each->id);
    return all;
}

AnnotationId EntityView::entityAt(QPointF position)
{
    const std::vector<AnnotationId> all = entitiesAt(position);
    return all.empty() ? AnnotationId() : all.front();
}

void EntityView::setTool(TextTool tool)
{
    if (tool == TextTool::Relate && m_lights.selected.size() == 1) {
        beginRelating();
        return;
    }
    m_tool = tool;
    emit hintChanged();
}

void EntityView::setSelectedEntities(const QList<AnnotationId> &entities)
{
    const std::vector<AnnotationId> all(entities.begin(), entities.end());
    if (m_lights.selected == all)
        return;
    if (!all.empty()) {
        m_extentOf = {};
        clearSelection();
    }
    m_lights.selected = all;
    viewport()->update();
    if (all.size() == 1)
        jumpTo(all.front());
    emit hintChanged();
}

QList<AnnotationId> EntityView::selectedEntities() const
{
    return {m_lights.selected.begin(), m_lights.selected.end()};
}

void EntityView::setSelectedRelation(RelationId relation)
{
    m_lights.selectedRelation = relation;
    viewport()->update();
}

void EntityView::choose(const QList<AnnotationId> &entities)
{
    if (entities == selectedEntities() && !m_lights.selectedRelation)
        return;
    setSelectedEntities(entities);
    setSelectedRelation({});
    emit entitiesSelected(entities);
}

// A click at the same place again takes the next larger one.
void EntityView::selectAt(QPointF position, bool toggles)
{
    const std::vector<AnnotationId> here = entitiesAt(position);
    const bool again = (position - m_clickedAt).manhattanLength() < QApplication::startDragDistance();
    m_clickedAt = position;
    if (here.empty()) {
        if (!toggles)
            choose({});
        return;
    }
    QList<AnnotationId> now = selectedEntities();
    if (toggles) {
        if (now.removeAll(here.front()) == 0)
            now.append(here.front());
        choose(now);
        return;
    }
    auto next = here.begin();
    if (again && now.size() == 1)
        if (const auto at = std::ranges::find(here, now.front()); at != here.end() && ++next != here.end())
            next = at + 1 == here.end() ? here.begin() : at + 1;
    choose({next == here.end() ? here.front() : *next});
}

void EntityView::revealSelection()
{
    if (!m_lights.selected.empty())
        jumpTo(m_lights.selected.front());
    else if (const TextLink *link = m_marks.link(m_lights.selectedRelation))
        jumpTo(link->from);
}

void EntityView::jumpTo(AnnotationId entity)
{
    const TextRange hull = m_marks.hullOf(entity);
    if (hull.first < hull.second)
        reveal(hull);
}

void EntityView::make(LabelId label)
{
    const TextRange range = selection();
    TextAct made = addEntity(*m_marks.content().sample, m_marks.rules(), boundaries(), {&range, 1}, label);
    if (std::holds_alternative<Edit>(made))
        clearSelection();
    emit acted(made);
}

// The mouse has let go of a selection of text.
void EntityView::textSelected()
{
    const AnnotationId grows = std::exchange(m_addsPartTo, {});
    if (m_marks.isEmpty() || m_extentOf)
        return;
    if (grows)
        addPart(grows);
    else if (m_tool == TextTool::Mark && m_currentLabel)
        make(m_currentLabel);
}

bool EntityView::useLabel(LabelId label)
{
    const Label *known = m_marks.isEmpty() ? nullptr : labelOf(m_marks.rules(), label);
    if (!known)
        return false;
    if (m_relating) {
        if (std::ranges::find(m_relating->offered, label) != m_relating->offered.end())
            labelChosen(label);
        return true;
    }
    if (isRelation(*known) && m_lights.selected.size() == 1 && !hasSelection()) {
        beginRelating(label);
        return true;
    }
    if (isRelation(*known) || !hasSelection() || m_extentOf)
        return false;
    make(label);
    return true;
}

bool EntityView::act(const QByteArray &id)
{
    if (id == "view.show-selection")
        revealSelection();
    else if (id == "text.extent")
        beginExtent();
    else if (id.startsWith("text.begin-") || id.startsWith("text.end-"))
        return stretchByKey(id);
    else
        return TextView::act(id);
    return true;
}

}  // namespace widgets
