// One block of a text, broken into rows of the column's width. Positions are code points of the whole text; y runs from
// the top of the block. Control characters are shown as small symbols.
#pragma once
#include "core/text/selecting.h"
#include <QTextLayout>
#include <memory>

namespace widgets {

struct TextLook {  // equal for all blocks of a text
    QFont font;
    double width = 600;  // of the column
    bool operator==(const TextLook &) const = default;
};

// How rows of that font are spaced: the same for every script, so that lines stay even.
struct RowMetrics {
    explicit RowMetrics(const QFont &font);
    double height, baseline;   // baseline: from the top of the row
    double boxTop, boxBottom;  // what a mark around the text covers
};

struct RowRoom {  // for what stands above and below the text of a row
    int above = 0, below = 0;
    bool operator==(const RowRoom &) const = default;
};

class BlockLayout {
public:
    struct Row {
        core::TextRange range;
        std::int64_t from = 0;  // where the row before ends: a line break between them belongs to this one
        double top = 0;         // of the room above
        double text = 0;        // top of the text
        RowRoom room;
    };
    using Interval = std::pair<double, double>;  // x from the column's left edge

    struct Block {
        std::string_view utf8;
        std::int64_t begin = 0;
        std::int64_t previousEnd = 0;
        bool endsLine = true;
    };

    BlockLayout(const Block &block, const TextLook &look, const QColor &symbols);

    core::TextRange range() const { return {m_begin, m_begin + m_points}; }
    int rowCount() const { return int(m_rows.size()); }
    const Row &row(int i) const { return m_rows[std::size_t(i)]; }
    const RowMetrics &metrics() const { return m_metrics; }
    double width() const { return m_width; }  // of the column
    bool setRoom(int row, RowRoom room);      // true: it is another
    int height() const;
    double bottom(int row) const;  // of the room below it

    int rowOf(std::int64_t point) const;  // a place between two rows belongs to the lower one
    int rowAtY(double y) const;
    core::TextPlace placeAt(int row, double x) const;
    double caretX(int row, std::int64_t point) const;
    // Where the part of the range in that row is: several intervals where writing directions mix. Sorted.
    std::vector<Interval> intervals(int row, core::TextRange range) const;
    double rowEnd(int row) const;  // x behind what is written
    bool isRightToLeft() const;    // as its first letter says
    void paint(QPainter &painter, int row, QPointF blockOrigin) const;

private:
    struct Glyph {
        std::int64_t begin = 0, end = 0;
        double left = 0, right = 0;
        bool leftwards = false;  // written from right to left
    };
    void breakRows(std::int64_t previousEnd);
    std::vector<Glyph> glyphs(int row, core::TextRange range) const;
    core::TextPlace placeAmongMixed(int row, double x) const;
    void place();
    int unitOf(std::int64_t point) const;
    std::int64_t pointOf(int unit) const;

    std::int64_t m_begin = 0, m_points = 0;
    RowMetrics m_metrics;
    double m_width = 0;
    double m_below = 0;        // the last row
    std::vector<int> m_units;  // of each code point, where they differ from the units of UTF-16
    bool m_mixed = false;      // some of it is written from right to left
    QTextLayout m_layout;
    std::vector<Row> m_rows;
};

}  // namespace widgets
