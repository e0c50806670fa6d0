// Positions in a text, exactly: code points (what the project stores), bytes of UTF-8 and units of UTF-16. Every
// conversion between them is done here. Positions behind the end count as the end.
#pragma once
#include "core/shared_text.h"
#include <cstdint>
#include <vector>

namespace core {

class TextMap {
public:
    TextMap() = default;                // of the empty text
    explicit TextMap(SharedText text);  // valid UTF-8; reads it once, then keeps an entry for every 256 code points

    const SharedText &text() const { return m_text; }
    std::int64_t codePoints() const { return m_codePoints; }
    std::int64_t bytes() const { return static_cast<std::int64_t>(m_text.size()); }
    std::int64_t utf16Units() const { return m_utf16Units; }

    std::int64_t toByte(std::int64_t codePoint) const;
    std::int64_t toUtf16(std::int64_t codePoint) const;
    // The code point a unit belongs to: one in the middle of a code point gives that one.
    std::int64_t fromByte(std::int64_t byte) const;
    std::int64_t fromUtf16(std::int64_t unit) const;
    bool isBoundaryOfUtf16(std::int64_t unit) const;  // not between the halves of a surrogate pair
    bool isBoundaryOfByte(std::int64_t byte) const;

    // text[begin:end] by code points.
    std::string_view slice(std::int64_t begin, std::int64_t end) const;

private:
    struct Stop {  // where each block of 256 code points begins
        std::int64_t byte = 0, utf16 = 0;
    };
    struct Position {
        std::int64_t codePoint = 0, byte = 0, utf16 = 0;
    };
    Position startOf(std::size_t block) const;
    template <class Arrived>
    Position walk(Position from, Arrived arrived) const;
    Position atCodePoint(std::int64_t codePoint) const;
    Position atUtf16(std::int64_t unit) const;

    SharedText m_text;
    std::vector<Stop> m_stops;
    std::int64_t m_codePoints = 0, m_utf16Units = 0;
    bool m_plain = true;  // ASCII alone: all three are the same number
};

}  // namespace core
