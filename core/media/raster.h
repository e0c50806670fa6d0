// Pixels as a value, and how a still picture becomes one. The decoder is handed in: core knows no image library.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <functional>
#include <vector>

namespace core {

enum class PixelFormat { Rgba8, Gray16 };

struct Raster {
    int width = 0, height = 0;
    PixelFormat format = PixelFormat::Rgba8;
    std::vector<std::uint8_t> bytes;  // rows without padding, top first; native byte order
};

struct StillInfo {
    int width = 0, height = 0;  // as displayed: EXIF orientation applied
    int channels = 3;
    std::string format;  // "jpeg", "png" …, by content
};

// Reads the header only. NotFound, Corrupt, Unsupported, TooLarge (over 2^31 pixels).
using StillProbe = std::function<Result<StillInfo>(const std::filesystem::path &)>;
// Decodes to at most maxWidth × maxHeight, keeping the aspect; 0 × 0: full size.
using StillReader = std::function<Result<Raster>(const std::filesystem::path &, int maxWidth, int maxHeight)>;

}  // namespace core
