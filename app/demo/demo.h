// Projects to try the program with: one per kind, their media painted and sounded on the spot.
#pragma once
#include "core/result.h"
#include "core/task.h"
#include <filesystem>

namespace app::demo {

// Writes DIR/KIND.labelwright and DIR/media. Exists: one of the projects is there already; nothing is written.
core::Status writeDemo(const std::filesystem::path &dir, core::TaskContext &task);

}  // namespace app::demo
