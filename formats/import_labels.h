// Label names of a source become ids: labels of the job are used again, new ones get a colour of their own.
#pragma once
#include "core/batch_writer.h"
#include "formats/format.h"
#include <unordered_map>

namespace formats {

class ImportLabels {
public:
    ImportLabels(core::JobId job, core::BatchWriter &batch, std::vector<core::Label> existing);

    // Takes over how a label looks; one the job has already stays as it is.
    core::Status put(core::Label label, const core::Location &where, RecordSink &issues);
    // Zero: a name that cannot be one (reported each time). Trimming and odd characters are reported once per name.
    core::Result<core::LabelId> idOf(const std::string &name, const core::Location &where, RecordSink &issues);
    std::int64_t created() const { return m_created; }

private:
    core::Result<core::LabelId> create(core::Label label);

    core::JobId m_job;
    core::BatchWriter &m_batch;
    std::vector<core::Label> m_labels;
    std::unordered_map<std::string, core::LabelId> m_ids;  // by the name as the source has it
    int m_position = 0;
    std::int64_t m_created = 0;
};

}  // namespace formats
