// The data most benchmarks share: a classification manifest of a million lines and the project it imports into.
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace bench {

struct ProcessFigures {
    double seconds = 0, peakMegabytes = 0;
    int status = -1;
};
// Runs the release binary as a user would.
ProcessFigures runProgram(const std::vector<std::string> &arguments);
// Runs this program anew, for what must be measured from the start of a process.
ProcessFigures runItself(const std::vector<std::string> &arguments);

// Twelve labels, every fifth sample has two, some are hard; about 300 bytes a line.
std::filesystem::path writeManifest(const std::filesystem::path &folder, std::int64_t lines);

struct BigProject {
    std::filesystem::path manifest, project;
    ProcessFigures import;
};
const BigProject &bigProject(std::int64_t lines);  // made once per run of the program and size

}  // namespace bench
