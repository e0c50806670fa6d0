#include "formats/own_keys.h"
#include "core/media_location.h"
#include "formats/creation_time.h"
#include "formats/modelarts_manifest.h"
#include "formats/text_file.h"
#include "formats/text_ids.h"
#include <algorithm>
#include <array>

namespace formats {

using simdjson::ondemand::json_type;

namespace {

constexpr std::string_view prefix = manifest::ownPrefix;
constexpr std::array<std::string_view, 6> sampleNames{"usage",       "state", "note", "hard", "hard-coefficient",
                                                      "hard-reasons"};

void appendOwn(std::string &out, std::string_view name, std::string_view value)
{
    appendMember(out, std::string(prefix) + std::string(name), value);
}

std::string text(JsonLine &line, JsonLine::Value &value)
{
    return std::string(line.scalar(value).value_or(""));
}

void takeAttributes(JsonLine &line, JsonLine::Value &value, AnnotationRecord &record)
{
    if (value.type() != json_type::object)
        return line.fault(Severity::Warning, core::Code::BadValue, line.seen(value));
    for (simdjson::ondemand::field field : value.get_object()) {
        const std::string key(std::string_view(field.unescaped_key()));
        JsonLine::Value member = field.value();
        core::set(record.attributes, key, text(line, member));
    }
}

}  // namespace

void addMember(std::string &object, std::string_view key, std::string_view json)
{
    std::string member;
    appendRawMember(member, key, json);
    object.insert(object.size() - 1, object == "{}" ? member.substr(1) : member);
}

void appendMember(std::string &out, std::string_view key, std::string_view value)
{
    out += ',';
    jsontext::appendString(out, key);
    out += ':';
    jsontext::appendString(out, value);
}

void appendRawMember(std::string &out, std::string_view key, std::string_view json)
{
    const auto compact = jsontext::compacted(json);
    if (!compact)
        return appendMember(out, key, json);
    out += ',';
    jsontext::appendString(out, key);
    (out += ':') += *compact;
}

bool isOwnSampleKey(std::string_view name)
{
    return name.starts_with(prefix) && std::ranges::find(sampleNames, name.substr(prefix.size())) != sampleNames.end();
}

void appendOwnSample(std::string &out, const core::SampleContent &content, bool withNote)
{
    if (content.sample.usage != core::Usage::None)
        appendOwn(out, "usage", manifest::wordOf(content.sample.usage));
    const core::State implied = content.annotations.empty() ? core::State::Unlabeled : core::State::Labeled;
    if (content.state() != implied)
        appendOwn(out, "state", manifest::wordOf(content.state()));
    if (!content.work)
        return;
    if (withNote && !content.work->note.empty())
        appendOwn(out, "note", content.work->note);
    if (content.work->hard)
        appendRawMember(out, std::string(prefix) + "hard", "true");
    if (content.work->hardCoefficient) {
        std::string number;
        jsontext::appendNumber(number, *content.work->hardCoefficient);
        appendRawMember(out, std::string(prefix) + "hard-coefficient", number);
    }
    if (!content.work->hardReasons.empty())
        appendOwn(out, "hard-reasons", content.work->hardReasons);
}

bool takeOwnSample(JsonLine &line, std::string_view name, JsonLine::Value &value, SampleRecord &record)
{
    if (!isOwnSampleKey(name))
        return false;
    const std::string_view own = name.substr(prefix.size());
    if (own == "usage")
        record.sample.usage = manifest::usageFromWord(text(line, value)).value_or(core::Usage::None);
    else if (own == "state")
        record.state = manifest::stateFromWord(text(line, value));
    else if (own == "note")
        record.note = text(line, value);
    else if (own == "hard")
        record.hard = line.flag(value);
    else if (own == "hard-coefficient")
        record.hardCoefficient = line.share(value);
    else
        record.hardReasons = text(line, value);
    return true;
}

void appendOrigin(std::string &out, const core::Sample &sample, const MediaNaming &naming, const Surroundings &around)
{
    const bool isContent = sample.uri.starts_with(contentScheme);
    appendMember(out, sourceKey, isContent ? sample.uri : mediaName(sample.uri, naming, around));
    if (sample.externalId != (isContent ? sample.uri.substr(contentScheme.size()) : std::string()))
        appendMember(out, idKey, sample.externalId);
}

bool takeOrigin(JsonLine &line, std::string_view name, JsonLine::Value &value, Origin &origin)
{
    if (name != sourceKey && name != idKey)
        return false;
    (name == sourceKey ? origin.source : origin.id) = text(line, value);
    return true;
}

void setOrigin(core::Sample &sample, const Origin &origin, const std::string &own, const std::filesystem::path &folder)
{
    const bool isContent = origin.source.empty() || origin.source.starts_with(contentScheme);
    if (isContent) {
        sample.externalId = origin.source.empty() ? own : origin.source.substr(contentScheme.size());
        sample.uri = std::string(contentScheme) + sample.externalId;
    } else {
        const auto file = core::isRemote(origin.source) ? std::nullopt : core::locate(origin.source, folder, {});
        sample.externalId.clear();
        sample.uri = file ? utf8(*file) : origin.source;
    }
    if (!origin.id.empty())
        sample.externalId = origin.id;
}

void appendOwnAnnotation(std::string &out, const core::Annotation &annotation, std::string_view attributes)
{
    if (!attributes.empty())
        ((out += R"(,"@labelwright:attributes":{)") += attributes.substr(1)) += '}';
    if (!annotation.author.empty() && annotation.author != "human")
        appendOwn(out, "author", annotation.author);
    if (const std::string time = creationTime(annotation.created); !time.empty())
        appendOwn(out, "created", time);
    if (annotation.proposed)
        appendRawMember(out, std::string(prefix) + "proposed", "true");
}

bool takeOwnAnnotation(JsonLine &line, std::string_view name, JsonLine::Value &value, AnnotationRecord &record)
{
    if (!name.starts_with(prefix))
        return false;
    const std::string_view own = name.substr(prefix.size());
    if (own == "author")
        record.author = text(line, value);
    else if (own == "created")
        record.created = parseCreationTime(text(line, value)).value_or(0);
    else if (own == "proposed")
        record.proposed = line.flag(value);
    else if (own == "attributes")
        takeAttributes(line, value, record);
    else
        return false;
    return true;
}

}  // namespace formats
