// CoNLL-2003 and its kin: a token a line with the tag of its entity.
#include "formats/conll.h"
#include "core/media_location.h"
#include "formats/conll_tags.h"
#include "formats/conll_tokens.h"
#include "formats/folder_export.h"
#include "formats/option_values.h"
#include "formats/text_lines.h"
#include "formats/text_file.h"
#include "formats/text_losses.h"
#include <algorithm>

namespace formats {

namespace conll {

Tagged taggedOf(const core::SampleContent &content)
{
    Tagged out;
    out.text = core::TextMap(content.sample.text.value_or(core::SharedText()));
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const auto &parts = partsOf(*annotation);
        out.isParted = out.isParted || parts.size() > 1;
        for (const auto &part : parts) {
            const auto [begin, end] = conll::trimmed(out.text, part);
            out.isTrimmed = out.isTrimmed || core::TextRange(begin, end) != part;
            if (begin < end && annotation->label)
                out.spans.push_back({begin, end, annotation->label});
        }
    }
    // Of two that overlap the first stays, and where they begin together the longer.
    std::ranges::stable_sort(out.spans, [](const Tagged::Span &a, const Tagged::Span &b) {
        return std::pair(a.begin, -a.end) < std::pair(b.begin, -b.end);
    });
    std::int64_t last = 0;
    const auto overlaps = [&](const Tagged::Span &span) {
        const bool meets = span.begin < last;
        last = std::max(last, meets ? last : span.end);
        return meets;
    };
    out.isOverlapping = std::erase_if(out.spans, overlaps) > 0;
    return out;
}

namespace {

// The text a reader makes of the tokens alone.
std::string rebuilt(const Tagged &tagged)
{
    std::vector<std::int64_t> cuts, starts;
    for (const auto &span : tagged.spans)
        cuts.insert(cuts.end(), {span.begin, span.end});
    std::vector<std::string> tokens;
    for (const auto &[begin, end] : tokensOf(tagged.text, cuts))
        tokens.emplace_back(tagged.text.slice(begin, end));
    std::string text;
    std::int64_t length = 0;
    join(tokens, Joiner::Auto, text, length, starts);
    return text;
}

void addPlainTextLosses(const core::SampleContent &content, const Tagged &tagged, const Options &options,
                        std::vector<std::string> &words)
{
    addSampleLosses(content, options, words);
    std::erase(words, "missing-media");  // the text is here
    if (rebuilt(tagged) != tagged.text.text().str())
        addLoss(words, "spacing");
    if (content.annotations.empty() && content.state() == core::State::Unlabeled)
        addLoss(words, "unlabeled");
}

bool survives(const std::string &property)
{
    const auto members = jsontext::members(property);
    return property.empty() || (members && std::ranges::none_of(*members, [](const auto &member) {
                                    return isCommentKey(member.first);
                                }));
}

}  // namespace

// "overlap": of entities that overlap the first stays. "parts": each part becomes an entity. "entity-blanks":
// blanks at the ends of an entity. "spacing": the text is told by its tokens alone. "unlabeled": it comes back as
// labeled without entities.
std::vector<std::string> losses(const core::SampleContent &content, core::JobKind kind, const Options &options)
{
    std::vector<std::string> words;
    addKindLosses(content, kind, words);
    for (const core::AnnotationPtr &annotation : content.annotations)
        addPlainLosses(*annotation, words);
    const Tagged tagged = taggedOf(content);
    if (tagged.isParted)
        addLoss(words, "parts");
    if (tagged.isOverlapping)
        addLoss(words, "overlap");
    if (tagged.isTrimmed)
        addLoss(words, "entity-blanks");
    if (optionOr(options, "text", "comment") == "none")
        addPlainTextLosses(content, tagged, options, words);
    else if (!survives(content.sample.property))
        addLoss(words, "property");
    return words;
}

}  // namespace conll

namespace {

int knowsConll(const std::filesystem::path &source, std::string_view firstBytes)
{
    if (firstBytes.find(commentStart) != firstBytes.npos || firstBytes.find("-DOCSTART-") != firstBytes.npos)
        return 95;
    std::int64_t tagged = 0, lines = 0;
    forEachLine(firstBytes.substr(0, firstBytes.rfind('\n')), [&](std::int64_t, std::string_view line) {
        const std::string_view all = trimmed(line);
        if (all.empty() || all.starts_with('#'))
            return true;
        const auto blank = all.find_last_of(" \t");
        ++lines;
        tagged += blank != all.npos && conll::parseTag(all.substr(blank + 1)) ? 1 : 0;
        return true;
    });
    const bool named = source.extension() == ".conll";
    if (lines > 0 && tagged * 10 >= lines * 9)
        return named ? 95 : 80;
    return named ? 40 : 0;
}

}  // namespace

Format conll_bio()
{
    const std::vector<std::string> written{"iob2", "iob1", "iobes", "bilou", "bmes"};
    std::vector<std::string> read{"auto"};
    read.insert(read.end(), written.begin(), written.end());
    return {
        .id = "conll",
        .title = "CoNLL (BIO)",
        .fileFilter = "*.conll",
        .kinds = {core::JobKind::NamedEntity},
        .options =
            {
                {.name = "scheme", .defaultValue = "auto", .choices = read, .forWriting = false},
                {.name = "scheme", .defaultValue = "iob2", .choices = written, .forReading = false},
                {.name = "tag-column", .defaultValue = "last", .choices = {}, .forWriting = false},
                {.name = "samples", .defaultValue = "sentence", .choices = {"sentence", "document"}},
                {.name = "joiner", .defaultValue = "auto", .choices = {"auto", "space", "none"}, .forWriting = false},
                readEncodingOption(),
                {.name = "columns", .defaultValue = "4", .choices = {"4", "2"}, .forReading = false},
                {.name = "text", .defaultValue = "comment", .choices = {"comment", "none"}, .forReading = false},
            },
        .knows = knowsConll,
        .newReader = conll::newReader,
        .newWriter = conll::newWriter,
        .losses = conll::losses,
    };
}

}  // namespace formats
