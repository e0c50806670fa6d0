// Making a relation between two entities: by a drag from one to the other, or by keys.
#include "core/job_options.h"
#include "widgets/qt_text.h"
#include "widgets/text/entity_view.h"
#include "widgets/text/label_offer.h"
#include "widgets/theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace widgets {

using namespace core;

namespace {

std::vector<LabelId> relationLabels(const TextRules &rules)
{
    std::vector<LabelId> all;
    for (const Label &label : rules.labels)
        if (isRelation(label))
            all.push_back(label.id);
    return all;
}

bool isReturnKey(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

int stepOf(const QKeyEvent &key)  // to the next target, the one before; 0: neither
{
    switch (key.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Right:
    case Qt::Key_Down: return 1;
    case Qt::Key_Backtab:
    case Qt::Key_Left:
    case Qt::Key_Up: return -1;
    default: return 0;
    }
}

}  // namespace

bool EntityView::canRelate() const
{
    return !m_marks.isEmpty() && m_marks.content().job.kind == JobKind::TextTriplet;
}

void EntityView::beginRelating(LabelId label)
{
    if (!canRelate() || m_lights.selected.size() != 1)
        return;
    stopRelating();
    Relating relating;
    relating.from = m_lights.selected.front();
    relating.offered = fittingRelations(m_marks.rules(), m_marks.labelOf(relating.from), std::nullopt);
    if (relating.offered.empty()) {
        emit told(tr("No relation begins at “%1”").arg(m_marks.look(m_marks.labelOf(relating.from)).name));
        return;
    }
    if (label && std::ranges::find(relating.offered, label) == relating.offered.end()) {
        emit told(tr("“%1” cannot begin at “%2”")
                      .arg(m_marks.look(label).name, m_marks.look(m_marks.labelOf(relating.from)).name));
        return;
    }
    m_relating = std::move(relating);
    m_lights.source = m_relating->from;
    jumpTo(m_relating->from);
    if (!label && m_relating->offered.size() > 1) {
        lightTargets();
        offerLabels(rectOf(m_marks.hullOf(m_relating->from)).bottomLeft());
    } else {
        labelChosen(label ? label : m_relating->offered.front());
    }
    emit hintChanged();
}

void EntityView::offerLabels(QPointF at)
{
    m_offer->offer(m_marks, m_relating->offered, at);
}

// The entities any of the offered labels (or the chosen one) may lead to.
void EntityView::lightTargets()
{
    std::unordered_set<std::int64_t> all;
    const LabelId from = m_marks.labelOf(m_relating->from);
    std::unordered_set<std::int64_t> labels;
    for (const LabelId each : m_relating->label ? std::vector{m_relating->label} : m_relating->offered)
        if (const Label *relation = labelOf(m_marks.rules(), each))
            for (const Label &entity : *m_marks.content().labels)
                if (fits(*relation, from, entity.id))
                    labels.insert(entity.id.value);
    for (const AnnotationPtr &each : m_marks.content().sample->annotations)
        if (each->id != m_relating->from && labels.contains(each->label.value))
            all.insert(each->id.value);
    m_lights.fitting = std::move(all);
    viewport()->update();
}

void EntityView::labelChosen(LabelId label)
{
    if (!m_relating)
        return;
    m_offer->hide();
    m_relating->label = label;
    if (m_relating->to) {
        connectTo(m_relating->to);
        return;
    }
    m_relating->targets = fittingTargets(*m_marks.content().sample, m_marks.rules(), label, m_relating->from);
    if (m_relating->targets.empty()) {
        emit told(tr("There is no entity “%1” could lead to").arg(m_marks.look(label).name));
        stopRelating();
        return;
    }
    m_relating->at = 0;
    m_relating->tabbed = false;
    lightTargets();
    showTarget();
}

void EntityView::showTarget()
{
    m_lights.target = m_relating->targets[m_relating->at];
    jumpTo(m_lights.target);
    viewport()->update();
    emit hintChanged();
}

bool EntityView::pressRelating(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Escape)
        return stepOut();
    if (!m_offer->isHidden())
        return m_offer->press(event);
    if (m_relating->targets.empty())
        return false;
    const auto count = m_relating->targets.size();
    if (const int by = stepOf(event)) {
        const bool first = !std::exchange(m_relating->tabbed, true);
        if (!first || by < 0)
            m_relating->at = (m_relating->at + (by > 0 ? 1 : count - 1)) % count;
        showTarget();
        return true;
    }
    if (isReturnKey(event)) {
        connectTo(m_lights.target);
        return true;
    }
    return false;
}

