#include "core/sample_content.h"
#include <algorithm>
#include <unordered_map>

namespace core {

namespace {

bool drawnBefore(const AnnotationPtr &a, const AnnotationPtr &b)
{
    return std::pair(a->order, a->id) < std::pair(b->order, b->id);
}

// Collects what happens to each row, then rebuilds the sorted lists in one pass each.
class Patch {
public:
    explicit Patch(const SampleContent &content) : m_content(content) {}

    void operator()(const RowChange<Annotation> &change)
    {
        if (change.before)
            m_annotations[change.before->id] = nullptr;
        if (change.after && belongs(*change.after))
            m_annotations[change.after->id] = std::make_shared<const Annotation>(*change.after);
    }
    void operator()(const RowChange<Relation> &change)
    {
        if (change.before)
            m_relations[change.before->id].reset();
        if (change.after && belongs(*change.after))
            m_relations[change.after->id] = *change.after;
    }
    void operator()(const RowChange<Sample> &change)
    {
        if (change.after && change.after->id == m_content.sample.id)
            m_content.sample = *change.after;
    }
    void operator()(const RowChange<WorkState> &change)
    {
        const WorkState &row = change.after ? *change.after : *change.before;
        if (row.sample == m_content.sample.id && row.job == m_content.job)
            m_content.work = change.after;
    }
    template <class Row>
    void operator()(const RowChange<Row> &)
    {
    }  // labels, jobs, batches, versions: not part of a sample

    SampleContent take()
    {
        const auto idOf = [](const AnnotationPtr &annotation) { return annotation->id; };
        replace(m_content.annotations, m_annotations, idOf, drawnBefore,
                [](AnnotationPtr &annotation) { return std::move(annotation); });
        replace(
            m_content.relations, m_relations, [](const Relation &relation) { return relation.id; },
            [](const Relation &a, const Relation &b) { return a.id < b.id; },
            [](std::optional<Relation> &relation) { return std::move(*relation); });
        return std::move(m_content);
    }

private:
    template <class Row>
    bool belongs(const Row &row) const
    {
        return row.sample == m_content.sample.id && row.job == m_content.job;
    }

    // Takes the changed rows out of the sorted list and merges in those that are there afterwards.
    static void replace(auto &all, auto &changed, auto idOf, auto before, auto take)
    {
        if (changed.empty())
            return;
        std::erase_if(all, [&](const auto &row) { return changed.contains(idOf(row)); });
        const auto kept = static_cast<std::ptrdiff_t>(all.size());
        for (auto &[id, row] : changed)
            if (row)
                all.push_back(take(row));
        std::sort(all.begin() + kept, all.end(), before);
        std::inplace_merge(all.begin(), all.begin() + kept, all.end(), before);
    }

    SampleContent m_content;
    std::unordered_map<AnnotationId, AnnotationPtr> m_annotations;        // null: removed
    std::unordered_map<RelationId, std::optional<Relation>> m_relations;  // empty: removed
};

}  // namespace

AnnotationPtr SampleContent::annotation(AnnotationId id) const
{
    const auto found = std::ranges::find(annotations, id, [](const AnnotationPtr &a) { return a->id; });
    return found == annotations.end() ? nullptr : *found;
}

bool operator==(const SampleContent &a, const SampleContent &b)
{
    return a.sample == b.sample && a.job == b.job && a.work == b.work && a.relations == b.relations
           && std::ranges::equal(a.annotations, b.annotations,
                                 [](const AnnotationPtr &x, const AnnotationPtr &y) { return x == y || *x == *y; });
}

SampleContent patched(const SampleContent &content, const Edit &edit)
{
    Patch patch(content);
    for (const Change &change : edit.changes)
        std::visit(patch, change);
    return patch.take();
}

}  // namespace core
