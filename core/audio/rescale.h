// The file of a sample was found, or is another one now: its spans go on naming the same moments.
#pragma once
#include "core/sample_content.h"
#include <span>

namespace core {

// What a file says of itself over what was known; what it does not say stays.
MediaInfo withFound(MediaInfo known, const MediaInfo &found);
// The sample with what its file says, and the spans among `annotations` (of all jobs: each once) counted by its rate.
// No changes: nothing is new.
Edit mediaFound(const Sample &sample, const MediaInfo &found, std::span<const AnnotationPtr> annotations);

}  // namespace core
