// A number for what an annotation says, so that the same one is known again among millions.
#pragma once
#include "core/geometry.h"
#include "core/ids.h"

namespace formats {

// Equal for equal values; different values share one about once in 2^64 pairs.
std::uint64_t fingerprint(core::SampleId sample, core::LabelId label, const core::Geometry &geometry);

std::uint64_t fingerprint(core::LabelId label, core::AnnotationId from, core::AnnotationId to);  // of a relation

}  // namespace formats
