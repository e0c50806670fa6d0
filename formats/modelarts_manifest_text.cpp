#include "formats/modelarts_manifest_text.h"
#include "formats/creation_time.h"
#include "formats/json_text.h"
#include "formats/text_kinds.h"
#include <algorithm>

namespace formats::manifest {

namespace builtin = core::builtin;

namespace {

constexpr std::string_view propertyDot = "property.";

void appendMember(std::string &out, std::string_view key, std::string_view value)
{
    jsontext::appendString(out, key);
    out += ':';
    jsontext::appendString(out, value);
    out += ',';
}

// What another program or version stored may not be JSON: then it is taken as the text it is.
void appendRaw(std::string &out, std::string_view key, std::string_view raw)
{
    jsontext::appendString(out, key);
    out += ':';
    if (const auto text = jsontext::compacted(raw))
        out += *text;
    else
        jsontext::appendString(out, raw);
    out += ',';
}

void dropComma(std::string &out)
{
    if (out.ends_with(','))
        out.pop_back();
}

// Where the value of an attribute stands in the annotation object.
struct Place {
    enum Kind { Nowhere, Property, RawProperty, WholeProperty, Unknown, OwnKey } kind = Nowhere;
    std::string key;
};

Place keptPlace(std::string_view rest, core::JobKind kind)
{
    if (rest == "property")
        return {Place::WholeProperty, {}};
    if (rest.starts_with(propertyDot))
        return {Place::RawProperty, std::string(rest.substr(propertyDot.size()))};
    if (rest.starts_with('.'))
        rest.remove_prefix(1);
    if (isAnnotationKey(keyOf(rest), kind))
        return {};
    return {Place::Unknown, std::string(rest)};
}

Place placeOf(std::string_view name, core::JobKind kind)
{
    if (keepsXml(kind))
        return isLineAttribute(name) ? keptPlace(name.substr(detectionPrefix.size()), kind) : Place();
    if (name == builtin::Difficult || name == builtin::HardCoefficient || (name == idAttribute && hasEntities(kind)))
        return {Place::OwnKey, {}};
    if (name.starts_with(inlinePrefix))
        return keptPlace(name.substr(inlinePrefix.size()), kind);
    if (name == builtin::Hidden || name == builtin::Locked)  // of the view
        return {};
    if (name.starts_with('@'))
        return {Place::Property, std::string(ownPrefix) + std::string(name)};
    return {Place::Property, std::string(name)};
}

void appendColor(std::string &out, core::Rgb rgb)
{
    char text[8];
    std::snprintf(text, sizeof text, "#%06x", unsigned(rgb & 0xffffff));
    appendOwn(out, "@modelarts:color", text);
}

void appendProperty(std::string &out, const core::Annotation &annotation, core::JobKind kind, core::State sampleState,
                    const Said &said)
{
    std::string members, whole;
    if (said.span) {
        (members += "\"@modelarts:start_index\":") += std::to_string(said.span->first);
        ((members += ",\"@modelarts:end_index\":") += std::to_string(said.span->second)) += ',';
    }
    if (said.color && !core::valueOf(annotation.attributes, colorAttribute))
        appendColor(members, *said.color);
    if (core::isOfSounds(kind))
        appendSound(members, annotation, said);
    for (const auto &[name, value] : annotation.attributes) {
        if (isOfSound(name, kind))
            continue;
        const Place place = placeOf(name, kind);
        if (place.kind == Place::Property)
            appendMember(members, place.key, value);
        else if (place.kind == Place::RawProperty)
            appendRaw(members, place.key, value);
        else if (place.kind == Place::WholeProperty)
            whole = value;
    }
    if (annotation.proposed != (sampleState == core::State::ToConfirm))
        appendMember(members, proposedKey, annotation.proposed ? "true" : "false");
    if (!members.empty()) {
        dropComma(members);
        ((out += "\"property\":{") += members) += "},";
    } else if (!whole.empty()) {
        appendRaw(out, "property", whole);
    }
}

void appendHard(std::string &out, const core::Attributes &attributes)
{
    if (core::isSet(attributes, builtin::Difficult))
        out += "\"hard\":\"true\",";
    if (const std::string *coefficient = core::valueOf(attributes, builtin::HardCoefficient))
        appendRaw(out, "hard-coefficient", *coefficient);
}

void appendShare(std::string &out, std::string_view key, const std::optional<double> &value)
{
    if (!value)
        return;
    jsontext::appendString(out, key);
    out += ':';
    jsontext::appendNumber(out, *value);
    out += ',';
}

std::optional<core::State> stateToTell(const core::SampleContent &content)
{
    const core::State implied = content.annotations.empty() ? core::State::Unlabeled : core::State::Labeled;
    return content.state() == implied ? std::nullopt : std::optional(content.state());
}

// What stands in `property`, and in `outside` what stood beside it in the line.
std::string propertyMembers(const core::SampleContent &content, std::string &outside, bool headerInXml)
{
    std::string members;
    if (const std::string &property = content.sample.property; property != "{}") {
        const auto all = jsontext::members(property).value_or(jsontext::Members());
        const auto marked = std::ranges::find(all, topLevelKey, &jsontext::Members::value_type::first);
        const std::string topLevel = marked == all.end() ? std::string() : marked->second;
        for (const auto &[key, value] : all) {
            std::string quoted;
            jsontext::appendString(quoted, key);
            const bool beside = topLevel.find(quoted) != std::string::npos && !isSampleKey(keyOf(key));
            if ((headerInXml && key == "@voc") || key.starts_with(ownPrefix))
                continue;
            appendRaw(beside ? outside : members, key, value);
        }
    }
    if (const auto state = stateToTell(content))
        appendMember(members, stateKey, wordOf(*state));
    if (content.work && !content.work->note.empty())
        appendMember(members, noteKey, content.work->note);
    dropComma(members);
    return members;
}

}  // namespace

void appendOwn(std::string &out, std::string_view key, std::string_view value)
{
    ((out += '"') += key) += "\":";
    jsontext::appendString(out, value);
    out += ',';
}

bool isLineAttribute(std::string_view name)
{
    return name.starts_with(detectionPrefix);
}

bool survives(const core::Attributes &attributes, core::JobKind kind)
{
    bool whole = false, parts = false;
    for (const auto &[name, value] : attributes) {
        if (keepsXml(kind) && !isLineAttribute(name))
            continue;
        const Place place = placeOf(name, kind);
        whole = whole || place.kind == Place::WholeProperty;
        parts = parts || place.kind == Place::Property || place.kind == Place::RawProperty;
        if (place.kind == Place::Nowhere && name != builtin::Hidden && name != builtin::Locked)
            return false;
        if (name.starts_with(inlinePrefix) && !jsontext::compacted(value))
            return false;
    }
    return !(whole && parts);
}

void appendAnnotationMembers(std::string &out, const core::Annotation &annotation, core::JobKind kind,
                             core::State sampleState, const Said &said)
{
    const bool withXml = keepsXml(kind);
    if (!withXml && (!said.label.empty() || !core::isOfSounds(kind)))
        appendOwn(out, "name", said.label);
    if (!said.id.empty())
        appendOwn(out, "id", said.id);
    appendProperty(out, annotation, kind, sampleState, said);
    if (!withXml)
        ((out += "\"type\":\"modelarts/") += typeOf(kind)) += "\",";
    if (const std::string time = creationTime(annotation.created); !time.empty())
        appendOwn(out, "creation-time", time);
    if (!withXml) {
        appendHard(out, annotation.attributes);
        appendShare(out, "confidence", annotation.confidence);
    }
    appendOwn(out, "annotated-by", annotation.author.empty() ? "human" : annotation.author);
    for (const auto &[name, value] : annotation.attributes)
        if (const Place place = placeOf(name, kind); place.kind == Place::Unknown)
            appendRaw(out, place.key, value);
    dropComma(out);
}

void appendRelationMembers(std::string &out, const core::Relation &relation, const Said &said, std::string_view from,
                           std::string_view to)
{
    appendOwn(out, "name", said.label);
    appendOwn(out, "id", said.id);
    out += "\"property\":{";
    appendOwn(out, "@modelarts:from", from);
    appendOwn(out, "@modelarts:to", to);
    if (said.color)
        appendColor(out, *said.color);
    dropComma(out);
    ((out += "},\"type\":\"modelarts/") += relationType) += "\",";
    if (const std::string time = creationTime(relation.created); !time.empty())
        appendOwn(out, "creation-time", time);
    appendOwn(out, "annotated-by", relation.author.empty() ? "human" : relation.author);
    dropComma(out);
}

std::string annotationMembers(const core::Annotation &annotation, core::JobKind kind, core::State sampleState,
                              std::string_view label)
{
    std::string out;
    appendAnnotationMembers(out, annotation, kind, sampleState, {.label = label, .color = {}, .id = {}, .span = {}});
    return out;
}

void appendSampleMembers(std::string &out, const core::SampleContent &content, std::string_view source,
                         core::JobKind kind, bool headerInXml)
{
    const core::Sample &sample = content.sample;
    std::string outside;
    const std::string property = propertyMembers(content, outside, headerInXml);
    if (sample.usage != core::Usage::None)
        appendOwn(out, "usage", wordOf(sample.usage));
    appendOwn(out, "source", source);
    if (!sample.externalId.empty())
        appendOwn(out, "id", sample.externalId);
    if (content.work) {
        if (content.work->hard)
            out += "\"hard\":\"true\",";
        appendShare(out, "hard-coefficient", content.work->hardCoefficient);
        if (!content.work->hardReasons.empty())
            appendOwn(out, "hard-reasons", content.work->hardReasons);
    }
    if (!property.empty())
        ((out += "\"property\":{") += property) += "},";
    out += outside;
    if (outside.find("\"sample-type\":") == std::string::npos)
        (out += "\"sample-type\":") += sampleTypeOf(kind);
    dropComma(out);
}

}  // namespace formats::manifest
