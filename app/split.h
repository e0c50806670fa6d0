// Which samples train and which evaluate: by a seed, in equal shares of every label.
#pragma once
#include "core/result.h"
#include "core/rows.h"
#include <vector>

namespace app {

// ModelArts splits classifications and object detection alone; versions of the other kinds train as a whole.
bool splits(core::JobKind kind);

struct SplitItem {
    core::SampleId sample;
    std::vector<core::LabelId> labels;  // distinct; empty: verified empty
};

// One entry per item: true trains. The same items, share and seed give the same answer on every machine. For
// 0 < trainShare < 1 every label has a sample on each side; Code::BadValue, with the label's id in where.field, when
// one has fewer than 5 samples.
core::Result<std::vector<bool>> split(const std::vector<SplitItem> &items, double trainShare, std::int64_t seed);

}  // namespace app
