// What kind of picture a file holds, by its first bytes and never by its name.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <string_view>

namespace formats {

// The first 12 bytes, or as many as there are. NotFound, Io; Corrupt: none.
core::Result<std::string> headOf(const std::filesystem::path &file);

// "jpeg", "png", "bmp", "gif", "tiff", "webp", "pnm": what the decoder reads. Empty: none of them.
std::string_view imageFormat(std::string_view firstBytes);

// The same of a file. NotFound, Io; Corrupt when it is empty.
core::Result<std::string_view> sniffImage(const std::filesystem::path &file);

}  // namespace formats
