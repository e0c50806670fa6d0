// Where characters (grapheme clusters) and words of a text begin and end: Unicode text segmentation, UAX #29, with the
// library's dictionary for Chinese, Japanese and Thai. Positions are code points of the text. An answer looks at the
// neighbourhood alone, whatever the length of the text.
#pragma once
#include "core/text/text_map.h"
#include <memory>
#include <utility>

namespace core {

using TextRange = std::pair<std::int64_t, std::int64_t>;  // code points, half open

class Boundaries {
public:
    explicit Boundaries(const TextMap &map);  // borrows the map
    ~Boundaries();

    bool isCluster(std::int64_t at) const;  // a position between two characters
    std::int64_t nextCluster(std::int64_t after) const;
    std::int64_t previousCluster(std::int64_t before) const;
    // The smallest range of whole characters that covers it; the empty range stays empty, at the start of its
    // character.
    TextRange clusters(TextRange range) const;

    TextRange wordAt(std::int64_t at) const;  // the word, the blanks or the mark that holds the code point
    std::int64_t nextWord(std::int64_t after) const;
    std::int64_t previousWord(std::int64_t before) const;
    bool isWordBoundary(std::int64_t at) const;
    TextRange lineAt(std::int64_t at) const;  // without its line break: \n, \r\n, \r

    // Without blanks at either end. A range of blanks alone becomes empty.
    TextRange trimmed(TextRange range) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core
