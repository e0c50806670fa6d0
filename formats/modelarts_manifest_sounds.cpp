// What a manifest line says of sounds: contents, segments and who speaks in them, both ways.
#include "core/audio/sound_time.h"
#include "formats/folder_export.h"
#include "formats/modelarts_manifest_line_impl.h"
#include "formats/modelarts_manifest_text.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>

namespace formats::manifest {

using core::Code;
using core::JobKind;
using Value = JsonLine::Value;
namespace builtin = core::builtin;

namespace {

constexpr std::string_view contentKey = "@modelarts:content", sourceKey = "@modelarts:source";
constexpr std::string_view wholeProperty = "@x:property";
constexpr std::int64_t halfMillisecond = recordRate / 2000;

// The exact time, unless the line's own was changed by somebody who does not know of it.
std::int64_t exactOr(const std::optional<std::int64_t> &exact, std::int64_t said)
{
    return exact && std::abs(*exact - said) <= halfMillisecond ? *exact : said;
}

std::string_view valueOr(const core::Attributes &attributes, std::string_view name)
{
    const std::string *value = core::valueOf(attributes, name);
    return value ? std::string_view(*value) : std::string_view();
}

void appendTime(std::string &members, std::string_view key, std::string_view exactKey, std::int64_t at,
                std::int64_t rate)
{
    const std::string text = core::clockText(at, rate);
    appendOwn(members, key, text);
    if (core::sampleOfClock(text, rate) != at)
        appendOwn(members, exactKey, core::clockText(at, rate, core::exactDecimals(rate)));
}

}  // namespace

std::optional<std::int64_t> LineParser::Impl::time(Value &value, AnnotationEntry &entry, Severity severity)
{
    const auto text = scalar(value);  // which tells what is no text
    const auto at = text ? core::sampleOfClock(*text, recordRate) : std::nullopt;
    if (!at && text)
        fault(severity, Code::BadValue, excerpt(*text));
    entry.badOffset = entry.badOffset || (!at && severity == Severity::Error);
    entry.column = column();
    return at;
}

bool LineParser::Impl::readSoundMember(std::string_view name, Value &value, AnnotationEntry &entry)
{
    const bool isSegment = kind == JobKind::SpeechSegmentation;
    if (name == contentKey && (isSegment || kind == JobKind::SpeechContent)) {
        core::set(entry.record.attributes, builtin::Content, std::string(scalar(value).value_or("")));
        return true;
    }
    if (!isSegment)
        return false;
    if (name == "@modelarts:start_time" || name == "@modelarts:end_time") {
        (name == "@modelarts:start_time" ? entry.begin : entry.end) = time(value, entry, Severity::Error);
    } else if (name == startKey || name == endKey) {
        (name == startKey ? entry.exactBegin : entry.exactEnd) = time(value, entry, Severity::Warning);
    } else if (name == sourceKey) {
        entry.source = scalar(value).value_or("");
    } else if (name == channelKey) {
        const std::string text(scalar(value).value_or(""));
        int channel = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), channel);
        if (error == std::errc() && end == text.data() + text.size() && channel > 0)
            entry.channel = channel - 1;
        else
            fault(Severity::Warning, Code::BadValue, excerpt(text));
    } else {
        return false;
    }
    return true;
}

bool finishSound(AnnotationEntry &entry, JobKind kind)
{
    core::Attributes &attributes = entry.record.attributes;
    if (kind == JobKind::SpeechContent)
        return !valueOr(attributes, builtin::Content).empty();
    if (kind != JobKind::SpeechSegmentation)
        return true;
    if (valueOr(attributes, builtin::Content).empty())
        core::unset(attributes, builtin::Content);
    std::string &label = entry.record.label;
    if (!core::valueOf(attributes, builtin::Speaker) && !entry.source.empty()) {
        if (label.empty())
            label = entry.source;
        else if (label != entry.source)
            core::set(attributes, builtin::Speaker, entry.source);
    }
    entry.record.geometry =
        core::TimeSpan{exactOr(entry.exactBegin, *entry.begin), exactOr(entry.exactEnd, *entry.end), entry.channel};
    entry.record.where.column = entry.column;
    entry.record.where.field = "annotation[" + std::to_string(entry.index) + ']';
    return true;
}

void appendSound(std::string &members, const core::Annotation &annotation, const Said &said)
{
    const std::string_view speaker = valueOr(annotation.attributes, builtin::Speaker);
    if (const auto *span = std::get_if<core::TimeSpan>(&annotation.geometry)) {
        appendTime(members, "@modelarts:start_time", startKey, span->begin, said.rate);
        appendTime(members, "@modelarts:end_time", endKey, span->end, said.rate);
        if (span->channel >= 0)
            appendOwn(members, channelKey, std::to_string(span->channel + 1));
        if (const std::string_view source = speaker.empty() ? said.label : speaker; !source.empty())
            appendOwn(members, sourceKey, source);
        if (!speaker.empty() && (said.label.empty() || said.label == speaker))
            appendOwn(members, std::string(ownPrefix) + std::string(builtin::Speaker), speaker);
    }
    if (const std::string *content = core::valueOf(annotation.attributes, builtin::Content))
        appendOwn(members, contentKey, *content);
}

bool isOfSound(std::string_view attribute, JobKind kind)
{
    if (kind == JobKind::SpeechSegmentation)
        return attribute == builtin::Content || attribute == builtin::Speaker;
    return kind == JobKind::SpeechContent && attribute == builtin::Content;
}

std::vector<std::string> soundLosses(const core::SampleContent &content, JobKind kind)
{
    std::vector<std::string> words;
    if (kind != JobKind::SpeechContent && kind != JobKind::SpeechSegmentation)
        return words;
    if (kind == JobKind::SpeechContent && content.annotations.size() > 1)
        addLoss(words, "second-content");
    for (const core::AnnotationPtr &annotation : content.annotations) {
        if (kind == JobKind::SpeechContent && annotation->label)
            addLoss(words, "label");
        if (core::valueOf(annotation->attributes, wholeProperty))
            addLoss(words, "attributes");
    }
    return words;
}

}  // namespace formats::manifest
