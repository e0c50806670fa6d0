// The meaning of a filter, spelled out over values: what SQL must agree with. And random filters to compare them by.
#pragma once
#include "core/sample_content.h"
#include "core/sample_query.h"
#include <random>
#include <span>

namespace tests {

bool matches(const core::Filter &filter, const core::SampleContent &content, std::span<const core::Label> labels);

// Values come from small sets, so that filters hit some samples and miss others.
core::Filter randomFilter(std::mt19937 &random, int depth);

}  // namespace tests
