// Names of labels for formats where a blank ends a name.
#pragma once
#include "formats/voc_annotations.h"

namespace formats {

// '_' for blanks, controls and each of `others`; no two are equal.
LabelNames plainNames(std::span<const core::Label> labels, std::string_view others);
// A comment line that says what the names were: "# labelwright: {"labels":{…}}"; empty when none had to change.
std::string namesComment(std::span<const core::Label> labels, const LabelNames &names);
// Tells of each name that had to change.
void reportNames(std::span<const core::Label> labels, const LabelNames &names, const Surroundings &around);
std::string plainName(std::string_view name, std::string_view others);

}  // namespace formats
