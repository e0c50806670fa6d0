// A text cut into blocks, each laid out by itself: its lines, and a line too long for that cut between characters,
// after a blank or a mark where there is one.
#pragma once
#include "core/text/boundaries.h"
#include <string_view>

namespace core {

class TextBlocks {
public:
    static constexpr std::int64_t longest = 2048;  // code points; what cannot be cut by then is cut anywhere

    TextBlocks() = default;  // of nothing: no block
    // Reads the text once. A text has at least one block; behind a line break at its end there is an empty one. What it
    // borrows must live as long.
    TextBlocks(const TextMap &map, const Boundaries &boundaries);

    std::size_t count() const { return m_starts.size(); }
    TextRange range(std::size_t block) const;        // without its line break
    std::string_view text(std::size_t block) const;  // of that range
    std::size_t at(std::int64_t codePoint) const;    // a line break belongs to the block it ends
    std::int64_t line(std::size_t block) const { return m_starts[block].line; }  // from 1
    bool startsLine(std::size_t block) const;

private:
    struct Start {
        std::uint32_t byte = 0, point = 0, line = 1;
    };
    std::size_t endByte(std::size_t block) const;
    void addLine(const Start &start, std::uint32_t bytes, std::uint32_t points, const Boundaries &boundaries);

    const TextMap *m_map = nullptr;
    std::vector<Start> m_starts;
};

}  // namespace core
