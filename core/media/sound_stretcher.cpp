#include "core/media/sound_stretcher.h"
#include <algorithm>
#include <new>
#include <sonic.h>

namespace core {

namespace {

// libsonic does not tell what it holds back. After a write it keeps less than two of its longest periods, and about one
// usual period less than that: what is given out is drawn softly to that, so that its rounding does not add up.
constexpr double heldSeconds = 2.0 / SONIC_MIN_PITCH - 0.008;
constexpr double softness = 1.0 / 8;

}  // namespace

struct SoundStretcher::Impl {
    const int rate, channels;
    double speed = 1;
    const sonicStream stream;
    double in = 0, out = 0;  // frames of the input: written, and heard with the next frame out

    Impl(int inRate, int inChannels) : rate(inRate), channels(inChannels), stream(sonicCreateStream(inRate, inChannels))
    {
        if (!stream)
            throw std::bad_alloc();
    }
    ~Impl() { sonicDestroyStream(stream); }
    Impl(const Impl &) = delete;
    Impl &operator=(const Impl &) = delete;
    std::vector<float> ready()
    {
        const int count = sonicSamplesAvailable(stream);
        std::vector<float> frames(static_cast<std::size_t>(count) * static_cast<std::size_t>(channels));
        if (count > 0)
            sonicReadFloatFromStream(stream, frames.data(), count);
        return frames;
    }
    Out give(double end)
    {
        Out given{ready(), out, speed};
        const double count = static_cast<double>(given.frames.size()) / channels;
        if (count == 0)
            return given;
        given.step = std::max(0.0, end - out) / count;
        out = std::max(out, end);
        return given;
    }
};

SoundStretcher::SoundStretcher(int rate, int channels, double speed) : m_impl(std::make_unique<Impl>(rate, channels))
{
    setSpeed(speed);
}

SoundStretcher::~SoundStretcher() = default;

SoundStretcher::Out SoundStretcher::stretch(std::vector<float> frames)
{
    Impl &s = *m_impl;
    if (!sonicWriteFloatToStream(s.stream, frames.data(), static_cast<int>(frames.size()) / s.channels))
        throw std::bad_alloc();
    s.in += static_cast<double>(frames.size()) / s.channels;
    const double natural = s.out + s.speed * sonicSamplesAvailable(s.stream);
    const double wanted = s.in - heldSeconds * s.rate;
    return s.give(std::clamp(natural + (wanted - natural) * softness, s.out, s.in));
}

SoundStretcher::Out SoundStretcher::finish()
{
    Impl &s = *m_impl;
    sonicFlushStream(s.stream);
    return s.give(s.in);
}

void SoundStretcher::setSpeed(double speed)
{
    m_impl->speed = speed;
    sonicSetSpeed(m_impl->stream, static_cast<float>(speed));
}

}  // namespace core
