// A set of pixels as row spans: the stored truth of a mask. Holes, islands and overlaps cost nothing special.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace core {

// Columns [begin, end) of one row.
struct Span {
    std::int32_t begin = 0, end = 0;
    bool operator==(const Span &) const = default;
};

// Cropped: the first and the last row hold pixels. The spans of a row are sorted, not empty and do not touch. So equal
// sets of pixels are equal values. Made by MaskBuilder.
class MaskRuns {
public:
    bool isEmpty() const { return m_spans.empty(); }
    std::int32_t top() const { return m_top; }                                                // 0 when empty
    std::int32_t bottom() const { return m_top + static_cast<std::int32_t>(m_ends.size()); }  // one past the last row
    std::span<const Span> row(std::int32_t y) const;                                          // empty outside
    std::span<const Span> spans() const { return m_spans; }                                   // top row first
    bool operator==(const MaskRuns &) const = default;

private:
    friend class MaskBuilder;
    std::int32_t m_top = 0;
    std::vector<std::uint32_t> m_ends;  // for each row, where its spans end in m_spans
    std::vector<Span> m_spans;
};

// Takes spans in reading order: rows never go up, spans of a row come sorted by `begin`. Those that touch or overlap
// become one, empty ones are dropped.
class MaskBuilder {
public:
    void reserve(std::size_t rows, std::size_t spans);
    void add(std::int32_t y, Span span);
    void add(std::int32_t y, std::span<const Span> spans);
    void add(const MaskRuns &runs, std::int32_t from, std::int32_t to);  // its rows [from, to), all below those so far
    MaskRuns take();

private:
    MaskRuns m_runs;
};

}  // namespace core
