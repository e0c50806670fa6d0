#include "formats/voc_annotations.h"
#include "formats/decimal.h"
#include "formats/text_file.h"
#include <algorithm>
#include <nlohmann/json.hpp>

namespace formats {

using nlohmann::json;
namespace builtin = core::builtin;

namespace {

std::string dump(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<double> shareOf(const std::string *text)
{
    const auto value = text ? parseNumber(*text) : std::nullopt;
    return value && *value >= 0 && *value <= 1 ? value : std::nullopt;
}

bool isBuiltin(std::string_view name)
{
    return name.starts_with('@') && !name.starts_with("@modelarts:");
}

// XML ends lines with LF and we do not look at blanks around a text.
bool survives(std::string_view text)
{
    return !text.empty() && trimmed(text) == text && text.find_first_of(std::string_view("\r\0", 2)) == text.npos;
}

core::Attributes unknownOf(const core::Attributes &attributes)
{
    core::Attributes unknown;
    for (const auto &[name, value] : attributes) {
        if (!name.starts_with(builtin::UnknownPrefix))
            continue;
        const auto parsed = json::parse(value, nullptr, false);
        core::set(unknown, name.substr(builtin::UnknownPrefix.size()),
                  parsed.is_string() ? parsed.get<std::string>() : value);
    }
    return unknown;
}

core::Attributes textsIn(const json &object, const char *key)
{
    const auto at = object.find(key);
    return at == object.end() ? core::Attributes{} : core::attributesFromJson(dump(*at)).value_or(core::Attributes{});
}

void add(std::vector<std::string> &losses, const char *word)
{
    if (std::ranges::find(losses, word) == losses.end())
        losses.emplace_back(word);
}

bool attributesSurvive(const core::Attributes &attributes)
{
    return std::ranges::all_of(attributes, [&](const auto &attribute) {
        const auto &[name, value] = attribute;
        if (name == builtin::HardCoefficient)
            return shareOf(&value) && numberText(*shareOf(&value)) == value;
        if (name == builtin::Parts)
            return partsFromJson(value).has_value();
        if (name == builtin::Pose)
            return survives(value) && value != "Unspecified";
        if (name == builtin::Truncated || name == builtin::Occluded || name == builtin::Difficult)
            return value == "1";
        return isBuiltin(name) || (survives(name) && survives(value));
    });
}

bool unknownSurvives(const core::Attributes &attributes)
{
    return std::ranges::all_of(attributes, [](const auto &attribute) {
        return !attribute.first.starts_with(builtin::UnknownPrefix)
               || json::parse(attribute.second, nullptr, false).is_string();
    });
}

void addShapeLosses(const core::Geometry &geometry, std::vector<std::string> &losses)
{
    if (const auto *box = std::get_if<core::Box>(&geometry)) {
        if (box->angle != 0)
            add(losses, "rotation");
    } else if (const auto *polygon = std::get_if<core::Polygon>(&geometry)) {
        if (polygon->rings.empty() || polygon->rings.front().size() < 3)
            add(losses, "shape");
        else if (polygon->rings.size() > 1)
            add(losses, "holes");
    } else if (const auto *line = std::get_if<core::Polyline>(&geometry)) {
        if (line->points.size() < 2)
            add(losses, "shape");
        else if (line->dashed && line->points.size() > 2)
            add(losses, "dashed");
    } else if (!std::holds_alternative<core::Circle>(geometry) && !std::holds_alternative<core::Point>(geometry)) {
        add(losses, "shape");
    }
}

}  // namespace

LabelNames namesOf(std::span<const core::Label> labels)
{
    LabelNames names;
    for (const auto &label : labels)
        names.emplace(label.id, label.name);
    return names;
}

AnnotationRecord toRecord(const VocObject &object)
{
    AnnotationRecord record;
    record.label = object.name;
    record.geometry = object.geometry;
    record.confidence = object.confidence;
    record.attributes = object.attributes;
    for (const auto &[name, flag] : {std::pair{builtin::Truncated, object.truncated},
                                     {builtin::Occluded, object.occluded},
                                     {builtin::Difficult, object.difficult}})
        if (flag)
            core::set(record.attributes, name, "1");
    if (object.hardCoefficient)
        core::set(record.attributes, builtin::HardCoefficient, numberText(*object.hardCoefficient));
    if (!object.pose.empty())
        core::set(record.attributes, builtin::Pose, object.pose);
    if (!object.parts.empty())
        core::set(record.attributes, builtin::Parts, partsJson(object.parts));
    for (const auto &[name, text] : object.unknown)
        core::set(record.attributes, std::string(builtin::UnknownPrefix) + name, dump(text));
    return record;
}

std::optional<VocObject> toObject(const core::Annotation &annotation, const LabelNames &names)
{
    const auto name = names.find(annotation.label);
    if (name == names.end())
        return std::nullopt;
    VocObject object;
    object.name = name->second;
    object.geometry = annotation.geometry;
    object.confidence = annotation.confidence;
    const auto &attributes = annotation.attributes;
    object.truncated = core::isSet(attributes, builtin::Truncated);
    object.occluded = core::isSet(attributes, builtin::Occluded);
    object.difficult = core::isSet(attributes, builtin::Difficult);
    object.hardCoefficient = shareOf(core::valueOf(attributes, builtin::HardCoefficient));
    if (const auto *pose = core::valueOf(attributes, builtin::Pose))
        object.pose = *pose;
    if (const auto *parts = core::valueOf(attributes, builtin::Parts))
        object.parts = partsFromJson(*parts).value_or(std::vector<VocObject>{});
    object.unknown = unknownOf(attributes);
    for (const auto &[key, value] : attributes)
        if (!isBuiltin(key) && !trimmed(value).empty())
            object.attributes.emplace_back(key, value);
    return object;
}

void keepHeader(const VocFile &file, core::Sample &sample)
{
    sample.media.width = file.width;
    sample.media.height = file.height;
    sample.media.channels = file.depth;
    json header = json::object();
    if (!file.folder.empty() && file.folder != "NA")
        header["folder"] = file.folder;
    if (!file.source.empty() && file.source != core::Attributes{{"database", "Unknown"}})
        header["source"] = json::parse(core::toJson(file.source));
    if (file.segmented)
        header["segmented"] = true;
    if (!file.maskSource.empty())
        header["mask_source"] = file.maskSource;
    if (!file.unknown.empty())
        header["unknown"] = json::parse(core::toJson(file.unknown));
    if (header.empty())
        return;
    auto property = json::parse(sample.property, nullptr, false);
    if (!property.is_object())
        property = json::object();
    property["@voc"] = std::move(header);
    sample.property = dump(property);
}

VocFile toVoc(const core::SampleContent &content, const LabelNames &names, std::string fileName)
{
    VocFile file;
    file.filename = std::move(fileName);
    file.width = content.sample.media.width;
    file.height = content.sample.media.height;
    file.depth = content.sample.media.channels;
    const auto property = json::parse(content.sample.property, nullptr, false);
    if (const auto header = property.is_object() ? property.find("@voc") : property.end();
        header != property.end() && header->is_object()) {
        const auto texts = core::attributesFromJson(dump(*header)).value_or(core::Attributes{});
        const auto text = [&](const char *key) {
            const std::string *value = core::valueOf(texts, key);
            return value ? *value : std::string();
        };
        file.folder = text("folder");
        file.maskSource = text("mask_source");
        file.segmented = text("segmented") == "true";
        file.source = textsIn(*header, "source");
        file.unknown = textsIn(*header, "unknown");
    }
    for (const auto &annotation : content.annotations)
        if (auto object = toObject(*annotation, names))
            file.objects.push_back(std::move(*object));
    return file;
}

bool isVocHeader(const std::string &property)
{
    const auto object = json::parse(property, nullptr, false);
    return object.is_object() && object.size() == 1 && object.contains("@voc");
}

std::vector<std::string> vocLosses(const core::SampleContent &content)
{
    std::vector<std::string> losses;
    for (const auto &annotation : content.annotations) {
        addShapeLosses(annotation->geometry, losses);
        if (!annotation->label)
            add(losses, "no-label");
        if (annotation->confidence && (*annotation->confidence < 0 || *annotation->confidence > 1))
            add(losses, "confidence");
        if (!attributesSurvive(annotation->attributes))
            add(losses, "attributes");
        if (!unknownSurvives(annotation->attributes))
            add(losses, "unknown-keys");
        if (annotation->proposed)
            add(losses, "to-confirm");
    }
    return losses;
}

}  // namespace formats
