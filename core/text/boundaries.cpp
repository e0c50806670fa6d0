#include "core/text/boundaries.h"
#include <algorithm>
#include <stdexcept>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

namespace core {

namespace {

using Breaks = std::unique_ptr<icu::BreakIterator>;

// Words are looked for in windows of about this many code points: the dictionary reads a run of Chinese to its end, and
// a run may be megabytes long.
constexpr std::int64_t windowSize = 4096;
constexpr std::int64_t lookBack = 256;  // for a blank to begin a window behind

// ICU's data are part of its package: without them nothing here works.
void require(UErrorCode code)
{
    if (U_FAILURE(code))
        throw std::runtime_error(std::string("ICU: ") + u_errorName(code));
}

}  // namespace

struct Boundaries::Impl {
    const TextMap &map;
    std::string_view bytes;
    UText *text = nullptr, *window = nullptr;
    Breaks clusters, words;
    TextRange windowRange{0, 0};
    std::int64_t windowByte = 0;

    explicit Impl(const TextMap &m) : map(m), bytes(m.text())
    {
        UErrorCode code = U_ZERO_ERROR;
        text = utext_openUTF8(nullptr, bytes.data(), static_cast<std::int64_t>(bytes.size()), &code);
        clusters = Breaks(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
        words = Breaks(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), code));
        require(code);
        clusters->setText(text, code);
        require(code);
    }
    ~Impl()
    {
        utext_close(window);
        utext_close(text);
    }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    std::int32_t byteOf(std::int64_t codePoint) const { return static_cast<std::int32_t>(map.toByte(codePoint)); }
    bool isCluster(std::int64_t at) const
    {
        return at <= 0 || at >= map.codePoints() || clusters->isBoundary(byteOf(at));
    }
    std::int64_t nextCluster(std::int64_t after) const
    {
        const std::int32_t at = clusters->following(byteOf(after));
        return at == icu::BreakIterator::DONE ? map.codePoints() : map.fromByte(at);
    }
    std::int64_t previousCluster(std::int64_t before) const
    {
        const std::int32_t at = clusters->preceding(byteOf(before));
        return at == icu::BreakIterator::DONE ? 0 : map.fromByte(at);
    }

    // Always the same places, so that an answer does not depend on the question before.
    std::int64_t windowStart(std::int64_t number) const
    {
        const std::int64_t end = number * windowSize, begin = end - lookBack;
        if (number <= 0 || end >= map.codePoints())
            return number <= 0 ? 0 : map.codePoints();
        const std::string_view slice = map.slice(begin, end + 1);
        const auto *units = reinterpret_cast<const std::uint8_t *>(slice.data());
        std::int64_t found = -1, at = begin;
        bool blank = false;
        for (std::int32_t i = 0; i < static_cast<std::int32_t>(slice.size()); ++at) {
            UChar32 c = 0;
            U8_NEXT(units, i, static_cast<std::int32_t>(slice.size()), c);
            const bool isBlank = u_isUWhiteSpace(c);
            if (blank && !isBlank && isCluster(at))
                found = at;
            blank = isBlank;
        }
        if (found >= 0)
            return found;
        const std::int64_t cluster = isCluster(end) ? end : previousCluster(end);
        return cluster > begin ? cluster : end;
    }
    // The window that holds the code point.
    void open(std::int64_t point)
    {
        if (windowRange.first <= point && point < windowRange.second)
            return;
        std::int64_t number = point / windowSize;
        if (windowStart(number + 1) <= point)
            ++number;
        windowRange = {windowStart(number), windowStart(number + 1)};
        windowByte = map.toByte(windowRange.first);
        const std::string_view slice = map.slice(windowRange.first, windowRange.second);
        UErrorCode code = U_ZERO_ERROR;
        window = utext_openUTF8(window, slice.data(), static_cast<std::int64_t>(slice.size()), &code);
        require(code);
        words->setText(window, code);
        require(code);
    }
    std::int32_t inWindow(std::int64_t codePoint) const
    {
        return static_cast<std::int32_t>(map.toByte(codePoint) - windowByte);
    }
    std::int64_t nextWord(std::int64_t after)
    {
        if (after >= map.codePoints())
            return map.codePoints();
        open(std::max<std::int64_t>(after, 0));
        const std::int32_t at = words->following(inWindow(after));
        return at == icu::BreakIterator::DONE ? windowRange.second : map.fromByte(windowByte + at);
    }
    std::int64_t previousWord(std::int64_t before)
    {
        if (before <= 0)
            return 0;
        open(std::min(before, map.codePoints()) - 1);
        const std::int32_t at = words->preceding(inWindow(before));
        return at == icu::BreakIterator::DONE ? windowRange.first : map.fromByte(windowByte + at);
    }
    bool isWordBoundary(std::int64_t at)
    {
        if (at <= 0 || at >= map.codePoints())
            return true;
        open(at);
        return at == windowRange.first || words->isBoundary(inWindow(at));
    }
};

