#include "tests/core/naive_filter.h"
#include "core/media_location.h"
#include <algorithm>
#include <nlohmann/json.hpp>

using namespace core;

namespace tests {

namespace {

std::string lowered(std::string text)
{
    for (char &c : text)
        if (c >= 'A' && c <= 'Z')
            c += 'a' - 'A';
    return text;
}

bool contains(std::string_view text, std::string_view part)
{
    return lowered(std::string(text)).find(lowered(std::string(part))) != std::string::npos;
}

bool hasProperty(const std::string &json, const std::string &key, const std::string &value)
{
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object() || !object.contains(key))
        return false;
    return object[key].is_string() ? object[key] == value : object[key].dump() == value;
}

bool compares(double a, Compare compare, double b)
{
    switch (compare) {
    case Compare::Less: return a < b;
    case Compare::LessOrEqual: return a <= b;
    case Compare::Greater: return a > b;
    case Compare::GreaterOrEqual: return a >= b;
    case Compare::Equal: return a == b;
    }
    return false;
}

struct Matcher {
    const SampleContent &content;
    std::span<const Label> labels;

    bool some(auto predicate) const
    {
        return std::ranges::any_of(content.annotations, [&](const AnnotationPtr &a) { return predicate(*a); });
    }
    bool operator()(const Everything &) const { return true; }
    bool operator()(const InState &f) const { return content.state() == f.state; }
    bool operator()(const HasLabel &f) const
    {
        return some([&](const Annotation &a) {
            return std::ranges::any_of(labels, [&](const Label &l) { return l.id == a.label && l.name == f.name; });
        });
    }
    bool operator()(const IsHard &f) const { return (content.work && content.work->hard) == f.hard; }
    bool operator()(const NameContains &f) const { return contains(fileName(content.sample.uri), f.text); }
    bool operator()(const TextContains &f) const
    {
        return content.sample.text && contains(*content.sample.text, f.text);
    }
    bool operator()(const InFolder &f) const
    {
        return f.folder.empty() || content.sample.uri.starts_with(f.folder.ends_with('/') ? f.folder : f.folder + '/');
    }
    bool operator()(const HasAuthor &f) const
    {
        return some([&](const Annotation &a) { return contains(a.author, f.author); });
    }
    bool operator()(const HasConfidence &f) const
    {
        return some([&](const Annotation &a) { return a.confidence && compares(*a.confidence, f.compare, f.value); });
    }
    bool operator()(const FromBatch &f) const { return content.sample.batch.value == f.batch; }
    bool operator()(const HasUsage &f) const { return content.sample.usage == f.usage; }
    bool operator()(const HasProperty &f) const { return hasProperty(content.sample.property, f.key, f.value); }
    bool operator()(const HasMedia &f) const { return content.sample.media.state == f.state; }
    bool operator()(const AllOf &f) const
    {
        return std::ranges::all_of(f.of, [&](const Filter &g) { return std::visit(*this, g.node); });
    }
    bool operator()(const AnyOf &f) const
    {
        return std::ranges::any_of(f.of, [&](const Filter &g) { return std::visit(*this, g.node); });
    }
    bool operator()(const Not &f) const { return !std::visit(*this, f.of.front().node); }
};

Filter randomLeaf(std::mt19937 &random)
{
    const auto pick = [&]<class T>(std::initializer_list<T> of) { return of.begin()[random() % of.size()]; };
    switch (random() % 13) {
    case 0: return Filter{};
    case 1: return Filter{InState{State(random() % 3)}};
    case 2: return Filter{HasLabel{pick({"car", "汽车", "Car", "two words", "\"quoted\\", "nobody"})}};
    case 3: return Filter{IsHard{random() % 2 == 0}};
    case 4: return Filter{NameContains{pick({"", "IMG", "img_0", "图", "É", "é", "%", "_", "a/b", ")", "-x", "OR"})}};
    case 5: return Filter{InFolder{pick({"", "a", "a/", "a/b", "A", "图 片", "s3://bucket", "/", "a%"})}};
    case 6: return Filter{HasAuthor{pick({"li", "LI", "human", "model", "", "李"})}};
    case 7: return Filter{HasConfidence{Compare(random() % 5), pick({0.0, 0.25, 0.5, 0.1 + 0.2, 1.0})}};
    case 8: return Filter{FromBatch{std::int64_t(random() % 3)}};
    case 9: return Filter{HasUsage{Usage(random() % 5)}};
    case 10:
        return Filter{
            HasProperty{pick({"city", "a=b", "", "城市", "n"}), pick({"Riga", "3", "true", "", "上海", "0.5"})}};
    case 11: return Filter{TextContains{pick({"", "a", "Riga", "RIGA", "上海", "É", "é", "\n", "\\", "no such"})}};
    default: return Filter{HasMedia{MediaState(random() % 4)}};
    }
}

}  // namespace

bool matches(const Filter &filter, const SampleContent &content, std::span<const Label> labels)
{
    return std::visit(Matcher{content, labels}, filter.node);
}

Filter randomFilter(std::mt19937 &random, int depth)
{
    if (depth == 0 || random() % 3 == 0)
        return randomLeaf(random);
    if (random() % 4 == 0)
        return Filter{Not{{randomFilter(random, depth - 1)}}};
    std::vector<Filter> of;
    for (auto n = 2 + random() % 3; n > 0; --n)
        of.push_back(randomFilter(random, depth - 1));
    return random() % 2 == 0 ? Filter{AllOf{std::move(of)}} : Filter{AnyOf{std::move(of)}};
}

}  // namespace tests
