// What SRT and WebVTT share: cues with times of milliseconds.
#pragma once
#include "formats/segment_files.h"
#include "formats/segment_values.h"

namespace formats {

// Of a line "A --> B rest". Empty: it is none. A time that is none is empty in it.
struct CueTimes {
    std::optional<std::int64_t> begin, end;  // nanoseconds
    std::string_view rest;                   // without blanks around it
};
std::optional<CueTimes> cueTimes(std::string_view line);
// Tells of times that are no segment. False: they are none.
bool isSegment(const CueTimes &times, std::string_view line, std::int64_t number, SegmentsRead &out);

// "00:00:01.000 --> 00:00:02.000": rounded, and never empty.
std::string cueLine(const core::TimeSpan &span, std::int64_t rate, char point);
std::string withoutBlankLines(std::string_view text);  // they end a cue; carriage returns go, too

// "label", "content", "speaker" …, "milliseconds", "lines".
void addCueLosses(const core::SampleContent &content, const Options &options, const SegmentHolds &holds,
                  std::vector<std::string> &words);
// "texts-are": auto writes what is said, or labels where nothing is; and reads what is said.
OptionSpec subtitleTexts();
bool readsLabels(const Options &options);

struct NumberedLine {
    std::string_view text;
    std::int64_t number = 0;
};
// Blank lines part blocks.
std::vector<std::vector<NumberedLine>> blocksOf(std::string_view text);

}  // namespace formats
