// Finds annotations by place: a grid per size class, each annotation in one cell. Changes cost the same as look-ups.
#pragma once
#include "core/sample_content.h"
#include "core/shapes.h"
#include <unordered_map>

namespace core {

class SpatialIndex {
public:
    SpatialIndex() = default;
    explicit SpatialIndex(std::span<const AnnotationPtr> annotations) { show(annotations); }

    // Holds exactly these afterwards. In content order (SampleContent::annotations), so that what kept its pointer
    // since the last time costs a comparison.
    void show(std::span<const AnnotationPtr> annotations);

    void insert(AnnotationPtr annotation);  // replaces the one of that id
    void remove(AnnotationId id);           // nothing when it is not here
    AnnotationPtr find(AnnotationId id) const;
    std::size_t size() const { return m_slots.size(); }

    // Those whose bounds meet the rectangle, or hold the point, in drawing order. Whole samples, times and texts have
    // no place and are never found.
    std::vector<AnnotationPtr> in(const Rect &rect) const;
    std::vector<AnnotationPtr> at(Point p) const { return in({p.x, p.y, p.x, p.y}); }
    // The same without an order and without copies.
    template <class Visit>
    void visit(const Rect &rect, Visit visitor) const
    {
        for (const auto &[level, cells] : m_levels)
            visitLevel(level, cells, rect, visitor);
    }

private:
    struct Entry {
        Rect bounds;
        AnnotationPtr annotation;
    };
    struct Cell {
        std::int32_t x = 0, y = 0;
        bool operator==(const Cell &) const = default;
    };
    struct CellHash {
        std::size_t operator()(Cell cell) const;
    };
    using Cells = std::unordered_map<Cell, std::vector<Entry>, CellHash>;
    struct Slot {
        AnnotationPtr annotation;
        int level = 0;  // NoPlace: in no cell
        Cell cell;
    };
    static constexpr int NoPlace = -1;

    static int levelOf(const Rect &bounds);
    static Cell cellOf(Point p, int level);
    void place(AnnotationPtr annotation);
    void unplace(const Slot &slot);

    template <class Visit>
    static void visitLevel(int level, const Cells &cells, const Rect &rect, Visit &visitor);

    std::unordered_map<int, Cells> m_levels;
    std::unordered_map<AnnotationId, Slot> m_slots;
    std::vector<AnnotationPtr> m_shown;  // as given to show(); empty after insert or remove
};

template <class Visit>
void SpatialIndex::visitLevel(int level, const Cells &cells, const Rect &rect, Visit &visitor)
{
    const auto visitCell = [&](const std::vector<Entry> &entries) {
        for (const Entry &entry : entries)
            if (entry.bounds.meets(rect))
                visitor(entry.annotation, entry.bounds);
    };
    // An entry reaches at most half a cell beyond the cell of its centre.
    const double reach = static_cast<double>(std::int64_t{1} << level) / 2;
    const Cell first = cellOf({rect.left - reach, rect.top - reach}, level);
    const Cell last = cellOf({rect.right + reach, rect.bottom + reach}, level);
    const double count = (double(last.x) - first.x + 1) * (double(last.y) - first.y + 1);
    if (count >= static_cast<double>(cells.size())) {
        for (const auto &[cell, entries] : cells)
            visitCell(entries);
        return;
    }
    for (std::int32_t y = first.y; y <= last.y; ++y)
        for (std::int32_t x = first.x; x <= last.x; ++x)
            if (const auto found = cells.find({x, y}); found != cells.end())
                visitCell(found->second);
}

}  // namespace core
