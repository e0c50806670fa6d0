// Names for texts that have none of their own: the same on every machine and at every import.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>

namespace formats {

inline constexpr std::string_view contentScheme = "content://";

std::string textId(std::string_view bytes);  // 32 hex digits, equal for equal bytes
// Of the lines of a file, as ModelArts names them: 32 hex digits for the file, a dot, nine for the line (from 1).
class LineIds {
public:
    explicit LineIds(const std::filesystem::path &file);  // by its absolute path
    std::string of(std::int64_t line) const;

private:
    std::string m_file;
};

}  // namespace formats
