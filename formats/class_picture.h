// A picture of classes: the pixels of each value, and which value is which label.
#pragma once
#include "formats/class_values.h"
#include "formats/mask_rows.h"
#include "formats/png_file.h"

namespace formats {

struct ClassPicture {
    PngHeader header;
    std::map<std::uint32_t, core::MaskRuns> masks;  // by value, without background: 0, where a palette calls it black
};
// BadValue: not of that size (0: any); Unsupported: 16 bits where `depth` is 8; TooLarge: more values than classes can
// have; and as readPng.
core::Result<ClassPicture> readClassPicture(const std::filesystem::path &file, std::pair<int, int> size, int depth);

struct ClassColor {
    std::optional<core::Rgb> rgb;
    int ownValue = 0;  // 0: not known; trusted where the picture has the colour there, or has no colours
    int gray = 0;      // 0: not known
};
using ClassColors = std::map<std::string, ClassColor>;  // by label

struct ClassMatch {
    std::map<std::string, int> values;             // by label; of a colour picture: 0xRRGGBB
    std::map<std::uint32_t, std::string> unknown;  // values of no label: "7 (#ff00ff): 120 pixels"
};
// By colour first, by grey value second. Void, 255 or of its colour, is not unknown.
ClassMatch matchClasses(const ClassPicture &picture, const ClassColors &classes);

}  // namespace formats
