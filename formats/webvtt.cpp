// WebVTT: blocks of an id, times and lines of text with tags. Who speaks is a voice tag; in files of ours, whose first
// line says so, the id is the label.
#include "formats/subtitles.h"
#include "formats/text_file.h"
#include <algorithm>

namespace formats {

using core::Code;
namespace builtin = core::builtin;

namespace {

constexpr std::string_view ownHeader = "WEBVTT labelwright: ids are labels";

bool isBlockOf(std::string_view line, std::string_view word)
{
    return line.starts_with(word)
           && (line.size() == word.size() || line[word.size()] == ' ' || line[word.size()] == '\t');
}

bool isNoCue(std::string_view line)
{
    return isBlockOf(line, "NOTE") || isBlockOf(line, "STYLE") || isBlockOf(line, "REGION");
}

struct Escape {
    std::string_view name, text;
};
constexpr Escape escapes[]{
    {"&amp;", "&"},           {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", "\xC2\xA0"}, {"&lrm;", "\xE2\x80\x8E"},
    {"&rlm;", "\xE2\x80\x8F"}};

std::string unescaped(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto known = std::ranges::find_if(escapes, [&](const Escape &e) { return text.starts_with(e.name); });
        out += known == std::end(escapes) ? text.substr(0, 1) : known->text;
        text.remove_prefix(known == std::end(escapes) ? 1 : known->name.size());
    }
    return out;
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text)
        out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string_view(&c, 1);
    return out;
}

struct Voice {
    std::string speaker, text;
};
// What each voice says; without tags one that is nobody's.
std::vector<Voice> voicesOf(std::string_view payload, std::int64_t &otherTags)
{
    std::vector<Voice> voices(1);
    while (!payload.empty()) {
        const auto open = std::min(payload.find('<'), payload.size());
        voices.back().text += unescaped(payload.substr(0, open));
        payload.remove_prefix(open);
        if (payload.empty())
            break;
        const auto close = payload.find('>');
        if (close == payload.npos) {  // never closed: a text like any other
            voices.back().text += unescaped(payload);
            break;
        }
        const auto tag = payload.substr(1, close - 1);
        payload.remove_prefix(close + 1);
        const auto blank = tag.find_first_of(" \t\n");
        const auto name = tag.substr(0, std::min(tag.find_first_of(" \t\n."), tag.size()));
        if (name == "v" && blank != tag.npos) {
            if (trimmed(voices.back().text).empty() && voices.back().speaker.empty())
                voices.pop_back();
            voices.push_back({unescaped(trimmed(tag.substr(blank))), {}});
        } else if (name != "/v") {
            ++otherTags;
        }
    }
    if (voices.size() > 1)  // a line each: the breaks between them are nobody's
        for (Voice &voice : voices)
            voice.text = trimmed(voice.text);
    return voices;
}

class Parsing {
public:
    Parsing(const Surroundings &around, SegmentsRead &out) : m_areLabels(readsLabels(around.options)), m_out(out) {}

    void run(std::string_view text)
    {
        const auto blocks = blocksOf(text);
        if (blocks.empty() || blocks[0][0].number != 1 || !isBlockOf(blocks[0][0].text, "WEBVTT"))
            return m_out.report(Severity::Error, Code::Corrupt, "no WEBVTT in the first line", {{}, 1, 0, {}});
        m_isOurs = blocks[0][0].text == ownHeader;
        for (const auto &block : std::span(blocks).subspan(1))
            readBlock(block);
        told(m_notes, "NOTE, STYLE or REGION");
        told(m_settings, "cue settings");
        told(m_tags, "tags");
    }

private:
    void told(std::int64_t count, const char *what)
    {
        if (count > 0)
            m_out.report(Severity::Warning, Code::Unsupported, std::string(what) + ": " + std::to_string(count), {});
    }

