// The filter language of the search box and the command line.
#include "core/sample_query.h"
#include <algorithm>
#include <charconv>
#include <cmath>

namespace core {

namespace {

constexpr int maxDepth = 100;
constexpr int maxTerms = 1000;

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool endsWord(char c)
{
    return isSpace(c) || c == '(' || c == ')' || c == '"';
}

std::optional<bool> truth(std::string_view word)
{
    if (word == "true" || word == "yes" || word == "1")
        return true;
    if (word == "false" || word == "no" || word == "0")
        return false;
    return std::nullopt;
}

template <class Number>
std::optional<Number> number(std::string_view word)
{
    Number value{};
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
        return std::nullopt;
    return value;
}

std::optional<Filter> confidence(std::string_view word)
{
    const auto starts = [&word](std::string_view sign) {
        const bool found = word.starts_with(sign);
        word.remove_prefix(found ? sign.size() : 0);
        return found;
    };
    const Compare compare = starts("<=")   ? Compare::LessOrEqual
                            : starts(">=") ? Compare::GreaterOrEqual
                            : starts("<")  ? Compare::Less
                            : starts(">")  ? Compare::Greater
                                           : Compare::Equal;
    if (compare == Compare::Equal)
        starts("=");  // may be left out
    const auto value = number<double>(word);
    if (!value || !std::isfinite(*value))
        return std::nullopt;
    return Filter{HasConfidence{compare, *value}};
}

template <class Node, class Value>
std::optional<Filter> wrap(const std::optional<Value> &value)
{
    if (!value)
        return std::nullopt;
    return Filter{Node{*value}};
}

// The terms whose value is one word. Empty: no such key or not a value of it.
std::optional<Filter> term(std::string_view key, const std::string &value)
{
    if (key == "name")
        return Filter{NameContains{value}};
    if (key == "text")
        return Filter{TextContains{value}};
    if (key == "label")
        return Filter{HasLabel{value}};
    if (key == "folder")
        return Filter{InFolder{value}};
    if (key == "author")
        return Filter{HasAuthor{value}};
    if (key == "state")
        return wrap<InState>(stateFromName(value));
    if (key == "hard")
        return wrap<IsHard>(truth(value));
    if (key == "conf")
        return confidence(value);
    if (key == "batch")
        return wrap<FromBatch>(number<std::int64_t>(value));
    if (key == "usage")
        return wrap<HasUsage>(usageFromName(value));
    if (key == "media")
        return wrap<HasMedia>(mediaStateFromName(value));
    return std::nullopt;
}

// Recursive descent: any := all {OR all}; all := unary {[AND] unary}; unary := ('-'|NOT) unary | '(' [any] ')' | term.
class Parser {
public:
    explicit Parser(std::string_view text) : m_text(text) {}

    Result<Filter> parse()
    {
        skipSpace();
        if (atEnd())
            return Filter{};
        Filter filter = any();
        if (!m_error && !atEnd())
            fail(m_at, "", std::string(1, m_text[m_at]));
        if (m_error)
            return *m_error;
        return filter;
    }

private:
    bool atEnd() const { return m_at >= m_text.size(); }
    bool at(char c) const { return !atEnd() && m_text[m_at] == c; }
    void skipSpace()
    {
        while (!atEnd() && isSpace(m_text[m_at]))
            ++m_at;
    }

    void fail(std::size_t at, std::string_view field, std::string detail)
    {
        if (!m_error)
            m_error = Error{
                Code::BadValue, std::move(detail), {"", 0, static_cast<std::int64_t>(at) + 1, std::string(field)}};
    }

    // A keyword stands alone: ORANGE is a word.
    bool takeKeyword(std::string_view keyword)
    {
        if (!m_text.substr(m_at).starts_with(keyword))
            return false;
        const std::size_t end = m_at + keyword.size();
        if (end < m_text.size() && !isSpace(m_text[end]) && m_text[end] != '(' && m_text[end] != ')')
            return false;
        m_at = end;
        skipSpace();
        return true;
    }

    Filter any()
    {
        std::vector<Filter> parts;
        do
            parts.push_back(all());
        while (!m_error && takeKeyword("OR"));
        return parts.size() == 1 ? std::move(parts.front()) : Filter{AnyOf{std::move(parts)}};
    }

