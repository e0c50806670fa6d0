#include "tests/formats/text_fixture.h"
#include "core/text/boundaries.h"
#include <algorithm>
#include <array>

namespace tests {

namespace {

using namespace std::string_view_literals;
using Range = core::TextRange;

constexpr std::array plainWords{"Ada"sv,   "met"sv,      "Bob"sv,      "in"sv,    "Riga"sv,
                                "Größe"sv, "物流很快"sv, "手感不错"sv, "Ελλάδα"sv};
constexpr std::array oddWords{"👩‍👩‍👧‍👦"sv,
                              "e\u0301te\u0301"sv,
                              "𠀀𠀁"sv,
                              "שלום"sv,
                              "مرحبا"sv,
                              "नमस्ते"sv,
                              "ภาษาไทย"sv,
                              "각"sv,
                              "🇱🇻🇪🇪"sv,
                              "\"quoted\""sv,
                              "back\\slash"sv,
                              "a,b;c|d"sv,
                              "=1+1"sv,
                              "<b>&amp;</b>"sv,
                              "'"sv,
                              "\u200D"sv,
                              "\uFEFF"sv,
                              "\u202Eabc"sv,
                              "\u00A0"sv,
                              "-"sv};
constexpr std::array oddGaps{" "sv, "  "sv, "\t"sv, "\u3000"sv, ""sv};
constexpr std::array lineEnds{"\n"sv, "\r\n"sv, "\r"sv, "\n\n"sv, "\u2028"sv, "\0"sv};

int below(std::mt19937 &random, int n)
{
    return std::uniform_int_distribution(0, n - 1)(random);
}

template <std::size_t n>
std::string_view oneOf(std::mt19937 &random, const std::array<std::string_view, n> &all)
{
    return all[static_cast<std::size_t>(below(random, static_cast<int>(n)))];
}

std::string_view gap(std::mt19937 &random, TextShape shape)
{
    if (shape == TextShape::Wild && below(random, 4) == 0)
        return oneOf(random, lineEnds);
    if (shape == TextShape::Lines && below(random, 5) == 0)
        return "\n";
    return shape == TextShape::Wild || shape == TextShape::Line ? oneOf(random, oddGaps) : " ";
}

// Neither empty nor the same: two of the positions in order.
Range between(std::mt19937 &random, const std::vector<std::int64_t> &positions)
{
    const int a = below(random, static_cast<int>(positions.size()) - 1);
    const int most = std::min(8, static_cast<int>(positions.size()) - 1 - a);
    return {positions[static_cast<std::size_t>(a)], positions[static_cast<std::size_t>(a + 1 + below(random, most))]};
}

bool crosses(const Range &a, const Range &b)
{
    const bool apart = a.second <= b.first || b.second <= a.first;
    const bool within = (a.first <= b.first && b.second <= a.second) || (b.first <= a.first && a.second <= b.second);
    return !apart && !within;
}

std::vector<std::int64_t> clusterEnds(const core::TextMap &map)
{
    const core::Boundaries boundaries(map);
    std::vector<std::int64_t> ends{0};
    while (ends.back() < map.codePoints())
        ends.push_back(boundaries.nextCluster(ends.back()));
    return ends;
}

std::vector<Range> wordsOf(const core::TextMap &map)
{
    std::vector<Range> words;
    bool inWord = false;
    for (std::int64_t at = 0; at < map.codePoints(); ++at) {
        const auto one = map.slice(at, at + 1);
        const bool blank = one == " " || one == "\n" || one == "\r" || one == "\t";
        if (!blank && inWord)
            words.back().second = at + 1;
        else if (!blank)
            words.emplace_back(at, at + 1);
        inWord = !blank;
    }
    return words;
}

std::vector<core::TextSpan> wordSpans(std::mt19937 &random, const core::TextMap &map, int count)
{
    std::vector<core::TextSpan> spans;
    const auto words = wordsOf(map);
    for (std::size_t i = 0; i < words.size() && static_cast<int>(spans.size()) < count; ++i) {
        if (below(random, 2) == 0)
            continue;
        const bool two =
            i + 1 < words.size() && map.slice(words[i].second, words[i + 1].first) == " " && below(random, 3) == 0;
        spans.push_back({{{words[i].first, words[i + (two ? 1 : 0)].second}}});
        i += two ? 1 : 0;
    }
    return spans;
}

}  // namespace

std::string randomText(std::mt19937 &random, TextShape shape, int number)
{
    const bool isOdd = shape == TextShape::Wild || shape == TextShape::Line;
    std::string text(isOdd && below(random, 4) == 0 ? gap(random, shape) : "");
    for (int words = 2 + below(random, 9); words > 0; --words) {
        text += isOdd && below(random, 2) == 0 ? oneOf(random, oddWords) : oneOf(random, plainWords);
        text += gap(random, shape);
    }
    text += '#' + std::to_string(number);
    return isOdd && below(random, 4) == 0 ? text + std::string(gap(random, shape)) : text;
}

std::vector<core::TextSpan> randomSpans(std::mt19937 &random, const std::string &text, SpanShape shape, int count)
{
    const core::TextMap map{core::SharedText(text)};
    if (shape == SpanShape::Words)
        return wordSpans(random, map, count);
    const auto ends = clusterEnds(map);
    std::vector<core::TextSpan> spans;
    for (int i = 0; i < count; ++i) {
        core::TextSpan span{{between(random, ends)}};
        const Range second = between(random, ends);
        if (shape == SpanShape::Parted && second.first > span.parts[0].second)
            span.parts.push_back(second);
        const auto bad = [&](const core::TextSpan &other) { return crosses(other.parts[0], span.parts[0]); };
        if (shape != SpanShape::Nested || std::ranges::none_of(spans, bad))
            spans.push_back(std::move(span));
    }
    return spans;
}

}  // namespace tests
