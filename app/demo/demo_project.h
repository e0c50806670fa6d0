// What all demo projects share: who labelled them when, and how one is made.
#pragma once
#include "core/project.h"
#include <functional>

namespace app::demo {

inline constexpr core::Timestamp firstDay = 1'717'405'200'000;  // 2024-06-03 09:00 UTC
inline constexpr const char *machine = "modelarts/active-learning";
inline constexpr const char *people[] = {"human/li", "human/王芳", "human/chen"};

// state: Labeled, to Confirm, Unlabeled, verified Empty. A few of the labelled ones are hard.
core::WorkState workFor(char state, core::JobId job, core::SampleId sample, std::uint32_t seed);

// labels: as core/labels.h writes them.
core::Result<core::NewProject> projectOf(core::JobKind kind, const char *job, std::vector<std::string> labels);

using Fill = std::function<core::Status(core::BatchWriter &, const core::Job &, const std::vector<core::Label> &)>;
core::Status makeProject(const std::filesystem::path &file, const core::NewProject &what, const Fill &fill);

}  // namespace app::demo
