// What a drag over a text or a step of the caret selects. Nothing of it ever ends within a character.
#pragma once
#include "core/text/boundaries.h"

namespace core {

enum class Granularity { Character, Natural, Word, Line };  // Natural: words, but characters of Chinese and Japanese

// A place the pointer is at: the character under it, and the nearest place between two characters.
struct TextPlace {
    std::int64_t under = 0, between = 0;
    bool operator==(const TextPlace &) const = default;
};

bool isIdeographic(const TextMap &map, std::int64_t codePoint);  // Han, Hiragana, Katakana …: written without blanks
TextRange draggedRange(const Boundaries &boundaries, const TextMap &map, TextPlace from, TextPlace to,
                       Granularity granularity);
// By words: to the end of the next word forwards, to the start of the one before backwards.
std::int64_t stepCaret(const Boundaries &boundaries, const TextMap &map, std::int64_t caret, Granularity granularity,
                       bool forwards);

}  // namespace core
