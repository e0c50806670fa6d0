// One line of a doccano file into values, see doccano.h.
#include "formats/doccano.h"
#include "formats/text_file.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace formats::doccano {

using core::Code;
using simdjson::ondemand::json_type;
using Value = JsonLine::Value;

namespace {

constexpr std::array<std::string_view, 9> lineKeys{"text",     "label",   "labels",  "entities", "relations",
                                                   "Comments", sourceKey, offsetKey, idKey};
constexpr std::array<std::string_view, 9> entityKeys{"id",
                                                     "label",
                                                     "start_offset",
                                                     "end_offset",
                                                     confidenceKey,
                                                     "@labelwright:author",
                                                     "@labelwright:created",
                                                     "@labelwright:proposed",
                                                     "@labelwright:attributes"};

}  // namespace

bool isLineKey(std::string_view name)
{
    return std::ranges::find(lineKeys, name) != lineKeys.end() || isOwnSampleKey(name);
}

bool isEntityKey(std::string_view name)
{
    return std::ranges::find(entityKeys, name) != entityKeys.end();
}

struct LineParser::Impl : JsonLine {
    jsontext::Members members;  // of Sample.property
    std::optional<std::string> data;
    std::string dataJson;

    void ofLine(std::string_view name, Value value, Line &line);
    void readText(Value &value, std::optional<std::string> &text);
    void readLabels(Value &value, Line &line);
    void readLabel(Value &element, Line &line);
    void readTriple(Value &element, Line &line);
    void readEntity(Value &element, Line &line);
    void readRelation(Value &element, Line &line);
    void readComments(Value &value, Line &line);
    void finishText(Line &line);
    std::optional<std::int64_t> integer(Value &value);
    std::string text(Value &value) { return std::string(scalar(value).value_or("")); }
    void missing(const std::string &at, const char *key);
    template <class Read>
    void eachElement(Value &value, Read read);
};

LineParser::LineParser() : m_impl(std::make_unique<Impl>()) {}
LineParser::~LineParser() = default;

bool LineParser::parse(const TextLine &text, Line &line, std::vector<Issue> &issues)
{
    Impl &impl = *m_impl;
    line = {};
    line.sample.line = text.number;
    impl.members.clear();
    impl.data.reset();
    try {
        for (simdjson::ondemand::field field : impl.begin(text, issues)) {
            const std::string name(std::string_view(field.unescaped_key()));
            impl.path = name;
            impl.ofLine(name, field.value(), line);
            impl.path.clear();
        }
        impl.finish();
        impl.finishText(line);
    } catch (const simdjson::simdjson_error &error) {
        impl.refuse(error);
    }
    for (const auto &[name, json] : impl.members)
        addMember(line.sample.sample.property, name, json);
    return !impl.refused;
}

void LineParser::Impl::ofLine(std::string_view name, Value value, Line &line)
{
    if (name == "text") {
        readText(value, line.text);
    } else if (name == "data" && value.type() == json_type::string) {
        data = text(value);
    } else if (name == "label" || name == "labels") {
        readLabels(value, line);
    } else if (name == "entities") {
        eachElement(value, [&](Value &element) { readEntity(element, line); });
    } else if (name == "relations") {
        eachElement(value, [&](Value &element) { readRelation(element, line); });
    } else if (name == "Comments") {
        readComments(value, line);
    } else if (name == offsetKey) {
        const std::string word = text(value);
        line.unit = unitFrom(word);
        if (!line.unit)
            fault(Severity::Warning, Code::BadValue, excerpt(word));
    } else if (!takeOwnSample(*this, name, value, line.sample) && !takeOrigin(*this, name, value, line.origin)) {
        if (auto kept = raw(value))
            members.emplace_back(name, std::move(*kept));
    }
}

void LineParser::Impl::readText(Value &value, std::optional<std::string> &out)
{
    if (value.type() == json_type::string)
        out = text(value);
    else
        refuse(Code::BadValue, seen(value));
}

// `data` is what old projects call the text; beside a `text` it is a key like others.
void LineParser::Impl::finishText(Line &line)
{
    if (line.text && data) {
        std::string json;
        jsontext::appendString(json, *data);
        members.emplace_back("data", std::move(json));
    } else if (data) {
        line.text = std::move(data);
    }
    if (!line.text && !refused) {
        path = "text";
        refuse(Code::MissingField, {});
    }
}

template <class Read>
void LineParser::Impl::eachElement(Value &value, Read read)
{
    if (value.type() != json_type::array) {
        if (value.type() != json_type::null)
            fault(Severity::Error, Code::BadValue, seen(value));
        return;
    }
    const std::string base = path;
    std::size_t index = 0;
    for (simdjson::ondemand::value element : value.get_array()) {
        path = base + '[' + std::to_string(index++) + ']';
        look(element);
        read(element);
    }
    path = base;
}

