#include "widgets/text/mark_painter.h"
#include "widgets/theme.h"
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>
#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

constexpr double rounding = 3, lineWidth = 2, handleWidth = 3, handleReach = 5;
constexpr double arcRounding = 6, arrowLength = 6, arrowWidth = 3.5, arcReach = 4;
constexpr double steppedBack = 0.28;
constexpr int mostNested = 4;  // levels that are told apart by the height of their boxes

QColor faded(QColor color, double share)
{
    color.setAlphaF(float(color.alphaF() * share));
    return color;
}

QColor ground()
{
    return QGuiApplication::palette().color(QPalette::Base);
}

double shareOf(const MarkedRow &row, const MarkLights &lights, AnnotationId entity)
{
    if (lights.fitting && entity != lights.source && !lights.fitting->contains(entity.value))
        return steppedBack;
    const RelationId relation = lights.hoveredRelation ? lights.hoveredRelation : lights.selectedRelation;
    const TextLink *link = relation ? row.marks.link(relation) : nullptr;
    if (link && link->from != entity && link->to != entity)
        return lights.hoveredRelation ? 0.5 : 0.75;
    return 1;
}

bool standsOut(const MarkLights &lights, AnnotationId entity)
{
    return lights.isSelected(entity) || entity == lights.source || entity == lights.target;
}

QPen outlineOf(const EntityMark &mark, const QColor &color, double width)
{
    QPen pen(color, width);
    if (mark.entity->proposed)
        pen.setDashPattern({3, 2.5});
    return pen;
}

QRectF boxOf(const MarkedRow &row, const EntityMark &mark, const BlockLayout::Interval &piece)
{
    const double more = 1.5 * std::min(mark.level, mostNested);
    return {row.origin.x() + piece.first - 1, row.origin.y() - more, piece.second - piece.first + 2,
            row.boxHeight + 2 * more};
}

// On the same line for every script: the taller fonts of some would be moved down onto the line below.
void paintName(QPainter &painter, const QRectF &rect, const MarkMetrics &metrics, const QString &name)
{
    painter.drawText(QPointF(rect.left() + metrics.padding, rect.top() + metrics.baseline), name);
}

// The line under a tag, from end to end of what it names; gaps between parts are dotted.
void paintLine(QPainter &painter, const MarkedRow &row, const EntityMark &mark, const QColor &color)
{
    const double y = row.y(mark.bottom) - lineWidth / 2;
    double at = mark.left;
    for (const auto &[from, to] : mark.pieces) {
        if (from > at + 1) {
            painter.setPen(QPen(color, 1.4, Qt::DotLine));
            painter.drawLine(QPointF(row.origin.x() + at, y), QPointF(row.origin.x() + from, y));
        }
        painter.setPen(outlineOf(mark, color, lineWidth));
        painter.drawLine(QPointF(row.origin.x() + from, y), QPointF(row.origin.x() + to, y));
        at = to;
    }
    if (mark.level == 0)
        return;
    painter.setPen(QPen(faded(color, 0.6), 1));
    if (mark.begins)
        painter.drawLine(QPointF(row.origin.x() + mark.left, y), QPointF(row.origin.x() + mark.left, row.origin.y()));
    if (mark.ends)
        painter.drawLine(QPointF(row.origin.x() + mark.right, y), QPointF(row.origin.x() + mark.right, row.origin.y()));
}

void paintHandles(QPainter &painter, const MarkedRow &row, const EntityMark &mark, const QColor &color)
{
    painter.setPen(QPen(ground(), 1));
    painter.setBrush(color);
    for (const bool begin : {true, false}) {
        if (!(begin ? mark.begins : mark.ends))
            continue;
        const auto &parts = std::get<TextSpan>(mark.entity->geometry).parts;
        const double x =
            row.origin.x() + row.layout.caretX(row.index, begin ? parts.front().first : parts.back().second);
        painter.drawRoundedRect(
            QRectF(x - handleWidth / 2 - 0.5, row.origin.y() - 2, handleWidth + 1, row.boxHeight + 4), 2, 2);
    }
}

