// A big JSON object in bounded memory: the elements of its arrays, and its other values, one at a time.
#pragma once
#include "core/result.h"
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace formats {

struct JsonElement {
    std::string key;                    // of the outer object
    std::int64_t index = -1;            // in the array of that key; -1: the value itself, which is no array
    std::string_view text;              // JsonElements::padding bytes behind it may be read; valid until the next call
    std::int64_t offset = 0;            // in the file, in bytes
    std::int64_t line = 0, column = 0;  // where the text starts, 1-based
    std::int64_t length = 0;            // in bytes, also when tooLong
    bool tooLong = false;               // over JsonElements::maxLength; text is empty
};

// Knows brackets and quotes only: what stands between them is the affair of who reads the elements.
class JsonElements {
public:
    static constexpr std::int64_t maxLength = 256 << 20;  // a mask of 8192² may come as counts
    static constexpr std::size_t padding = 64;

    static core::Result<JsonElements> open(const std::filesystem::path &file);  // NotFound; Unsupported
    // Empty at the end. Corrupt with line and column: no object, or it does not go on or end as one.
    core::Result<std::optional<JsonElement>> next();
    // The text at a place that next() gave, once more. Independent of next().
    core::Result<std::string_view> textAt(std::int64_t offset, std::int64_t length);
    std::int64_t position() const { return m_offset; }
    std::int64_t size() const { return m_size; }

private:
    JsonElements() = default;
    int peek();  // -1: at the end
    int take();
    int skipBlanks();  // the next character that is none, not taken
    core::Error corrupt(std::string seen) const;
    core::Error unexpected();
    core::Result<std::string> string();
    core::Status value(JsonElement &element);
    core::Status between();

    struct Close {
        void operator()(std::FILE *file) const { std::fclose(file); }
    };
    enum class At { Start, Members, Elements, End } m_at = At::Start;
    std::unique_ptr<std::FILE, Close> m_file, m_again;  // in order; by place
    std::string m_name, m_key;
    std::vector<char> m_buffer, m_kept, m_text;
    std::size_t m_next = 0, m_end = 0;
    std::int64_t m_offset = 0, m_line = 1, m_column = 1, m_size = 0, m_index = 0;
    bool m_first = true, m_failed = false;
};

}  // namespace formats
