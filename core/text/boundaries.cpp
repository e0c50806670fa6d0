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
    UText *text = nullptr;
    Breaks clusters, words;

    explicit Impl(const TextMap &m) : map(m), bytes(m.text())
    {
        UErrorCode code = U_ZERO_ERROR;
        text = utext_openUTF8(nullptr, bytes.data(), static_cast<std::int64_t>(bytes.size()), &code);
        clusters = Breaks(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), code));
        words = Breaks(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), code));
        require(code);
        clusters->setText(text, code);
        words->setText(text, code);
        require(code);
    }
    ~Impl() { utext_close(text); }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;

    std::int32_t byteOf(std::int64_t codePoint) const { return static_cast<std::int32_t>(map.toByte(codePoint)); }
    std::int64_t next(const Breaks &breaks, std::int64_t after) const
    {
        const std::int32_t at = breaks->following(byteOf(after));
        return at == icu::BreakIterator::DONE ? map.codePoints() : map.fromByte(at);
    }
    std::int64_t previous(const Breaks &breaks, std::int64_t before) const
    {
        const std::int32_t at = breaks->preceding(byteOf(before));
        return at == icu::BreakIterator::DONE ? 0 : map.fromByte(at);
    }
    bool isBreak(const Breaks &breaks, std::int64_t at) const
    {
        return at <= 0 || at >= map.codePoints() || breaks->isBoundary(byteOf(at));
    }
};

Boundaries::Boundaries(const TextMap &map) : m_impl(std::make_unique<Impl>(map)) {}
Boundaries::~Boundaries() = default;

bool Boundaries::isCluster(std::int64_t at) const
{
    return m_impl->isBreak(m_impl->clusters, at);
}

std::int64_t Boundaries::nextCluster(std::int64_t after) const
{
    return m_impl->next(m_impl->clusters, after);
}

std::int64_t Boundaries::previousCluster(std::int64_t before) const
{
    return m_impl->previous(m_impl->clusters, before);
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
    return m_impl->next(m_impl->words, after);
}

std::int64_t Boundaries::previousWord(std::int64_t before) const
{
    return m_impl->previous(m_impl->words, before);
}

bool Boundaries::isWordBoundary(std::int64_t at) const
{
    return m_impl->isBreak(m_impl->words, at);
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
