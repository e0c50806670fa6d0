// Reads a source in some format into an unseen batch: names become ids, faults become issues, one edit shows it all.
#pragma once
#include "core/media_location.h"
#include "core/project.h"
#include "core/task.h"
#include "formats/format.h"

namespace formats {

struct ImportOptions {
    const Format *format = nullptr;  // null: detect
    core::JobId job;
    bool annotations = true;  // false: samples only ("unlabelled")
    bool final = true;        // false: what comes in waits to be confirmed
    bool strict = false;      // the first Error ends it and nothing changes
    bool hardOnly = false;
    // Only annotations of these labels come in, and only samples that have one. Empty: all.
    std::vector<std::string> includeLabels;
    // Annotations of these labels stay out, and samples that have no others.
    std::vector<std::string> excludeLabels;
    std::vector<core::PathMap> maps;  // beside the project's own
    bool checkMedia = true;           // look whether each file is there; false leaves MediaState::Unknown
    Options formatOptions;
    core::StillProbe probe;
};

struct ImportReport {
    std::string format;
    std::int64_t samples = 0, annotations = 0, labels = 0, relations = 0;  // new rows
    std::int64_t known = 0;       // samples that were there already; their own row stays as it is
    std::int64_t duplicates = 0;  // annotations that were there already: same sample, label and geometry
    std::int64_t filtered = 0;    // samples left out by hardOnly, includeLabels, excludeLabels
    std::int64_t labeled = 0;     // of the samples read, now in the labelled state
    std::int64_t missing = 0;     // media not found
    std::int64_t rejected = 0;    // issues of severity Error, all of them
    std::int64_t warnings = 0;
    std::vector<Issue> issues;  // the first 10,000
};
std::string toJson(const ImportReport &report);  // the contract of DESIGN §7, `import --report`

struct Imported {
    ImportReport report;
    core::Edit show;  // Project::apply makes the batch visible
};

// For a worker thread. The batch is dropped on error and cancel; `report` is filled in either way.
core::Result<Imported> importSource(const std::filesystem::path &source, const ImportOptions &options,
                                    core::Reader &reader, core::BatchWriter &batch,
                                    const std::filesystem::path &projectFolder, core::TaskContext &task,
                                    ImportReport &report);

// The first `limit` records for the import dialog, without a project.
struct Preview {
    const Format *format = nullptr;
    std::vector<Record> records;
    std::vector<Issue> issues;
    bool whole = false;  // the source ended before the limit
};
core::Result<Preview> preview(const std::filesystem::path &source, const ImportOptions &options, core::JobKind kind,
                              std::int64_t limit = 100);

}  // namespace formats
