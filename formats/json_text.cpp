#include "formats/json_text.h"
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <nlohmann/json.hpp>
#include <simdjson.h>

namespace formats::jsontext {

namespace {

constexpr int maxDepth = 64;

bool needsEscape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

// How many bytes at the front need no escape; eight are looked at together.
std::size_t plainPrefix(std::string_view text)
{
    constexpr std::uint64_t ones = 0x0101010101010101, highs = 0x80 * ones;
    const auto hasBelow = [](std::uint64_t bytes, std::uint64_t bound) {
        return (bytes - bound * ones) & ~bytes & highs;
    };
    std::size_t at = 0;
    for (std::uint64_t bytes = 0; at + sizeof bytes <= text.size(); at += sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes);
        if (hasBelow(bytes, 0x20) | hasBelow(bytes ^ ('"' * ones), 1) | hasBelow(bytes ^ ('\\' * ones), 1))
            break;
    }
    while (at < text.size() && !needsEscape(static_cast<unsigned char>(text[at])))
        ++at;
    return at;
}

void appendEscaped(std::string &out, unsigned char c)
{
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    constexpr const char *digits = "0123456789abcdef";
    out += "\\u00";
    out += digits[c >> 4];
    out += digits[c & 15];
}

// How many bytes the character at the front takes; 0: not valid UTF-8 (overlong, surrogate, beyond U+10FFFF, cut).
std::size_t characterLength(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length)
        return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte(i) & 0xC0) != 0x80)
            return 0;
    const unsigned char second = byte(1);
    const bool bad = (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F)
                     || (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F);
    return bad ? 0 : length;
}

}  // namespace

void appendString(std::string &out, std::string_view text)
{
    out += '"';
    for (;;) {
        const std::size_t plain = plainPrefix(text);
        out.append(text, 0, plain);
        if (plain == text.size())
            break;
        appendEscaped(out, static_cast<unsigned char>(text[plain]));
        text.remove_prefix(plain + 1);
    }
    out += '"';
}

void appendNumber(std::string &out, double value)
{
    if (!std::isfinite(value)) {  // JSON has no word for it
        out += "null";
        return;
    }
    char digits[32];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
}

std::optional<std::string> compacted(std::string_view json)
{
    if (!nlohmann::json::accept(json))
        return std::nullopt;
    std::string out;
    out.reserve(json.size());
    bool quoted = false;
    int depth = 0;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (!quoted && (c == ' ' || c == '\t' || c == '\n' || c == '\r'))
            continue;
        out += c;
        if (quoted && c == '\\')
            out += json[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '[' || c == '{') && ++depth > maxDepth)
            return std::nullopt;
        else if (!quoted && (c == ']' || c == '}'))
            --depth;
    }
    return out;
}

std::optional<Members> members(std::string_view object)
{
    try {
        const simdjson::padded_string padded(object);
        simdjson::ondemand::parser parser;
        simdjson::ondemand::document document = parser.iterate(padded);
        Members found;
        for (auto field : document.get_object()) {
            std::string key(std::string_view(field.unescaped_key()));
            simdjson::ondemand::value value = field.value();
            auto text = compacted(std::string_view(simdjson::to_json_string(value)));
            if (!text)
                return std::nullopt;
            found.emplace_back(std::move(key), std::move(*text));
        }
        const char *rest = nullptr;
        if (document.current_location().get(rest) == simdjson::SUCCESS)
            return std::nullopt;
        return found;
    } catch (const simdjson::simdjson_error &) {
        return std::nullopt;
    }
}

std::size_t validUtf8Prefix(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t length = characterLength(text.substr(at));
        if (length == 0)
            return at;
        at += length;
    }
    return at;
}

}  // namespace formats::jsontext
