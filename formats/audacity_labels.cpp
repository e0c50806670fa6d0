// Audacity labels: "start, tab, end, tab, text" in seconds, and a line "\, tab, low, tab, high" behind those that have
// a band of frequencies. Start and end of a point are the same.
#include "formats/decimal.h"
#include "formats/segment_files.h"
#include "formats/segment_values.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
namespace builtin = core::builtin;

namespace {

// As the regions of other places of the world write it.
std::string withPoint(std::string_view number)
{
    std::string out(trimmed(number));
    if (std::ranges::count(out, ',') == 1 && out.find('.') == out.npos)
        out[out.find(',')] = '.';
    return out;
}

std::vector<std::string_view> fieldsOf(std::string_view line)
{
    std::vector<std::string_view> fields;
    for (;;) {
        const auto tab = line.find('\t');
        fields.push_back(line.substr(0, tab));
        if (tab == line.npos)
            return fields;
        line.remove_prefix(tab + 1);
    }
}

void readBand(const std::vector<std::string_view> &fields, std::int64_t number, SegmentsRead &out)
{
    if (out.segments.empty() || fields.size() < 3)
        return out.report(Severity::Warning, Code::BadValue, "a band of no label", {{}, number, 0, {}});
    const std::string_view names[]{builtin::LowHertz, builtin::HighHertz};
    for (std::size_t i = 0; i < 2; ++i) {
        const auto hertz = parseNumber(withPoint(fields[i + 1]));
        if (!hertz)
            out.report(Severity::Warning, Code::BadValue, excerpt(fields[i + 1]), {{}, number, 0, "band"});
        else if (*hertz >= 0)  // -1: open
            core::set(out.segments.back().attributes, names[i], numberText(*hertz));
    }
}

void readLabel(const std::vector<std::string_view> &fields, std::int64_t number, bool areLabels, SegmentsRead &out)
{
    const auto fault = [&](Severity severity, std::string_view detail, const char *field) {
        out.report(severity, Code::BadValue, excerpt(detail), {{}, number, 0, field});
    };
    const auto begin = nanosecondsOf(withPoint(fields[0]));
    if (!begin)
        return fault(Severity::Error, fields[0], "start");
    if (fields.size() < 2)
        return out.report(Severity::Error, Code::MissingField, {}, {{}, number, 0, "end"});
    const auto end = nanosecondsOf(withPoint(fields[1]));
    const bool isPoint = !end && fields.size() == 2 && !parseNumber(withPoint(fields[1]));
    if (!end && !isPoint)
        return fault(Severity::Error, fields[1], "end");
    if (end && *end < *begin)
        return fault(Severity::Error, std::string(fields[0]) + '-' + std::string(fields[1]) + ": reversed", "end");
    if (fields.size() > 3)
        fault(Severity::Warning, std::to_string(fields.size()) + " fields, not 3", "text");
    AnnotationRecord record;
    record.geometry = core::TimeSpan{*begin, isPoint ? *begin : *end, -1};
    record.where.line = number;
    const std::string text(isPoint ? fields[1] : fields.size() > 2 ? fields[2] : std::string_view());
    if (areLabels)
        record.label = text;
    else if (!text.empty())
        core::set(record.attributes, builtin::Content, text);
    out.segments.push_back(std::move(record));
}

void parse(std::string_view text, const Surroundings &around, SegmentsRead &out)
{
    const bool areLabels = optionOr(around.options, "texts-are", "label") == "label";
    forEachLine(text, [&](std::int64_t number, std::string_view line) {
        const auto fields = fieldsOf(line);
        if (line.starts_with("\\\t"))
            readBand(fields, number, out);
        else if (!line.starts_with('\\') && !trimmed(line).empty())
            readLabel(fields, number, areLabels, out);
        return true;
    });
}

std::string onOneLine(std::string_view text)
{
    std::string out(text);
    std::ranges::replace_if(
        out, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
}

std::string compose(const SegmentsToWrite &what)
{
    const bool areLabels = optionOr(what.options, "texts-are", "label") == "label";
    const std::int64_t rate = core::rateOf(what.content.sample.media);
    std::string out;
    for (const SegmentView &segment : segmentsOf(what.content)) {
        const std::string_view label = labelOf(*segment.annotation, what.names);
        const bool isPoint = segment.span.end - segment.span.begin == 1;
        (out += exactSeconds(segment.span.begin, rate, 6)) += '\t';
        (out += exactSeconds(isPoint ? segment.span.begin : segment.span.end, rate, 6)) += '\t';
        (out += onOneLine(areLabels ? label : segment.content)) += '\n';
        const auto low = valueOf(*segment.annotation, builtin::LowHertz);
        const auto high = valueOf(*segment.annotation, builtin::HighHertz);
        if (!low.empty() || !high.empty())
            (((out += "\\\t") += low.empty() ? "-1" : low) += '\t') += high.empty() ? "-1\n" : std::string(high) + '\n';
    }
    return out;
}

void addLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &words)
{
    const bool areLabels = optionOr(options, "texts-are", "label") == "label";
    addSegmentLosses(content, {.label = areLabels, .content = !areLabels, .band = true}, words);
    for (const SegmentView &segment : segmentsOf(content)) {
        if (!areLabels && segment.content.find_first_of("\t\n\r") != segment.content.npos)
            addLoss(words, "lines");
        for (const std::string_view name : {builtin::LowHertz, builtin::HighHertz})
            if (const auto said = valueOf(*segment.annotation, name); !said.empty()) {
                const auto hertz = parseNumber(said);
                if (!hertz || *hertz < 0 || numberText(*hertz) != said)
                    addLoss(words, "band");
            }
    }
}

bool isOne(std::string_view text)
{
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    const auto fields = fieldsOf(line);
    return text.empty() || (fields.size() >= 2 && nanosecondsOf(withPoint(fields[0])));
}

}  // namespace

Format audacity_labels()
{
    static const SegmentFiles what{.id = "audacity-labels",
                                   .title = "Audacity labels",
                                   .suffix = ".txt",
                                   .options = {textsAreOption({"label", "content"})},
                                   .isOne = isOne,
                                   .parse = parse,
                                   .compose = compose,
                                   .addLosses = addLosses};
    return segmentFilesFormat(what);
}

}  // namespace formats
