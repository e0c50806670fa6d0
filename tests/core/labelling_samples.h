// Sample contents to label, and what an edit makes of them.
#pragma once
#include "core/labelling.h"
#include <algorithm>

namespace tests {

inline core::Annotation annotation(std::int64_t id, std::int64_t label, core::Geometry geometry)
{
    core::Annotation annotation;
    annotation.id = {id};
    annotation.job = {1};
    annotation.sample = {7};
    annotation.label = {label};
    annotation.order = id > 0 ? id : 1000 - id;
    annotation.geometry = std::move(geometry);
    annotation.author = "human/li";
    return annotation;
}

inline core::Annotation whole(std::int64_t id, std::int64_t label)
{
    return annotation(id, label, core::WholeSample{});
}

inline core::Annotation box(std::int64_t id, std::int64_t label, double x, double y)
{
    return annotation(id, label, core::Box{x, y, 10, 10, 0});
}

inline core::Annotation proposed(core::Annotation annotation)
{
    annotation.proposed = true;
    annotation.confidence = 0.5;
    return annotation;
}

inline core::Relation relation(std::int64_t id, std::int64_t from, std::int64_t to)
{
    core::Relation relation;
    relation.id = {id};
    relation.job = {1};
    relation.sample = {7};
    relation.from = {from};
    relation.to = {to};
    return relation;
}

// Of 100 × 80 pixels, in job 1. Without a state: no work row.
inline core::SampleContent sample(std::vector<core::Annotation> annotations, std::optional<core::State> state = {})
{
    core::SampleContent content;
    content.sample.id = {7};
    content.sample.uri = "图/a.jpg";
    content.sample.media.width = 100;
    content.sample.media.height = 80;
    content.job = {1};
    for (core::Annotation &annotation : annotations)
        content.annotations.push_back(std::make_shared<const core::Annotation>(std::move(annotation)));
    std::ranges::sort(content.annotations, {}, [](const auto &a) { return std::pair(a->order, a->id); });
    if (state) {
        content.work = core::workOf(content);
        content.work->state = *state;
    }
    return content;
}

inline core::SampleContent done(const core::SampleContent &content, const core::Edit &edit)
{
    return patched(content, core::withImpliedState(edit, {&content, 1}));
}

inline std::vector<std::int64_t> labelsOf(const core::SampleContent &content)
{
    std::vector<std::int64_t> labels;
    for (const auto &annotation : content.annotations)
        labels.push_back(annotation->label.value);
    return labels;
}

}  // namespace tests
