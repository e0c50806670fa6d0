// One line of an .ann file into values.
#include "formats/brat.h"
#include "formats/text_file.h"
#include <algorithm>
#include <charconv>
#include <set>

namespace formats::brat {

using core::Code;

namespace {

class Parse {
public:
    Parse(std::string_view text, std::int64_t number, std::vector<Issue> &issues)
        : m_text(text),
          m_number(number),
          m_issues(issues)
    {
        m_line.raw = text;
        m_line.number = number;
    }

    std::optional<Line> run()
    {
        const auto tab = m_text.find('\t');
        const std::string_view id = m_text.substr(0, tab);
        if (id.empty() || std::string_view("TREAMN#*").find(id[0]) == std::string_view::npos)
            return refuse(Code::Unsupported, id, "id", excerpt(m_text, 40));
        if (tab == m_text.npos)
            return refuse(Code::MissingField, m_text, "type", excerpt(m_text, 40));
        m_line.kind = id[0];
        m_line.id = id;
        if (m_line.kind != '*' && !isNumbered(id))
            return refuse(Code::BadValue, id, "id", excerpt(id, 40));
        std::string_view data = m_text.substr(tab + 1), rest;
        m_hasRest = false;
        if (const auto next = data.find('\t'); next != data.npos) {
            m_hasRest = true;
            rest = data.substr(next + 1);
            data = data.substr(0, next);
        }
        auto words = split(data, ' ');
        if (words.empty())
            return refuse(Code::MissingField, data, "type", {});
        m_line.rest = rest;
        return ofKind(words, data);
    }

private:
    static bool isNumbered(std::string_view id)
    {
        return id.size() > 1 && id.find_first_not_of("0123456789", 1) == id.npos;
    }

    static std::vector<std::string_view> split(std::string_view text, char at)
    {
        std::vector<std::string_view> words;
        while (!text.empty()) {
            const auto end = text.find(at);
            if (end != 0)
                words.push_back(text.substr(0, end));
            text.remove_prefix(end == text.npos ? text.size() : end + 1);
        }
        return words;
    }

    std::nullopt_t refuse(Code code, std::string_view at, std::string field, std::string seen)
    {
        const auto column = std::int64_t(at.data() - m_text.data()) + 1;
        m_issues.push_back({Severity::Error, {code, std::move(seen), {{}, m_number, column, std::move(field)}}});
        return std::nullopt;
    }

    std::optional<Line> ofKind(const std::vector<std::string_view> &words, std::string_view data)
    {
        m_line.type = words[0];
        switch (m_line.kind) {
        case 'T': return textbound(data);
        case 'R': return relation(words);
        case 'E': return event(words);
        case 'A':
        case 'M':
            if (words.size() < 2)
                return refuse(Code::MissingField, data, "target", {});
            m_line.arguments.emplace_back("", words[1]);
            m_line.rest = words.size() > 2 ? std::string(words[2]) : "";
            return std::move(m_line);
        case '*':
            for (const std::string_view word : std::span(words).subspan(1))
                m_line.arguments.emplace_back("", word);
            return std::move(m_line);
        default:
            if (words.size() < 2)
                return refuse(Code::MissingField, data, "target", {});
            if (m_line.kind == 'N' || isId(words[1]))
                m_line.arguments.emplace_back("", words[1]);
            return std::move(m_line);
        }
    }

    static bool isId(std::string_view word)
    {
        return !word.empty() && std::string_view("TREAMN").find(word[0]) != std::string_view::npos && isNumbered(word);
    }

    std::optional<Line> textbound(std::string_view data)
    {
        if (!m_hasRest)
            return refuse(Code::MissingField, data, "text", {});
        const auto blank = data.find(' ');
        if (blank == data.npos)
            return refuse(Code::MissingField, data, "offsets", {});
        for (const std::string_view part : split(data.substr(blank + 1), ';')) {
            const auto numbers = split(part, ' ');
            core::TextRange range;
            if (numbers.size() != 2 || !read(numbers[0], range.first) || !read(numbers[1], range.second))
                return refuse(Code::BadValue, part, "offsets", excerpt(part, 40));
            if (range.first >= range.second)
                return refuse(Code::BadValue, part, "offsets",
                              excerpt(part, 40) + (range.first == range.second ? ": empty" : ": reversed"));
            if (!m_line.parts.empty() && range.first < m_line.parts.back().second)
                return refuse(Code::BadValue, part, "offsets", excerpt(part, 40) + ": overlaps or out of order");
            m_line.parts.push_back(range);
        }
        if (m_line.parts.empty())
            return refuse(Code::MissingField, data, "offsets", {});
        return std::move(m_line);
    }

    static bool read(std::string_view word, std::int64_t &number)
    {
        const auto [stop, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        return error == std::errc() && stop == word.data() + word.size() && number >= 0;
    }

    bool argument(std::string_view word)
    {
        const auto colon = word.find(':');
        if (colon == word.npos || colon == 0 || colon + 1 == word.size())
            return false;
        m_line.arguments.emplace_back(word.substr(0, colon), word.substr(colon + 1));
        return true;
    }

    std::optional<Line> relation(const std::vector<std::string_view> &words)
    {
        if (words.size() != 3)
            return refuse(Code::BadValue, words[0], "arguments", std::to_string(words.size() - 1) + " arguments");
        for (const std::string_view word : std::span(words).subspan(1))
            if (!argument(word))
                return refuse(Code::BadValue, word, "arguments", excerpt(word, 40));
        auto &arguments = m_line.arguments;
        if (arguments[0].first == arguments[1].first)
            return refuse(Code::BadValue, words[2], "arguments", "role twice: " + excerpt(arguments[0].first, 40));
        if (arguments[0].first == "Arg2" && arguments[1].first == "Arg1")
            std::swap(arguments[0], arguments[1]);
        return std::move(m_line);
    }

    // The first names the trigger: its type is the event's.
    std::optional<Line> event(const std::vector<std::string_view> &words)
    {
        for (const std::string_view word : words)
            if (!argument(word))
                return refuse(Code::BadValue, word, "arguments", excerpt(word, 40));
        m_line.type = m_line.arguments[0].first;
        return std::move(m_line);
    }

    std::string_view m_text;
    std::int64_t m_number = 0;
    std::vector<Issue> &m_issues;
    Line m_line;
    bool m_hasRest = false;
};

}  // namespace

Roles usualRoles()
{
    return {"Arg1", "Arg2"};
}

std::optional<Line> parseLine(std::string_view text, std::int64_t number, std::vector<Issue> &issues)
{
    return Parse(text, number, issues).run();
}

std::vector<bool> standing(const std::vector<Line> &kept, const std::vector<std::string> &ids)
{
    std::vector<bool> stands(kept.size(), true);
    std::set<std::string, std::less<>> there(ids.begin(), ids.end());
    for (const Line &line : kept)
        if (line.kind != '*')
            there.insert(line.id);
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto isGone = [&](const auto &argument) { return !there.contains(argument.second); };
            if (!stands[i] || std::ranges::none_of(kept[i].arguments, isGone))
                continue;
            stands[i] = false;
            there.erase(kept[i].id);
            changed = true;
        }
    }
    return stands;
}

}  // namespace formats::brat
