// The changes of an Edit, both rows of each, as the bytes of history.changes.
#pragma once
#include "core/edit.h"
#include <optional>
#include <string>
#include <string_view>

namespace core::store {

std::string encodeChanges(const std::vector<Change> &changes);
std::optional<std::vector<Change>> decodeChanges(std::string_view bytes);  // empty: damaged

}  // namespace core::store
