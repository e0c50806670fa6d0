// Random samples of a kind that a format says it holds, written by that format: what the common suites work on.
#pragma once
#include "formats/exporter.h"
#include "formats/importer.h"
#include <random>

namespace tests {

struct Fixture {
    std::filesystem::path folder;  // images lie in "images" below it; sample uris are relative to it
    core::JobKind kind = core::JobKind::ImageClassification;
    std::vector<core::Label> labels;
    std::vector<core::SampleContent> contents;
};

// Deterministic for a seed. Each content has the most that the format's losses() lets pass.
Fixture makeFixture(const formats::Format &format, core::JobKind kind, const std::filesystem::path &folder,
                    unsigned seed, int samples);

core::StillProbe fixtureProbe();  // every image is 640 × 480
formats::Surroundings surroundings(const Fixture &fixture);
std::filesystem::path targetIn(const std::filesystem::path &folder, const formats::Format &format);
core::Status write(const Fixture &fixture, const formats::Format &format, const std::filesystem::path &target);

// What a sample says, as text, without ids. Provenance: author, time, the sample's outer id, which few formats hold.
std::string describe(const core::SampleContent &content, const std::vector<core::Label> &labels, bool provenance);

struct Combination {
    const formats::Format *format;
    core::JobKind kind;
    std::string name() const { return std::string(format->id) + ' ' + core::kindName(kind); }
};
std::vector<Combination> writableFormats();  // those that can read, too

// Relative path → bytes of every file below; folders as "name/" → "".
std::map<std::string, std::string> bytesBelow(const std::filesystem::path &folder);

}  // namespace tests
