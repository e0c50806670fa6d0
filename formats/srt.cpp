// SubRip: blocks of a number, times and lines of text. Numbers say nothing. Who speaks may stand before the text.
#include "formats/subtitles.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
namespace builtin = core::builtin;

namespace {

bool isNumber(std::string_view line)
{
    line = trimmed(line);
    return !line.empty() && line.find_first_not_of("0123456789") == line.npos;
}

bool isTimes(std::string_view line)
{
    const auto times = cueTimes(line);
    return times && times->begin && times->end;
}

// "Tom: hello": a name without a line's end, at most 64 bytes.
std::size_t prefixEnd(std::string_view text)
{
    const auto colon = text.find(": ");
    return colon == text.npos || colon == 0 || colon > 64 || text.find('\n') < colon ? 0 : colon;
}

bool hasPrefixes(const Options &options)
{
    return optionOr(options, "speaker", "none") == "prefix";
}

class Parsing {
public:
    Parsing(const Surroundings &around, SegmentsRead &out)
        : m_areLabels(readsLabels(around.options)),
          m_prefixed(hasPrefixes(around.options)),
          m_out(out)
    {
    }

    void readBlock(const std::vector<NumberedLine> &block)
    {
        std::size_t at = isNumber(block[0].text) && block.size() > 1 && cueTimes(block[1].text) ? 1 : 0;
        if (!cueTimes(block[at].text))
            return m_out.report(Severity::Warning, Code::BadValue, "no time: " + excerpt(block[0].text),
                                {{}, block[0].number, 0, "time"});
        while (at < block.size()) {
            const std::size_t end = cueEnd(block, at + 1);
            readCue(std::span(block).subspan(at, end - at));
            at = end < block.size() && !cueTimes(block[end].text) ? end + 1 : end;
        }
    }

private:
    // Where the next cue begins whose blank line is missing.
    static std::size_t cueEnd(const std::vector<NumberedLine> &block, std::size_t at)
    {
        for (; at < block.size(); ++at)
            if (isTimes(block[at].text)
                || (isNumber(block[at].text) && at + 1 < block.size() && isTimes(block[at + 1].text)))
                return at;
        return at;
    }

    void readCue(std::span<const NumberedLine> lines)
    {
        const auto times = *cueTimes(lines[0].text);
        if (!isSegment(times, lines[0].text, lines[0].number, m_out))
            return;
        std::string text;
        for (const NumberedLine &line : lines.subspan(1))
            (text += text.empty() ? "" : "\n") += line.text;
        AnnotationRecord record;
        record.geometry = core::TimeSpan{*times.begin, *times.end, -1};
        record.where.line = lines[0].number;
        if (const auto colon = m_prefixed ? prefixEnd(text) : 0) {
            core::set(record.attributes, builtin::Speaker, text.substr(0, colon));
            text.erase(0, colon + 2);
        }
        if (m_areLabels)
            record.label = std::move(text);
        else if (!text.empty())
            core::set(record.attributes, builtin::Content, std::move(text));
        m_out.segments.push_back(std::move(record));
    }

    bool m_areLabels, m_prefixed;
    SegmentsRead &m_out;
};

void parse(std::string_view text, const Surroundings &around, SegmentsRead &out)
{
    Parsing parsing(around, out);
    for (const auto &block : blocksOf(text))
        parsing.readBlock(block);
}

std::string compose(const SegmentsToWrite &what)
{
    const std::int64_t rate = core::rateOf(what.content.sample.media);
    const bool areLabels = writesLabels(what.options, what.content), prefixed = hasPrefixes(what.options);
    std::string out;
    std::int64_t number = 0;
    for (const SegmentView &segment : segmentsOf(what.content)) {
        const std::string_view label = labelOf(*segment.annotation, what.names);
        out += std::to_string(++number) + '\n' + cueLine(segment.span, rate, ',') + '\n';
        if (prefixed && !segment.speaker.empty())
            (out += segment.speaker) += ": ";
        const std::string text = withoutBlankLines(areLabels ? label : segment.content);
        (out += text) += text.empty() ? "\n" : "\n\n";
    }
    return out;
}

void addLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &words)
{
    const bool areLabels = writesLabels(options, content), prefixed = hasPrefixes(options);
    addCueLosses(content, options, {.label = areLabels, .speaker = prefixed, .content = !areLabels}, words);
    for (const SegmentView &segment : segmentsOf(content)) {
        if (prefixed) {
            const std::string line = std::string(segment.speaker) + ": x";
            const bool comesBack = segment.speaker.empty() ? areLabels || prefixEnd(segment.content) == 0
                                                           : prefixEnd(line) == segment.speaker.size();
            if (!comesBack || (!segment.speaker.empty() && segment.content.empty()))
                addLoss(words, "speaker");
        }
        forEachLine(segment.content, [&](std::int64_t, std::string_view line) {
            if (!areLabels && isTimes(line))
                addLoss(words, "lines");
            return true;
        });
    }
}

bool isOne(std::string_view text)
{
    const auto blocks = blocksOf(text);
    return blocks.empty() || isTimes(blocks[0][0].text)
           || (isNumber(blocks[0][0].text) && blocks[0].size() > 1 && isTimes(blocks[0][1].text));
}

}  // namespace

Format srt()
{
    static const SegmentFiles what{
        .id = "srt",
        .title = "SubRip (SRT)",
        .suffix = ".srt",
        .options = {subtitleTexts(), {.name = "speaker", .defaultValue = "none", .choices = {"none", "prefix"}}},
        .isOne = isOne,
        .parse = parse,
        .compose = compose,
        .addLosses = addLosses};
    return segmentFilesFormat(what);
}

}  // namespace formats
