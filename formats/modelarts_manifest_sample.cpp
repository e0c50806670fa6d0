// What a manifest line says of the sample itself.
#include "formats/modelarts_manifest_line_impl.h"
#include "formats/text_file.h"
#include "formats/text_ids.h"
#include "formats/text_kinds.h"
#include <algorithm>

namespace formats::manifest {

using core::Code;
using simdjson::ondemand::json_type;
using Value = JsonLine::Value;

namespace {

bool hasControl(std::string_view text)
{
    return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

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
    const bool isContent = source && lowerAscii(source->substr(0, contentScheme.size())) == contentScheme;
    if (isContent && !isOfTexts(kind)) {
        refuse(Code::Unsupported, excerpt(*source));
    } else if (isContent && source->size() > contentScheme.size()) {
        line.sample.sample.text = std::string(source->substr(contentScheme.size()));
    } else if (!source || source->empty() || isContent || hasControl(*source)) {
        refuse(source && (source->empty() || isContent) ? Code::MissingField : Code::BadValue,
               source ? excerpt(*source) : seen(value));
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
    const std::string_view implied = sampleTypeOf(kind);
    if (key == Key::SampleType && (*kept == implied || (kept->size() == 3 && kept->substr(1, 1) == implied)))
        return;
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

// A text that came in the line: its id is its uri, and stays the same when it comes again.
void LineParser::Impl::nameText(core::Sample &sample)
{
    if (!sample.text)
        return;
    if (hasControl(sample.externalId)) {
        path = "id";
        fault(Severity::Warning, Code::BadValue, excerpt(sample.externalId));
        sample.externalId.clear();
    }
    if (sample.externalId.empty())
        sample.externalId = textId(*sample.text);
    sample.uri = std::string(contentScheme) + sample.externalId;
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

}  // namespace formats::manifest
