// Texts as tokens, and tokens as a text again.
#pragma once
#include "core/text/boundaries.h"
#include "formats/format.h"
#include "formats/text_characters.h"

namespace formats::conll {

// The words and marks of a text, of Chinese and Japanese every character; cut at each of `cuts` (sorted) as well.
std::vector<core::TextRange> tokensOf(const core::TextMap &text, const std::vector<std::int64_t> &cuts);
bool breaksLine(const core::TextMap &text, std::int64_t begin, std::int64_t end);  // a line ends in between

// Without separators at its ends; empty when it is nothing else.
core::TextRange trimmed(const core::TextMap &text, core::TextRange range);

enum class Joiner { Auto, Space, None };
// Appends the tokens of a sentence to the text and tells where each begins, in code points.
void join(const std::vector<std::string> &tokens, Joiner joiner, std::string &text, std::int64_t &codePoints,
          std::vector<std::int64_t> &starts);

}  // namespace formats::conll
