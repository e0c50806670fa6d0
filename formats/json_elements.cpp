#include "formats/json_elements.h"
#include "formats/text_file.h"
#include <cerrno>
#include <cstring>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace {

constexpr std::size_t bufferBytes = 256 * 1024;
constexpr std::size_t longestKey = 1000;

bool isWhite(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

core::Result<JsonElements> JsonElements::open(const std::filesystem::path &file)
{
    JsonElements out;
    out.m_name = utf8(file);
    std::error_code error;
    if (!std::filesystem::exists(file, error))
        return Error{Code::NotFound, error ? error.message() : "no such file", {out.m_name, 0, 0, {}}};
    if (!std::filesystem::is_regular_file(file, error))
        return Error{Code::Unsupported, "not a regular file", {out.m_name, 0, 0, {}}};
    out.m_size = std::int64_t(std::filesystem::file_size(file, error));
    out.m_file.reset(std::fopen(file.c_str(), "rbe"));
    out.m_again.reset(std::fopen(file.c_str(), "rbe"));
    if (!out.m_file || !out.m_again)
        return Error{Code::Io, std::strerror(errno), {out.m_name, 0, 0, {}}};
    std::setvbuf(out.m_file.get(), nullptr, _IONBF, 0);
    out.m_buffer.resize(bufferBytes);
    return out;
}

int JsonElements::peek()
{
    if (m_next == m_end) {
        m_next = 0;
        m_end = std::fread(m_buffer.data(), 1, m_buffer.size(), m_file.get());
        if (m_end == 0) {
            m_failed = std::ferror(m_file.get()) != 0;
            return -1;
        }
    }
    return static_cast<unsigned char>(m_buffer[m_next]);
}

int JsonElements::take()
{
    const int c = peek();
    if (c < 0)
        return c;
    ++m_next;
    ++m_offset;
    ++m_column;
    if (c == '\n') {
        ++m_line;
        m_column = 1;
    }
    return c;
}

int JsonElements::skipBlanks()
{
    int c = peek();
    while (isWhite(c)) {
        take();
        c = peek();
    }
    return c;
}

Error JsonElements::corrupt(std::string seen) const
{
    const std::string field = m_at == At::Elements ? m_key + '[' + std::to_string(m_index) + ']' : m_key;
    return {m_failed ? Code::Io : Code::Corrupt, std::move(seen), {m_name, m_line, m_column, excerpt(field, 200)}};
}

Error JsonElements::unexpected()
{
    const int c = peek();
    if (c < 0)
        return corrupt("the file ends");
    return corrupt(c < 0x80 ? std::string(1, char(c)) : "a character beyond ASCII");
}

core::Result<std::string> JsonElements::string()
{
    if (skipBlanks() != '"')
        return unexpected();
    take();
    std::string out;
    for (int c = take(); c != '"'; c = take()) {
        if (c < 0 || out.size() > longestKey)
            return c < 0 ? unexpected() : corrupt("a key of over 1000 bytes");
        out += char(c);
        if (c == '\\')
            out += char(take());
    }
    return out;
}

// Takes one value whatever it is, to its last bracket or to what ends a number or word.
Status JsonElements::value(JsonElement &element)
{
    element.offset = m_offset;
    element.line = m_line;
    element.column = m_column;
    element.tooLong = false;
    m_kept.clear();
    std::int64_t depth = 0;
    bool quoted = false;
    for (;;) {
        const int c = peek();
        if (c < 0)
            return unexpected();
        const bool ends = !quoted && depth == 0 && !m_kept.empty() && (c == ',' || c == ']' || c == '}' || isWhite(c));
        if (ends)
            break;
        take();
        if (!element.tooLong)
            m_kept.push_back(char(c));
        if (std::ssize(m_kept) > maxLength) {
            element.tooLong = true;
            m_kept.resize(1);
        }
        if (quoted && c == '\\') {
            const int next = take();
            if (next >= 0 && !element.tooLong)
                m_kept.push_back(char(next));
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '[' || c == '{')) {
            ++depth;
        } else if (!quoted && (c == ']' || c == '}')) {
            if (--depth < 0)
                return corrupt(std::string(1, char(c)));
        }
        if (depth == 0 && !quoted && (c == '"' || c == ']' || c == '}'))
            break;
    }
    element.length = m_offset - element.offset;
    const std::size_t length = element.tooLong ? 0 : m_kept.size();
    m_kept.resize(length + padding);
    element.text = {m_kept.data(), length};
    return core::ok();
}

// Behind a value: a comma and the next one, or the end of what holds it.
Status JsonElements::between()
{
    const char close = m_at == At::Elements ? ']' : '}';
    int c = skipBlanks();
    if (c == close) {
        take();
        m_first = false;
        m_at = m_at == At::Elements ? At::Members : At::End;
        return core::ok();
    }
    if (!m_first) {
        if (c != ',')
            return unexpected();
        take();
        c = skipBlanks();
        if (c == close)  // a comma too many: as real files have them
            return between();
    }
    m_first = false;
    return c < 0 ? Status(unexpected()) : core::ok();
}

core::Result<std::optional<JsonElement>> JsonElements::next()
{
    if (m_at == At::Start) {
        for (const char mark : {'\xEF', '\xBB', '\xBF'})
            if (peek() == static_cast<unsigned char>(mark))
                take();
        if (skipBlanks() != '{')
            return unexpected();
        take();
        m_at = At::Members;
    }
    for (;;) {
        const At before = m_at;
        if (m_at == At::End) {
            m_key.clear();
            if (skipBlanks() >= 0)
                return corrupt("more behind the object");
            return std::optional<JsonElement>();
        }
        if (auto gone = between(); !gone)
            return gone.error();
        if (m_at != before)
            continue;
        JsonElement element;
        if (m_at == At::Members) {
            auto key = string();
            if (!key)
                return key.error();
            m_key = std::move(*key);
            if (skipBlanks() != ':')
                return unexpected();
            take();
            if (skipBlanks() == '[') {
                take();
                m_at = At::Elements;
                m_index = 0;
                m_first = true;
                continue;
            }
        } else {
            element.index = m_index;
        }
        element.key = m_key;
        if (auto taken = value(element); !taken)
            return taken.error();
        m_index += m_at == At::Elements;
        return std::optional(std::move(element));
    }
}

core::Result<std::string_view> JsonElements::textAt(std::int64_t offset, std::int64_t length)
{
    m_text.resize(std::size_t(length) + padding);
    if (::fseeko(m_again.get(), offset, SEEK_SET) != 0
        || std::fread(m_text.data(), 1, std::size_t(length), m_again.get()) != std::size_t(length))
        return Error{Code::Io, "the file changed", {m_name, 0, 0, {}}};
    return std::string_view(m_text.data(), std::size_t(length));
}

}  // namespace formats
