#include "formats/line_reader.h"
#include <cerrno>
#include <cstring>

namespace formats {

using core::Code;
using core::Error;

namespace {

constexpr std::size_t chunk = 1u << 20;

Error failure(Code code, std::string detail, const std::string &file)
{
    return {code, std::move(detail), {file, 0, 0, {}}};
}

std::string_view trimmedLine(std::string_view text, bool first)
{
    if (first && text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    if (text.ends_with('\r'))
        text.remove_suffix(1);
    return text;
}

}  // namespace

core::Result<LineReader> LineReader::open(const std::filesystem::path &file)
{
    LineReader reader;
    reader.m_name = file.string();
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!std::filesystem::exists(status))
        return failure(Code::NotFound, error ? error.message() : "no such file", reader.m_name);
    if (!std::filesystem::is_regular_file(status))
        return failure(Code::Unsupported, "not a file", reader.m_name);
    reader.m_file.reset(std::fopen(file.c_str(), "rb"));
    if (!reader.m_file)
        return failure(Code::Io, std::strerror(errno), reader.m_name);
    std::setvbuf(reader.m_file.get(), nullptr, _IONBF, 0);
    const auto size = std::filesystem::file_size(file, error);
    reader.m_size = error ? 0 : static_cast<std::int64_t>(size);
    reader.m_buffer.resize(chunk + padding);
    return reader;
}

core::Status LineReader::fill()
{
    if (m_begin > 0) {
        std::memmove(m_buffer.data(), m_buffer.data() + m_begin, m_end - m_begin);
        m_end -= m_begin;
        m_begin = 0;
    }
    if (m_end + padding == m_buffer.size())
        m_buffer.resize(m_buffer.size() + chunk);
    const std::size_t room = m_buffer.size() - padding - m_end;
    const std::size_t got = std::fread(m_buffer.data() + m_end, 1, room, m_file.get());
    if (got < room && std::ferror(m_file.get()) != 0)
        return failure(Code::Io, std::strerror(errno), m_name);
    m_end += got;
    m_atEnd = got < room;
    return core::ok();
}

core::Result<std::optional<TextLine>> LineReader::next()
{
    bool tooLong = false;
    for (;;) {
        const char *begin = m_buffer.data() + m_begin;
        const std::size_t size = m_end - m_begin;
        const auto *newline = static_cast<const char *>(std::memchr(begin + m_scanned, '\n', size - m_scanned));
        if (!newline && !m_atEnd) {
            m_scanned = size;
            if (tooLong || size > maxLine) {  // forget what is known of it, look for its end
                tooLong = true;
                m_done += static_cast<std::int64_t>(size);
                m_begin = m_end = m_scanned = 0;
            }
            if (auto filled = fill(); !filled)
                return filled.error();
            continue;
        }
        if (!newline && size == 0 && !tooLong)
            return std::optional<TextLine>();
        const std::size_t length = newline ? static_cast<std::size_t>(newline - begin) : size;
        const std::size_t used = newline ? length + 1 : length;
        tooLong = tooLong || length > maxLine;
        m_begin += used;
        m_scanned = 0;
        m_done += static_cast<std::int64_t>(used);
        ++m_line;
        const auto text = tooLong ? std::string_view() : trimmedLine({begin, length}, m_line == 1);
        const bool returned = !tooLong && length > 0 && begin[length - 1] == '\r';
        const std::string_view end = newline ? (returned ? "\r\n" : "\n") : (returned ? "\r" : "");
        return std::optional(TextLine{text, m_line, tooLong, end});
    }
}

}  // namespace formats
