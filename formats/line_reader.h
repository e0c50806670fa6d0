// A text file line by line in bounded memory: a manifest of 5 GB streams through one buffer.
#pragma once
#include "core/result.h"
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace formats {

struct TextLine {
    std::string_view text;      // without line end and byte order mark; valid until the next call
    std::int64_t number = 0;    // 1-based
    bool tooLong = false;       // over LineReader::maxLine; text is empty
    std::string_view end = {};  // what ended it: "\n", "\r\n", or at the end of the file "" or "\r"
};

class LineReader {
public:
    static constexpr std::size_t maxLine = 16u << 20;  // bytes
    static constexpr std::size_t padding = 64;         // so many bytes behind a line's text may be read

    // NotFound; Unsupported: not a regular file.
    static core::Result<LineReader> open(const std::filesystem::path &file);
    core::Result<std::optional<TextLine>> next();  // empty at the end
    std::int64_t bytesRead() const { return m_done; }
    std::int64_t size() const { return m_size; }

private:
    LineReader() = default;
    core::Status fill();

    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> m_file;
    std::string m_name;
    std::vector<char> m_buffer;  // [m_begin, m_end) is not yet handed out
    std::size_t m_begin = 0, m_end = 0, m_scanned = 0;
    bool m_atEnd = false;
    std::int64_t m_line = 0, m_done = 0, m_size = 0;
};

}  // namespace formats
