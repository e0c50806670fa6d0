// Elements of a COCO file into values, see coco.h.
#include "formats/coco_parser_impl.h"
#include "formats/decimal.h"
#include "formats/own_keys.h"
#include "formats/text_file.h"
#include <algorithm>
#include <array>
#include <charconv>

namespace formats::coco {

using core::Code;
using simdjson::ondemand::json_type;
using Value = JsonLine::Value;
namespace builtin = core::builtin;

namespace {

constexpr std::array<std::string_view, 5> imageKeys{"id", "file_name", "width", "height", "@labelwright:id"};
constexpr std::array<std::string_view, 4> categoryKeys{"id", "name", colorKey, grayKey};
constexpr std::array<std::string_view, 13> annotationKeys{"id",
                                                          "image_id",
                                                          "category_id",
                                                          "bbox",
                                                          "segmentation",
                                                          "area",
                                                          "score",
                                                          "attributes",
                                                          "iscrowd",
                                                          "@labelwright:author",
                                                          "@labelwright:created",
                                                          "@labelwright:proposed",
                                                          "@labelwright:attributes"};

bool isOneOf(std::string_view name, const auto &names)
{
    return std::ranges::find(names, name) != names.end();
}

// 7 and 7.0 are one id.
std::string idText(std::string_view token)
{
    if (token.ends_with(".0"))
        token.remove_suffix(2);
    return std::string(token);
}

}  // namespace

bool isImageKey(std::string_view name)
{
    return isOneOf(name, imageKeys) || isOwnSampleKey(name);
}

bool isCategoryKey(std::string_view name)
{
    return isOneOf(name, categoryKeys);
}

bool isAnnotationKey(std::string_view name)
{
    return isOneOf(name, annotationKeys);
}

Parser::Parser() : m_impl(std::make_unique<Impl>()) {}
Parser::~Parser() = default;

// Issues count line and column from the start of the element's text; they are moved to where that is in the file.
template <class Read, class Check>
bool Parser::Impl::element(const JsonElement &from, std::vector<Issue> &issues, Read read, Check check)
{
    const std::size_t before = issues.size();
    std::string base = from.key;
    if (from.index >= 0)
        base += '[' + std::to_string(from.index) + ']';
    if (from.tooLong) {
        issues.push_back(
            {Severity::Error,
             {Code::TooLarge, std::to_string(from.length) + " bytes", {{}, from.line, from.column, base}}});
        return false;
    }
    try {
        for (simdjson::ondemand::field field : begin({from.text, 0, false}, issues)) {
            const std::string_view name = field.unescaped_key();
            path = name;
            read(name, field.value());
            path.clear();
        }
        finish();
        check();
    } catch (const simdjson::simdjson_error &error) {
        refuse(error);
    }
    for (std::size_t i = before; i < issues.size(); ++i) {
        core::Location &where = issues[i].error.where;
        const auto offset = std::size_t(std::max<std::int64_t>(where.column - 1, 0));
        const std::string_view passed = from.text.substr(0, std::min(offset, from.text.size()));
        const auto newline = passed.rfind('\n');
        where.line = from.line + std::ranges::count(passed, '\n');
        if (where.column > 0)
            where.column =
                newline == passed.npos ? from.column + std::ssize(passed) : std::int64_t(passed.size() - newline);
        where.field = where.field.empty() ? base : base + '.' + where.field;
    }
    return !refused;
}

void Parser::Impl::require(bool there, const char *key)
{
    if (there || refused)
        return;
    path = key;
    refuse(Code::MissingField, {});
}

void Parser::Impl::kept(core::Label &label, std::string_view name, Value &value)
{
    if (auto text = raw(value))
        label.attributes.push_back({std::string(builtin::UnknownPrefix) + std::string(name), {}, std::move(*text)});
}

std::optional<std::string> Parser::Impl::id(Value &value)
{
    const bool isNumber = value.type() == json_type::number;
    const auto token = scalar(value);
    return token ? std::optional(isNumber ? idText(*token) : std::string(*token)) : std::nullopt;
}

std::optional<double> Parser::Impl::number(Value &value)
{
    const auto token = scalar(value);
    const auto parsed = token ? parseNumber(*token) : std::nullopt;
    if (token && !parsed)
        fault(Severity::Warning, Code::BadValue, excerpt(*token));
    return parsed;
}

std::optional<int> Parser::Impl::side(Value &value)
{
    const auto parsed = number(value);
    if (parsed && (*parsed < 0 || *parsed > 1e9 || *parsed != int(*parsed))) {
        fault(Severity::Warning, Code::BadValue, numberText(*parsed));
        return std::nullopt;
    }
    return parsed ? std::optional(int(*parsed)) : std::nullopt;
}

bool Parser::parse(const JsonElement &element, Category &out, std::vector<Issue> &issues)
{
    out = {};
    return m_impl->element(
        element, issues, [&](auto name, Value value) { m_impl->ofCategory(name, value, out); },
        [&] {
            m_impl->require(!out.id.empty(), "id");
            m_impl->require(!out.label.name.empty(), "name");
        });
}

bool Parser::parse(const JsonElement &element, Image &out, std::vector<Issue> &issues)
{
    out = {};
    std::string property;
    const bool good = m_impl->element(
        element, issues, [&](auto name, Value value) { m_impl->ofImage(name, value, out, property); },
        [&] {
            m_impl->require(!out.id.empty(), "id");
            m_impl->require(!out.fileName.empty(), "file_name");
        });
    if (!property.empty())
        out.record.sample.property = '{' + property + '}';
    return good;
}

bool Parser::parse(const JsonElement &element, Object &out, std::vector<Issue> &issues)
{
    out = {};
    return m_impl->element(
        element, issues, [&](auto name, Value value) { m_impl->ofAnnotation(name, value, out); },
        [&] {
            m_impl->require(!out.categoryId.empty(), "category_id");
            m_impl->require(out.box || out.rle || !out.rings.empty(), "bbox");
        });
}

std::optional<std::string> Parser::imageIdOf(std::string_view text)
{
    simdjson::ondemand::document document;
    simdjson::ondemand::value value;
    if (m_impl->quick.iterate(text.data(), text.size(), text.size() + simdjson::SIMDJSON_PADDING).get(document)
        || document["image_id"].get(value))
        return std::nullopt;
    std::string_view token;
    simdjson::ondemand::json_type type;
    if (value.type().get(type))
        return std::nullopt;
    if (type == json_type::number)
        return idText(trimmed(value.raw_json_token()));
    if (type == json_type::string && !value.get_string().get(token))
        return std::string(token);
    return std::nullopt;
}

void Parser::Impl::ofCategory(std::string_view name, Value value, Category &out)
{
    if (name == "id") {
        const bool isNumber = value.type() == json_type::number;
        out.id = id(value).value_or("");
        if (!out.id.empty()) {
            std::string text = isNumber ? out.id : std::string();
            if (!isNumber)
                jsontext::appendString(text, out.id);
            out.label.attributes.push_back({std::string(categoryIdSpec), {}, std::move(text)});
        }
    } else if (name == "name") {
        out.label.name = text(value);
    } else if (name == colorKey) {
        const std::string color = text(value);
        core::Rgb rgb = 0;
        const auto end = color.data() + color.size();
        out.hasColor =
            color.size() == 7 && color[0] == '#' && std::from_chars(color.data() + 1, end, rgb, 16).ptr == end;
        out.label.rgb = rgb;
    } else if (name == grayKey) {
        const int gray = side(value).value_or(0);
        out.label.gray = gray <= 65535 ? gray : 0;
    } else {
        kept(out.label, name, value);
    }
}

void Parser::Impl::ofImage(std::string_view name, Value value, Image &out, std::string &property)
{
    core::MediaInfo &media = out.record.sample.media;
    if (name == "id") {
        out.id = id(value).value_or("");
        if (!out.hasOuterId)
            out.record.sample.externalId = out.id;
    } else if (name == "file_name") {
        if (value.type() == json_type::string)
            out.fileName = text(value);
        else
            refuse(Code::BadValue, seen(value));
    } else if (name == "width") {
        media.width = side(value).value_or(0);
    } else if (name == "height") {
        media.height = side(value).value_or(0);
    } else {
        ofSample(name, value, out, property);
    }
}

void Parser::Impl::ofSample(std::string_view name, Value &value, Image &out, std::string &property)
{
    SampleRecord &record = out.record;
    if (takeOwnSample(*this, name, value, record))
        return;
    if (name == "@labelwright:id") {
        out.hasOuterId = true;
        record.sample.externalId = text(value);
    } else if (auto kept = raw(value)) {
        if (!property.empty())
            property += ',';
        jsontext::appendString(property, name);
        (property += ':') += *kept;
    }
}

void Parser::Impl::ofAnnotation(std::string_view name, Value value, Object &out)
{
    if (name == "id") {
        out.id = id(value).value_or("");
    } else if (name == "image_id" || name == "area") {
        return;  // known; counted anew
    } else if (name == "category_id") {
        out.categoryId = id(value).value_or("");
    } else if (name == "bbox") {
        box(value, out);
    } else if (name == "segmentation") {
        segmentation(value, out);
    } else if (name == "score") {
        out.record.confidence = share(value);
    } else if (name == "iscrowd") {
        crowd(value, out);
    } else if (name == "attributes") {
        attributes(value, out);
    } else if (takeOwnAnnotation(*this, name, value, out.record)) {
        return;
    } else if (auto text = raw(value)) {
        core::set(out.record.attributes, std::string(builtin::UnknownPrefix) + std::string(name), std::move(*text));
    }
}

void Parser::Impl::attributes(Value &value, Object &out)
{
    if (value.type() != json_type::object) {
        if (auto text = raw(value); text && *text != "null")
            core::set(out.record.attributes, "@x:attributes", std::move(*text));
        return;
    }
    for (simdjson::ondemand::field field : value.get_object()) {
        const std::string key(std::string_view(field.unescaped_key()));
        Value member = field.value();
        const json_type type = member.type();
        path = "attributes." + key;
        if (type == json_type::string && !key.empty() && !key.starts_with('@')) {
            core::set(out.record.attributes, key, text(member));
            continue;
        }
        auto kept = raw(member);
        if (!kept)
            return;
        if (key == "rotation" && type == json_type::number)
            out.rotation = parseNumber(*kept).value_or(0);
        if (key == "occluded" && *kept == "true")
            core::set(out.record.attributes, builtin::Occluded, "1");
        else
            core::set(out.record.attributes, std::string(attributesPrefix) + key, std::move(*kept));
    }
}

// 0 is what everything is; anything else is kept.
void Parser::Impl::crowd(Value &value, Object &out)
{
    auto kept = raw(value);
    if (kept && *kept != "0" && *kept != "false" && *kept != "null")
        core::set(out.record.attributes, "@x:iscrowd", *kept == "true" ? "1" : std::move(*kept));
}

}  // namespace formats::coco
