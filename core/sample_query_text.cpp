// Filters written back as text.
#include "core/sample_query.h"
#include <algorithm>
#include <charconv>

namespace core {

namespace {

std::string quotedWhereNeeded(std::string_view word, std::string_view alsoQuote = {})
{
    const auto special = [&](char c) {
        return c == ' ' || (c >= '\t' && c <= '\r') || c == '(' || c == ')' || c == '"'
               || alsoQuote.find(c) != std::string_view::npos;
    };
    if (!word.empty() && std::ranges::none_of(word, special))
        return std::string(word);
    std::string text = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text + '"';
}

std::string shortest(double value)
{
    char buffer[32];
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr};
}

const char *sign(Compare compare)
{
    switch (compare) {
    case Compare::Less: return "<";
    case Compare::LessOrEqual: return "<=";
    case Compare::Greater: return ">";
    case Compare::GreaterOrEqual: return ">=";
    case Compare::Equal: return "=";
    }
    return "";
}

struct Writer {
    bool nested = false;  // under an operator: groups need parentheses

    std::string operator()(const Everything &) const { return nested ? "()" : ""; }
    std::string operator()(const InState &f) const { return std::string("state:") + stateName(f.state); }
    std::string operator()(const HasLabel &f) const { return "label:" + quotedWhereNeeded(f.name); }
    std::string operator()(const IsHard &f) const { return f.hard ? "hard:true" : "hard:false"; }
    std::string operator()(const NameContains &f) const { return "name:" + quotedWhereNeeded(f.text); }
    std::string operator()(const TextContains &f) const { return "text:" + quotedWhereNeeded(f.text); }
    std::string operator()(const InFolder &f) const { return "folder:" + quotedWhereNeeded(f.folder); }
    std::string operator()(const HasAuthor &f) const { return "author:" + quotedWhereNeeded(f.author); }
    std::string operator()(const HasConfidence &f) const
    {
        return std::string("conf:") + sign(f.compare) + shortest(f.value);
    }
    std::string operator()(const FromBatch &f) const { return "batch:" + std::to_string(f.batch); }
    std::string operator()(const HasUsage &f) const { return std::string("usage:") + usageName(f.usage); }
    std::string operator()(const HasProperty &f) const
    {
        return "prop:" + quotedWhereNeeded(f.key, "=") + '=' + quotedWhereNeeded(f.value);
    }
    std::string operator()(const HasMedia &f) const { return std::string("media:") + mediaStateName(f.state); }
    std::string operator()(const AllOf &f) const { return joined(f.of, " "); }
    std::string operator()(const AnyOf &f) const { return joined(f.of, " OR "); }
    std::string operator()(const Not &f) const { return '-' + std::visit(Writer{true}, f.of.front().node); }

    std::string joined(const std::vector<Filter> &of, std::string_view between) const
    {
        std::string text;
        for (const Filter &filter : of)
            text += (text.empty() ? "" : std::string(between)) + std::visit(Writer{true}, filter.node);
        return nested ? '(' + text + ')' : text;
    }
};

}  // namespace

std::string toText(const Filter &filter)
{
    return std::visit(Writer{}, filter.node);
}

}  // namespace core
