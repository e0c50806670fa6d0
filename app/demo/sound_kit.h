// Sounds made from nothing for the demo: each kind is told from the others by ear and by its waveform.
#pragma once
#include "core/result.h"
#include <filesystem>
#include <vector>

namespace app::demo {

struct Pcm {
    int rate = 22050;
    std::vector<float> samples;  // one channel, -1…1
    double seconds() const { return double(samples.size()) / rate; }
};

inline constexpr const char *soundLabels[] = {"风铃", "鼓声", "鸟鸣", "引擎", "警报"};
enum class SoundOf { Chime, Drum, Bird, Engine, Alarm };

Pcm makeSound(SoundOf what, double seconds, int rate, std::uint32_t seed);
Pcm roomNoise(double seconds, int rate, std::uint32_t seed, double level = 0.01);
// Adds `what`, of the same rate, from that moment on; what is longer than the room is cut.
void mixIn(Pcm &into, const Pcm &what, double atSeconds, double gain = 1);

// 16 bit; stereo: the second channel comes a little later and softer.
core::Status writeWav(const Pcm &sound, const std::filesystem::path &file, bool stereo = false);

}  // namespace app::demo
