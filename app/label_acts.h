// Acts on a label over the whole project, as one edit. For a worker thread: they read every sample that has it.
#pragma once
#include "core/reader.h"
#include "core/task.h"

namespace app {

// Annotations of `from` become those of `into`; whole-sample labels that would stand twice stay once. `from` goes.
core::Result<core::Edit> mergeLabels(const core::Reader &reader, const core::Job &job, const core::Label &from,
                                     core::LabelId into, core::TaskContext &task);

// The label goes with its annotations. samplesToo: and the samples that have no other label.
core::Result<core::Edit> removeLabelEverywhere(const core::Reader &reader, const core::Job &job,
                                               const core::Label &label, bool samplesToo, core::TaskContext &task);

}  // namespace app
