// Which number stands for which label in a picture of classes.
#pragma once
#include "core/rows.h"
#include <span>
#include <string>
#include <vector>

namespace formats {

inline constexpr int VoidValue = 255;             // of VOC and Cityscapes: nobody says what is there
inline constexpr core::Rgb VoidColor = 0xe0e0c0;  // of VOC

struct ClassValue {
    core::LabelId label;
    std::string name;
    core::Rgb rgb = 0;
    int value = 0;
};

// A label's own grey value; labels without one, or with one that another has, get the lowest that is free.
std::vector<ClassValue> classValues(std::span<const core::Label> labels);
const ClassValue *valueOf(std::span<const ClassValue> classes, core::LabelId label);  // null: no such label

// Entry 0 is black: background. Values beyond 255 have no entry.
std::vector<core::Rgb> paletteOf(std::span<const ClassValue> classes);

}  // namespace formats
