#include "core/text/text_blocks.h"
#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace core {

namespace {

constexpr std::int64_t lookBack = 256;  // code points, for a blank or a mark to cut behind

std::size_t lineEnd(std::string_view text, std::size_t from)
{
    const auto rest = text.substr(from);
    return from
           + static_cast<std::size_t>(std::ranges::find_if(rest, [](char c) { return c == '\n' || c == '\r'; })
                                      - rest.begin());
}

std::uint32_t codePoints(std::string_view utf8)
{
    return static_cast<std::uint32_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

// Where to cut before `at`, which is less than the end of the text.
std::int64_t cutBefore(const TextMap &map, const Boundaries &boundaries, std::int64_t begin, std::int64_t at)
{
    const std::string_view tail = map.slice(std::max(begin, at - lookBack), at);
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(tail.data());
    auto back = static_cast<std::int32_t>(tail.size());
    for (std::int64_t cut = at; back > 0; --cut) {
        UChar32 c = 0;
        U8_PREV(bytes, 0, back, c);
        if ((u_isUWhiteSpace(c) || u_ispunct(c)) && boundaries.isCluster(cut))
            return cut;
    }
    const std::int64_t cluster = boundaries.clusters({at, at}).first;
    return cluster > begin ? cluster : at;
}

}  // namespace

TextBlocks::TextBlocks(const TextMap &map, const Boundaries &boundaries) : m_map(&map)
{
    const std::string_view text = map.text();
    Start start;
    for (;;) {
        const std::size_t end = lineEnd(text, start.byte);
        const auto bytes = static_cast<std::uint32_t>(end) - start.byte;
        const std::uint32_t points = codePoints(text.substr(start.byte, bytes));
        addLine(start, bytes, points, boundaries);
        if (end == text.size())
            return;
        const std::uint32_t breaks = text.substr(end, 2) == "\r\n" ? 2 : 1;
        start = {start.byte + bytes + breaks, start.point + points + breaks, start.line + 1};
    }
}

void TextBlocks::addLine(const Start &start, std::uint32_t bytes, std::uint32_t points, const Boundaries &boundaries)
{
    m_starts.push_back(start);
    if (bytes <= longest)  // fewer code points still
        return;
    for (std::int64_t at = start.point, end = at + points; end - at > longest;) {
        at = cutBefore(*m_map, boundaries, at, at + longest);
        m_starts.push_back({static_cast<std::uint32_t>(m_map->toByte(at)), static_cast<std::uint32_t>(at), start.line});
    }
}

std::size_t TextBlocks::endByte(std::size_t block) const
{
    const std::string_view text = m_map->text();
    if (block + 1 == m_starts.size())
        return text.size();
    std::size_t end = m_starts[block + 1].byte;
    if (!startsLine(block + 1))
        return end;
    const std::size_t begin = m_starts[block].byte;
    if (text[end - 1] == '\n' && end - begin >= 2 && text[end - 2] == '\r')
        return end - 2;
    return end - 1;
}

std::string_view TextBlocks::text(std::size_t block) const
{
    const std::size_t begin = m_starts[block].byte;
    return std::string_view(m_map->text()).substr(begin, endByte(block) - begin);
}

TextRange TextBlocks::range(std::size_t block) const
{
    const std::int64_t begin = m_starts[block].point;
    if (block + 1 == m_starts.size())
        return {begin, m_map->codePoints()};
    const auto breaks = static_cast<std::int64_t>(m_starts[block + 1].byte - endByte(block));  // a byte each
    return {begin, m_starts[block + 1].point - breaks};
}

std::size_t TextBlocks::at(std::int64_t codePoint) const
{
    const auto behind = std::ranges::upper_bound(m_starts, std::max<std::int64_t>(codePoint, 0), {}, &Start::point);
    return static_cast<std::size_t>(behind - m_starts.begin() - 1);
}

bool TextBlocks::startsLine(std::size_t block) const
{
    return block == 0 || m_starts[block - 1].line != m_starts[block].line;
}

}  // namespace core
