#include "formats/conll_tokens.h"
#include <algorithm>

namespace formats::conll {

namespace {

char32_t first(std::string_view text)
{
    std::size_t at = 0;
    return nextCharacter(text, at);
}

char32_t last(std::string_view text)
{
    std::size_t at = text.size() - 1;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return nextCharacter(text, at);
}

bool hasCjk(std::string_view text)
{
    for (std::size_t at = 0; at < text.size();)
        if (isCjk(nextCharacter(text, at)))
            return true;
    return false;
}

std::int64_t length(std::string_view text)
{
    return std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

// Runs without separators, in order.
std::vector<core::TextRange> solid(const core::TextMap &text)
{
    std::vector<core::TextRange> runs;
    const std::string &bytes = text.text().str();
    std::int64_t position = 0;
    bool inRun = false;
    for (std::size_t at = 0; at < bytes.size(); ++position) {
        const bool separates = isSeparator(nextCharacter(bytes, at));
        if (!separates && !inRun)
            runs.emplace_back(position, position);
        if (!separates)
            runs.back().second = position + 1;
        inRun = !separates;
    }
    return runs;
}

}  // namespace

std::vector<core::TextRange> tokensOf(const core::TextMap &text, const std::vector<std::int64_t> &cuts)
{
    std::vector<core::TextRange> tokens;
    const core::Boundaries boundaries(text);
    auto cut = cuts.begin();
    for (const auto &[begin, end] : solid(text))
        for (std::int64_t at = begin; at < end;) {
            std::int64_t stop = std::min(end, boundaries.nextWord(at));
            if (hasCjk(text.slice(at, stop)))
                stop = std::min(stop, boundaries.nextCluster(at));
            while (cut != cuts.end() && *cut <= at)
                ++cut;
            if (cut != cuts.end())
                stop = std::min(stop, *cut);
            tokens.emplace_back(at, stop);
            at = stop;
        }
    return tokens;
}

bool breaksLine(const core::TextMap &text, std::int64_t begin, std::int64_t end)
{
    const std::string_view between = text.slice(begin, end);
    return between.find_first_of("\r\n") != between.npos;
}

core::TextRange trimmed(const core::TextMap &text, core::TextRange range)
{
    while (range.first < range.second && isSeparator(first(text.slice(range.first, range.first + 1))))
        ++range.first;
    while (range.second > range.first && isSeparator(first(text.slice(range.second - 1, range.second))))
        --range.second;
    return range;
}

void join(const std::vector<std::string> &tokens, Joiner joiner, std::string &text, std::int64_t &codePoints,
          std::vector<std::int64_t> &starts)
{
    const bool isCjkText = joiner == Joiner::Auto && std::ranges::any_of(tokens, hasCjk);
    const auto apart = [&](const std::string &left, const std::string &right) {
        if (joiner != Joiner::Auto)
            return joiner == Joiner::Space;
        if (!isCjkText)
            return true;
        const bool single = length(left) == 1 && length(right) == 1;  // "1998" as one character a line
        return !single && !isCjk(last(left)) && !isCjk(first(right));
    };
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i > 0 && apart(tokens[i - 1], tokens[i])) {
            text += ' ';
            ++codePoints;
        }
        starts.push_back(codePoints);
        text += tokens[i];
        codePoints += length(tokens[i]);
    }
}

}  // namespace formats::conll
