#include "app/label_acts.h"
#include "core/labelling.h"
#include "core/labels.h"
#include <algorithm>
#include <iterator>
#include <unordered_map>

namespace app {

using namespace core;

namespace {

using Visit = std::function<Edit(const SampleContent &)>;

// What `visit` says of every sample that has the label, and at the end the label itself.
Result<Edit> collect(const Reader &reader, const Job &job, const Label &label, const char *name, TaskContext &task,
                     const Visit &visit)
{
    Edit all{name, "", {}};
    std::int64_t done = 0;
    // No filter knows the labels of relations.
    const Filter filter = label.role == LabelRole::Relation ? Filter{} : Filter{HasLabel{label.name}};
    const Status read = reader.each(
        {job.id, filter},
        [&](SampleContent &&content) {
            Edit one = withImpliedState(visit(content), {&content, 1});
            std::ranges::move(one.changes, std::back_inserter(all.changes));
            return task.advance(++done, 0);
        },
        task.stop());
    if (!read)
        return read.error();
    if (task.stop().stop_requested())
        return Error{Code::Cancelled, "", {}};
    return all;
}

std::vector<AnnotationId> withLabel(const SampleContent &content, LabelId label)
{
    std::vector<AnnotationId> ids;
    for (const AnnotationPtr &each : content.annotations)
        if (each->label == label)
            ids.push_back(each->id);
    return ids;
}

Edit removeSample(const SampleContent &content)
{
    Edit edit{"remove-label", "", {}};
    for (const Relation &each : content.relations)
        edit.changes.push_back(removed(each));
    for (const AnnotationPtr &each : content.annotations)
        edit.changes.push_back(removed(*each));
    if (content.work)
        edit.changes.push_back(removed(*content.work));
    edit.changes.push_back(removed(content.sample));
    return edit;
}

// One sample while a label becomes another: what would stand there twice stays once.
class Merge {
public:
    Merge(const SampleContent &content, LabelId from, LabelId into) : m_content(content), m_from(from), m_into(into) {}

    Edit edit() &&
    {
        Edit edit{"merge-labels", "", {}};
        for (const AnnotationPtr &each : m_content.annotations)
            if (each->label == m_from)
                mergeAnnotation(edit, *each);
        for (const Relation &each : m_content.relations)
            mergeRelation(edit, each);
        // What others name goes after them.
        std::ranges::move(m_removals, std::back_inserter(edit.changes));
        return edit;
    }

private:
    // Of whole samples and spans of text; objects in pictures may lie on each other.
    void mergeAnnotation(Edit &edit, const Annotation &row)
    {
        const bool matters =
            std::holds_alternative<WholeSample>(row.geometry) || std::holds_alternative<TextSpan>(row.geometry);
        const auto twin = std::ranges::find_if(m_content.annotations, [&](const AnnotationPtr &other) {
            return other->label == m_into && other->geometry == row.geometry;
        });
        if (matters && twin != m_content.annotations.end()) {
            m_twins[row.id] = (*twin)->id;
            m_removals.push_back(removed(row));
            return;
        }
        Annotation after = row;
        after.label = m_into;
        edit.changes.push_back(changed(row, std::move(after)));
    }

    AnnotationId endOf(AnnotationId end) const
    {
        const auto twin = m_twins.find(end);
        return twin == m_twins.end() ? end : twin->second;
    }

    void mergeRelation(Edit &edit, const Relation &row)
    {
        Relation after = row;
        after.label = row.label == m_from ? m_into : row.label;
        after.from = endOf(row.from);
        after.to = endOf(row.to);
        const bool there = std::ranges::any_of(m_content.relations, [&](const Relation &other) {
            return other.id != row.id && other.label == after.label && other.from == after.from && other.to == after.to;
        });
        if (after != row && (there || after.from == after.to))
            edit.changes.push_back(removed(row));
        else if (after != row)
            edit.changes.push_back(changed(row, std::move(after)));
    }

    const SampleContent &m_content;
    LabelId m_from, m_into;
    std::unordered_map<AnnotationId, AnnotationId> m_twins;  // what goes, and what stands in its place
    std::vector<Change> m_removals;
};

Edit withoutRelations(const SampleContent &content, LabelId label)
{
    Edit edit{"remove-label", "", {}};
    for (const Relation &each : content.relations)
        if (each.label == label)
            edit.changes.push_back(removed(each));
    return edit;
}

}  // namespace

Result<Edit> mergeLabels(const Reader &reader, const Job &job, const Label &from, LabelId into, TaskContext &task)
{
    const auto labels = reader.labels(job.id);
    if (!labels)
        return labels.error();
    auto edit = collect(reader, job, from, "merge-labels", task,
                        [&](const SampleContent &content) { return Merge(content, from.id, into).edit(); });
    if (!edit)
        return edit;
    for (const Label *relation : relationsWith(*labels, from.id)) {
        Label after = *relation;
        for (LabelId *end : {&after.fromLabel, &after.toLabel})
            *end = *end == from.id ? into : *end;
        edit->changes.push_back(changed(*relation, std::move(after)));
    }
    edit->changes.push_back(removed(from));
    return edit;
}

Result<Edit> removeLabelEverywhere(const Reader &reader, const Job &job, const Label &label, bool samplesToo,
                                   TaskContext &task)
{
    const auto labels = reader.labels(job.id);
    if (!labels)
        return labels.error();
    if (const auto users = relationsWith(*labels, label.id); !users.empty())
        return Error{Code::Conflict, users.front()->name, {"", 0, 0, "label"}};
    auto edit = collect(reader, job, label, "remove-label", task, [&](const SampleContent &content) {
        if (label.role == LabelRole::Relation)
            return withoutRelations(content, label.id);
        const std::vector<AnnotationId> ids = withLabel(content, label.id);
        return samplesToo && ids.size() == content.annotations.size() ? removeSample(content)
                                                                      : removeAnnotations(content, ids);
    });
    if (edit)
        edit->changes.push_back(removed(label));
    return edit;
}

}  // namespace app
