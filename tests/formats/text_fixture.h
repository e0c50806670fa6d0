// Random texts and the entities in them: any script, any line end, what no format likes.
#pragma once
#include "core/geometry.h"
#include <random>
#include <string>

namespace tests {

enum class TextShape {
    Wild,   // several lines of every line end, tabs, NUL, marks in the middle, clusters of many code points, both
            // directions
    Line,   // the same in one line
    Lines,  // words with one blank between them, lines ended by \n
    Words,  // the same in one line
};
enum class SpanShape {
    Parted,    // of one or two parts, anywhere
    Crossing,  // of one part, anywhere
    Nested,    // one within the other or apart
    Words,     // of whole words, apart, in the order of the text
};

// Names `number` near its end, so that no two are equal.
std::string randomText(std::mt19937 &random, TextShape shape, int number);
// Up to `count`; their ends are never within a character.
std::vector<core::TextSpan> randomSpans(std::mt19937 &random, const std::string &text, SpanShape shape, int count);

}  // namespace tests
