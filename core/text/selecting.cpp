#include "core/text/selecting.h"
#include <algorithm>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace core {

namespace {

UChar32 codePointAt(const TextMap &map, std::int64_t at)
{
    const std::string_view slice = map.slice(at, at + 1);
    UChar32 c = U_SENTINEL;
    if (!slice.empty()) {
        std::int32_t i = 0;
        U8_NEXT(reinterpret_cast<const std::uint8_t *>(slice.data()), i, static_cast<std::int32_t>(slice.size()), c);
    }
    return c;
}

bool isBlank(const TextMap &map, TextRange range)
{
    const UChar32 c = codePointAt(map, range.first);
    return c == U_SENTINEL || u_isUWhiteSpace(c) || u_ispunct(c);
}

// The part of the text the place stands for: empty where the granularity there is the character.
TextRange unitAt(const Boundaries &boundaries, const TextMap &map, TextPlace place, Granularity granularity)
{
    switch (granularity) {
    case Granularity::Character: break;
    case Granularity::Natural:
        if (!isIdeographic(map, place.under))
            return boundaries.wordAt(place.under);
        break;
    case Granularity::Word: return boundaries.wordAt(place.under);
    case Granularity::Line: return boundaries.lineAt(place.under);
    }
    return {place.between, place.between};
}

}  // namespace

bool isIdeographic(const TextMap &map, std::int64_t codePoint)
{
    const UChar32 c = codePointAt(map, codePoint);
    if (c == U_SENTINEL)
        return false;
    switch (u_getIntPropertyValue(c, UCHAR_SCRIPT)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO: return true;
    default: break;
    }
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);  // marks and digits among them
    return width == U_EA_FULLWIDTH || (width == U_EA_WIDE && u_ispunct(c));
}

TextRange draggedRange(const Boundaries &boundaries, const TextMap &map, TextPlace from, TextPlace to,
                       Granularity granularity)
{
    const TextRange a = unitAt(boundaries, map, from, granularity), b = unitAt(boundaries, map, to, granularity);
    const TextRange all = boundaries.clusters({std::min(a.first, b.first), std::max(a.second, b.second)});
    const bool words = granularity == Granularity::Natural || granularity == Granularity::Word;
    return words ? boundaries.clusters(boundaries.trimmed(all)) : all;
}

std::int64_t stepCaret(const Boundaries &boundaries, const TextMap &map, std::int64_t caret, Granularity granularity,
                       bool forwards)
{
    const std::int64_t end = map.codePoints();
    switch (granularity) {
    case Granularity::Character: return forwards ? boundaries.nextCluster(caret) : boundaries.previousCluster(caret);
    case Granularity::Line: {
        const TextRange line = boundaries.lineAt(caret);
        return forwards ? line.second : line.first;
    }
    case Granularity::Natural:
    case Granularity::Word: break;
    }
    while (forwards ? caret < end : caret > 0) {
        const std::int64_t next = forwards ? boundaries.nextWord(caret) : boundaries.previousWord(caret);
        const TextRange crossed{std::min(caret, next), std::max(caret, next)};
        caret = next;
        if (!isBlank(map, crossed))
            break;
    }
    const std::int64_t cluster = boundaries.clusters({caret, caret}).first;
    return cluster == caret || !forwards ? cluster : boundaries.nextCluster(caret);
}

}  // namespace core
