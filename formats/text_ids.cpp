#include "formats/text_ids.h"
#include "formats/text_file.h"
#include <bit>
#include <cstring>

namespace formats {

namespace {

static_assert(std::endian::native == std::endian::little, "ids would differ between machines");

std::uint64_t mixed(std::uint64_t x)  // the finisher of SplitMix64
{
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9;
    x = (x ^ (x >> 27)) * 0x94d049bb133111eb;
    return x ^ (x >> 31);
}

void appendHex(std::string &out, std::uint64_t word)
{
    for (int shift = 60; shift >= 0; shift -= 4)
        out += "0123456789abcdef"[(word >> shift) & 15];
}

}  // namespace

// Two lanes over words of eight bytes; each takes the word in another way. The length ends it.
std::string textId(std::string_view bytes)
{
    std::uint64_t a = 0x9e3779b97f4a7c15, b = 0x2545f4914f6cdd1d;
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, std::min<std::size_t>(8, bytes.size() - at));
        a = mixed((a ^ word) + 0x9e3779b97f4a7c15);
        b = mixed(std::rotl(b, 29) + word * 0xff51afd7ed558ccd);
    }
    a = mixed(a + bytes.size());
    b = mixed(b ^ bytes.size());
    std::string id;
    appendHex(id, a);
    appendHex(id, b);
    return id;
}

LineIds::LineIds(const std::filesystem::path &file)
    : m_file(textId(utf8(std::filesystem::absolute(file).lexically_normal())) + '.')
{
}

std::string LineIds::of(std::int64_t line) const
{
    const std::string digits = std::to_string(line);
    return m_file + std::string(digits.size() < 9 ? 9 - digits.size() : 0, '0') + digits;
}

}  // namespace formats
