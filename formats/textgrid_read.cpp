#include "formats/segment_values.h"
#include "formats/text_file.h"
#include "formats/textgrid.h"
#include "core/job_options.h"
#include <nlohmann/json.hpp>

namespace formats::praat {

using core::Code;

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isNumber(std::string_view word)
{
    if (word.find_first_of("0123456789") == word.npos)
        return false;
    return word.find_first_not_of("0123456789.eE+-") == word.npos
           && std::string_view("0123456789+-.").find(word[0]) != word.npos;
}

class Parsing {
public:
    Parsing(std::string_view text, const Surroundings &around, SegmentsRead &out)
        : m_text(text),
          m_tokens(text),
          m_around(around),
          m_out(out)
    {
    }

    void run()
    {
        const Token type = m_tokens.next(), object = m_tokens.next();
        if (!type.value.starts_with("ooTextFile") || !object.value.starts_with("TextGrid"))
            return fault(type.at, Code::Corrupt, "no TextGrid: " + excerpt(m_text.substr(0, 40)));
        if (!time("xmin") || !time("xmax"))
            return;
        const Token flag = m_tokens.next();
        if (flag.kind != Token::Flag)
            return expected("<exists>", flag);
        if (flag.value != "exists")
            return;
        const auto tiers = count("size");
        readMarker();
        for (std::int64_t tier = 0; tiers && tier < *tiers; ++tier)
            if (!readTier(tier))
                return;
        if (const Token more = m_tokens.next(); tiers && more.kind != Token::End)
            fault(more.at, Code::Corrupt, "behind the last tier: " + excerpt(more.value));
    }

private:
    // What the file says of itself, the options of the reader, or what the job is for.
    void readMarker()
    {
        const auto said = optionOr(m_around.options, "texts-are", "auto");
        std::string own;
        for (const std::string_view comment : m_tokens.comments())
            if (comment.starts_with(ownComment)) {
                const auto json = nlohmann::json::parse(comment.substr(ownComment.size()), nullptr, false);
                if (json.is_object() && json.contains("texts-are") && json["texts-are"].is_string())
                    own = json["texts-are"].get<std::string>();
            }
        m_isOurs = own == "label" || own == "content";
        m_areLabels = said != "auto" ? said == "label" : m_isOurs ? own == "label" : !core::hasContent(m_around.job);
    }

    bool readTier(std::int64_t number)
    {
        m_field = "item[" + std::to_string(number + 1) + ']';
        const Token kind = m_tokens.next();
        const bool isPoints = kind.value == "TextTier";
        if (kind.kind != Token::Text || (!isPoints && kind.value != "IntervalTier")) {
            expected("IntervalTier or TextTier", kind);
            return false;
        }
        const Token name = m_tokens.next();
        if (name.kind != Token::Text) {
            expected("name", name);
            return false;
        }
        if (!time("xmin") || !time("xmax"))
            return false;
        m_isBad = false;
        const auto size = count("size");
        if (!size)
            return false;
        const TierName tier = fromTierName(name.value, m_areLabels);
        std::int64_t points = 0, last = 0;
        for (std::int64_t i = 0; i < *size; ++i) {
            m_field = "item[" + std::to_string(number + 1) + (isPoints ? "].points[" : "].intervals[")
                      + std::to_string(i + 1) + ']';
            if (!(isPoints ? readPoint(tier, points) : readInterval(tier, last)))
                return false;
        }
        if (points > 0)
            m_out.report(Severity::Warning, Code::Unsupported, "points: " + std::to_string(points),
                         {{}, 0, 0, "item[" + std::to_string(number + 1) + ']'});
        return true;
    }

    bool readInterval(const TierName &tier, std::int64_t &last)
    {
        const auto begin = time("xmin"), end = begin ? time("xmax") : std::nullopt;
        const auto text = end ? this->text() : std::nullopt;
        if (!text)
            return false;
        if (std::exchange(m_isBad, false) || isNothing(*text))
            return true;  // told, or a gap
        if (*end <= *begin) {
            fault(m_last, Code::BadValue, *end == *begin ? "empty" : "reversed");
            return true;
        }
        if (*begin < last)
            m_out.report(Severity::Warning, Code::Conflict, "overlaps the interval before", here(m_last));
        last = *end;
        add(tier, {*begin, *end, -1}, *text);
        return true;
    }

    bool readPoint(const TierName &tier, std::int64_t &points)
    {
        const auto at = time("number");
        const auto text = at ? this->text() : std::nullopt;
        if (!text)
            return false;
        if (std::exchange(m_isBad, false))
            return true;
        add(tier, {*at, *at, -1}, *text);
        ++points;
        return true;
    }

    bool isNothing(std::string_view text) const { return m_isOurs && text == noText ? false : trimmed(text).empty(); }

