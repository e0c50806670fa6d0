// Label names of a source become ids: labels of the job are used again, new ones get a colour of their own. A
// relation's label may be named like an entity's.
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
    // `role` is that of a new one.
    core::Result<core::LabelId> idOf(const std::string &name, core::LabelRole role, const core::Location &where,
                                     RecordSink &issues);
    const core::Label *find(core::LabelId id) const;  // null: none of the job
    std::int64_t created() const { return m_created; }

    // Empty: the label allows that relation. Else the end that does not fit: the label it asks for there, and what is.
    struct Misfit {
        bool atFrom = false;
        core::LabelId wanted, found;
    };
    std::optional<Misfit> misfit(core::LabelId relation, core::LabelId from, core::LabelId to) const;
    // A new relation label allows what all its relations join, at each end; any where they differ.
    void learnEnds(core::LabelId relation, core::LabelId from, core::LabelId to);
    core::Status finish();

private:
    using Names = std::unordered_map<std::string, core::LabelId>;
    struct Ends {
        std::optional<core::LabelId> from, to;  // zero: they differ
    };
    Names &namesOf(core::LabelRole role) { return role == core::LabelRole::Relation ? m_relationIds : m_ids; }
    core::Result<core::LabelId> create(core::Label label);

    core::JobId m_job;
    core::BatchWriter &m_batch;
    std::vector<core::Label> m_labels;
    std::size_t m_existing = 0;                     // of m_labels, the first ones
    Names m_ids, m_relationIds;                     // by the name as the source has it
    std::unordered_map<std::int64_t, Ends> m_ends;  // of new relation labels
    int m_position = 0;
    std::int64_t m_created = 0;
};

}  // namespace formats
