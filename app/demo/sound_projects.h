// The demo projects whose samples are sounds: made ones, and short readings of real speech.
#pragma once
#include "core/result.h"
#include "core/task.h"
#include <filesystem>
#include <vector>

namespace app::demo {

std::vector<std::filesystem::path> soundProjectFiles(const std::filesystem::path &dir);
// Writes them, and their sounds below DIR/media.
core::Status writeSoundProjects(const std::filesystem::path &dir, core::TaskContext &task);

}  // namespace app::demo
