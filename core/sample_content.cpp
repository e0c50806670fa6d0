#include "core/sample_content.h"
#include <algorithm>
#include <unordered_map>

namespace core {

namespace {

bool drawnBefore(const AnnotationPtr &a, const AnnotationPtr &b)
{
    return std::pair(a->order, a->id) < std::pair(b->order, b->id);
}

// Collects what happens to each row, then rebuilds the sorted list in one pass.
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
            std::erase_if(m_content.relations, [&](const Relation &r) { return r.id == change.before->id; });
        if (change.after && belongs(*change.after)) {
            auto &all = m_content.relations;
            all.insert(std::ranges::upper_bound(all, change.after->id, {}, &Relation::id), *change.after);
        }
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
        if (m_annotations.empty())
            return std::move(m_content);
        auto &all = m_content.annotations;
        std::erase_if(all, [&](const AnnotationPtr &a) { return m_annotations.contains(a->id); });
        const auto kept = static_cast<std::ptrdiff_t>(all.size());
        for (auto &[id, annotation] : m_annotations)
            if (annotation)
                all.push_back(std::move(annotation));
        std::sort(all.begin() + kept, all.end(), drawnBefore);
        std::inplace_merge(all.begin(), all.begin() + kept, all.end(), drawnBefore);
        return std::move(m_content);
    }

private:
    template <class Row>
    bool belongs(const Row &row) const
    {
        return row.sample == m_content.sample.id && row.job == m_content.job;
    }

    SampleContent m_content;
    std::unordered_map<AnnotationId, AnnotationPtr> m_annotations;  // null: removed
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
