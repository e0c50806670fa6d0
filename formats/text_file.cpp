#include "formats/text_file.h"
#include <simdjson.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace formats {

using core::Code;
using core::Error;

std::string utf8(const std::filesystem::path &path)
{
    const auto text = path.u8string();
    return {reinterpret_cast<const char *>(text.data()), text.size()};
}

std::filesystem::path pathOf(std::string_view utf8)
{
    return std::filesystem::path(std::u8string(utf8.begin(), utf8.end()));
}

core::Result<std::string> readWhole(const std::filesystem::path &file, std::uintmax_t limit)
{
    std::error_code failure;
    const auto status = std::filesystem::status(file, failure);
    if (status.type() == std::filesystem::file_type::not_found)
        return Error{Code::NotFound, "", {utf8(file), 0, 0, {}}};
    if (status.type() != std::filesystem::file_type::regular)
        return Error{Code::Io, failure ? failure.message() : "not a file", {utf8(file), 0, 0, {}}};
    const auto size = std::filesystem::file_size(file, failure);
    if (!failure && size > limit)
        return Error{Code::TooLarge, std::to_string(size), {utf8(file), 0, 0, {}}};
    std::ifstream stream(file, std::ios::binary);
    std::string bytes(failure ? 0 : size, '\0');
    stream.read(bytes.data(), std::streamsize(bytes.size()));
    if (failure || !stream)
        return Error{Code::Io, std::strerror(errno), {utf8(file), 0, 0, {}}};
    return bytes;
}

core::Status checkText(std::string_view &bytes, const std::filesystem::path &file)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    std::size_t bad = bytes.find('\0');
    if (bad == bytes.npos && simdjson::validate_utf8(bytes.data(), bytes.size()))
        return core::ok();
    if (bad == bytes.npos) {  // valid text halves again and again until the bad byte stands alone
        std::size_t good = 0, end = bytes.size();
        while (end - good > 1) {
            auto middle = good + (end - good) / 2;
            while (middle > good && (bytes[middle] & 0xC0) == 0x80)
                --middle;
            if (middle == good)
                break;
            (simdjson::validate_utf8(bytes.data() + good, middle - good) ? good : end) = middle;
        }
        for (bad = good; bad + 1 < end && static_cast<unsigned char>(bytes[bad]) < 0x80;)
            ++bad;
    }
    return Error{Code::Corrupt, bytes[bad] ? "not UTF-8" : "NUL", placeAt(bytes, bad, utf8(file))};
}

core::Result<std::string> readText(const std::filesystem::path &file, std::uintmax_t limit)
{
    auto bytes = readWhole(file, limit);
    if (!bytes)
        return bytes;
    std::string_view text = *bytes;
    if (const auto checked = checkText(text, file); !checked)
        return checked.error();
    bytes->erase(0, bytes->size() - text.size());
    return bytes;
}

core::Location placeAt(std::string_view bytes, std::size_t offset, std::string file)
{
    const auto before = bytes.substr(0, offset);
    const auto lineStart = before.rfind('\n');
    return {.file = std::move(file),
            .line = 1 + std::ranges::count(before, '\n'),
            .column = std::int64_t(before.size() - (lineStart == before.npos ? 0 : lineStart + 1)) + 1,
            .field = {}};
}

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string excerpt(std::string_view text, std::size_t most)
{
    if (text.size() <= most)
        return std::string(text);
    auto end = most;
    while (end > 0 && (text[end] & 0xC0) == 0x80)
        --end;
    return std::string(text.substr(0, end)) + "…";
}

void forEachLine(std::string_view text, const std::function<bool(std::int64_t, std::string_view)> &each)
{
    for (std::int64_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!each(number, line))
            return;
    }
}

}  // namespace formats
