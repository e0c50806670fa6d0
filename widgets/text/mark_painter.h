// Paints the entities and relations of a row, and says what of them is at a place.
#pragma once
#include "widgets/text/row_marks.h"
#include <unordered_set>

class QPainter;

namespace widgets {

// What stands out, and what steps back.
struct MarkLights {
    std::vector<core::AnnotationId> selected;
    core::AnnotationId hovered, source, target;  // source and target of a relation being made
    core::RelationId hoveredRelation, selectedRelation;
    std::optional<std::unordered_set<std::int64_t>> fitting;  // while a relation is made: the others step back
    bool isSelected(core::AnnotationId id) const;
};

enum class EntitySide { Begin, End };

struct MarkHit {
    core::AnnotationId entity;
    core::RelationId relation;
    core::AnnotationId leadsTo;      // of a stub: where a click goes
    std::optional<EntitySide> side;  // a handle of the only selected entity
    bool isNothing() const { return !entity && !relation; }
    bool operator==(const MarkHit &) const = default;
};

// A row and where it is on the screen.
struct MarkedRow {
    const TextMarks &marks;
    const RowMarks &row;
    const BlockLayout &layout;
    int index = 0;
    QPointF origin;  // of the column's left edge and the top of the text's box
    double boxHeight = 0;
    double y(double height) const { return origin.y() - height; }
};

void paintBoxes(QPainter &painter, const MarkedRow &row, const MarkLights &lights);
void paintTags(QPainter &painter, const MarkedRow &row, const MarkLights &lights, const MarkMetrics &metrics);
void paintArcs(QPainter &painter, const MarkedRow &row, const MarkLights &lights, const MarkMetrics &metrics);
// Handles, relations and tags; not what is under the text itself.
MarkHit hitMarks(const MarkedRow &row, const MarkLights &lights, const MarkMetrics &metrics, QPointF position);
QRectF tagRect(const MarkedRow &row, const EntityMark &mark, const MarkMetrics &metrics);

}  // namespace widgets
