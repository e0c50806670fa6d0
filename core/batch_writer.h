// Streams rows under a batch that is not live: nobody sees them until the edit that close() returns is applied.
// Dropped without close(): the rows are purged. For one worker thread; writes in chunks through the project's gate.
#pragma once
#include "core/edit.h"
#include "core/result.h"
#include <memory>

namespace core {

class BatchWriter {
public:
    ~BatchWriter();
    BatchId id() const;

    // The live or own sample of that uri, if there is one.
    Result<std::optional<SampleId>> sampleByUri(std::string_view uri);
    // Ids, uuids, batch and created are filled in when zero. Labels, samples and annotations return their id.
    Result<LabelId> put(Label label);
    Result<SampleId> put(Sample sample);
    Result<AnnotationId> put(Annotation annotation);
    Result<RelationId> put(Relation relation);
    Status amend(Label label);  // one that this batch put, as it is to be; not of a job with gray values
    // Replaces the sample's state in that job once the batch is live.
    Status put(WorkState work);

    // Rows that disappear when the batch goes live (and come back when that is undone).
    Status hide(SampleId id);      // with all that hangs on it
    Status hide(AnnotationId id);  // with its relations
    Status hide(LabelId id);

    // Writes the last chunk and returns the edit that shows the batch; apply it with Project::apply.
    Result<Edit> close(std::string editName);

private:
    friend class Project;
    struct Impl;
    explicit BatchWriter(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core
