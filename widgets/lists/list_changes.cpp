#include "widgets/lists/list_changes.h"
#include <algorithm>

namespace widgets {

namespace {

struct Delta {
    core::StateCounts &counts;
    std::vector<core::LabelCount> &labels;
    core::JobId job;

    bool operator()(const core::RowChange<core::WorkState> &change)
    {
        if (const auto &row = change.after ? change.after : change.before; row && row->job != job)
            return true;
        add(change.before.value_or(core::WorkState{}), -1);
        add(change.after.value_or(core::WorkState{}), +1);
        return true;
    }
    bool operator()(const core::RowChange<core::Annotation> &change) { return move(change); }
    bool operator()(const core::RowChange<core::Relation> &change) { return move(change); }
    bool operator()(const core::RowChange<core::Sample> &change)
    {
        if (!change.before || !change.after)
            return false;
        counts.missing += (change.after->media.state == core::MediaState::Missing)
                          - (change.before->media.state == core::MediaState::Missing);
        return true;
    }
    bool operator()(const core::RowChange<core::Label> &change) { return change.before && change.after; }
    bool operator()(const core::RowChange<core::Job> &) { return true; }
    bool operator()(const core::RowChange<core::Batch> &) { return false; }
    bool operator()(const core::RowChange<core::Version> &) { return true; }

private:
    template <class Row>
    bool move(const core::RowChange<Row> &change)
    {
        if (change.before)
            add(*change.before, -1);
        if (change.after)
            add(*change.after, +1);
        return true;
    }
    void add(const core::WorkState &work, int by)
    {
        switch (work.state) {
        case core::State::Unlabeled: counts.unlabeled += by; break;
        case core::State::ToConfirm: counts.toConfirm += by; break;
        case core::State::Labeled: counts.labeled += by; break;
        }
        counts.hard += work.hard ? by : 0;
    }
    template <class Row>
    void add(const Row &row, int by)  // an annotation or a relation
    {
        if (row.job != job || !row.label)
            return;
        const auto found = std::ranges::find(labels, row.label, &core::LabelCount::label);
        if (found != labels.end())
            found->annotations += by;
        else
            labels.push_back({row.label, by, 0});
    }
};

struct Dependence {
    const core::ChangeSet &set;

    bool operator()(const core::Everything &) const { return false; }
    bool operator()(const core::InState &) const { return set.works || set.annotations; }
    bool operator()(const core::HasLabel &) const { return set.annotations || set.labels; }
    bool operator()(const core::IsHard &) const { return set.works; }
    bool operator()(const core::NameContains &) const { return set.sampleRows; }
    bool operator()(const core::TextContains &) const { return set.sampleRows || set.annotations; }
    bool operator()(const core::InFolder &) const { return set.sampleRows; }
    bool operator()(const core::HasAuthor &) const { return set.annotations; }
    bool operator()(const core::HasConfidence &) const { return set.annotations; }
    bool operator()(const core::FromBatch &) const { return set.sampleRows; }
    bool operator()(const core::HasUsage &) const { return set.sampleRows; }
    bool operator()(const core::HasProperty &) const { return set.sampleRows; }
    bool operator()(const core::HasMedia &) const { return set.sampleRows; }
    bool operator()(const core::AllOf &node) const { return any(node.of); }
    bool operator()(const core::AnyOf &node) const { return any(node.of); }
    bool operator()(const core::Not &node) const { return any(node.of); }

    bool any(const std::vector<core::Filter> &filters) const
    {
        return std::ranges::any_of(filters, [this](const core::Filter &f) { return std::visit(*this, f.node); });
    }
};

bool comesOrGoes(const core::Change &change)
{
    const auto *sample = std::get_if<core::RowChange<core::Sample>>(&change);
    return sample && (!sample->before || !sample->after);
}

bool orderDepends(core::SortKey key, const core::ChangeSet &set)
{
    switch (key) {
    case core::SortKey::Added: return false;
    case core::SortKey::Name: return set.sampleRows;
    case core::SortKey::State: return set.works || set.annotations;
    case core::SortKey::Confidence:
    case core::SortKey::AnnotationCount: return set.annotations;
    }
    return true;
}

}  // namespace

std::pair<std::size_t, std::size_t> commonEnds(std::span<const core::SampleId> a, std::span<const core::SampleId> b)
{
    const std::size_t shorter = std::min(a.size(), b.size());
    std::size_t head = 0, tail = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    return {head, tail};
}

bool mayMove(const core::SampleQuery &query, const core::ChangeSet &set)
{
    return set.everything || std::visit(Dependence{set}, query.filter.node) || orderDepends(query.sort, set)
           || (set.edit && std::ranges::any_of(set.edit->changes, comesOrGoes));
}

bool recounted(core::StateCounts &counts, std::vector<core::LabelCount> &labels, core::JobId job,
               const core::Edit &edit)
{
    core::StateCounts newCounts = counts;
    std::vector<core::LabelCount> newLabels = labels;
    Delta delta{newCounts, newLabels, job};
    for (const core::Change &change : edit.changes)
        if (!std::visit(delta, change))
            return false;
    counts = newCounts;
    labels = std::move(newLabels);
    return true;
}

core::SampleId nextOf(std::span<const core::SampleId> list, std::vector<core::SampleId> wanted, core::SampleId from,
                      bool forward)
{
    std::ranges::sort(wanted);
    const auto isWanted = [&](core::SampleId id) { return id != from && std::ranges::binary_search(wanted, id); };
    const std::size_t start = std::size_t(std::ranges::find(list, from) - list.begin());
    const std::size_t n = list.size();
    for (std::size_t i = 1; i <= n; ++i) {
        const std::size_t at = start == n ? (forward ? i - 1 : n - i) : (forward ? start + i : start + n - i) % n;
        if (isWanted(list[at]))
            return list[at];
    }
    return {};
}

}  // namespace widgets
