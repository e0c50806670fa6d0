// One line of a manifest into values: known keys in one pass, unknown ones kept as JSON text.
#include "formats/creation_time.h"
#include "formats/json_line.h"
#include "formats/modelarts_manifest.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>

namespace formats::manifest {

using core::Code;
using simdjson::ondemand::json_type;
using Value = JsonLine::Value;

namespace {

bool hasControl(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

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

struct LineParser::Impl : JsonLine {
    core::JobKind kind;
    std::string_view prefix;            // of attributes that keep unknown keys
    jsontext::Members members;          // of Sample.property
    std::vector<std::string> topLevel;  // those of them that stand outside `property`

    explicit Impl(core::JobKind k) : kind(k), prefix(keepsXml(k) ? detectionPrefix : inlinePrefix) {}

    void readSampleKey(std::string_view name, Value value, Line &line);
    void readSource(Value &value, Line &line);
    void readSampleProperty(Value &value, SampleRecord &record);
    void keepTopLevel(std::string_view name, Value &value);
    void finishProperty(core::Sample &sample) const;
    void readAnnotations(Value &value, Line &line);
    void readAnnotation(Value &value, Line &line, std::int64_t index);
    bool accept(const AnnotationEntry &entry, std::string_view type);
    void readAnnotationKey(std::string_view name, Value value, AnnotationEntry &entry, std::string &type);
    void readAnnotationProperty(Value &value, AnnotationEntry &entry);
    void readPropertyMember(std::string_view name, Value value, AnnotationEntry &entry);
    void readObjects(Value &value, AnnotationEntry &entry);
    std::string reasons(Value &value);
};

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
    try {
        for (simdjson::ondemand::field field : impl.begin(text, issues)) {
            const std::string_view name = field.unescaped_key();
            impl.path = name;
            impl.readSampleKey(name, field.value(), line);
            impl.path.clear();
        }
        impl.finish();
        if (line.sample.sample.uri.empty() && !impl.refused) {
            impl.path = "source";
            impl.refuse(Code::MissingField, {});
        }
    } catch (const simdjson::simdjson_error &error) {
        impl.refuse(error);
    }
    impl.finishProperty(line.sample.sample);
    return !impl.refused;
}

void LineParser::Impl::readSampleKey(std::string_view name, Value value, Line &line)
{
    SampleRecord &record = line.sample;
    const Key key = keyOf(name);
    if (key == Key::Source) {
        readSource(value, line);
    } else if (key == Key::Usage) {
        if (const auto word = scalar(value)) {
            if (const auto usage = usageFromWord(*word))
                record.sample.usage = *usage;
            else
                fault(Severity::Warning, Code::BadValue, excerpt(*word));
        }
    } else if (key == Key::Id) {
        if (const auto id = scalar(value))
            record.sample.externalId = *id;
    } else if (key == Key::Annotation) {
        readAnnotations(value, line);
    } else if (key == Key::Property) {
        readSampleProperty(value, record);
    } else if (key == Key::Hard) {
        record.hard = flag(value);
    } else if (key == Key::HardCoefficient) {
        record.hardCoefficient = share(value);
    } else if (key == Key::HardReasons) {
        record.hardReasons = reasons(value);
    } else {
        keepTopLevel(name, value);
    }
}

void LineParser::Impl::readSource(Value &value, Line &line)
{
    const auto source = value.type() == json_type::string ? scalar(value) : std::nullopt;
    if (!source || source->empty() || hasControl(*source)) {
        refuse(source && source->empty() ? Code::MissingField : Code::BadValue,
               source ? excerpt(*source) : seen(value));
    } else if (lowerAscii(source->substr(0, 10)) == "content://") {
        refuse(Code::Unsupported, excerpt(*source));
    } else {
        line.sample.sample.uri = *source;
    }
}

void LineParser::Impl::readSampleProperty(Value &value, SampleRecord &record)
{
    if (value.type() != json_type::object) {
        if (value.type() != json_type::null)
            keepTopLevel("property", value);
        return;
    }
    const auto mark = path.size();
    for (simdjson::ondemand::field field : value.get_object()) {
        const std::string_view name = field.unescaped_key();
        (path += '.') += name;
        Value member = field.value();
        if (name == stateKey) {
            const auto word = scalar(member);
            record.state = word ? stateFromWord(*word) : std::nullopt;
            if (!record.state)
                fault(Severity::Warning, Code::BadValue, std::string(word.value_or("")));
        } else if (name == noteKey) {
            record.note = scalar(member).value_or("");
        } else if (name.starts_with(ownPrefix)) {
            fault(Severity::Warning, Code::BadValue, std::string(name));
        } else if (auto kept = raw(member)) {
            std::erase_if(members, [&](const auto &m) { return m.first == name; });
            std::erase(topLevel, name);
            members.emplace_back(name, std::move(*kept));
        }
        path.resize(mark);
    }
}

void LineParser::Impl::keepTopLevel(std::string_view name, Value &value)
{
    auto kept = raw(value);
    if (!kept)
        return;
    const Key key = keyOf(name);
    if (key == Key::SampleType && (*kept == "0" || *kept == "\"0\""))
        return;  // image: implied
    if (key == Key::SourceType && lowerAscii(*kept) == "\"carbondata\"")
        return refuse(Code::Unsupported, std::move(*kept));
    if (name.starts_with(ownPrefix) || std::ranges::count(members, name, &jsontext::Members::value_type::first) > 0)
        return fault(Severity::Warning, Code::Conflict, std::string(name));
    topLevel.emplace_back(name);
    members.emplace_back(name, std::move(*kept));
}

void LineParser::Impl::finishProperty(core::Sample &sample) const
{
    if (members.empty())
        return;
    std::string &out = sample.property;
    out = "{";
    for (const auto &[name, value] : members) {
        jsontext::appendString(out, name);
        (out += ':') += value;
        out += ',';
    }
    if (!topLevel.empty()) {
        jsontext::appendString(out, topLevelKey);
        out += ":[";
        for (const std::string &name : topLevel) {
            jsontext::appendString(out, name);
            out += ',';
        }
        out.back() = ']';
        out += ',';
    }
    out.back() = '}';
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
    if (!type.empty() && typeSuffix(type) != core::kindName(kind)) {
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
    if (!type.empty() && !(withXml ? entry.location : entry.record.label).empty())
        return true;
    path += type.empty() ? ".type" : withXml ? ".annotation-loc" : ".name";
    fault(Severity::Error, Code::MissingField, {});
    return false;
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

void LineParser::Impl::readPropertyMember(std::string_view name, Value value, AnnotationEntry &entry)
{
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

// "3-20-21-19", also from [3,20,21,19].
std::string LineParser::Impl::reasons(Value &value)
{
    if (value.type() != simdjson::ondemand::json_type::array)
        return std::string(scalar(value).value_or(""));
    std::string joined;
    for (auto element : value.get_array()) {
        Value one = element.value();
        joined += joined.empty() ? "" : "-";
        joined += scalar(one).value_or("");
    }
    return joined;
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
