#include "app/statistics.h"
#include "core/job_options.h"
#include <algorithm>

namespace app {

namespace {

core::Result<std::int64_t> relationCount(const core::Reader &reader, const core::Job &job)
{
    if (job.kind != core::JobKind::TextTriplet)  // no other kind relates its annotations
        return std::int64_t(0);
    std::int64_t count = 0;
    const core::Status counted = reader.each({job.id, {}}, [&count](core::SampleContent &&content) {
        count += std::int64_t(content.relations.size());
        return true;
    });
    if (!counted)
        return counted.error();
    return count;
}

// What is said carries no label.
core::Result<std::int64_t> unlabeledCount(const core::Reader &reader, const core::Job &job)
{
    if (!core::mayHoldContent(job.kind))
        return std::int64_t(0);
    std::int64_t count = 0;
    const core::Status counted = reader.each({job.id, {}}, [&count](core::SampleContent &&content) {
        count +=
            std::ranges::count_if(content.annotations, [](const core::AnnotationPtr &each) { return !each->label; });
        return true;
    });
    if (!counted)
        return counted.error();
    return count;
}

}  // namespace

core::Result<nlohmann::ordered_json> jobFigures(const core::Reader &reader, const core::Job &job)
{
    const auto states = reader.stateCounts(job.id);
    const auto counts = reader.labelCounts(job.id);
    const auto labels = reader.labels(job.id);
    const auto relations = relationCount(reader, job);
    const auto unlabeled = unlabeledCount(reader, job);
    for (const core::Error *error :
         {states ? nullptr : &states.error(), counts ? nullptr : &counts.error(), labels ? nullptr : &labels.error(),
          relations ? nullptr : &relations.error(), unlabeled ? nullptr : &unlabeled.error()})
        if (error)
            return *error;
    std::int64_t annotations = *unlabeled;
    for (const core::LabelCount &count : *counts) {
        const auto label = std::ranges::find(*labels, count.label, &core::Label::id);
        if (label == labels->end() || label->role != core::LabelRole::Relation)
            annotations += count.annotations;
    }
    auto labelFigures = nlohmann::ordered_json::array();
    for (const core::Label &label : *labels) {
        const auto count = std::ranges::find(*counts, label.id, &core::LabelCount::label);
        const bool used = count != counts->end();
        labelFigures.push_back({{"name", label.name},
                                {"annotations", used ? count->annotations : 0},
                                {"samples", used ? count->samples : 0}});
    }
    return nlohmann::ordered_json{
        {"kind", kindName(job.kind)},     {"samples", states->all},          {"labeled", states->labeled},
        {"unlabeled", states->unlabeled}, {"to_confirm", states->toConfirm}, {"missing", states->missing},
        {"annotations", annotations},     {"relations", *relations},         {"labels", std::move(labelFigures)}};
}

core::Result<nlohmann::ordered_json> projectFigures(const core::Reader &reader, const core::Job &job)
{
    auto figures = jobFigures(reader, job);
    const auto jobs = reader.jobs();
    if (!figures || !jobs)
        return figures ? jobs.error() : figures.error();
    auto all = nlohmann::ordered_json::array();
    for (const core::Job &each : *jobs) {
        const auto own = jobFigures(reader, each);
        if (!own)
            return own.error();
        nlohmann::ordered_json named{{"name", each.name}};
        named.update(*own);
        all.push_back(std::move(named));
    }
    (*figures)["jobs"] = std::move(all);
    return figures;
}

}  // namespace app