void LineParser::Impl::readLabels(Value &value, Line &line)
{
    if (value.type() == json_type::string || value.type() == json_type::number)
        return readLabel(value, line);
    eachElement(value, [&](Value &element) { readLabel(element, line); });
}

void LineParser::Impl::readLabel(Value &element, Line &line)
{
    const json_type type = element.type();
    if (type == json_type::array)
        return readTriple(element, line);
    if (type == json_type::object)
        return readEntity(element, line);
    if (auto name = scalar(element)) {
        AnnotationRecord record;
        record.label = *name;
        line.classes.push_back(std::move(record));
    }
}

void LineParser::Impl::readTriple(Value &element, Line &line)
{
    Entity entity;
    entity.record.where = place();
    std::size_t index = 0;
    bool good = true;
    const std::string base = path;
    for (simdjson::ondemand::value part : element.get_array()) {
        path = base + '[' + std::to_string(index) + ']';
        if (index == 2) {
            entity.record.label = text(part);
        } else if (index < 2) {
            const auto number = integer(part);
            good = good && number;
            (index == 0 ? entity.given.first : entity.given.second) = number.value_or(0);
        }
        ++index;
    }
    path = base;
    if (good && (index != 3 || entity.record.label.empty())) {
        look(element);
        fault(Severity::Error, Code::BadValue, std::to_string(index) + " values");
        good = false;
    }
    if (good)
        line.entities.push_back(std::move(entity));
}

void LineParser::Impl::missing(const std::string &at, const char *key)
{
    path = at + '.' + key;
    fault(Severity::Error, Code::MissingField, {});
    path = at;
}

void LineParser::Impl::readEntity(Value &element, Line &line)
{
    if (element.type() != json_type::object)
        return fault(Severity::Error, Code::BadValue, seen(element));
    Entity entity;
    entity.record.where = place();
    std::optional<std::int64_t> begin, end;
    bool wrong = false;
    const std::string base = path;
    for (simdjson::ondemand::field field : element.get_object()) {
        const std::string name(std::string_view(field.unescaped_key()));
        Value value = field.value();
        path = base + '.' + name;
        if (name == "id") {
            entity.record.key = text(value);
        } else if (name == "label") {
            entity.record.label = text(value);
        } else if (name == "start_offset" || name == "end_offset") {
            auto &to = name == "start_offset" ? begin : end;
            to = integer(value);
            wrong = wrong || !to;
        } else if (name == confidenceKey) {
            entity.record.confidence = share(value);
        } else if (!takeOwnAnnotation(*this, name, value, entity.record)) {
            if (auto kept = raw(value))
                core::set(entity.record.attributes, std::string(core::builtin::UnknownPrefix) + name, std::move(*kept));
        }
    }
    path = base;
    if (wrong)
        return;  // told
    if (!begin || !end || entity.record.label.empty())
        return missing(base, !begin ? "start_offset" : !end ? "end_offset" : "label");
    entity.given = {*begin, *end};
    line.entities.push_back(std::move(entity));
}

void LineParser::Impl::readRelation(Value &element, Line &line)
{
    if (element.type() != json_type::object)
        return fault(Severity::Error, Code::BadValue, seen(element));
    RelationRecord record;
    record.where = place();
    const std::string base = path;
    for (simdjson::ondemand::field field : element.get_object()) {
        const std::string name(std::string_view(field.unescaped_key()));
        Value value = field.value();
        path = base + '.' + name;
        if (name == "from_id")
            record.fromKey = text(value);
        else if (name == "to_id")
            record.toKey = text(value);
        else if (name == "type")
            record.label = text(value);
        else if (name == "@labelwright:author")
            record.author = text(value);
        else if (name != "id")
            fault(Severity::Warning, Code::Unsupported, excerpt(name));
    }
    path = base;
    for (const auto &[key, given] :
         {std::pair{"from_id", &record.fromKey}, {"to_id", &record.toKey}, {"type", &record.label}})
        if (given->empty())
            return missing(base, key);
    line.relations.push_back(std::move(record));
}

void LineParser::Impl::readComments(Value &value, Line &line)
{
    bool first = true;
    eachElement(value, [&](Value &element) {
        const auto comment = scalar(element);
        if (comment)
            (line.sample.note += first ? "" : "\n") += *comment;
        first = first && !comment;
    });
}

std::optional<std::int64_t> LineParser::Impl::integer(Value &value)
{
    const auto token = scalar(value);
    std::int64_t number = 0;
    if (token) {
        const char *end = token->data() + token->size();
        const auto [stop, error] = std::from_chars(token->data(), end, number);
        if (error == std::errc() && stop == end)
            return number;
    }
    fault(Severity::Error, Code::BadValue, token ? excerpt(*token) : "");
    return std::nullopt;
}

}  // namespace formats::doccano
