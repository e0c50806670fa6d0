#include "formats/subtitles.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;

namespace {

constexpr std::string_view arrow = "-->";

std::string_view firstWord(std::string_view text)
{
    return text.substr(0, text.find_first_of(" \t"));
}

}  // namespace

std::optional<CueTimes> cueTimes(std::string_view line)
{
    const auto at = line.find(arrow);
    if (at == line.npos)
        return std::nullopt;
    const auto begin = trimmed(line.substr(0, at)), behind = trimmed(line.substr(at + arrow.size()));
    const auto end = firstWord(behind);
    return CueTimes{core::sampleOfClock(begin, recordRate), core::sampleOfClock(end, recordRate),
                    trimmed(behind.substr(end.size()))};
}

bool isSegment(const CueTimes &times, std::string_view line, std::int64_t number, SegmentsRead &out)
{
    const char *why = !times.begin || !times.end   ? ""
                      : *times.end == *times.begin ? ": empty"
                      : *times.end < *times.begin  ? ": reversed"
                                                   : nullptr;
    if (why)
        out.report(Severity::Error, Code::BadValue, excerpt(trimmed(line)) + why, {{}, number, 0, "time"});
    return !why;
}

std::string cueLine(const core::TimeSpan &span, std::int64_t rate, char point)
{
    constexpr std::int64_t milliseconds = 1000;
    const core::TimeSpan rounded = core::rescaled(span, rate, milliseconds);
    std::string line =
        core::clockText(rounded.begin, milliseconds) + " --> " + core::clockText(rounded.end, milliseconds);
    std::ranges::replace(line, '.', point);
    return line;
}

std::string withoutBlankLines(std::string_view text)
{
    std::string out;
    forEachLine(text, [&](std::int64_t, std::string_view line) {
        if (trimmed(line).empty())
            return true;
        out += out.empty() ? "" : "\n";
        std::ranges::copy_if(line, std::back_inserter(out), [](char c) { return c != '\r'; });
        return true;
    });
    return out;
}

void addCueLosses(const core::SampleContent &content, const Options &options, const SegmentHolds &holds,
                  std::vector<std::string> &words)
{
    addSegmentLosses(content, holds, words);
    const auto isLabeled = [](const core::AnnotationPtr &one) { return bool(one->label); };
    if (writesLabels(options, content) && !readsLabels(options) && std::ranges::any_of(content.annotations, isLabeled))
        addLoss(words, "label");  // what is read again is said
    const std::int64_t rate = core::rateOf(content.sample.media);
    for (const SegmentView &segment : segmentsOf(content)) {
        if (!isWholeMilliseconds(segment.span, rate))
            addLoss(words, "milliseconds");
        if (holds.content && withoutBlankLines(segment.content) != segment.content)
            addLoss(words, "lines");
    }
}

OptionSpec subtitleTexts()
{
    return textsAreOption({"auto", "content", "label"});
}

bool readsLabels(const Options &options)
{
    return optionOr(options, "texts-are", "auto") == "label";
}

std::vector<std::vector<NumberedLine>> blocksOf(std::string_view text)
{
    std::vector<std::vector<NumberedLine>> blocks;
    bool open = false;
    forEachLine(text, [&](std::int64_t number, std::string_view line) {
        const bool isBlank = trimmed(line).empty();
        if (!isBlank && !open)
            blocks.emplace_back();
        if (!isBlank)
            blocks.back().push_back({line, number});
        open = !isBlank;
        return true;
    });
    return blocks;
}

}  // namespace formats