// From the other end back to the label, from the label out.
bool EntityView::stepOut()
{
    if (!m_relating)
        return false;
    if (m_relating->label && m_relating->offered.size() > 1 && !m_relating->pointer) {
        m_relating->label = {};
        m_relating->targets.clear();
        m_lights.target = {};
        lightTargets();
        jumpTo(m_relating->from);
        offerLabels(rectOf(m_marks.hullOf(m_relating->from)).bottomLeft());
        emit hintChanged();
        return true;
    }
    stopRelating();
    return true;
}

void EntityView::stopRelating()
{
    m_offer->hide();
    m_relating.reset();
    m_lights.fitting.reset();
    m_lights.source = m_lights.target = {};
    viewport()->update();
    emit hintChanged();
}

void EntityView::connectTo(AnnotationId to)
{
    const TextAct made =
        addRelation(*m_marks.content().sample, m_marks.rules(), m_relating->label, m_relating->from, to);
    const std::int64_t from = m_marks.hullOf(m_relating->from).first;
    stopRelating();
    if (std::holds_alternative<Edit>(made))
        select({from, from});  // Tab goes on from there
    emit acted(made);
}

void EntityView::beginDrag(AnnotationId from, QPointF position)
{
    stopRelating();
    m_relating.emplace();
    m_relating->from = from;
    m_relating->pointer = position;
    m_relating->offered = flagsMisfits(m_marks.content().job)
                              ? relationLabels(m_marks.rules())
                              : fittingRelations(m_marks.rules(), m_marks.labelOf(from), std::nullopt);
    m_lights.source = from;
    lightTargets();
    emit hintChanged();
}

// The labels that fit both ends are offered; the armed one is taken at once, and so is the only one.
void EntityView::drop(QPointF position)
{
    const AnnotationId to = entityAt(position);
    m_relating->pointer.reset();
    if (!to || to == m_relating->from) {
        stopRelating();
        return;
    }
    m_relating->to = m_lights.target = to;
    const TextRules rules = m_marks.rules();
    std::vector<LabelId> fitting = fittingRelations(rules, m_marks.labelOf(m_relating->from), m_marks.labelOf(to));
    if (fitting.empty())
        fitting = relationLabels(rules);  // flagged, or refused with the reason
    m_relating->offered = fitting;
    const bool armed = std::ranges::find(fitting, m_currentLabel) != fitting.end();
    const bool refused = fittingRelations(rules, m_marks.labelOf(m_relating->from), m_marks.labelOf(to)).empty()
                         && !flagsMisfits(m_marks.content().job);
    if (fitting.empty())
        stopRelating();
    else if (fitting.size() == 1 || armed || refused)
        labelChosen(armed ? m_currentLabel : fitting.front());
    else
        offerLabels(position);
    emit hintChanged();
}

QString EntityView::hint() const
{
    if (m_extentOf)
        return tr("Select the text it should cover · Enter keeps it · Esc leaves it as it is");
    if (!m_relating || m_relating->pointer)
        return {};
    if (!m_relating->label)
        return tr("Which relation? Its digit, or ↑ ↓ and Enter · Esc leaves");
    return tr("%1: Tab for the next end (%2 of %3) · Enter connects · Esc goes back")
        .arg(m_marks.look(m_relating->label).name)
        .arg(m_relating->at + 1)
        .arg(m_relating->targets.size());
}

void EntityView::paintOver(QPainter &painter)
{
    if (!m_relating || !m_relating->pointer)
        return;
    const QRectF from = rectOf(m_marks.hullOf(m_relating->from));
    const QPointF begin(from.center().x(), from.top()), end = *m_relating->pointer;
    const double lift = std::min(begin.y(), end.y()) - 28;
    QPainterPath path(begin);
    path.cubicTo(QPointF(begin.x(), lift), QPointF(end.x(), lift), end);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accentColor(), 2, m_lights.target ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(accentColor());
    painter.drawEllipse(end, 4, 4);
}

}  // namespace widgets
