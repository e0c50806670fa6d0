// Texts of every kind mixed by chance: ASCII, Chinese, emoji with joiners and flags, combining marks, right to left,
// all line ends, tabs, NUL.
#pragma once
#include <string>
#include <vector>

std::vector<std::string> textSamples(int count, unsigned seed);
std::u32string toUtf32(std::string_view utf8);  // valid UTF-8; independent of the code under test
std::string toUtf8(std::u32string_view points);
