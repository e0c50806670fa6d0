// Acts on a label over the whole project, as one edit. For a worker thread: they read every sample that has it.
#pragma once
#include "core/reader.h"
#include "core/task.h"

namespace app {

// Annotations and relations of `from` become those of `into`, and so do the ends of relation labels. What would stand
// twice stays once: labels of whole samples, entities over the same text, relations between the same two. `from` goes.
core::Result<core::Edit> mergeLabels(const core::Reader &reader, const core::Job &job, const core::Label &from,
                                     core::LabelId into, core::TaskContext &task);

// The label goes with its annotations or relations. samplesToo: and the samples that have no other label. Conflict: it
// is an end of a relation label (detail).
core::Result<core::Edit> removeLabelEverywhere(const core::Reader &reader, const core::Job &job,
                                               const core::Label &label, bool samplesToo, core::TaskContext &task);

}  // namespace app
