// What formats of texts cannot hold, and how they write what they can.
#pragma once
#include "core/sample_content.h"
#include "formats/format.h"

namespace formats {

// "no-text", "no-label", "shape" (neither a whole text nor, where entities are held, a span of it).
void addKindLosses(const core::SampleContent &content, core::JobKind kind, std::vector<std::string> &words);
// "confidence", "attributes", "to-confirm": of formats that write no more of an annotation than its name and place.
void addPlainLosses(const core::Annotation &annotation, std::vector<std::string> &words);

// The parts of an entity. Empty: it is none.
const std::vector<std::pair<std::int64_t, std::int64_t>> &partsOf(const core::Annotation &annotation);

}  // namespace formats
