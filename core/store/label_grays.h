// The grey value of a label: what its pixels are in mask pictures. In segmentation jobs every label has one of its own,
// 1 … 65535, from its creation on; those of older files get theirs with their next edit.
#pragma once
#include "core/edit.h"
#include "core/store/sqlite.h"
#include <set>

namespace core::store {

// Above the largest, while that fits a byte; else the smallest that is free. Throws TooLarge when none is.
int freeGray(const std::set<int> &taken);

// Gives values to the labels the edit writes. Throws BadValue when it changes one that is given already. The edit's ids
// are filled in.
void giveGrays(Edit &edit, Connection &connection);
// Of a batch not shown yet: values that others have are exchanged too.
void giveGrays(std::vector<Label> &labels, Connection &connection);

}  // namespace core::store
