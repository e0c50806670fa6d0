// Labels, samples and annotations as the JSON text of COCO elements.
#pragma once
#include "formats/coco.h"

namespace formats::coco {

std::string categoryId(const core::Label &label);  // as JSON, of the file it came from; empty: from none
void appendCategory(std::string &out, const core::Label &label, std::string_view id);

// Appends each member with a comma in front. `rest` takes the members of the outer object that the sample keeps.
void appendSample(std::string &out, const core::SampleContent &content, std::string_view id, std::string &rest);
void appendAnnotation(std::string &out, const core::Annotation &annotation);

bool survives(const std::string &property);  // each member has a place of its own
bool survives(const core::Attributes &attributes);

}  // namespace formats::coco
