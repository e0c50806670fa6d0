// Finds a format by its id or by what a source looks like.
#include "formats/format.h"
#include <algorithm>
#include <fstream>

namespace formats {

namespace {

constexpr std::size_t peekBytes = 4096;

std::string firstBytes(const std::filesystem::path &source)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(source, error))
        return {};
    std::ifstream file(source, std::ios::binary);
    std::string bytes(peekBytes, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

}  // namespace

const Format *formatById(std::string_view id)
{
    const auto all = allFormats();
    const auto found = std::ranges::find(all, id, &Format::id);
    return found == all.end() ? nullptr : &*found;
}

const Format *detectFormat(const std::filesystem::path &source, core::JobKind kind)
{
    const std::string bytes = firstBytes(source);
    const Format *best = nullptr;
    int bestScore = 0;
    for (const Format &format : allFormats()) {
        if (!format.newReader || std::ranges::find(format.kinds, kind) == format.kinds.end())
            continue;
        const int score = format.knows(source, bytes);
        if (score > bestScore) {
            best = &format;
            bestScore = score;
        }
    }
    return best;
}

}  // namespace formats
