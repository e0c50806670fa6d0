// Sounds for tests: small files that are silent, and random things to say of them.
#pragma once
#include "core/sample_content.h"
#include <filesystem>
#include <random>

namespace tests {

std::string waveBytes(int rate, int channels, std::int64_t length);  // eight bits a sample
// A file of `length` samples that takes no room on the disk.
void writeSparseWave(const std::filesystem::path &file, int rate, std::int64_t length);

// The number-th sound of a fixture, written below `folder`.
core::Sample soundSample(const std::filesystem::path &folder, int number);

// What the segments of one sound have in common. level 0 has everything, each higher one less.
struct SegmentShape {
    bool labels = true, contents = true, speakers = true, channels = false, exact = true;
};
SegmentShape randomShape(std::mt19937 &random, int level);
core::TimeSpan randomSpan(std::mt19937 &random, const core::MediaInfo &media, const SegmentShape &shape);
std::string randomWords(std::mt19937 &random, bool lines);

}  // namespace tests
