// What segments of speech bring along that their job must know to show it: label classes with their values, contents.
#pragma once
#include "core/job_options.h"
#include "core/edit.h"

namespace formats {

class ImportClasses {
public:
    explicit ImportClasses(core::Job job) : m_job(std::move(job)), m_classes(core::labelClasses(m_job)) {}

    void learn(const core::Attributes &attributes);  // of a segment that was taken
    std::optional<core::Change> change() const;      // of the job's row; empty: it knows all of it

private:
    core::Job m_job;
    std::vector<core::AttributeSpec> m_classes;
    bool m_hasContent = false;
};

}  // namespace formats