    bool startsKeyword(std::string_view keyword)
    {
        const std::size_t start = m_at;
        const bool found = takeKeyword(keyword);
        m_at = start;
        return found;
    }

    Filter all()
    {
        std::vector<Filter> parts;
        do
            parts.push_back(unary());
        while (!m_error && (takeKeyword("AND") || (!atEnd() && !at(')') && !startsKeyword("OR"))));
        return parts.size() == 1 ? std::move(parts.front()) : Filter{AllOf{std::move(parts)}};
    }

    Filter unary()
    {
        if (++m_depth > maxDepth) {
            fail(m_at, "", "too deep");
            return {};
        }
        Filter filter;
        if (at('-') || m_text.substr(m_at, 3) == "NOT") {
            const std::size_t start = m_at;
            if (at('-')) {
                ++m_at;
                filter = Filter{Not{{unary()}}};
            } else if (takeKeyword("NOT")) {
                filter = Filter{Not{{unary()}}};
            } else {
                m_at = start;
                filter = leaf();
            }
        } else if (at('(')) {
            filter = group();
        } else {
            filter = leaf();
        }
        --m_depth;
        return filter;
    }

    Filter group()
    {
        const std::size_t start = m_at++;
        skipSpace();
        Filter filter = at(')') ? Filter{} : any();
        if (!m_error && !at(')'))
            fail(start, "", "(");
        ++m_at;
        skipSpace();
        return filter;
    }

    Filter leaf()
    {
        if (++m_terms > maxTerms) {
            fail(m_at, "", "too many terms");
            return {};
        }
        const std::size_t start = m_at;
        if (atEnd() || at(')') || startsKeyword("OR") || startsKeyword("AND")) {
            fail(start, "", atEnd() ? "end" : std::string(1, m_text[m_at]));
            return {};
        }
        if (at('"'))
            return finished(Filter{NameContains{quoted()}});
        std::string word;
        while (!atEnd() && !endsWord(m_text[m_at]) && m_text[m_at] != ':')
            word += m_text[m_at++];
        if (!at(':'))
            return finished(Filter{NameContains{std::move(word)}});
        ++m_at;
        return finished(word == "prop" ? property() : keyed(word, start));
    }

    Filter finished(Filter filter)
    {
        if (!m_error && !atEnd() && !isSpace(m_text[m_at]) && m_text[m_at] != ')')
            fail(m_at, "", std::string(1, m_text[m_at]));
        skipSpace();
        return filter;
    }

    Filter keyed(const std::string &key, std::size_t start)
    {
        const std::size_t valueAt = m_at;
        if (atEnd() || (endsWord(m_text[m_at]) && !at('"'))) {
            fail(valueAt, key, "");
            return {};
        }
        const std::string value = this->value();
        if (auto filter = term(key, value))
            return *filter;
        static constexpr std::string_view known[]{"state", "hard", "conf", "batch", "usage", "media"};
        const bool knownKey = std::ranges::find(known, key) != std::end(known);
        fail(knownKey ? valueAt : start, key, knownKey ? value : key);
        return {};
    }

    Filter property()
    {
        const std::size_t start = m_at;
        HasProperty filter;
        filter.key = at('"') ? quoted() : bare("=");
        if (!at('=')) {
            fail(start, "prop", filter.key);
            return {};
        }
        ++m_at;
        filter.value = value();
        return Filter{std::move(filter)};
    }

    std::string value() { return at('"') ? quoted() : bare(""); }

    std::string bare(std::string_view stop)
    {
        std::string word;
        while (!atEnd() && !endsWord(m_text[m_at]) && stop.find(m_text[m_at]) == std::string_view::npos)
            word += m_text[m_at++];
        return word;
    }

    std::string quoted()
    {
        const std::size_t start = m_at++;
        std::string word;
        while (!atEnd() && !at('"')) {
            if (at('\\') && m_at + 1 < m_text.size())
                ++m_at;
            word += m_text[m_at++];
        }
        if (atEnd())
            fail(start, "", "\"");
        ++m_at;
        return word;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0, m_terms = 0;
    std::optional<Error> m_error;
};

}  // namespace

Result<Filter> parseFilter(std::string_view text)
{
    return Parser(text).parse();
}

}  // namespace core
