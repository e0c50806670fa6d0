#include "formats/conll_tags.h"
#include <algorithm>
#include <array>

namespace formats::conll {

namespace {

constexpr std::array<std::string_view, 5> schemeWords{"iob1", "iob2", "iobes", "bilou", "bmes"};

// Written letters of a scheme for B, I, E, S.
constexpr std::array<std::string_view, 5> letters{"BIII", "BIIB", "BIES", "BILU", "BMES"};

bool hasEnds(Scheme scheme)
{
    return scheme == Scheme::Iobes || scheme == Scheme::Bilou || scheme == Scheme::Bmes;
}

}  // namespace

std::string_view wordOf(Scheme scheme)
{
    return schemeWords.at(static_cast<std::size_t>(scheme));
}

std::optional<Scheme> schemeFrom(std::string_view word)
{
    const auto found = std::ranges::find(schemeWords, word);
    return found == schemeWords.end() ? std::nullopt : std::optional(static_cast<Scheme>(found - schemeWords.begin()));
}

std::optional<Tag> parseTag(std::string_view text)
{
    if (text == "O" || text == "_" || text == "-" || text == "-X-")
        return Tag{};
    if (text.size() < 3 || text[1] != '-')
        return std::nullopt;
    const auto at = std::string_view("BIESMLU").find(text[0]);
    return at == std::string_view::npos ? std::nullopt : std::optional(Tag{text[0], "BIESIES"[at], text.substr(2)});
}

std::string tagOf(Scheme scheme, std::size_t at, std::size_t count, std::string_view label, bool touches)
{
    const std::string_view set = letters.at(static_cast<std::size_t>(scheme));
    char letter = count == 1 ? set[3] : at == 0 ? set[0] : at + 1 == count ? set[2] : set[1];
    if (scheme == Scheme::Iob1)
        letter = at == 0 && touches ? 'B' : 'I';
    return std::string(1, letter) + '-' + std::string(label);
}

std::vector<Run> runsOf(const std::vector<std::string> &tags, Scheme scheme, std::vector<TagFault> &faults)
{
    std::vector<Run> runs;
    bool open = false;
    const auto fault = [&](std::size_t at) {
        faults.push_back({at, tags[at] + " after " + (at == 0 ? "nothing" : tags[at - 1]), false});
    };
    const auto close = [&](std::size_t at) {  // before its end was seen
        if (open && hasEnds(scheme) && at < tags.size())
            fault(at);
        else if (open && hasEnds(scheme))
            faults.push_back({at - 1, tags[at - 1] + " at the end", false});
        open = false;
    };
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const auto tag = parseTag(tags[i]);
        if (!tag)
            faults.push_back({i, tags[i], true});
        if (!tag || tag->place == 'O') {
            close(i);
            continue;
        }
        const bool goesOn = open && runs.back().label == tag->label && (tag->place == 'I' || tag->place == 'E');
        if (goesOn) {
            runs.back().end = i + 1;
        } else {
            const bool isFirst = tag->place == 'B' || tag->place == 'S';
            if (!isFirst && scheme != Scheme::Iob1)
                fault(i);
            else if (isFirst)
                close(i);
            runs.push_back({i, i + 1, std::string(tag->label)});
        }
        open = tag->place == 'B' || tag->place == 'I';
    }
    close(tags.size());
    return runs;
}

void SchemeGuess::add(std::string_view text)
{
    const auto tag = parseTag(text);
    if (!tag || tag->place == 'O') {
        m_last.clear();
        return;
    }
    m_entities = true;
    if (m_seen.find(tag->letter) == std::string::npos)
        m_seen += tag->letter;
    if (tag->letter == 'I' && m_last != tag->label)
        ++m_insideFirst;
    if (tag->letter == 'B' && m_last != tag->label)
        ++m_beginAlone;
    m_last = tag->label;
}

Scheme SchemeGuess::best() const
{
    const auto has = [this](const char *any) { return m_seen.find_first_of(any) != std::string::npos; };
    if (has("LU"))
        return Scheme::Bilou;
    if (has("M"))
        return Scheme::Bmes;
    if (has("ES"))
        return Scheme::Iobes;
    return m_insideFirst > 0 && m_beginAlone == 0 ? Scheme::Iob1 : Scheme::Iob2;
}

}  // namespace formats::conll
