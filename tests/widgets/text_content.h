// A text with entities and relations in memory, for tests of panels.
#pragma once
#include "core/job_options.h"
#include "tests/widgets/fixtures.h"

namespace tests {

inline constexpr std::int64_t personLabel = 1, placeLabel = 2, bornInLabel = 3, knowsLabel = 4;

inline std::shared_ptr<const std::vector<core::Label>> tripleLabels()
{
    auto labels = *someLabels({"person", "place", "born in", "knows"});
    for (core::Label &label : labels)
        label.role = label.id.value < bornInLabel ? core::LabelRole::Entity : core::LabelRole::Relation;
    labels[2].fromLabel = labels[3].fromLabel = labels[3].toLabel = {personLabel};
    labels[2].toLabel = {placeLabel};
    return std::make_shared<const std::vector<core::Label>>(std::move(labels));
}

inline core::Job tripleJob()
{
    core::Job job;
    job.id = {1};
    job.kind = core::JobKind::TextTriplet;
    return job;
}

inline core::AnnotationPtr entityOf(std::int64_t id, std::int64_t label, std::int64_t begin, std::int64_t end)
{
    core::Annotation entity;
    entity.id = {id};
    entity.job = {1};
    entity.sample = {7};
    entity.label = {label};
    entity.order = id;
    entity.geometry = core::TextSpan{{{begin, end}}};
    return std::make_shared<const core::Annotation>(std::move(entity));
}

inline core::Relation relationOf(std::int64_t id, std::int64_t label, std::int64_t from, std::int64_t to)
{
    core::Relation relation;
    relation.id = {id};
    relation.job = {1};
    relation.sample = {7};
    relation.label = {label};
    relation.from = {from};
    relation.to = {to};
    return relation;
}

// "Ada met Bob in Paris.": Paris 1, Bob 2, Ada 3 in the order of marking; Ada knows Bob (11), Bob was born in Paris
// (12).
inline core::SampleContent triples()
{
    core::SampleContent content;
    content.sample.id = {7};
    content.sample.text = "Ada met Bob in Paris.";
    content.job = {1};
    content.annotations = {entityOf(1, placeLabel, 15, 20), entityOf(2, personLabel, 8, 11),
                           entityOf(3, personLabel, 0, 3)};
    content.relations = {relationOf(11, knowsLabel, 3, 2), relationOf(12, bornInLabel, 2, 1)};
    return content;
}

}  // namespace tests
