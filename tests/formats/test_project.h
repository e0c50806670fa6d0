// A project on disk with its one job, and imports and exports as the command line does them.
#pragma once
#include "core/project.h"
#include "tests/formats/fixture.h"

namespace tests {

class TestProject {
public:
    TestProject(const std::filesystem::path &folder, core::JobKind kind, std::vector<core::Label> labels = {});

    core::Project &project() { return *m_project; }
    const core::Job &job() const { return m_job; }
    const std::filesystem::path &folder() const { return m_folder; }
    std::vector<core::Label> labels() const { return *m_project->reader().labels(m_job.id); }
    std::vector<core::SampleContent> contents() const;
    core::StateCounts counts() const { return *m_project->reader().stateCounts(m_job.id); }

    void put(const Fixture &fixture);  // its labels must be the project's
    formats::ImportOptions importOptions(const formats::Format *format = nullptr) const;
    formats::ExportOptions exportOptions(const formats::Format *format) const;

    // Applies the edit when it succeeds. `report` is filled in either way.
    core::Status import(const std::filesystem::path &source, const formats::ImportOptions &options);
    core::Result<formats::ExportReport> exportTo(const std::filesystem::path &target,
                                                 const formats::ExportOptions &options);
    formats::ImportReport report;
    std::stop_source stop;

private:
    std::filesystem::path m_folder;
    std::unique_ptr<core::Project> m_project;
    core::Job m_job;
    core::ProgressState m_progress;
};

}  // namespace tests
