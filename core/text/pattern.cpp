// Drafts from a regular expression.
#include "core/text/drafts.h"
#include "core/text/find_same.h"
#include <unicode/regex.h>
#include <unicode/utext.h>

namespace core {

namespace {

constexpr std::int32_t timeLimit = 2000;       // ICU's steps of matching, about a millisecond each: for one text
constexpr std::int32_t stackLimit = 16 << 20;  // bytes

class Utf8Text {
public:
    explicit Utf8Text(std::string_view bytes)
    {
        UErrorCode code = U_ZERO_ERROR;
        m_text = utext_openUTF8(nullptr, bytes.data(), static_cast<std::int64_t>(bytes.size()), &code);
    }
    ~Utf8Text() { utext_close(m_text); }
    Utf8Text(const Utf8Text &) = delete;
    Utf8Text &operator=(const Utf8Text &) = delete;
    UText *get() const { return m_text; }

private:
    UText *m_text = nullptr;
};

UBool goOn(const void *stop, std::int32_t)
{
    return !static_cast<const std::stop_token *>(stop)->stop_requested();
}

class Pattern {
public:
    static Result<std::shared_ptr<const Pattern>> compiled(const PatternDraft &draft)
    {
        std::uint32_t flags = UREGEX_MULTILINE;
        if (draft.matching.anyCase)
            flags |= UREGEX_CASE_INSENSITIVE;
        UErrorCode code = U_ZERO_ERROR;
        UParseError place{};
        const Utf8Text source(draft.pattern);
        std::unique_ptr<icu::RegexPattern> pattern(icu::RegexPattern::compile(source.get(), flags, place, code));
        if (U_FAILURE(code))
            return Error{Code::BadValue, u_errorName(code), {{}, place.line, place.offset, "pattern"}};
        return std::shared_ptr<const Pattern>(new Pattern(draft, std::move(pattern)));
    }

    Result<std::vector<Passage>> in(const SharedText &text, const std::stop_token &stop) const
    {
        UErrorCode code = U_ZERO_ERROR;
        const Utf8Text bytes(text);
        const std::unique_ptr<icu::RegexMatcher> matcher(m_pattern->matcher(code));
        if (U_SUCCESS(code)) {
            matcher->reset(bytes.get());
            matcher->setTimeLimit(timeLimit, code);
            matcher->setStackLimit(stackLimit, code);
            matcher->setMatchCallback(goOn, &stop, code);
        }
        const TextMap map(text);
        const Boundaries boundaries(map);
        std::vector<Passage> found;
        while (U_SUCCESS(code) && matcher->find(code)) {
            const TextRange range = rangeOf(*matcher, map, code);
            const bool ahead = found.empty() || range.first >= found.back().range.second;
            if (range.first < range.second && ahead && standsAlone(map, boundaries, range, m_draft.matching.wholeWords))
                found.push_back({range, m_draft.label});
        }
        if (code == U_REGEX_STOPPED_BY_CALLER)
            return Error{Code::Cancelled, "", {}};
        if (U_FAILURE(code))
            return Error{Code::TooLarge, u_errorName(code), {{}, 0, 0, "pattern"}};
        return found;
    }

private:
    Pattern(PatternDraft draft, std::unique_ptr<icu::RegexPattern> pattern)
        : m_draft(std::move(draft)),
          m_pattern(std::move(pattern))
    {
    }

    static TextRange rangeOf(const icu::RegexMatcher &matcher, const TextMap &map, UErrorCode &code)
    {
        const std::int32_t group = matcher.groupCount() > 0 && matcher.start64(1, code) >= 0 ? 1 : 0;
        return {map.fromByte(matcher.start64(group, code)), map.fromByte(matcher.end64(group, code))};
    }

    PatternDraft m_draft;
    std::unique_ptr<icu::RegexPattern> m_pattern;
};

}  // namespace

Result<FindPassages> patternFinder(const PatternDraft &draft)
{
    const auto pattern = Pattern::compiled(draft);
    if (!pattern)
        return pattern.error();
    return FindPassages(
        [pattern = *pattern](const SharedText &text, const std::stop_token &stop) { return pattern->in(text, stop); });
}

}  // namespace core