Boundaries::Boundaries(const TextMap &map) : m_impl(std::make_unique<Impl>(map)) {}
Boundaries::~Boundaries() = default;

bool Boundaries::isCluster(std::int64_t at) const
{
    return m_impl->isCluster(at);
}

std::int64_t Boundaries::nextCluster(std::int64_t after) const
{
    return m_impl->nextCluster(after);
}

std::int64_t Boundaries::previousCluster(std::int64_t before) const
{
    return m_impl->previousCluster(before);
}

TextRange Boundaries::clusters(TextRange range) const
{
    auto [begin, end] = range;
    begin = std::clamp<std::int64_t>(begin, 0, m_impl->map.codePoints());
    end = std::clamp<std::int64_t>(end, begin, m_impl->map.codePoints());
    const bool empty = begin == end;
    if (!isCluster(begin))
        begin = previousCluster(begin);
    if (empty)
        return {begin, begin};
    return {begin, isCluster(end) ? end : nextCluster(end)};
}

TextRange Boundaries::wordAt(std::int64_t at) const
{
    const std::int64_t all = m_impl->map.codePoints();
    at = std::clamp<std::int64_t>(at, 0, std::max<std::int64_t>(all - 1, 0));
    return {isWordBoundary(at) ? at : previousWord(at), nextWord(at)};
}

std::int64_t Boundaries::nextWord(std::int64_t after) const
{
    return m_impl->nextWord(after);
}

std::int64_t Boundaries::previousWord(std::int64_t before) const
{
    return m_impl->previousWord(before);
}

bool Boundaries::isWordBoundary(std::int64_t at) const
{
    return m_impl->isWordBoundary(at);
}

TextRange Boundaries::lineAt(std::int64_t at) const
{
    const std::string_view text = m_impl->bytes;
    auto byte = static_cast<std::size_t>(m_impl->map.toByte(at));
    if (byte > 0 && byte < text.size() && text[byte] == '\n' && text[byte - 1] == '\r')
        --byte;  // between the two: they end the line before
    const std::size_t begin = byte == 0 ? 0 : text.find_last_of("\r\n", byte - 1) + 1;  // npos + 1 is 0
    const std::size_t end = std::min(text.find_first_of("\r\n", byte), text.size());
    return {m_impl->map.fromByte(static_cast<std::int64_t>(begin)),
            m_impl->map.fromByte(static_cast<std::int64_t>(end))};
}

TextRange Boundaries::trimmed(TextRange range) const
{
    const std::string_view slice = m_impl->map.slice(range.first, range.second);
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(slice.data());
    const auto length = static_cast<std::int32_t>(slice.size());
    auto [begin, end] = range;
    std::int32_t at = 0;
    while (at < length) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, length, c);
        if (!u_isUWhiteSpace(c))
            break;
        ++begin;
    }
    for (std::int32_t back = length; back > 0 && end > begin; --end) {
        UChar32 c = 0;
        U8_PREV(bytes, 0, back, c);
        if (!u_isUWhiteSpace(c))
            break;
    }
    return {begin, end};
}

}  // namespace core
