// The figures of a project as JSON: `stats --json`, and the counts kept with a version.
#pragma once
#include "core/reader.h"
#include <nlohmann/json.hpp>

namespace app {

// {"kind","samples","labeled","unlabeled","to_confirm","missing","annotations","relations",
//  "labels":[{"name","annotations","samples"}]} of one job.
core::Result<nlohmann::ordered_json> jobFigures(const core::Reader &reader, const core::Job &job);
// The same of `job`, with "jobs": the figures of each job with its "name".
core::Result<nlohmann::ordered_json> projectFigures(const core::Reader &reader, const core::Job &job);

}  // namespace app
