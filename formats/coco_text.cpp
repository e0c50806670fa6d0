#include "formats/coco_text.h"
#include "formats/folder_export.h"
#include "formats/own_keys.h"
#include <cstdio>
#include <set>

namespace formats::coco {

namespace builtin = core::builtin;

namespace {

void appendKey(std::string &out, std::string_view key)
{
    out += ',';
    jsontext::appendString(out, key);
    out += ':';
}

std::string keyText(std::string_view key)
{
    std::string text = ",";
    jsontext::appendString(text, key);
    return text + ':';
}

// Where the attributes of an annotation go: members of it, of its `attributes`, of our own; each with a comma in front.
struct Places {
    std::string members, attributes, own;
    std::set<std::string_view> taken;  // keys of `attributes`
};

void place(Places &places, const std::string &name, const std::string &value, bool isTurned)
{
    const std::string_view view = name;
    if (isOfTheView(name))
        return;
    if (view.starts_with(attributesPrefix)) {
        const auto key = view.substr(attributesPrefix.size());
        const bool isOurs = key == "occluded" || (isTurned && key == "rotation");
        if (!isOurs && jsontext::compacted(value) && places.taken.insert(key).second)
            return appendRawMember(places.attributes, key, value);
    } else if (view.starts_with(builtin::UnknownPrefix)) {
        const auto key = view.substr(builtin::UnknownPrefix.size());
        if (key == "iscrowd")
            return;  // written before
        if (!isAnnotationKey(key) && jsontext::compacted(value))
            return appendRawMember(places.members, key, value);
    } else if (name == builtin::Occluded && value == "1") {
        places.taken.insert("occluded");
        return void(places.attributes += ",\"occluded\":true");
    } else if (!name.empty() && !view.starts_with('@') && places.taken.insert(view).second) {
        return appendMember(places.attributes, name, value);
    }
    appendMember(places.own, name, value);
}

void appendObject(std::string &out, std::string_view key, std::string_view members)
{
    if (members.empty())
        return;
    appendKey(out, key);
    ((out += '{') += members.substr(1)) += '}';
}

std::string rgbText(core::Rgb rgb)
{
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", unsigned(rgb & 0xffffff));
    return text;
}

}  // namespace

std::string categoryId(const core::Label &label)
{
    for (const core::AttributeSpec &spec : label.attributes)
        if (spec.name == categoryIdSpec)
            return jsontext::compacted(spec.defaultValue).value_or("");
    return {};
}

void appendCategory(std::string &out, const core::Label &label, std::string_view id)
{
    (out += "{\"id\":") += id;
    appendMember(out, "name", label.name);
    for (const core::AttributeSpec &spec : label.attributes) {
        const std::string_view name = spec.name;
        if (!name.starts_with(builtin::UnknownPrefix) || name == categoryIdSpec)
            continue;
        const auto key = name.substr(builtin::UnknownPrefix.size());
        if (!isCategoryKey(key))
            appendRawMember(out, key, spec.defaultValue);
    }
    appendMember(out, colorKey, rgbText(label.rgb));
    if (label.gray > 0) {
        appendKey(out, grayKey);
        out += std::to_string(label.gray);
    }
    out += '}';
}

void appendSample(std::string &out, const core::SampleContent &content, std::string_view id, std::string &rest)
{
    const core::Sample &sample = content.sample;
    for (const auto &[key, value] : jsontext::members(sample.property).value_or(jsontext::Members())) {
        if (key == restKey) {
            for (const auto &[name, text] : jsontext::members(value).value_or(jsontext::Members()))
                if (rest.find(keyText(name)) == rest.npos)
                    appendRawMember(rest, name, text);
        } else if (!isImageKey(key)) {
            appendRawMember(out, key, value);
        }
    }
    if (sample.externalId != id)
        appendMember(out, "@labelwright:id", sample.externalId);
    appendOwnSample(out, content);
}

void appendAnnotation(std::string &out, const core::Annotation &annotation)
{
    const core::Attributes &attributes = annotation.attributes;
    const std::string *crowd = core::valueOf(attributes, "@x:iscrowd");
    appendRawMember(out, "iscrowd", crowd ? *crowd : "0");
    if (annotation.confidence) {
        out += ",\"score\":";
        jsontext::appendNumber(out, *annotation.confidence);
    }
    Places places;
    const auto *box = std::get_if<core::Box>(&annotation.geometry);
    const bool isTurned = box && box->angle != 0;
    if (isTurned) {
        places.taken.insert("rotation");
        places.attributes += ",\"rotation\":";
        jsontext::appendNumber(places.attributes, box->angle);
    }
    for (const auto &[name, value] : attributes)
        place(places, name, value, isTurned);
    appendObject(out, "attributes", places.attributes);
    out += places.members;
    appendOwnAnnotation(out, annotation, places.own);
}

bool survives(const std::string &property)
{
    if (property == "{}" || property.empty())
        return true;
    const auto members = jsontext::members(property);
    if (!members)
        return false;
    for (const auto &[key, value] : *members)
        if (isImageKey(key))
            return false;
    return true;
}

bool survives(const core::Attributes &attributes)
{
    const std::string *crowd = core::valueOf(attributes, "@x:iscrowd");
    return !crowd || jsontext::compacted(*crowd).has_value();
}

}  // namespace formats::coco
