// The demo projects whose samples are texts.
#pragma once
#include "core/result.h"
#include "core/task.h"
#include <filesystem>
#include <vector>

namespace app::demo {

std::vector<std::filesystem::path> textProjectFiles(const std::filesystem::path &dir);
// Writes them, and the longer text as a file below DIR/media.
core::Status writeTextProjects(const std::filesystem::path &dir, core::TaskContext &task);

}  // namespace app::demo