    void readBlock(std::span<const NumberedLine> lines)
    {
        const bool hasId = !cueTimes(lines[0].text);
        if (hasId && isNoCue(lines[0].text)) {
            ++m_notes;
            return;
        }
        const std::size_t at = hasId ? 1 : 0;
        const auto times = at < lines.size() ? cueTimes(lines[at].text) : std::nullopt;
        if (!times)
            return m_out.report(Severity::Warning, Code::BadValue, "no time: " + excerpt(lines[0].text),
                                {{}, lines[0].number, 0, "time"});
        m_settings += !times->rest.empty();
        std::size_t end = at + 1;
        while (end < lines.size() && !cueTimes(lines[end].text))
            ++end;
        if (isSegment(*times, lines[at].text, lines[at].number, m_out))
            add(*times, hasId && m_isOurs ? unescaped(trimmed(lines[0].text)) : std::string(),
                lines.subspan(at + 1, end - at - 1), lines[at].number);
        if (end < lines.size())  // the blank line before it is missing
            readBlock(lines.subspan(end));
    }

    void add(const CueTimes &times, const std::string &label, std::span<const NumberedLine> lines, std::int64_t number)
    {
        std::string payload;
        for (const NumberedLine &line : lines)
            (payload += payload.empty() ? "" : "\n") += line.text;
        for (Voice &voice : voicesOf(payload, m_tags)) {
            AnnotationRecord record;
            record.geometry = core::TimeSpan{*times.begin, *times.end, -1};
            record.where.line = number;
            record.label = label;
            if (!voice.speaker.empty())
                core::set(record.attributes, builtin::Speaker, std::move(voice.speaker));
            if (m_areLabels)
                record.label = std::move(voice.text);
            else if (!voice.text.empty())
                core::set(record.attributes, builtin::Content, std::move(voice.text));
            m_out.segments.push_back(std::move(record));
        }
    }

    bool m_areLabels, m_isOurs = false;
    SegmentsRead &m_out;
    std::int64_t m_notes = 0, m_settings = 0, m_tags = 0;
};

void parse(std::string_view text, const Surroundings &around, SegmentsRead &out)
{
    Parsing(around, out).run(text);
}

// The blank keeps it from being the beginning of another block.
std::string idOf(std::string_view label)
{
    return (isNoCue(label) ? " " : "") + escaped(label) + '\n';
}

std::string compose(const SegmentsToWrite &what)
{
    const std::int64_t rate = core::rateOf(what.content.sample.media);
    const bool areLabels = writesLabels(what.options, what.content);
    std::string out(areLabels ? "WEBVTT" : ownHeader);
    out += '\n';
    for (const SegmentView &segment : segmentsOf(what.content)) {
        const std::string_view label = labelOf(*segment.annotation, what.names);
        out += '\n';
        if (!areLabels && !label.empty())
            out += idOf(label);
        out += cueLine(segment.span, rate, '.') + '\n';
        std::string text = escaped(withoutBlankLines(areLabels ? label : segment.content));
        if (!segment.speaker.empty())
            text = "<v " + escaped(withoutBlankLines(segment.speaker)) + '>' + text + "</v>";
        if (!text.empty())
            (out += text) += '\n';
    }
    return out;
}

void addLosses(const core::SampleContent &content, const Options &options, std::vector<std::string> &words)
{
    const bool areLabels = writesLabels(options, content);
    addCueLosses(content, options, {.speaker = true, .content = !areLabels}, words);
    for (const SegmentView &segment : segmentsOf(content))
        if (trimmed(segment.speaker) != segment.speaker
            || segment.speaker.find_first_of("\n\r") != std::string_view::npos)
            addLoss(words, "speaker");
}

bool isOne(std::string_view text)
{
    return text.starts_with("WEBVTT");
}

}  // namespace

Format webvtt()
{
    static const SegmentFiles what{.id = "webvtt",
                                   .title = "WebVTT",
                                   .suffix = ".vtt",
                                   .options = {subtitleTexts()},
                                   .isOne = isOne,
                                   .parse = parse,
                                   .compose = compose,
                                   .addLosses = addLosses};
    return segmentFilesFormat(what);
}

}  // namespace formats
