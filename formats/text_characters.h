// What kinds of characters formats of texts tell apart.
#pragma once
#include <string_view>

namespace formats {

bool isSeparator(char32_t c);  // blanks of any kind, line ends, controls: no part of a word
bool isCjk(char32_t c);        // written without blanks between words

char32_t nextCharacter(std::string_view utf8, std::size_t &at);  // U+FFFD where it is none; at < utf8.size()

}  // namespace formats
