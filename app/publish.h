// Publishing: a version of a job as a ModelArts tree, split into training and evaluation, recorded in the project.
#pragma once
#include "core/media_location.h"
#include "core/project.h"
#include "core/task.h"
#include "formats/format.h"

namespace app {

struct PublishOptions {
    core::Job job;
    std::string version;  // 1…32 letters, digits, '_', '-'
    std::string description;
    double trainShare = 1;
    std::int64_t seed = 0;
    bool keepHard = false;  // false: what is hard is not told
    std::vector<core::PathMap> maps;
    core::StillProbe probe;
};

struct Published {
    core::Version version;
    std::int64_t samples = 0, labeled = 0, train = 0, eval = 0;
};

// The two calls below in one.
// Exists: a version of that name, or its folder. BadValue: the name, or a label too rare to split (where.field).
// Unsupported with where.field "train": the kind is not split.
core::Result<Published> publish(core::Project &project, const std::filesystem::path &target,
                                const PublishOptions &options, core::TaskContext &task);

// Writes TARGET/annotation/VERSION/VERSION.manifest with its annotations beside it. Unlabeled samples and those to
// confirm are listed without annotations and without usage. For a worker thread.
core::Result<Published> writeVersion(core::Reader &reader, const std::filesystem::path &projectFolder,
                                     const std::filesystem::path &target, const PublishOptions &options,
                                     core::TaskContext &task);
core::Edit recordVersion(const Published &published);

}  // namespace app
