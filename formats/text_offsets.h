// Positions in a text as a format counts them, and what is doubtful about a span.
#pragma once
#include "core/text/boundaries.h"
#include "formats/format.h"

namespace formats {

enum class OffsetUnit { CodePoint, Utf16, Grapheme };
std::string_view wordOf(OffsetUnit unit);  // "code-point", "utf16", "grapheme"
std::optional<OffsetUnit> offsetUnitFrom(std::string_view word);

class TextOffsets {
public:
    explicit TextOffsets(core::SharedText text);
    TextOffsets(const TextOffsets &) = delete;
    TextOffsets &operator=(const TextOffsets &) = delete;
    const core::TextMap &map() const { return m_map; }
    const core::Boundaries &boundaries() const;  // made when first asked for

    bool unitsDiffer() const;
    std::int64_t length(OffsetUnit unit) const;
    // Empty: before the text, behind it, or between the halves of a surrogate pair.
    std::optional<std::int64_t> toCodePoint(std::int64_t position, OffsetUnit unit) const;
    // Empty: graphemes, and the position lies within one.
    std::optional<std::int64_t> fromCodePoint(std::int64_t position, OffsetUnit unit) const;
    bool isCluster(std::int64_t codePoint) const;

private:
    const std::vector<std::int64_t> &clusters() const;  // where each begins, and the end

    core::TextMap m_map;
    bool m_plain = false;  // every unit is a character of its own
    mutable std::optional<core::Boundaries> m_boundaries;
    mutable std::vector<std::int64_t> m_clusters;
};

// [begin, end) in that unit as code points. Empty: it is reported as an error at `where` (with the field) and refused.
// A span that splits a character is kept and reported.
std::optional<core::TextRange> readSpan(const TextOffsets &text, core::TextRange given, OffsetUnit unit,
                                        const core::Location &where, const std::function<void(Issue)> &report);

}  // namespace formats
