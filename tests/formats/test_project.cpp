#include "tests/formats/test_project.h"
#include <QtGlobal>

namespace tests {

TestProject::TestProject(const std::filesystem::path &folder, core::JobKind kind, std::vector<core::Label> labels)
    : m_folder(folder)
{
    std::filesystem::create_directories(folder);
    auto created = core::Project::create(folder / "p.labelwright", {kind, "default", std::move(labels)});
    if (!created)
        qFatal("%s", core::describe(created.error()).c_str());
    m_project = std::move(*created);
    m_job = m_project->reader().jobs()->front();
}

std::vector<core::SampleContent> TestProject::contents() const
{
    const core::Reader &reader = m_project->reader();
    const auto ids = reader.find({m_job.id, {}, core::SortKey::Added, false});
    if (!ids)
        qFatal("%s", core::describe(ids.error()).c_str());
    std::vector<core::SampleContent> all;
    for (const core::SampleId id : *ids)
        all.push_back(*reader.load(m_job.id, id));
    return all;
}

void TestProject::put(const Fixture &fixture)
{
    const auto own = labels();
    core::Edit edit{"test", "", {}};
    for (const core::SampleContent &content : fixture.contents) {
        core::Sample sample = content.sample;
        sample.id = {-sample.id.value};
        core::WorkState work = content.work.value();
        work.sample = sample.id;
        work.job = m_job.id;
        edit.changes.push_back(core::created(sample));
        if (work.state != core::State::Unlabeled || work.hard || work.hardCoefficient || !work.hardReasons.empty()
            || !work.note.empty())
            edit.changes.push_back(core::created(std::move(work)));
        for (const core::AnnotationPtr &annotation : content.annotations) {
            core::Annotation row = *annotation;
            row.id = {-row.id.value};
            row.job = m_job.id;
            row.sample = sample.id;
            if (row.label)
                row.label = own[std::size_t(row.label.value - 1)].id;
            edit.changes.push_back(core::created(std::move(row)));
        }
        for (core::Relation row : content.relations) {
            row.id = {-row.id.value};
            row.job = m_job.id;
            row.sample = sample.id;
            row.label = own[std::size_t(row.label.value - 1)].id;
            row.from = {-row.from.value};
            row.to = {-row.to.value};
            edit.changes.push_back(core::created(std::move(row)));
        }
    }
    if (const auto applied = m_project->apply(std::move(edit)); !applied)
        qFatal("%s", core::describe(applied.error()).c_str());
}

formats::ImportOptions TestProject::importOptions(const formats::Format *format) const
{
    formats::ImportOptions options;
    options.format = format;
    options.job = m_job.id;
    options.probe = fixtureProbe();
    return options;
}

formats::ExportOptions TestProject::exportOptions(const formats::Format *format) const
{
    formats::ExportOptions options;
    options.format = format;
    options.job = m_job;
    options.probe = fixtureProbe();
    return options;
}

core::Status TestProject::import(const std::filesystem::path &source, const formats::ImportOptions &options)
{
    core::TaskContext task(stop.get_token(), m_progress);
    const auto reader = m_project->newReader();
    const auto batch = m_project->newBatch(source.string(), "test");
    if (!reader || !batch)
        return reader ? batch.error() : reader.error();
    auto imported = formats::importSource(source, options, **reader, **batch, m_folder, task, report);
    if (!imported)
        return imported.error();
    const auto shown = m_project->apply(std::move(imported->show));
    return shown ? core::ok() : core::Status(shown.error());
}

core::Result<formats::ExportReport> TestProject::exportTo(const std::filesystem::path &target,
                                                          const formats::ExportOptions &options)
{
    core::TaskContext task(stop.get_token(), m_progress);
    const auto reader = m_project->newReader();
    if (!reader)
        return reader.error();
    return formats::exportTo(target, options, **reader, m_folder, task);
}

}  // namespace tests
