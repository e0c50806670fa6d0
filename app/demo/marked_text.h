// Texts with what is labelled in them, written in one string, so that no offset is ever counted by hand:
//   {a=Dune|作品} was written by {b=Frank Herbert|人物}.
// Braces hold a piece of the text and the label it gets; they may nest. A letter with '=' in front names it for
// relations.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace app::demo {

struct MarkedSpan {
    std::int64_t begin = 0, end = 0;  // code points
    std::string label;
    char name = 0;  // 0: none
};

struct MarkedText {
    std::string text;
    std::vector<MarkedSpan> spans;  // an outer one before those in it
};

MarkedText parseMarked(std::string_view marked);

}  // namespace app::demo
