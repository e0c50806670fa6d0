#include "core/text/text_map.h"
#include <algorithm>

namespace core {

namespace {

constexpr std::int64_t blockSize = 256;

constexpr bool continues(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0) == 0x80;
}

// Of a code point by its first byte in UTF-8.
constexpr int byteLength(char first)
{
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

constexpr int utf16Length(int bytes)
{
    return bytes == 4 ? 2 : 1;
}

}  // namespace

TextMap::TextMap(SharedText text) : m_text(std::move(text))
{
    const std::string &all = m_text.str();
    m_plain = std::ranges::none_of(all, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
    if (m_plain) {
        m_codePoints = m_utf16Units = bytes();
        return;
    }
    Position at;
    for (; at.byte < bytes(); ++at.codePoint) {
        if (at.codePoint % blockSize == 0)
            m_stops.push_back({at.byte, at.utf16});
        const int length = byteLength(all[static_cast<std::size_t>(at.byte)]);
        at.byte += length;
        at.utf16 += utf16Length(length);
    }
    m_codePoints = at.codePoint;
    m_utf16Units = at.utf16;
}

TextMap::Position TextMap::startOf(std::size_t block) const
{
    const Stop &stop = m_stops[block];
    return {static_cast<std::int64_t>(block) * blockSize, stop.byte, stop.utf16};
}

// On from `from`, code point by code point, to the first one whose next would go beyond what is wanted.
template <class Arrived>
TextMap::Position TextMap::walk(Position from, Arrived arrived) const
{
    const std::string &all = m_text.str();
    while (from.codePoint < m_codePoints) {
        const int length = byteLength(all[static_cast<std::size_t>(from.byte)]);
        const Position next{from.codePoint + 1, from.byte + length, from.utf16 + utf16Length(length)};
        if (arrived(next))
            break;
        from = next;
    }
    return from;
}

TextMap::Position TextMap::atCodePoint(std::int64_t codePoint) const
{
    codePoint = std::clamp<std::int64_t>(codePoint, 0, m_codePoints);
    if (m_plain)
        return {codePoint, codePoint, codePoint};
    if (codePoint == m_codePoints)
        return {m_codePoints, bytes(), m_utf16Units};
    return walk(startOf(static_cast<std::size_t>(codePoint / blockSize)),
                [codePoint](const Position &next) { return next.codePoint > codePoint; });
}

TextMap::Position TextMap::atUtf16(std::int64_t unit) const
{
    unit = std::clamp<std::int64_t>(unit, 0, m_utf16Units);
    if (m_plain)
        return {unit, unit, unit};
    if (unit == m_utf16Units)
        return {m_codePoints, bytes(), m_utf16Units};
    const auto behind = std::ranges::upper_bound(m_stops, unit, {}, &Stop::utf16);
    return walk(startOf(static_cast<std::size_t>(behind - m_stops.begin() - 1)),
                [unit](const Position &next) { return next.utf16 > unit; });
}

std::int64_t TextMap::toByte(std::int64_t codePoint) const
{
    return atCodePoint(codePoint).byte;
}

std::int64_t TextMap::toUtf16(std::int64_t codePoint) const
{
    return atCodePoint(codePoint).utf16;
}

std::int64_t TextMap::fromByte(std::int64_t byte) const
{
    byte = std::clamp<std::int64_t>(byte, 0, bytes());
    if (m_plain)
        return byte;
    if (byte == bytes())
        return m_codePoints;
    const auto behind = std::ranges::upper_bound(m_stops, byte, {}, &Stop::byte);
    return walk(startOf(static_cast<std::size_t>(behind - m_stops.begin() - 1)),
                [byte](const Position &next) { return next.byte > byte; })
        .codePoint;
}

std::int64_t TextMap::fromUtf16(std::int64_t unit) const
{
    return atUtf16(unit).codePoint;
}

bool TextMap::isBoundaryOfUtf16(std::int64_t unit) const
{
    return unit >= 0 && unit <= m_utf16Units && atUtf16(unit).utf16 == unit;
}

bool TextMap::isBoundaryOfByte(std::int64_t byte) const
{
    return byte == bytes() || (byte >= 0 && byte < bytes() && !continues(m_text.str()[static_cast<std::size_t>(byte)]));
}

std::string_view TextMap::slice(std::int64_t begin, std::int64_t end) const
{
    const std::int64_t from = toByte(begin), to = std::max(from, toByte(end));
    return std::string_view(m_text).substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from));
}

}  // namespace core
