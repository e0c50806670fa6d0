// One line of a manifest into values: known keys in one pass, unknown ones kept as JSON text.
#include "formats/creation_time.h"
#include "formats/modelarts_manifest_line_impl.h"
#include "formats/text_file.h"
#include "formats/text_kinds.h"
#include <algorithm>
#include <charconv>

namespace formats::manifest {

using core::Code;
using simdjson::ondemand::json_type;
using Value = JsonLine::Value;

namespace {

std::optional<core::Rgb> colorFrom(std::string_view text)
{
    core::Rgb rgb = 0;
    if (text.size() != 7 || text[0] != '#')
        return std::nullopt;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + 7, rgb, 16);
    return error == std::errc() && end == text.data() + 7 ? std::optional(rgb) : std::nullopt;
}

// The attribute that keeps a key of the annotation.
std::string keptName(std::string_view prefix, std::string_view key)
{
    const bool ambiguous = key.starts_with('.') || key.starts_with("property.");
    return std::string(prefix) + (ambiguous ? "." : "") + std::string(key);
}

std::string_view typeSuffix(std::string_view type)
{
    return type.substr(type.rfind('/') + 1);  // npos + 1 is 0
}

}  // namespace

LineParser::LineParser(core::JobKind kind) : m_impl(std::make_unique<Impl>(kind)) {}
LineParser::~LineParser() = default;

bool LineParser::parse(const TextLine &text, Line &line, std::vector<Issue> &issues)
{
    Impl &impl = *m_impl;
    impl.members.clear();
    impl.topLevel.clear();
    line.sample = {};
    line.sample.line = text.number;
    line.annotations.clear();
    line.otherTypes.clear();
    const std::size_t before = issues.size();
    try {
        for (simdjson::ondemand::field field : impl.begin(text, issues)) {
            const std::string_view name = field.unescaped_key();
            impl.path = name;
            impl.readSampleKey(name, field.value(), line);
            impl.path.clear();
        }
        impl.finish();
        impl.nameText(line.sample.sample);
        if (line.sample.sample.uri.empty() && !impl.refused) {
            impl.path = "source";
            impl.refuse(Code::MissingField, {});
        }
    } catch (const simdjson::simdjson_error &error) {
        impl.forgetFaults(before);  // the rest of the line may not be what it seemed
        impl.refuse(error);
    }
    impl.finishProperty(line.sample.sample);
    return !impl.refused;
}

void LineParser::Impl::readAnnotations(Value &value, Line &line)
{
    if (value.type() == json_type::null)
        return;
    if (value.type() != json_type::array)
        return fault(Severity::Error, Code::BadValue, seen(value));
    std::int64_t index = 0;
    for (auto element : value.get_array()) {
        Value annotation = element.value();
        path = "annotation[" + std::to_string(index) + ']';
        readAnnotation(annotation, line, index++);
    }
}

void LineParser::Impl::readAnnotation(Value &value, Line &line, std::int64_t index)
{
    if (value.type() != json_type::object)
        return fault(Severity::Error, Code::BadValue, seen(value));
    const std::size_t issuesBefore = faults();
    const bool refusedBefore = refused;
    AnnotationEntry &entry = line.annotations.emplace_back();
    entry.index = index;
    std::string type;
    const auto mark = path.size();
    for (simdjson::ondemand::field field : value.get_object()) {
        const std::string_view name = field.unescaped_key();
        (path += '.') += name;
        readAnnotationKey(name, field.value(), entry, type);
        path.resize(mark);
    }
    entry.isRelation = kind == core::JobKind::TextTriplet && typeSuffix(type) == relationType;
    if (!type.empty() && !entry.isRelation && !isTypeOf(kind, typeSuffix(type))) {
        forgetFaults(issuesBefore);  // whatever is wrong with it, it is not ours
        refused = refusedBefore;
        line.otherTypes.push_back(std::move(type));
        line.annotations.pop_back();
    } else if (!accept(entry, type)) {
        line.annotations.pop_back();
    }
    path.resize(mark);
}

bool LineParser::Impl::accept(const AnnotationEntry &entry, std::string_view type)
{
    const bool withXml = keepsXml(kind);
    const bool isEntity = hasEntities(kind) && !entry.isRelation;
    const bool isSegment = kind == core::JobKind::SpeechSegmentation;
    const bool needsName = !withXml && !isSegment && kind != core::JobKind::SpeechContent;
    const char *missing = nullptr;
    if (type.empty())
        missing = ".type";
    else if (withXml ? entry.location.empty() : needsName && entry.record.label.empty())
        missing = withXml ? ".annotation-loc" : ".name";
    else if (isEntity && !entry.badOffset && !(entry.begin && entry.end))
        missing = entry.begin ? ".property.@modelarts:end_index" : ".property.@modelarts:start_index";
    else if (isSegment && !entry.badOffset && !(entry.begin && entry.end))
        missing = entry.begin ? ".property.@modelarts:end_time" : ".property.@modelarts:start_time";
    else if (kind == core::JobKind::SpeechContent && !core::valueOf(entry.record.attributes, core::builtin::Content))
        missing = ".property.@modelarts:content";
    else if (entry.isRelation && (entry.from.empty() || entry.to.empty()))
        missing = entry.from.empty() ? ".property.@modelarts:from" : ".property.@modelarts:to";
    if (missing) {
        path += missing;
        fault(Severity::Error, Code::MissingField, {});
    }
    return !missing && !entry.badOffset;
}

