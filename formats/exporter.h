// Writes the samples of a query in some format: says first what would be lost, then streams a frozen snapshot.
#pragma once
#include "core/media_location.h"
#include "core/reader.h"
#include "core/task.h"
#include "formats/format.h"

namespace formats {

struct ExportOptions {
    const Format *format = nullptr;
    core::Job job;
    core::SampleQuery query;
    std::optional<std::vector<core::SampleId>> only;  // these samples instead of those of the query
    std::vector<core::PathMap> maps;
    Options formatOptions;
    core::StillProbe probe;
    bool allowLoss = false;  // false: a loss refuses the export (Code::Loss) before anything is written
};

struct Loss {
    std::string what;  // the format's word
    std::int64_t samples = 0;
    std::string example;  // uri of the first
};
struct LossReport {
    std::int64_t samples = 0, annotations = 0;
    std::vector<Loss> losses;  // most frequent first
};

struct ExportReport {
    std::int64_t samples = 0, annotations = 0;
    LossReport losses;
    std::vector<Issue> issues;  // media that could not be found, names that had to change
};
std::string toJson(const ExportReport &report);

core::Result<LossReport> preflight(const ExportOptions &options, core::Reader &reader, core::TaskContext &task);
core::Result<ExportReport> exportTo(const std::filesystem::path &target, const ExportOptions &options,
                                    core::Reader &reader, const std::filesystem::path &projectFolder,
                                    core::TaskContext &task);

}  // namespace formats
