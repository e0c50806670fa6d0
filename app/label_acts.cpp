#include "app/label_acts.h"
#include "core/labelling.h"
#include <algorithm>
#include <iterator>

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
    const Status read = reader.each(
        {job.id, Filter{HasLabel{label.name}}},
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
    all.changes.push_back(removed(label));
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

}  // namespace

Result<Edit> mergeLabels(const Reader &reader, const Job &job, const Label &from, LabelId into, TaskContext &task)
{
    return collect(reader, job, from, "merge-labels", task, [&](const SampleContent &content) {
        Edit edit{"merge-labels", "", {}};
        const bool hasWhole = std::ranges::any_of(content.annotations, [into](const AnnotationPtr &each) {
            return each->label == into && std::holds_alternative<WholeSample>(each->geometry);
        });
        for (const AnnotationPtr &each : content.annotations) {
            if (each->label != from.id)
                continue;
            Annotation after = *each;
            after.label = into;
            const bool twice = hasWhole && std::holds_alternative<WholeSample>(each->geometry);
            edit.changes.push_back(twice ? removed(*each) : changed(*each, std::move(after)));
        }
        return edit;
    });
}

Result<Edit> removeLabelEverywhere(const Reader &reader, const Job &job, const Label &label, bool samplesToo,
                                   TaskContext &task)
{
    return collect(reader, job, label, "remove-label", task, [&](const SampleContent &content) {
        const std::vector<AnnotationId> ids = withLabel(content, label.id);
        return samplesToo && ids.size() == content.annotations.size() ? removeSample(content)
                                                                      : removeAnnotations(content, ids);
    });
}

}  // namespace app
