#include "formats/rttm.h"
#include "formats/decimal.h"
#include "formats/segment_values.h"
#include "formats/sound_files.h"
#include "formats/text_file.h"
#include "formats/text_lines.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace formats {

namespace rttm_lines {

using core::Code;

std::vector<std::string_view> fieldsOf(std::string_view text)
{
    std::vector<std::string_view> fields;
    while (!(text = trimmed(text)).empty()) {
        const auto end = std::min(text.find_first_of(" \t"), text.size());
        fields.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return fields;
}

bool isOtherType(std::string_view type)
{
    constexpr std::array<std::string_view, 13> types{
        "NOSCORE", "NO_RT_METADATA", "SEGMENT", "LEXEME", "NON-LEX", "NON-SPEECH", "FILLER", "EDIT", "IP", "SU", "CB",
        "A/P",     "SPKR-INFO"};
    return std::ranges::find(types, type) != types.end();
}

std::optional<Line> parseLine(std::string_view text, std::int64_t number, std::vector<Issue> &issues)
{
    const auto report = [&](Severity severity, Code code, std::string detail, const char *field) {
        issues.push_back({severity, {code, std::move(detail), {{}, number, 0, field}}});
    };
    const auto fields = fieldsOf(text);
    if (fields.size() < 8) {
        report(Severity::Error, Code::MissingField, std::to_string(fields.size()) + " fields, not 10", "");
        return std::nullopt;
    }
    if (fields.size() > 10)
        report(Severity::Warning, Code::BadValue, std::to_string(fields.size()) + " fields, not 10", "");
    const auto orNone = [](std::string_view field) { return field == none ? std::string_view() : field; };
    Line line{.type = fields[0],
              .file = fields[1],
              .subtype = orNone(fields[6]),
              .name = orNone(fields[7]),
              .confidence = {}};
    if (const auto channel = orNone(fields[2]); !channel.empty()) {
        const auto [end, error] = std::from_chars(channel.data(), channel.data() + channel.size(), line.channel);
        if (error != std::errc() || end != channel.data() + channel.size() || line.channel < 0 || line.channel > 1000) {
            report(Severity::Error, Code::BadValue, excerpt(channel), "channel");
            return std::nullopt;
        }
    }
    const auto onset = nanosecondsOf(fields[3]), duration = nanosecondsOf(fields[4]);
    if (!onset || !duration || *duration == 0) {
        const std::string seen = excerpt(onset ? fields[4] : fields[3]);
        report(Severity::Error, Code::BadValue, duration == 0 ? seen + ": empty" : seen, onset ? "duration" : "onset");
        return std::nullopt;
    }
    line.begin = *onset;
    line.end = *onset + *duration;
    if (const auto said = fields.size() > 8 ? orNone(fields[8]) : std::string_view(); !said.empty()) {
        line.confidence = parseNumber(said);
        if (!line.confidence || *line.confidence < 0 || *line.confidence > 1) {
            report(Severity::Warning, Code::BadValue, excerpt(said), "confidence");
            line.confidence.reset();
        }
    }
    return line;
}

namespace {

int knows(const std::filesystem::path &source, std::string_view firstBytes)
{
    std::vector<Issue> issues;
    while (firstBytes.starts_with(";;"))
        firstBytes.remove_prefix(std::min(firstBytes.find('\n'), firstBytes.size() - 1) + 1);
    const auto fields = fieldsOf(firstBytes.substr(0, firstBytes.find('\n')));
    const bool isOne = fields.size() >= 8 && (fields[0] == "SPEAKER" || isOtherType(fields[0]));
    const bool isNamed = hasSuffix(utf8(source.filename()), ".rttm") && !std::filesystem::is_directory(source);
    return isOne ? (isNamed ? 100 : 80) : isNamed ? 50 : 0;
}

}  // namespace

}  // namespace rttm_lines

Format rttm()
{
    return {.id = "rttm",
            .title = "RTTM (NIST)",
            .fileFilter = "*.rttm",
            .kinds = {core::JobKind::SpeechSegmentation},
            .options =
                {{.name = "names-are", .defaultValue = "speaker", .choices = {"speaker", "label"}, .forWriting = false},
                 soundsFolderOption(),
                 readEncodingOption()},
            .knows = rttm_lines::knows,
            .newReader = rttm_lines::newReader,
            .newWriter = rttm_lines::newWriter,
            .losses = rttm_lines::losses};
}

}  // namespace formats
