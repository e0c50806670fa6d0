// PNG files whose pixels are labels: exact values row by row. Nothing is scaled, expanded or colour corrected.
#pragma once
#include "core/result.h"
#include "core/rows.h"
#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace formats {

enum class PngPixels { Palette, Gray8, Gray16, Color };  // Gray8: up to 8 bits; Color: 8 bits a channel

struct PngHeader {
    int width = 0, height = 0;
    PngPixels pixels = PngPixels::Palette;
    std::vector<core::Rgb> palette;  // by index; may be shorter than the indices in use
};

// The value of a pixel is its palette index, its grey level or its colour 0xRRGGBB; alpha is left out.
struct PngReading {
    std::function<core::Status(const PngHeader &)> begin;  // before a pixel is decoded; an error of its ends it
    std::function<core::Status(int y, std::span<const std::uint32_t> values)> row;  // top row first
};

inline constexpr std::int64_t MaxPngPixels = std::int64_t(1) << 30;

// Corrupt; TooLarge: by what the header says, before memory is taken; Unsupported: 16 bits a colour channel; Io;
// NotFound; or what `reading` returned. A file may break off after rows were handed out.
core::Status readPng(const std::filesystem::path &file, const PngReading &reading);

// The bytes of a file. Palette: 256 entries, those behind header.palette black. Not for Color.
std::string writePng(const PngHeader &header, const std::function<void(int y, std::span<std::uint16_t> row)> &fill);

}  // namespace formats
