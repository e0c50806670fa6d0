#include "core/mask_edits_parts.h"
#include "core/masks.h"
#include <algorithm>
#include <unordered_set>

namespace core {

namespace {

bool mentions(const Edit &edit, const Relation &relation)
{
    return std::ranges::any_of(edit.changes, [&relation](const Change &change) {
        const auto *row = std::get_if<RowChange<Relation>>(&change);
        return row && row->before && row->before->id == relation.id;
    });
}

}  // namespace

bool isMask(const Annotation &annotation)
{
    return std::holds_alternative<Mask>(annotation.geometry);
}

bool isLocked(const Annotation &annotation)
{
    return isSet(annotation.attributes, builtin::Locked);
}

const MaskRuns &runsOf(const Annotation &annotation)
{
    static const MaskRuns empty;
    const auto *mask = std::get_if<Mask>(&annotation.geometry);
    return mask && mask->runs ? *mask->runs : empty;
}

Mask maskOfRuns(MaskRuns runs)
{
    return {std::make_shared<const MaskRuns>(std::move(runs))};
}

MaskRuns cutTo(const MaskCanvas &canvas, const MaskRuns &runs)
{
    return canvas.width > 0 && canvas.height > 0 ? cut(runs, canvas.width, canvas.height) : runs;
}

std::vector<AnnotationPtr> chosenFrom(const SampleContent &content, std::span<const AnnotationId> which)
{
    const std::unordered_set<AnnotationId> chosen(which.begin(), which.end());
    std::vector<AnnotationPtr> found;
    std::ranges::copy_if(content.annotations, std::back_inserter(found), [&chosen](const AnnotationPtr &annotation) {
        return chosen.contains(annotation->id) && !isLocked(*annotation);
    });
    return found;
}

Annotation newMask(const MaskCanvas &canvas, MaskRuns runs)
{
    const SampleContent &content = canvas.content;
    Annotation annotation;
    annotation.id = {-1};
    annotation.job = content.job;
    annotation.sample = content.sample.id;
    annotation.label = canvas.label;
    annotation.order = content.annotations.empty() ? 0 : content.annotations.back()->order + 1;
    annotation.geometry = maskOfRuns(std::move(runs));
    return annotation;
}

void addMask(Edit &edit, const SampleContent &content, const Annotation &annotation, const MaskRuns &after)
{
    if (after.isEmpty())
        return addRemoval(edit, content, annotation);
    if (isMask(annotation) && after == runsOf(annotation))
        return;
    Annotation row = annotation;
    row.geometry = maskOfRuns(after);
    edit.changes.push_back(changed(annotation, std::move(row)));
}

void addRemoval(Edit &edit, const SampleContent &content, const Annotation &annotation)
{
    for (const Relation &relation : content.relations)
        if ((relation.from == annotation.id || relation.to == annotation.id) && !mentions(edit, relation))
            edit.changes.push_back(removed(relation));
    edit.changes.push_back(removed(annotation));
}

}  // namespace core
