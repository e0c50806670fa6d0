// How loud each frequency of a sound is along time, in tiles that are made where one looks (FFmpeg's FFT).
#pragma once
#include "core/media/sound_file.h"
#include <stop_token>
#include <vector>

namespace core {

enum class WindowShape { Hann, Hamming, Blackman, Rectangular };

struct SpectrumShape {
    int length = 512;  // samples of a window: a power of two, 128…8192
    WindowShape window = WindowShape::Hann;
    bool operator==(const SpectrumShape &) const = default;
};
constexpr int leastWindow = 128, mostWindow = 8192;

constexpr int tileColumns = 256;

// Which part: column i of a tile is around sample (index · tileColumns + i + 0.5) · hop.
struct TilePlace {
    int channel = 0;  // mixedChannels: the mean of all
    std::int64_t hop = 64, index = 0;
    bool operator==(const TilePlace &) const = default;
};

// Row after row, the highest frequency first: `bins` linear steps up to half the rate. A level is decibels below a sine
// of full scale: level = 255 + 2 dB, so 255 is 0 dB and 0 is -127.5 dB or less.
struct SpectrogramTile {
    int bins = 0;
    std::vector<std::uint8_t> levels;  // bins · tileColumns
};

// Longer hops than windows: a few windows around the middle of the column stand for all of it, and what lies between
// is skipped where seeking is quicker than decoding. Cancelled.
Result<SpectrogramTile> spectrogramTile(SoundFile &file, const SpectrumShape &shape, const TilePlace &place,
                                        const std::stop_token &stop);

}  // namespace core
