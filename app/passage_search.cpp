#include "app/passage_search.h"
#include <algorithm>

namespace app {

using namespace core;

namespace {

constexpr std::int64_t around = 24, longest = 80;  // code points

PassageLine lineOf(const SampleContent &content, const std::vector<Passage> &passages)
{
    const TextMap map(*content.sample.text);
    const auto [begin, end] = passages.front().range;
    const std::int64_t from = std::max<std::int64_t>(0, begin - around), cut = std::min(end, begin + longest);
    const auto slice = [&map](std::int64_t first, std::int64_t last) { return std::string(map.slice(first, last)); };
    return {content.sample.uri, slice(from, begin), slice(begin, cut), slice(cut, cut + around), std::ssize(passages)};
}

}  // namespace

SampleQuery PassageSource::query(PassageScope scope) const
{
    return scope == PassageScope::List ? list : SampleQuery{job.id, {}};
}

Result<FoundPassages> lookFor(const PassageSource &source, PassageScope scope, const FindPassages &find,
                              const Reader *reader, TaskContext &task)
{
    FoundPassages found;
    const auto visit = [&found](const SampleContent &content, const std::vector<Passage> &passages) {
        if (found.lines.size() < mostLines)
            found.lines.push_back(lineOf(content, passages));
        return true;
    };
    if (scope != PassageScope::Text) {
        auto counts = eachPassage(*reader, source.query(scope), source.rules(), find, visit, task);
        if (!counts)
            return counts.error();
        found.counts = *counts;
        return found;
    }
    if (!source.content || !source.content->sample.text)
        return found;
    auto passages = find(*source.content->sample.text, task.stop());
    if (!passages)
        return passages.error();
    if (const auto free = freePassages(*source.content, source.rules(), std::move(*passages), found.counts);
        !free.empty())
        visit(*source.content, free);
    return found;
}

}  // namespace app
