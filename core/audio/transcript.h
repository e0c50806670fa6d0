// What is said in a clip: one annotation of the whole sample carries it as builtin::Content; none where nothing is
// said.
#pragma once
#include "core/sample_content.h"

namespace core {

std::string transcriptOf(const SampleContent &content);
// Accepts a proposed one. Without changes when it is the same text.
Edit transcribe(const SampleContent &content, std::string text);

}  // namespace core
