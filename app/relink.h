// Missing media found again: after a folder was mapped or a disk was plugged in.
#pragma once
#include "core/media_location.h"
#include "core/reader.h"
#include "core/task.h"

namespace app {

struct FoundAgain {
    core::Edit edit;  // the found samples are present
    std::int64_t found = 0, missing = 0;
};

// Looks at the disk for every sample whose media are missing. For a worker thread.
core::Result<FoundAgain> findMissing(const core::Reader &reader, core::JobId job,
                                     const std::filesystem::path &projectFolder, const std::vector<core::PathMap> &maps,
                                     core::TaskContext &task);

}  // namespace app
