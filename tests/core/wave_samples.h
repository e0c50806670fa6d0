// Sounds for tests, written as WAV files of 16 bit.
#pragma once
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace tests {

using Samples = std::vector<std::int16_t>;  // interleaved

inline void writeWav(const std::filesystem::path &file, int channels, int rate, const Samples &samples)
{
    const auto number = [](std::uint32_t value, int bytes) {
        std::string out;
        for (int i = 0; i < bytes; ++i)
            out += static_cast<char>(value >> (8 * i));
        return out;
    };
    const auto size = static_cast<std::uint32_t>(samples.size() * 2);
    const std::string header =
        "RIFF" + number(36 + size, 4) + "WAVEfmt " + number(16, 4) + number(1, 2)
        + number(static_cast<std::uint32_t>(channels), 2) + number(static_cast<std::uint32_t>(rate), 4)
        + number(static_cast<std::uint32_t>(rate * channels * 2), 4)
        + number(static_cast<std::uint32_t>(channels * 2), 2) + number(16, 2) + "data" + number(size, 4);
    std::ofstream out(file, std::ios::binary);
    out << header;
    out.write(reinterpret_cast<const char *>(samples.data()), size);
}

inline Samples noise(std::size_t count, unsigned seed, int most = 30000)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> value(-most, most);
    Samples out(count);
    for (auto &sample : out)
        sample = static_cast<std::int16_t>(value(random));
    return out;
}

inline Samples sine(std::size_t count, double hertz, int rate, double amplitude = 1)
{
    Samples out(count);
    for (std::size_t i = 0; i < count; ++i)
        out[i] = static_cast<std::int16_t>(
            std::lround(32767 * amplitude * std::sin(2 * std::numbers::pi * hertz * static_cast<double>(i) / rate)));
    return out;
}

}  // namespace tests
