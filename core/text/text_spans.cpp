#include "core/text/text_spans.h"
#include <algorithm>

namespace core {

const TextSpan *textSpanOf(const Annotation &annotation)
{
    const auto *span = std::get_if<TextSpan>(&annotation.geometry);
    return span && !span->parts.empty() ? span : nullptr;
}

TextRange hullOf(TextParts parts)
{
    return parts.empty() ? TextRange{} : TextRange{parts.front().first, parts.back().second};
}

bool shareText(TextParts a, TextParts b)
{
    for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
        if (std::max(x->first, y->first) < std::min(x->second, y->second))
            return true;
        (x->second < y->second ? x : y)++;
    }
    return false;
}

bool covers(TextParts outer, TextParts inner)
{
    auto x = outer.begin();
    for (const TextRange &part : inner) {
        while (x != outer.end() && x->second < part.second)
            ++x;
        if (x == outer.end() || x->first > part.first)
            return false;
    }
    return true;
}

std::vector<TextRange> tidyParts(const Boundaries &text, TextParts parts)
{
    std::vector<TextRange> whole;
    for (const TextRange &part : parts)
        if (const TextRange range = text.clusters(part); range.first < range.second)
            whole.push_back(range);
    std::ranges::sort(whole);
    std::vector<TextRange> tidy;
    for (const TextRange &range : whole) {
        if (!tidy.empty() && range.first <= tidy.back().second)
            tidy.back().second = std::max(tidy.back().second, range.second);
        else
            tidy.push_back(range);
    }
    return tidy;
}

}  // namespace core
