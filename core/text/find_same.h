// Where a text stands again in other texts.
#pragma once
#include "core/text/passages.h"

namespace core {

struct SameText {
    std::string surface;
    bool wholeWords = false;  // in scripts that put blanks between words; others have no say
    bool anyCase = false;     // by simple case folding, code point by code point
    bool operator==(const SameText &) const = default;
};

// Ascending, disjoint, never splitting a character. The empty surface stands nowhere.
std::vector<TextRange> occurrences(const SharedText &text, const SameText &wanted);
FindPassages sameTextFinder(SameText wanted, LabelId label);

// For finders: is the range one of whole characters, and (if asked) of whole words?
bool standsAlone(const TextMap &map, const Boundaries &text, TextRange range, bool wholeWords);
char32_t folded(char32_t codePoint);
std::u32string codePoints(std::string_view utf8, bool fold);

}  // namespace core
