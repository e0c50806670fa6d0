// Writes sounds for tests: PCM of 16 bit.
#pragma once
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <vector>

namespace tests {

struct Stretch {
    double seconds, amplitude;  // of a tone of 440 Hz; 0: silence
};

inline std::vector<std::int16_t> toneSamples(const std::vector<Stretch> &stretches, int rate)
{
    std::vector<std::int16_t> samples;
    for (const auto &[seconds, amplitude] : stretches)
        for (int i = 0, n = int(seconds * rate); i < n; ++i)
            samples.push_back(std::int16_t(32000 * amplitude * std::sin(2 * std::numbers::pi * 440 * i / rate)));
    return samples;
}

inline void writeWave(const std::filesystem::path &file, const std::vector<std::int16_t> &interleaved, int rate,
                      int channels = 1)
{
    const auto bytes = std::uint32_t(interleaved.size() * 2), width = std::uint32_t(channels * 2);
    const std::uint32_t head[] = {0x46464952,
                                  bytes + 36,
                                  0x45564157,
                                  0x20746d66,
                                  16,
                                  std::uint32_t(channels) << 16 | 1,
                                  std::uint32_t(rate),
                                  std::uint32_t(rate) * width,
                                  16u << 16 | width,
                                  0x61746164,
                                  bytes};
    std::ofstream out(file, std::ios::binary);
    out.write(reinterpret_cast<const char *>(head), sizeof head);
    out.write(reinterpret_cast<const char *>(interleaved.data()), bytes);
}

}  // namespace tests
