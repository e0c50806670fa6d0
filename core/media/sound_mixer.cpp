#include "core/media/sound_mixer.h"
#include "core/media/sound_output.h"
#include <algorithm>
#include <new>
extern "C" {
#include <libswresample/swresample.h>
}

namespace core {

namespace {

constexpr int sides = outputChannels;

// How loud each channel is on the left and on the right.
std::vector<double> loudness(int channels)
{
    const auto count = static_cast<std::size_t>(channels);
    if (channels == 1)
        return {1, 1};
    if (channels == 2)
        return {1, 0, 0, 1};
    std::vector<double> matrix(sides * count, 1.0 / channels);
    if (channels == 6 || channels == 8) {  // front left and right, centre, deep, then pairs of left and right
        for (std::size_t c = 0; c < count; ++c) {
            const bool middle = c == 2 || c == 3;
            const double loud = c < 2 ? 1 : 0.7;
            matrix[c] = middle || c % 2 == 0 ? loud / 3 : 0;
            matrix[count + c] = middle || c % 2 == 1 ? loud / 3 : 0;
        }
    }
    return matrix;
}

}  // namespace

struct SoundMixer::Impl {
    SwrContext *context = nullptr;
    int channels = 1;
    bool asIs = false;

    ~Impl() { swr_free(&context); }
    std::vector<float> convert(const float *samples, int count)
    {
        const int most = swr_get_out_samples(context, count);
        std::vector<float> frames(static_cast<std::size_t>(std::max(most, 0)) * sides);
        auto *out = reinterpret_cast<std::uint8_t *>(frames.data());
        const auto *in = reinterpret_cast<const std::uint8_t *>(samples);
        const int got = swr_convert(context, &out, most, samples ? &in : nullptr, count);
        frames.resize(static_cast<std::size_t>(std::max(got, 0)) * sides);
        return frames;
    }
};

SoundMixer::SoundMixer(int channels, int rate, int outputRate) : m_impl(std::make_unique<Impl>())
{
    m_impl->channels = channels;
    m_impl->asIs = channels == sides && rate == outputRate;
    if (m_impl->asIs)
        return;
    AVChannelLayout in{}, out{};
    in.order = AV_CHANNEL_ORDER_UNSPEC;
    in.nb_channels = channels;
    av_channel_layout_default(&out, sides);
    const auto matrix = loudness(channels);
    if (swr_alloc_set_opts2(&m_impl->context, &out, AV_SAMPLE_FMT_FLT, outputRate, &in, AV_SAMPLE_FMT_FLT, rate, 0,
                            nullptr)
            < 0
        || swr_set_matrix(m_impl->context, matrix.data(), channels) < 0 || swr_init(m_impl->context) < 0)
        throw std::bad_alloc();
}

SoundMixer::~SoundMixer() = default;

std::vector<float> SoundMixer::mix(std::span<const float> samples)
{
    if (m_impl->asIs)
        return {samples.begin(), samples.end()};
    return m_impl->convert(samples.data(), static_cast<int>(samples.size()) / m_impl->channels);
}

std::vector<float> SoundMixer::finish()
{
    return m_impl->asIs ? std::vector<float>() : m_impl->convert(nullptr, 0);
}

}  // namespace core
