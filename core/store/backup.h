// Online backups of a project in NAME.backups, each opened and checked, thinned to the last ten and one a day.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <vector>

namespace core::store {

// `reason`: upgrade, import, bulk, timer … part of the file name.
Status backupTo(const std::filesystem::path &project, std::string_view reason);

// Of names that begin with YYYYMMDD, sorted: those to delete.
std::vector<std::string> tooOld(const std::vector<std::string> &names);

}  // namespace core::store