    void add(const TierName &tier, const core::TimeSpan &span, const std::string &text)
    {
        AnnotationRecord record;
        record.geometry = span;
        record.label = tier.label;
        record.where = here(m_last);
        if (!tier.speaker.empty())
            core::set(record.attributes, core::builtin::Speaker, tier.speaker);
        const bool isText = !isNothing(text) && text != noText;
        if (isText && m_areLabels)
            record.label = text;
        else if (isText)
            core::set(record.attributes, core::builtin::Content, text);
        m_out.segments.push_back(std::move(record));
    }

    // Empty: the file is not as it must be. A number that is no time is told, and what it belongs to is left out.
    std::optional<std::int64_t> time(const char *what)
    {
        const Token token = m_tokens.next();
        m_last = token.at;
        if (token.kind != Token::Number) {
            expected(what, token);
            return std::nullopt;
        }
        const auto at = nanosecondsOf(token.value);
        if (!at) {
            m_isBad = true;
            fault(token.at, Code::BadValue, std::string(what) + ": " + excerpt(token.value));
        }
        return at.value_or(0);
    }

    std::optional<std::int64_t> count(const char *what)
    {
        const Token token = m_tokens.next();
        const auto number = token.kind == Token::Number ? core::sampleOfSeconds(token.value, 1) : std::nullopt;
        if (!number)
            expected(what, token);
        return number;
    }

    std::optional<std::string> text()
    {
        Token token = m_tokens.next();
        m_last = token.at;
        if (token.kind != Token::Text) {
            expected("text", token);
            return std::nullopt;
        }
        if (!token.closed) {
            fault(token.at, Code::Corrupt, "a quote that is not closed");
            return std::nullopt;
        }
        return std::move(token.value);
    }

    core::Location here(std::size_t at) const
    {
        auto place = placeAt(m_text, std::min(at, m_text.size()), {});
        place.field = m_field;
        return place;
    }
    void fault(std::size_t at, Code code, std::string detail)
    {
        m_out.report(Severity::Error, code, std::move(detail), here(at));
    }
    void expected(const char *what, const Token &seen)
    {
        const std::string found = seen.kind == Token::End ? "the end" : excerpt(seen.value);
        fault(seen.at, Code::Corrupt, found + ", not " + what);
    }

    std::string_view m_text;
    Tokens m_tokens;
    const Surroundings &m_around;
    SegmentsRead &m_out;
    std::string m_field;
    std::size_t m_last = 0;  // where the token read last begins
    bool m_isOurs = false, m_areLabels = false, m_isBad = false;
};

}  // namespace

Token Tokens::next()
{
    while (m_at < m_text.size()) {
        const char c = m_text[m_at];
        if (isBlank(c)) {
            ++m_at;
        } else if (c == '"') {
            return quoted();
        } else if (c == '!') {
            const auto end = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
            m_comments.push_back(m_text.substr(m_at, end - m_at));
            m_at = end;
        } else if (const auto close = m_text.find('>', m_at); c == '<' && close != m_text.npos) {
            const std::size_t at = std::exchange(m_at, close + 1);
            return {Token::Flag, std::string(m_text.substr(at + 1, close - at - 1)), at, true};
        } else {
            const std::size_t at = m_at;
            m_at = std::min(m_text.find_first_of(" \t\r\n\"", m_at + 1), m_text.size());
            if (const auto word = m_text.substr(at, m_at - at); isNumber(word))
                return {Token::Number, std::string(word), at, true};
        }
    }
    return {Token::End, {}, m_text.size(), true};
}

Token Tokens::quoted()
{
    Token token{Token::Text, {}, m_at++, true};
    for (;;) {
        const auto quote = m_text.find('"', m_at);
        token.value += m_text.substr(m_at, quote - m_at);
        if (quote == m_text.npos) {
            m_at = m_text.size();
            token.closed = false;
            return token;
        }
        m_at = quote + 1;
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            return token;
        token.value += '"';
        ++m_at;
    }
}

std::string tierName(const TierName &what, bool textsAreLabels)
{
    if (textsAreLabels)
        return std::string(what.speaker.empty() ? namelessTier : what.speaker);
    std::string name(what.label.empty() ? namelessTier : what.label);
    if (!what.speaker.empty() || name.find('@') != name.npos)
        (name += '@') += what.speaker;
    return name;
}

TierName fromTierName(std::string_view name, bool textsAreLabels)
{
    const auto orNone = [](std::string_view part) { return std::string(part == namelessTier ? "" : part); };
    if (textsAreLabels)
        return {{}, orNone(name)};
    const auto at = name.rfind('@');
    return {orNone(name.substr(0, at)), std::string(at == name.npos ? "" : name.substr(at + 1))};
}

void parse(std::string_view text, const Surroundings &around, SegmentsRead &out)
{
    Parsing(text, around, out).run();
}

}  // namespace formats::praat
