#include "app/demo/sound_kit.h"
#include "app/demo/paint_kit.h"
#include "core/save_file.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace app::demo {

namespace {

constexpr double turn = 2 * std::numbers::pi;

Pcm silence(double seconds, int rate)
{
    return {rate, std::vector<float>(std::size_t(seconds * rate))};
}

// Adds a tone that dies away; glide: by how much of itself its pitch rises until the end.
void ring(Pcm &sound, double from, double seconds, double hertz, double gain, double decay, double glide = 0)
{
    double phase = 0;
    const auto begin = std::size_t(from * sound.rate), count = std::size_t(seconds * sound.rate);
    for (std::size_t i = 0; i < count && begin + i < sound.samples.size(); ++i) {
        const double at = double(i) / sound.rate, share = at / seconds;
        phase += turn * hertz * (1 + glide * share) / sound.rate;
        const double attack = std::min(1.0, at / 0.004), fade = std::min(1.0, (seconds - at) / 0.01);
        sound.samples[begin + i] += float(gain * attack * fade * std::exp(-decay * at) * std::sin(phase));
    }
}

Pcm chime(double seconds, int rate, Dice &dice)
{
    Pcm sound = silence(seconds, rate);
    const std::vector<double> scale{1046.5, 1174.7, 1318.5, 1568, 1760, 2093};
    for (double at = 0.05; at < seconds - 0.2; at += dice.between(0.25, 0.7)) {
        const double note = dice.pick(scale);
        for (const auto &[times, gain] : {std::pair(1.0, 0.30), {2.76, 0.14}, {5.4, 0.05}})
            ring(sound, at, seconds - at, note * times, gain, 2 + times);
    }
    return sound;
}

Pcm drum(double seconds, int rate, Dice &dice)
{
    Pcm sound = silence(seconds, rate);
    const double beat = dice.between(0.28, 0.4);
    int count = 0;
    for (double at = 0.04; at < seconds - 0.15; at += beat, ++count) {
        if (count % 4 == 3 && dice.chance(0.4))
            continue;
        ring(sound, at, 0.25, count % 2 ? 95 : 70, 0.9, 16, -0.4);
        const auto begin = std::size_t(at * rate), length = std::size_t(0.06 * rate);
        for (std::size_t i = 0; i < length && begin + i < sound.samples.size(); ++i)
            sound.samples[begin + i] += float(dice.between(-0.35, 0.35) * std::exp(-double(i) / rate * 60));
    }
    return sound;
}

Pcm bird(double seconds, int rate, Dice &dice)
{
    Pcm sound = silence(seconds, rate);
    for (double at = dice.between(0.05, 0.3); at < seconds - 0.4; at += dice.between(0.5, 0.9)) {
        const double pitch = dice.between(2600, 4200);
        const int notes = 2 + dice.below(5);
        for (int i = 0; i < notes; ++i)
            ring(sound, at + i * 0.085, 0.07, pitch * (1 + 0.06 * (i % 3)), 0.4, 3, i % 2 ? -0.25 : 0.35);
    }
    return sound;
}

Pcm engine(double seconds, int rate, Dice &dice)
{
    Pcm sound = silence(seconds, rate);
    const double idle = dice.between(38, 60), swell = dice.between(0.2, 0.6);
    double phase = 0, rumble = 0;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        const double at = double(i) / rate, share = at / seconds;
        phase += turn * idle * (1 + swell * std::sin(turn * share / 2)) / rate;
        double tone = 0;
        for (int harmonic = 1; harmonic <= 9; ++harmonic)
            tone += std::sin(phase * harmonic) / harmonic;
        rumble = 0.97 * rumble + 0.03 * dice.between(-1, 1);
        const double edge = std::min({1.0, at / 0.2, (seconds - at) / 0.3});
        sound.samples[i] = float(edge * (0.28 * tone * (0.75 + 0.25 * std::sin(phase / 2)) + 1.2 * rumble));
    }
    return sound;
}

Pcm alarm(double seconds, int rate, Dice &dice)
{
    Pcm sound = silence(seconds, rate);
    const double low = dice.between(620, 760), step = dice.between(0.18, 0.3);
    bool high = false;
    for (double at = 0.03; at < seconds - step; at += step, high = !high)
        for (const int harmonic : {1, 3, 5})
            ring(sound, at, step * 0.9, low * (high ? 1.33 : 1) * harmonic, 0.5 / harmonic, 0);
    return sound;
}

void put(std::string &bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes += char((value >> (8 * i)) & 0xff);
}

}  // namespace

Pcm makeSound(SoundOf what, double seconds, int rate, std::uint32_t seed)
{
    Dice dice(seed);
    Pcm sound;
    switch (what) {
    case SoundOf::Chime: sound = chime(seconds, rate, dice); break;
    case SoundOf::Drum: sound = drum(seconds, rate, dice); break;
    case SoundOf::Bird: sound = bird(seconds, rate, dice); break;
    case SoundOf::Engine: sound = engine(seconds, rate, dice); break;
    case SoundOf::Alarm: sound = alarm(seconds, rate, dice); break;
    }
    mixIn(sound, roomNoise(seconds, rate, seed + 1, 0.006), 0);
    return sound;
}

Pcm roomNoise(double seconds, int rate, std::uint32_t seed, double level)
{
    Dice dice(seed);
    Pcm sound = silence(seconds, rate);
    double smooth = 0;
    for (float &each : sound.samples) {
        smooth = 0.8 * smooth + 0.2 * dice.between(-1, 1);
        each = float(level * smooth);
    }
    return sound;
}

void mixIn(Pcm &into, const Pcm &what, double atSeconds, double gain)
{
    const auto begin = std::size_t(atSeconds * into.rate);
    for (std::size_t i = 0; i < what.samples.size() && begin + i < into.samples.size(); ++i)
        into.samples[begin + i] += float(gain) * what.samples[i];
}

core::Status writeWav(const Pcm &sound, const std::filesystem::path &file, bool stereo)
{
    const auto channels = std::uint32_t(stereo ? 2 : 1), rate = std::uint32_t(sound.rate);
    const auto size = std::uint32_t(sound.samples.size()) * channels * 2;
    std::string bytes = "RIFF";
    put(bytes, 36 + size, 4);
    bytes += "WAVEfmt ";
    put(bytes, 16, 4);
    put(bytes, 1, 2);
    put(bytes, channels, 2);
    put(bytes, rate, 4);
    put(bytes, rate * channels * 2, 4);
    put(bytes, channels * 2, 2);
    put(bytes, 16, 2);
    bytes += "data";
    put(bytes, size, 4);
    const auto sample = [&](std::size_t i) {
        return std::uint32_t(std::lround(std::clamp(double(sound.samples[i]), -1.0, 1.0) * 32767));
    };
    const std::size_t late = std::size_t(sound.rate) / 100;
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        put(bytes, sample(i), 2);
        if (stereo)
            put(bytes, i < late ? 0 : std::uint32_t(std::int32_t(sample(i - late)) * 6 / 10), 2);
    }
    return core::saveWhole(file, bytes);
}

}  // namespace app::demo
