// Samples in the order of a sort key.
#pragma once
#include "core/sample_query.h"
#include "core/store/sample_image.h"

namespace core::store {

// The live ones of `ids` (null: all live samples).
std::vector<SampleId> ordered(Connection &connection, SampleImage &image, const SampleQuery &query, const IdSet *ids);

}  // namespace core::store
