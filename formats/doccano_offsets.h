// Positions in a text as doccano counts them: its annotators draw UTF-16 units or, where the project says so,
// characters; its server counts code points.
#pragma once
#include "core/text/boundaries.h"
#include "formats/format.h"

namespace formats::doccano {

enum class Unit { Utf16, CodePoint, Grapheme };
std::string_view wordOf(Unit unit);  // "utf16", "code-point", "grapheme"
std::optional<Unit> unitFrom(std::string_view word);

class Offsets {
public:
    explicit Offsets(core::SharedText text);
    Offsets(const Offsets &) = delete;
    Offsets &operator=(const Offsets &) = delete;

    const core::Boundaries &boundaries() const;  // made when first asked for
    bool unitsDiffer() const;
    // BadValue: what is wrong with it – reversed, empty, past the end, within a character of the unit.
    core::Result<core::TextRange> toCodePoints(core::TextRange given, Unit unit) const;
    // Empty: characters, and the range splits one.
    std::optional<core::TextRange> fromCodePoints(core::TextRange range, Unit unit) const;
    // Whole words, without blanks at the ends: what a labeler marks.
    bool isOfWords(core::TextRange range) const;

private:
    const std::vector<std::int64_t> &clusters() const;  // where each begins, and the end

    core::TextMap m_map;
    bool m_plain = false;  // the units are all the same
    mutable std::optional<core::Boundaries> m_boundaries;
    mutable std::vector<std::int64_t> m_clusters;
};

}  // namespace formats::doccano
