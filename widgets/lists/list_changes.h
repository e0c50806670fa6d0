// What a change means for a list of samples: pure functions behind SampleListModel.
#pragma once
#include "core/change_set.h"
#include "core/reader.h"
#include <span>

namespace widgets {

// Lengths of the equal head and, behind it, of the equal tail.
std::pair<std::size_t, std::size_t> commonEnds(std::span<const core::SampleId> a, std::span<const core::SampleId> b);

// Could the change alter which samples the query finds, or their order?
bool mayMove(const core::SampleQuery &query, const core::ChangeSet &set);

// Brings counts up to date. False: the edit is of a kind that needs counting anew; the counts are then unchanged.
bool recounted(core::StateCounts &counts, std::vector<core::LabelCount> &labels, core::JobId job,
               const core::Edit &edit);

// The first of `wanted` behind (before) `from` in `list`, going round at the end. 0: none but perhaps `from` itself.
core::SampleId nextOf(std::span<const core::SampleId> list, std::vector<core::SampleId> wanted, core::SampleId from,
                      bool forward);

}  // namespace widgets
