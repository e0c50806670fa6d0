// Random acts on entities and relations, as an editor of texts proposes them.
#pragma once
#include "core/sample_content.h"
#include <random>

namespace tests {

std::vector<core::Label> textLabels();                      // a new project gives them the ids 1 to 4
core::Edit addText(core::JobId job, std::mt19937 &random);  // a sample with two entities, a relation and its state
core::Edit actOnText(const core::SampleContent &content, std::mt19937 &random);  // never nothing; one undo step

}  // namespace tests
