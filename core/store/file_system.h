// What the store asks of the file system beyond SQLite.
#pragma once
#include "core/result.h"
#include <filesystem>

namespace core::store {

bool isOnNetwork(const std::filesystem::path &file);  // NFS, CIFS, SMB, FUSE: no shared memory between machines
std::filesystem::path temporaryNameFor(const std::filesystem::path &file);  // in the same folder, not taken

// Durable when it returns. Exists: there is such a file already.
Status moveWithoutReplacing(const std::filesystem::path &from, const std::filesystem::path &to);

// /a/city.labelwright to /a/city.cache, /a/city.backups
std::filesystem::path neighbourOf(const std::filesystem::path &project, const char *extension);

}  // namespace core::store
