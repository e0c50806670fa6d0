// Colours for labels: which there are, and the one a new label gets.
#pragma once
#include "core/rows.h"
#include <span>

namespace core {

std::span<const Rgb> labelColors();                   // 16 that are easy to tell apart
Rgb nextLabelColor(std::span<const Label> existing);  // the one used least

}  // namespace core