bool steppedAside(const MarkedRow &row, const MarkLights &lights, const ArcMark &arc)
{
    if (lights.fitting)
        return true;
    if (lights.hoveredRelation)
        return lights.hoveredRelation != arc.relation;
    if (!lights.hovered || row.marks.linksOf(lights.hovered).empty())
        return false;
    return arc.near != lights.hovered && arc.other != lights.hovered;
}

QPainterPath pathOf(const MarkedRow &row, const ArcMark &arc)
{
    const double x0 = row.origin.x(), y = row.y(arc.at.y);
    const double direction = arc.at.toX >= arc.at.fromX ? 1 : -1;
    const double radius =
        std::min({arcRounding, std::abs(arc.at.toX - arc.at.fromX) / 2, std::abs(arc.at.y - arc.at.fromY) / 2});
    QPainterPath path(QPointF(x0 + arc.at.fromX, row.y(arc.at.fromY)));
    path.lineTo(x0 + arc.at.fromX, y + radius);
    path.quadTo(x0 + arc.at.fromX, y, x0 + arc.at.fromX + direction * radius, y);
    if (arc.isStub) {
        path.lineTo(x0 + arc.at.labelX - direction * arc.labelWidth / 2, y);
        return path;
    }
    path.lineTo(x0 + arc.at.toX - direction * radius, y);
    path.quadTo(x0 + arc.at.toX, y, x0 + arc.at.toX, y + radius);
    path.lineTo(x0 + arc.at.toX, row.y(arc.at.toY));
    return path;
}

void paintArrow(QPainter &painter, QPointF tip, const QColor &color)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPolygon(
        QPolygonF{{tip, tip + QPointF(-arrowWidth, -arrowLength), tip + QPointF(arrowWidth, -arrowLength)}});
}

QRectF labelRect(const MarkedRow &row, const ArcMark &arc, const MarkMetrics &metrics)
{
    return {row.origin.x() + arc.at.labelX - arc.labelWidth / 2, row.y(arc.at.y) - metrics.tagHeight / 2,
            arc.labelWidth, metrics.tagHeight};
}

QColor arcColor(const MarkedRow &row, const ArcMark &arc)
{
    return arc.misfit ? warningColor() : row.marks.look(row.marks.link(arc.relation)->label).ink;
}

bool isOnArc(const MarkedRow &row, const ArcMark &arc, QPointF position)
{
    QPainterPathStroker stroker;
    stroker.setWidth(2 * arcReach);
    return stroker.createStroke(pathOf(row, arc)).contains(position);
}

}  // namespace

bool MarkLights::isSelected(AnnotationId id) const
{
    return std::ranges::find(selected, id) != selected.end();
}

QRectF tagRect(const MarkedRow &row, const EntityMark &mark, const MarkMetrics &metrics)
{
    return {row.origin.x() + mark.tagLeft - 1, row.y(mark.bottom + metrics.tagHeight), mark.tagWidth,
            metrics.tagHeight};
}

void paintBoxes(QPainter &painter, const MarkedRow &row, const MarkLights &lights)
{
    for (const EntityMark &mark : row.row.entities) {
        const double share = shareOf(row, lights, mark.entity->id);
        const QColor color = row.marks.look(mark.entity->label).color;
        const bool out = standsOut(lights, mark.entity->id), hovered = lights.hovered == mark.entity->id;
        const double depth = (isDark() ? 0.34 : 0.2) * (mark.entity->proposed ? 0.6 : 1)
                             * (out       ? 1.9
                                : hovered ? 1.4
                                          : 1);
        painter.setBrush(faded(color, depth * share));
        const QColor ink = row.marks.look(mark.entity->label).ink;
        painter.setPen(out                     ? outlineOf(mark, ink, 1.5)
                       : hovered               ? outlineOf(mark, faded(ink, 0.8), 1)
                       : mark.entity->proposed ? outlineOf(mark, faded(ink, 0.7 * share), 1)
                                               : QPen(Qt::NoPen));
        for (const BlockLayout::Interval &piece : mark.pieces)
            painter.drawRoundedRect(boxOf(row, mark, piece), rounding, rounding);
    }
}

