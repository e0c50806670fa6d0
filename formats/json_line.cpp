#include "formats/json_line.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>

namespace formats {

using core::Code;
using simdjson::ondemand::json_type;

std::string lowerAscii(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return out;
}

simdjson::ondemand::object JsonLine::begin(const TextLine &text, std::vector<Issue> &issues)
{
    m_text = text.text;
    m_number = text.number;
    m_issues = &issues;
    m_at = m_text.data();
    path.clear();
    refused = false;
    m_started = false;
    m_document = m_parser.iterate(m_text.data(), m_text.size(), m_text.size() + simdjson::SIMDJSON_PADDING);
    m_started = true;
    return m_document.get_object();
}

void JsonLine::finish()
{
    const char *rest = nullptr;
    if (m_document.current_location().get(rest) != simdjson::SUCCESS)
        return;
    m_at = rest;
    refuse(Code::Corrupt, "more behind the object");
}

std::optional<std::string_view> JsonLine::scalar(Value &value)
{
    look(value);
    switch (value.type()) {
    case json_type::string: return std::string_view(value.get_string());
    case json_type::number: {
        const std::string_view token = trimmed(value.raw_json_token());
        double checked = 0;
        if (value.get_double().get(checked) == simdjson::SUCCESS)
            return token;
        fault(Severity::Warning, Code::BadValue, excerpt(token));
        return std::nullopt;
    }
    case json_type::boolean: return bool(value.get_bool()) ? "true" : "false";
    case json_type::null:
        if (!bool(value.is_null()))
            refuse(Code::Corrupt, seen(value));
        return std::nullopt;
    case json_type::array:
    case json_type::object: break;
    }
    fault(Severity::Warning, Code::BadValue, seen(value));
    return std::nullopt;
}

std::optional<double> JsonLine::share(Value &value)
{
    const auto text = scalar(value);
    if (!text)
        return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error == std::errc() && end == text->data() + text->size() && number >= 0 && number <= 1)
        return number;
    fault(Severity::Warning, Code::BadValue, excerpt(*text));
    return std::nullopt;
}

bool JsonLine::flag(Value &value)
{
    const auto text = scalar(value);
    if (!text)
        return false;
    const std::string word = text->size() <= 5 ? lowerAscii(*text) : std::string();
    if (word == "true" || word == "1")
        return true;
    if (word != "false" && word != "0" && !text->empty())
        fault(Severity::Warning, Code::BadValue, excerpt(*text));
    return false;
}

std::optional<std::string> JsonLine::raw(Value &value)
{
    const std::string_view text = simdjson::to_json_string(value);
    m_at = text.data();
    auto kept = jsontext::compacted(text);
    if (!kept)
        refuse(Code::BadValue, excerpt(text));
    return kept;
}

std::string JsonLine::seen(Value &value)
{
    look(value);
    return excerpt(m_text.substr(static_cast<std::size_t>(std::max<std::int64_t>(columnOf(m_at), 1) - 1)), 40);
}

std::int64_t JsonLine::columnOf(const char *at) const
{
    return at >= m_text.data() && at <= m_text.data() + m_text.size() ? at - m_text.data() + 1 : 0;
}

void JsonLine::fault(Severity severity, Code code, std::string detail)
{
    const std::int64_t column = code == Code::MissingField ? 0 : columnOf(m_at);
    m_issues->push_back({severity, {code, std::move(detail), {{}, m_number, column, excerpt(path, 200)}}});
}

void JsonLine::refuse(Code code, std::string detail)
{
    refused = true;
    fault(Severity::Error, code, std::move(detail));
}

void JsonLine::refuse(const simdjson::simdjson_error &error)
{
    refused = true;
    core::Location where{{}, m_number, 0, excerpt(path, 200)};
    const std::size_t valid = jsontext::validUtf8Prefix(m_text);
    if (valid < m_text.size()) {
        where.column = static_cast<std::int64_t>(valid) + 1;
        m_issues->push_back({Severity::Error, {Code::Corrupt, "invalid UTF-8", std::move(where)}});
        return;
    }
    const char *at = nullptr;
    if (m_started && m_document.current_location().get(at) == simdjson::SUCCESS)
        where.column = columnOf(at);
    const std::string_view rest = where.column > 0 ? m_text.substr(static_cast<std::size_t>(where.column) - 1) : m_text;
    const bool value = error.error() == simdjson::NUMBER_ERROR || error.error() == simdjson::STRING_ERROR
                       || (error.error() == simdjson::INCORRECT_TYPE && !path.empty());
    m_issues->push_back(
        {Severity::Error, {value ? Code::BadValue : Code::Corrupt, excerpt(rest, 40), std::move(where)}});
}

}  // namespace formats
