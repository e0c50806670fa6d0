// The parts of the RTTM format (NIST), private to its files: a line for each stretch of time, of many sounds.
//
// SPEAKER lines are segments: the speaker is the name, the label the subtype; a label without a speaker is both. What
// else is said of a sound (words, other events) is kept as it stands in Sample.property "@rttm": ["LEXEME …"]. Names
// hold no blanks: ";; labelwright: {"names":{"two_words":"two words"}}" says what they are, and
// ";; labelwright: {"file":"a","source":"sounds/a.flac"}" where the sound of the lines of that name lies.
#pragma once
#include "formats/format.h"

namespace formats::rttm_lines {

inline constexpr std::string_view ownComment = ";; labelwright: ", keptKey = "@rttm", none = "<NA>";

struct Line {
    std::string_view type, file;
    int channel = 0;                  // from 1; 0: not said
    std::int64_t begin = 0, end = 0;  // nanoseconds
    std::string_view subtype, name;   // empty: not said
    std::optional<double> confidence;
};
// Of a SPEAKER line. Empty: no such line; issues have a line and a field, but no file.
std::optional<Line> parseLine(std::string_view text, std::int64_t number, std::vector<Issue> &issues);
std::vector<std::string_view> fieldsOf(std::string_view text);
bool isOtherType(std::string_view type);  // RTTM, but no segment

std::unique_ptr<FormatReader> newReader();
std::unique_ptr<FormatWriter> newWriter();
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options);
std::vector<std::string> keptLines(const core::Sample &sample);

}  // namespace formats::rttm_lines
