// Drafts of entities for a labeler to confirm: from a dictionary of texts with their labels, or from a regular
// expression.
#pragma once
#include "core/text/passages.h"

namespace core {

inline constexpr std::string_view dictionaryAuthor = "labelwright/dictionary", patternAuthor = "labelwright/pattern";

struct DictionaryEntry {
    std::string surface;
    LabelId label;
    bool operator==(const DictionaryEntry &) const = default;
};
struct Dictionary {
    std::vector<DictionaryEntry> entries;  // each surface once
    std::vector<Error> issues;             // by line; its entry is left out
};
// Lines `surface<TAB>label`. A line without a tab gets `fallback`. Empty lines are skipped, blanks around both cut.
// Issues: NotFound (no entity label of that name), Exists (the surface has a label already), TooLarge (a surface of
// more than longestSurface code points), MissingField (no label and no fallback, or no surface).
Dictionary readDictionary(std::string_view lines, std::span<const Label> labels, LabelId fallback = {});
inline constexpr std::size_t longestSurface = 1000;

struct Matching {
    bool wholeWords = false, anyCase = false;  // as in core/text/find_same.h
};
// At each place the longest entry, then on behind it.
FindPassages dictionaryFinder(const Dictionary &dictionary, Matching matching);

struct PatternDraft {
    std::string pattern;  // ICU's regular expressions; the first group is what becomes the entity, else all of it
    LabelId label;
    Matching matching;
};
// BadValue: not an expression; the detail says why, `where.line` and `where.column` (in code points) say where. The
// finder fails with TooLarge where the expression takes too long on a text.
Result<FindPassages> patternFinder(const PatternDraft &draft);

}  // namespace core
