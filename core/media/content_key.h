// Names the content of a file for caches: what was found out about it is found again when it was moved.
#pragma once
#include "core/result.h"
#include <filesystem>

namespace core {

// 32 hexadecimal digits: a hash of size, modification time, the first and the last 64 KB and 16 blocks between them.
// Not of the whole file: reading 10 hours takes longer than drawing them. Whoever edits a file in place, away from
// those blocks and without another size, is seen by the time; moving and copying with times (cp -p, rsync -t) keeps it.
// The price is that a file whose bytes stayed and whose time changed counts as another one.
Result<std::string> contentKey(const std::filesystem::path &file);

}  // namespace core