void LineParser::Impl::readAnnotationKey(std::string_view name, Value value, AnnotationEntry &entry, std::string &type)
{
    const Key key = keyOf(name);
    AnnotationRecord &record = entry.record;
    if (key == Key::Type) {
        type = scalar(value).value_or("");
    } else if (key == Key::Property) {
        readAnnotationProperty(value, entry);
    } else if (!isAnnotationKey(key, kind)) {
        if (auto kept = raw(value))
            core::set(record.attributes, keptName(prefix, name), std::move(*kept));
    } else if (key == Key::Name) {
        record.label = scalar(value).value_or("");
    } else if (key == Key::Id) {
        entry.id = scalar(value).value_or("");
    } else if (key == Key::Location) {
        entry.location = scalar(value).value_or("");
    } else if (key == Key::Format) {
        const auto format = scalar(value);
        if (format && lowerAscii(*format) != "pascal voc")
            fault(Severity::Warning, Code::Unsupported, excerpt(*format));
    } else if (key == Key::Hard) {
        if (flag(value))
            core::set(record.attributes, core::builtin::Difficult, "1");
    } else if (key == Key::HardCoefficient) {
        if (const auto coefficient = share(value)) {
            std::string digits;
            jsontext::appendNumber(digits, *coefficient);
            core::set(record.attributes, core::builtin::HardCoefficient, std::move(digits));
        }
    } else if (key == Key::Confidence) {
        record.confidence = share(value);
    } else if (key == Key::Author) {
        record.author = scalar(value).value_or("");
    } else if (const auto time = scalar(value)) {
        record.created = parseCreationTime(*time).value_or(0);
        if (record.created == 0)
            fault(Severity::Warning, Code::BadValue, excerpt(*time));
    }
}

void LineParser::Impl::readAnnotationProperty(Value &value, AnnotationEntry &entry)
{
    if (value.type() == json_type::object) {
        const auto mark = path.size();
        for (simdjson::ondemand::field field : value.get_object()) {
            const std::string_view name = field.unescaped_key();
            (path += '.') += name;
            readPropertyMember(name, field.value(), entry);
            path.resize(mark);
        }
    } else if (value.type() != json_type::null) {
        if (auto kept = raw(value))
            core::set(entry.record.attributes, std::string(prefix) + "property", std::move(*kept));
    }
}

bool LineParser::Impl::readEntityMember(std::string_view name, Value &value, AnnotationEntry &entry)
{
    if (!hasEntities(kind) || !name.starts_with("@modelarts:"))
        return false;
    name.remove_prefix(std::string_view("@modelarts:").size());
    if (name == "start_index" || name == "end_index") {
        const auto text = scalar(value).value_or("");
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc() || end != text.data() + text.size()) {
            entry.badOffset = true;
            fault(Severity::Error, Code::BadValue, excerpt(text));
        }
        (name == "end_index" ? entry.end : entry.begin) = number;
    } else if (name == "from" || name == "to") {
        (name == "from" ? entry.from : entry.to) = scalar(value).value_or("");
    } else {
        return false;
    }
    entry.column = column();
    return true;
}

void LineParser::Impl::readPropertyMember(std::string_view name, Value value, AnnotationEntry &entry)
{
    if (readEntityMember(name, value, entry) || readSoundMember(name, value, entry))
        return;
    core::Attributes &attributes = entry.record.attributes;
    const bool isString = value.type() == json_type::string;
    if (name == proposedKey) {
        entry.proposed = flag(value);
    } else if (name == objectsKey && keepsXml(kind)) {
        readObjects(value, entry);
    } else if (isString && name.starts_with(ownPrefix) && name.substr(ownPrefix.size()).starts_with('@')) {
        core::set(attributes, name.substr(ownPrefix.size()), std::string(*scalar(value)));
    } else if (isString && !name.empty() && !name.starts_with('@') && !keepsXml(kind)) {
        core::set(attributes, name, std::string(*scalar(value)));
    } else if (auto kept = raw(value)) {
        if (name == "@modelarts:color" && kept->size() == 9)
            entry.color = colorFrom(std::string_view(*kept).substr(1, 7));
        core::set(attributes, std::string(prefix) + "property." + std::string(name), std::move(*kept));
    }
}

void LineParser::Impl::readObjects(Value &value, AnnotationEntry &entry)
{
    if (value.type() != json_type::array)
        return fault(Severity::Warning, Code::BadValue, seen(value));
    const auto mark = path.size();
    for (auto element : value.get_array()) {
        AnnotationEntry &object = entry.objects.emplace_back();
        path += '[' + std::to_string(entry.objects.size() - 1) + ']';
        std::string type;
        for (simdjson::ondemand::field field : element.get_object()) {
            const std::string_view name = field.unescaped_key();
            if (keyOf(name) == Key::Property) {
                Value property = field.value();
                for (simdjson::ondemand::field member : property.get_object())
                    if (const std::string_view key = member.unescaped_key(); key != objectsKey)  // no deeper
                        readPropertyMember(key, member.value(), object);
            } else {
                readAnnotationKey(name, field.value(), object, type);
            }
        }
        path.resize(mark);
    }
}

}  // namespace formats::manifest
