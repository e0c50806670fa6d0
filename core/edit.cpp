#include "core/edit.h"
#include <algorithm>

namespace core {

namespace {

template <class Row>
SampleId sampleOf(const Row &row)
{
    if constexpr (std::is_same_v<Row, Sample>)
        return row.id;
    else if constexpr (requires { row.sample; })
        return row.sample;
    else
        return {};
}

bool continues(Change &mine, const Change &theirs)
{
    return std::visit(
        [](auto &a, const auto &b) {
            if constexpr (std::is_same_v<std::decay_t<decltype(a)>, std::decay_t<decltype(b)>>) {
                if (!a.after || !b.before || a.after != b.before)
                    return false;
                a.after = b.after;
                return true;
            } else {
                return false;
            }
        },
        mine, theirs);
}

}  // namespace

Edit inverse(Edit edit)
{
    std::ranges::reverse(edit.changes);
    for (Change &change : edit.changes)
        std::visit([](auto &row) { std::swap(row.before, row.after); }, change);
    return edit;
}

bool merge(Edit &last, const Edit &next)
{
    if (last.mergeKey.empty() || last.mergeKey != next.mergeKey)
        return false;
    Edit merged = last;
    for (const Change &change : next.changes)
        if (std::ranges::none_of(merged.changes, [&](Change &mine) { return continues(mine, change); }))
            return false;
    last = std::move(merged);
    return true;
}

std::vector<SampleId> touchedSamples(const Edit &edit)
{
    std::vector<SampleId> ids;
    for (const Change &change : edit.changes)
        std::visit(
            [&](const auto &row) {
                for (const auto *side : {&row.before, &row.after})
                    if (*side)
                        if (const SampleId id = sampleOf(**side))
                            ids.push_back(id);
            },
            change);
    std::ranges::sort(ids);
    const auto rest = std::ranges::unique(ids);
    ids.erase(rest.begin(), rest.end());
    return ids;
}

}  // namespace core
