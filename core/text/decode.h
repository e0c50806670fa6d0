// Bytes of a text file as UTF-8, and back. Nothing is normalised: line ends, tabs, NUL and what stands between them
// stay.
#pragma once
#include "core/result.h"
#include <filesystem>

namespace core {

struct DecodedText {
    std::string text;      // UTF-8 without byte order mark
    std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030" … as found or as asked for
    bool byteOrderMark = false;
};

// encoding empty: by the byte order mark, else strict UTF-8, else as the library detects it. BadValue: bytes that the
// encoding does not know, the first of them in `detail`, its offset (1-based) in `where.column`. Unsupported: no
// encoding of that name, or none could be detected.
Result<DecodedText> decodeText(std::string_view bytes, std::string_view encoding = {});
// BadValue: a character the encoding lacks.
Result<std::string> encodeText(std::string_view utf8, std::string_view encoding, bool byteOrderMark = false);
Result<DecodedText> readTextFile(const std::filesystem::path &file, std::string_view encoding = {});  // up to 256 MiB

// "GB18030" of "gbk", "gb2312" and "GB18030" (the larger set reads the smaller ones); "UTF-16LE" of "utf16le". Empty:
// none of that name.
std::string canonicalEncoding(std::string_view name);

}  // namespace core
