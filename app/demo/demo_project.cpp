#include "app/demo/demo_project.h"
#include "core/labels.h"

namespace app::demo {

core::WorkState workFor(char state, core::JobId job, core::SampleId sample, std::uint32_t seed)
{
    core::WorkState work;
    work.job = job;
    work.sample = sample;
    work.state = state == 'C' ? core::State::ToConfirm : state == 'U' ? core::State::Unlabeled : core::State::Labeled;
    work.hard = state == 'L' && seed % 5 == 3;
    if (work.hard)
        work.hardCoefficient = 0.7;
    return work;
}

core::Result<core::NewProject> projectOf(core::JobKind kind, const char *job, std::vector<std::string> labels)
{
    auto made = core::newLabels(kind, labels);
    if (!made)
        return made.error();
    core::NewProject what;
    what.kind = kind;
    what.jobName = job;
    what.labels = std::move(*made);
    return what;
}

core::Status makeProject(const std::filesystem::path &file, const core::NewProject &what, const Fill &fill)
{
    const auto project = core::Project::create(file, what);
    if (!project)
        return project.error();
    const auto jobs = (*project)->reader().jobs();
    if (!jobs)
        return jobs.error();
    const auto labels = (*project)->reader().labels(jobs->at(0).id);
    const auto batch = (*project)->newBatch("demo");
    if (!labels || !batch)
        return labels ? batch.error() : labels.error();
    if (const auto filled = fill(**batch, jobs->at(0), *labels); !filled)
        return filled;
    auto show = (*batch)->close("import");
    if (!show)
        return show.error();
    const auto shown = (*project)->apply(std::move(*show));
    return shown ? core::ok() : core::Status(shown.error());
}

}  // namespace app::demo
