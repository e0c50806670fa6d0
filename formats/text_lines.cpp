#include "formats/text_lines.h"
#include "core/text/decode.h"
#include "formats/json_text.h"
#include "formats/option_values.h"
#include "formats/text_file.h"
#include <array>
#include <fstream>
#include <simdjson.h>

namespace formats {

using core::Code;
using core::Error;

namespace {

bool isUtf8(std::string_view text)
{
    return simdjson::validate_utf8(text.data(), text.size());
}

bool isPlain(std::string_view text)
{
    unsigned char all = 0;
    for (const char c : text)
        all |= static_cast<unsigned char>(c);
    return all < 0x80;
}

// Of the lines that are not ASCII alone.
struct Utf8Lines {
    std::int64_t good = 0, bad = 0;
    // A damaged byte here and there does not make it another encoding.
    bool areUtf8() const { return bad == 0 || good > 9 * bad; }
};

core::Result<Utf8Lines> countLines(LineReader lines)
{
    Utf8Lines count;
    for (;;) {
        const auto next = lines.next();
        if (!next)
            return next.error();
        if (!*next)
            return count;
        if (!isPlain((*next)->text))
            ++(isUtf8((*next)->text) ? count.good : count.bad);
    }
}

bool hasWideMark(const std::filesystem::path &file)
{
    std::array<char, 4> head{};
    std::ifstream in(file, std::ios::binary);
    in.read(head.data(), head.size());
    const std::string_view bytes(head.data(), static_cast<std::size_t>(in.gcount()));
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")
           || bytes == std::string_view("\0\0\xFE\xFF", 4);
}

}  // namespace

OptionSpec encodingOption()
{
    return {.name = "encoding",
            .defaultValue = "auto",
            .choices = {"auto", "UTF-8", "GB18030", "UTF-16LE", "UTF-16BE", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR",
                        "windows-1250", "windows-1251", "windows-1252", "KOI8-R"}};
}

OptionSpec readEncodingOption()
{
    OptionSpec option = encodingOption();
    option.forWriting = false;
    return option;
}

std::string encodingOf(const Options &options)
{
    const auto said = optionOr(options, "encoding", "auto");
    return said == "auto" ? std::string() : std::string(said);
}

bool holdsAllText(std::string_view encoding)
{
    return encoding.empty() || encoding.starts_with("UTF-") || encoding == "GB18030";
}

bool isOutsideEncoding(std::string_view text, const Options &options)
{
    const std::string encoding = core::canonicalEncoding(encodingOf(options));
    return !holdsAllText(encoding) && !core::encodeText(text, encoding);
}

core::Result<TextLines> TextLines::open(const std::filesystem::path &file, std::string_view encoding)
{
    auto lines = LineReader::open(file);
    if (!lines)
        return lines.error();
    TextLines text;
    text.m_name = utf8(file);
    bool streams = !encoding.empty() && core::canonicalEncoding(encoding) == "UTF-8";
    if (encoding.empty() && !hasWideMark(file)) {
        const auto count = countLines(std::move(*lines));
        if (!count)
            return count.error();
        streams = count->areUtf8();
        text.m_isChecked = count->bad == 0;
        if (auto again = LineReader::open(file); !again)
            return again.error();
        else
            *lines = std::move(*again);
    }
    if (streams) {
        text.m_lines = std::move(*lines);
        return text;
    }
    auto decoded = core::readTextFile(file, encoding);
    if (!decoded && encoding.empty())
        if (auto chinese = core::readTextFile(file, "GB18030"))
            decoded = std::move(chinese);
    if (!decoded)
        return decoded.error();
    text.m_text = std::move(decoded->text);
    return text;
}

core::Result<std::optional<TextLine>> TextLines::next(std::optional<Issue> &fault)
{
    fault.reset();
    if (!m_lines)
        return m_at < m_text.size() ? std::optional(nextOfText()) : std::optional<TextLine>();
    auto next = m_lines->next();
    if (!next || !*next)
        return next;
    TextLine &line = **next;
    if (line.tooLong) {
        fault = {
            Severity::Error,
            {Code::TooLarge, "over " + std::to_string(LineReader::maxLine) + " bytes", {m_name, line.number, 0, {}}}};
    } else if (!m_isChecked && !isUtf8(line.text)) {
        const auto good = static_cast<std::int64_t>(jsontext::validUtf8Prefix(line.text));
        fault = {Severity::Error, {Code::Corrupt, "not UTF-8", {m_name, line.number, good + 1, {}}}};
        line.text = {};
    }
    return next;
}

TextLine TextLines::nextOfText()
{
    const std::string_view rest = std::string_view(m_text).substr(m_at);
    const auto newline = rest.find('\n');
    std::string_view text = rest.substr(0, newline);
    m_at += newline == rest.npos ? rest.size() : newline + 1;
    const bool returned = text.ends_with('\r');
    if (returned)
        text.remove_suffix(1);
    const std::string_view end = newline == rest.npos ? (returned ? "\r" : "") : (returned ? "\r\n" : "\n");
    return {text, ++m_number, false, end};
}

}  // namespace formats