void paintTags(QPainter &painter, const MarkedRow &row, const MarkLights &lights, const MarkMetrics &metrics)
{
    painter.setFont(metrics.font);
    for (const EntityMark &mark : row.row.entities) {
        const LabelLook &look = row.marks.look(mark.entity->label);
        const QColor ink = faded(look.ink, shareOf(row, lights, mark.entity->id));
        paintLine(painter, row, mark, ink);
        if (mark.begins) {
            const QRectF rect = tagRect(row, mark, metrics);
            const bool out = standsOut(lights, mark.entity->id);
            if (out) {
                painter.setPen(Qt::NoPen);
                painter.setBrush(ink);
                painter.drawRoundedRect(rect, rounding, rounding);
            }
            painter.setPen(out ? textOn(look.ink) : ink);
            paintName(painter, rect, metrics, look.tag);
        }
        if (lights.selected.size() == 1 && lights.selected[0] == mark.entity->id && !lights.fitting)
            paintHandles(painter, row, mark, look.ink);
    }
}

void paintArcs(QPainter &painter, const MarkedRow &row, const MarkLights &lights, const MarkMetrics &metrics)
{
    for (const ArcMark &arc : row.row.arcs) {
        const bool out = arc.relation == lights.hoveredRelation || arc.relation == lights.selectedRelation;
        const QColor color = faded(arcColor(row, arc), steppedAside(row, lights, arc) ? steppedBack : 1);
        QPen pen(color, out ? 2.2 : 1.3);
        if (arc.misfit)
            pen.setDashPattern({4, 2});
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(pathOf(row, arc));
        const double x0 = row.origin.x();
        if (!arc.isStub)
            paintArrow(painter, {x0 + arc.at.toX, row.y(arc.at.toY)}, color);
        else if (arc.pointsHere)
            paintArrow(painter, {x0 + arc.at.fromX, row.y(arc.at.fromY)}, color);
    }
    painter.setFont(metrics.font);
    for (const ArcMark &arc : row.row.arcs) {
        const bool out = arc.relation == lights.selectedRelation;
        const QRectF rect = labelRect(row, arc, metrics);
        const QColor ink = arcColor(row, arc);
        painter.setPen(Qt::NoPen);
        painter.setBrush(out ? ink : ground());
        painter.drawRoundedRect(rect, rounding, rounding);
        painter.setPen(out ? textOn(ink) : faded(ink, steppedAside(row, lights, arc) ? steppedBack : 1));
        paintName(painter, rect, metrics, arc.text);
    }
}

MarkHit hitMarks(const MarkedRow &row, const MarkLights &lights, const MarkMetrics &metrics, QPointF position)
{
    for (const EntityMark &mark : row.row.entities) {
        if (lights.selected.size() != 1 || lights.selected[0] != mark.entity->id)
            continue;
        const auto &parts = std::get<TextSpan>(mark.entity->geometry).parts;
        const auto near = [&](std::int64_t point) {
            const double x = row.origin.x() + row.layout.caretX(row.index, point);
            return std::abs(position.x() - x) <= handleReach && position.y() >= row.origin.y() - 2
                   && position.y() <= row.origin.y() + row.boxHeight + 2;
        };
        if (mark.ends && near(parts.back().second))
            return {mark.entity->id, {}, {}, EntitySide::End};
        if (mark.begins && near(parts.front().first))
            return {mark.entity->id, {}, {}, EntitySide::Begin};
    }
    for (const ArcMark &arc : row.row.arcs)
        if (labelRect(row, arc, metrics).contains(position))
            return {{}, arc.relation, arc.isStub ? arc.other : AnnotationId(), {}};
    for (const EntityMark &mark : row.row.entities)
        if (mark.begins && tagRect(row, mark, metrics).adjusted(-1, 0, 1, 2).contains(position))
            return {mark.entity->id, {}, {}, {}};
    for (const ArcMark &arc : row.row.arcs)
        if (isOnArc(row, arc, position))
            return {{}, arc.relation, {}, {}};
    return {};
}

}  // namespace widgets
