#include "core/text/find_same.h"
#include <algorithm>
#include <functional>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace core {

namespace {

// Of scripts written without blanks between words: Chinese, Japanese, Thai …
bool isUnspaced(char32_t codePoint)
{
    const auto kind = u_getIntPropertyValue(static_cast<UChar32>(codePoint), UCHAR_LINE_BREAK);
    return kind == U_LB_IDEOGRAPHIC || kind == U_LB_COMPLEX_CONTEXT || kind == U_LB_CONDITIONAL_JAPANESE_STARTER
           || kind == U_LB_NONSTARTER;
}

bool isUnspacedAt(const TextMap &map, std::int64_t at)
{
    if (at < 0 || at >= map.codePoints())
        return false;
    const std::u32string one = codePoints(map.slice(at, at + 1), false);
    return isUnspaced(one.front());
}

bool isWordEdge(const TextMap &map, const Boundaries &text, std::int64_t at)
{
    return text.isWordBoundary(at) || isUnspacedAt(map, at - 1) || isUnspacedAt(map, at);
}

// Finds one needle in many texts. `Unit`: bytes for the exact text, folded code points for any case.
template <class Text>
class Needle {
public:
    explicit Needle(Text needle) : m_needle(std::move(needle)), m_search(m_needle.begin(), m_needle.end()) {}
    Needle(const Needle &) = delete;
    Needle &operator=(const Needle &) = delete;

    // accept(begin, end): true when it is one, so that the search goes on behind it.
    template <class Accept>
    void each(const auto &text, Accept accept) const
    {
        auto at = text.begin();
        for (;;) {
            const auto [begin, end] = m_search(at, text.end());
            if (begin == end)
                return;
            at = accept(begin - text.begin(), end - text.begin()) ? end : begin + 1;
        }
    }

private:
    Text m_needle;
    std::boyer_moore_horspool_searcher<typename Text::const_iterator> m_search;
};

class SameFinder {
public:
    explicit SameFinder(SameText wanted)
        : m_wanted(std::move(wanted)),
          m_exact(m_wanted.surface),
          m_folded(codePoints(m_wanted.surface, true))
    {
    }

    std::vector<TextRange> in(const SharedText &text) const
    {
        std::vector<TextRange> found;
        if (m_wanted.surface.empty())
            return found;
        if (m_wanted.anyCase) {
            const std::u32string points = codePoints(text, true);
            Reading reading(text);
            m_folded.each(points, [&](std::int64_t begin, std::int64_t end) {
                return take(reading, {begin, end}, found);
            });
            return found;
        }
        const std::string_view bytes = text;
        Reading reading(text);
        m_exact.each(bytes, [&](std::int64_t begin, std::int64_t end) {
            const TextMap &map = reading.map();
            return map.isBoundaryOfByte(begin) && take(reading, {map.fromByte(begin), map.fromByte(end)}, found);
        });
        return found;
    }

private:
    // Made when the first candidate turns up: most texts have none.
    class Reading {
    public:
        explicit Reading(const SharedText &text) : m_text(text) {}
        const TextMap &map()
        {
            if (!m_map)
                m_map = std::make_unique<TextMap>(m_text);
            return *m_map;
        }
        const Boundaries &boundaries()
        {
            if (!m_boundaries)
                m_boundaries = std::make_unique<Boundaries>(map());
            return *m_boundaries;
        }

    private:
        const SharedText &m_text;
        std::unique_ptr<TextMap> m_map;
        std::unique_ptr<Boundaries> m_boundaries;
    };

    bool take(Reading &reading, TextRange range, std::vector<TextRange> &found) const
    {
        const bool alone = standsAlone(reading.map(), reading.boundaries(), range, m_wanted.wholeWords);
        if (alone)
            found.push_back(range);
        return alone;
    }

    SameText m_wanted;
    Needle<std::string> m_exact;
    Needle<std::u32string> m_folded;
};

}  // namespace

std::vector<TextRange> occurrences(const SharedText &text, const SameText &wanted)
{
    return SameFinder(wanted).in(text);
}

FindPassages sameTextFinder(SameText wanted, LabelId label)
{
    const auto finder = std::make_shared<const SameFinder>(std::move(wanted));
    return [finder, label](const SharedText &text, const std::stop_token &) -> Result<std::vector<Passage>> {
        std::vector<Passage> passages;
        for (const TextRange &range : finder->in(text))
            passages.push_back({range, label});
        return passages;
    };
}

bool standsAlone(const TextMap &map, const Boundaries &text, TextRange range, bool wholeWords)
{
    if (!text.isCluster(range.first) || !text.isCluster(range.second))
        return false;
    return !wholeWords || (isWordEdge(map, text, range.first) && isWordEdge(map, text, range.second));
}

char32_t folded(char32_t codePoint)
{
    return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(codePoint), U_FOLD_CASE_DEFAULT));
}

std::u32string codePoints(std::string_view utf8, bool fold)
{
    std::u32string points;
    points.reserve(utf8.size());
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(utf8.data());
    for (std::size_t at = 0; at < utf8.size();) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, at, utf8.size(), c);
        points.push_back(fold ? folded(static_cast<char32_t>(c)) : static_cast<char32_t>(c));
    }
    return points;
}

}  // namespace core
