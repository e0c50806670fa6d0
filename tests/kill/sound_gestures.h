// Random acts on segments, as an editor of sounds proposes them.
#pragma once
#include "core/sample_content.h"
#include <random>

namespace tests {

core::Edit addSound(core::JobId job,
                    std::mt19937 &random);  // a sample with three segments without a gap, and its state
core::Edit actOnSound(const core::SampleContent &content, std::mt19937 &random);  // never nothing; one undo step

}  // namespace tests
