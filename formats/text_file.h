// Small text files of untrusted origin: read whole up to a limit, checked to be text, seen line by line.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <functional>
#include <string_view>

namespace formats {

inline constexpr std::uintmax_t MaxLabelFileBytes = 100 * 1000 * 1000;  // the service's limit for a labelling result

std::string utf8(const std::filesystem::path &path);
std::filesystem::path pathOf(std::string_view utf8);

// A regular file, else Io, NotFound, TooLarge. The Error names the file.
core::Result<std::string> readWhole(const std::filesystem::path &file, std::uintmax_t limit = MaxLabelFileBytes);
// UTF-8 without NUL, else Corrupt with the line and column of the first bad byte. A byte order mark is cut off.
core::Status checkText(std::string_view &bytes, const std::filesystem::path &file);
core::Result<std::string> readText(const std::filesystem::path &file, std::uintmax_t limit = MaxLabelFileBytes);

core::Location placeAt(std::string_view bytes, std::size_t offset, std::string file);
std::string_view trimmed(std::string_view text);                    // blanks, tabs, line ends
std::string excerpt(std::string_view text, std::size_t most = 80);  // what was seen, cut at a character's end

// LF and CRLF; the last line needs none. Stops when `each` returns false.
void forEachLine(std::string_view text, const std::function<bool(std::int64_t number, std::string_view line)> &each);

}  // namespace formats
