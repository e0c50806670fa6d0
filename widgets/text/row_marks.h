// What stands on one row of a text: the entities with their name tags above it, nested ones in levels, and above these
// the arcs of relations. Heights upwards from the top of the text's box, x from the column's left edge.
#pragma once
#include "core/text/arc_layout.h"
#include "widgets/text/block_layout.h"
#include "widgets/text/text_marks.h"

namespace widgets {

struct MarkMetrics {
    explicit MarkMetrics(const QFont &textFont);
    QFont font;
    double tagHeight, baseline, padding;  // baseline: from the top of a tag
};

struct EntityMark {
    core::AnnotationPtr entity;
    std::vector<BlockLayout::Interval> pieces;  // of the text; several: parts, or writing directions
    double left = 0, right = 0;                 // of all pieces
    double tagLeft = 0, tagWidth = 0;           // of its name
    double bottom = 0;                          // of the tag
    int level = 0;
    bool begins = false, ends = false;  // in this row
};

struct ArcMark {
    core::RelationId relation;
    core::AnnotationId near, other;  // of a stub: the end in this row, and the one it leads to
    bool isStub = false;
    bool pointsHere = false;  // of a stub: the relation leads to the end in this row
    bool leadsDown = false;   // of a stub: the other end is behind
    bool misfit = false;
    QString text;
    core::PlacedArc at;
    double labelWidth = 0;
};

struct RowMarks {
    std::vector<EntityMark> entities;  // larger ones first
    std::vector<ArcMark> arcs;
    double height = 0;  // of all
};

RowMarks layOutMarks(const TextMarks &marks, const core::TextMap &map, const BlockLayout &layout, int row,
                     const MarkMetrics &metrics);

}  // namespace widgets
