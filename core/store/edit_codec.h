// The changes of an Edit, both rows of each, as the bytes of history.changes.
#pragma once
#include "core/edit.h"
#include <optional>
#include <string>
#include <string_view>

namespace core::store {

// A mask that changed is kept as the rows in which it did: both sides of its change are masks of these rows alone.
struct MaskDifference {
    std::size_t change = 0;                     // which of the changes
    std::uint64_t beforeSum = 0, afterSum = 0;  // checksum() of the whole masks
};

struct DecodedChanges {
    std::vector<Change> changes;
    std::vector<MaskDifference> masks;  // in the order of the changes
};

std::string encodeChanges(const std::vector<Change> &changes);
std::optional<DecodedChanges> decodeChanges(std::string_view bytes);  // empty: damaged

}  // namespace core::store
