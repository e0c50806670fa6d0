#include "core/media/spectrogram.h"
#include "core/media/peaks.h"
#include <algorithm>
#include <cmath>
#include <numbers>
extern "C" {
#include <libavutil/mem.h>
#include <libavutil/tx.h>
}

namespace core {

namespace {

constexpr int mostWindows = 4;  // of a column

template <class T>
class Aligned {  // as the FFT wants it
public:
    explicit Aligned(std::size_t count) : m_data(static_cast<T *>(av_calloc(count, sizeof(T)))) {}
    ~Aligned() { av_free(m_data); }
    Aligned(const Aligned &) = delete;
    Aligned &operator=(const Aligned &) = delete;
    T *data() { return m_data; }
    T &operator[](std::size_t i) { return m_data[i]; }

private:
    T *m_data;
};

// The periodic forms, so that windows side by side add up evenly.
double windowValue(WindowShape shape, double at)
{
    const double turn = 2 * std::numbers::pi * at;
    switch (shape) {
    case WindowShape::Hann: return 0.5 - 0.5 * std::cos(turn);
    case WindowShape::Hamming: return 0.54 - 0.46 * std::cos(turn);
    case WindowShape::Blackman: return 0.42 - 0.5 * std::cos(turn) + 0.08 * std::cos(2 * turn);
    case WindowShape::Rectangular: return 1;
    }
    return 1;
}

class Spectrum {
public:
    explicit Spectrum(const SpectrumShape &shape)
        : m_length(static_cast<std::size_t>(shape.length)),
          m_window(m_length),
          m_in(m_length),
          m_out(m_length / 2 + 1)
    {
        float scale = 1, sum = 0;
        m_ready = av_tx_init(&m_context, &m_transform, AV_TX_FLOAT_RDFT, 0, shape.length, &scale, 0) >= 0;
        for (std::size_t i = 0; i < m_length; ++i) {
            m_window[i] = static_cast<float>(windowValue(shape.window, static_cast<double>(i) / shape.length));
            sum += m_window[i];
        }
        for (float &value : m_window)
            value *= 2 / sum;  // a sine of full scale has power 1
    }
    ~Spectrum() { av_tx_uninit(&m_context); }
    Spectrum(const Spectrum &) = delete;
    Spectrum &operator=(const Spectrum &) = delete;

    bool isReady() const { return m_ready; }
    // Adds the power of each bin but the last, half the rate itself.
    void add(const float *samples, std::span<float> power)
    {
        for (std::size_t i = 0; i < m_length; ++i)
            m_in[i] = samples[i] * m_window[i];
        m_transform(m_context, m_out.data(), m_in.data(), sizeof(float));
        for (std::size_t i = 0; i < power.size(); ++i)
            power[i] += m_out[i].re * m_out[i].re + m_out[i].im * m_out[i].im;
    }

private:
    std::size_t m_length;
    std::vector<float> m_window;
    Aligned<float> m_in;
    Aligned<AVComplexFloat> m_out;
    AVTXContext *m_context = nullptr;
    av_tx_fn m_transform = nullptr;
    bool m_ready = false;
};

// Reads windows one after the other: goes on, reads over small gaps, seeks over large ones.
class Windows {
public:
    Windows(SoundFile &file, int channel) : m_file(file), m_channel(channel)
    {
        const SoundInfo &info = file.info();
        m_worthASeek = info.codec.starts_with("pcm_") ? 16384 : std::int64_t{2} * info.rate;
    }

    // `begin` grows from call to call. Outside of the sound is silence.
    Status read(std::int64_t begin, std::span<float> out)
    {
        const std::int64_t length = m_file.info().length, end = begin + static_cast<std::int64_t>(out.size());
        const std::int64_t from = std::clamp<std::int64_t>(begin, 0, length);
        const std::int64_t to = std::clamp<std::int64_t>(end, from, length);
        if (const Status held = hold(from, to); !held)
            return held;
        std::ranges::fill(out, 0.0f);
        const std::int64_t known = std::min(to, m_begin + static_cast<std::int64_t>(m_held.size()));
        if (known > from)
            std::copy(m_held.begin() + (from - m_begin), m_held.begin() + (known - m_begin),
                      out.begin() + (from - begin));
        return ok();
    }

private:
    Status hold(std::int64_t from, std::int64_t to)
    {
        const std::int64_t end = m_begin + static_cast<std::int64_t>(m_held.size());
        if (from < m_begin || from > end + m_worthASeek || !m_begun) {
            if (const Status sought = m_file.seek(from); !sought)
                return sought;
            m_held.clear();
            m_begin = from;
            m_begun = true;
        }
        for (;;) {
            const auto old = std::min<std::int64_t>(from - m_begin, static_cast<std::int64_t>(m_held.size()));
            m_held.erase(m_held.begin(), m_held.begin() + old);
            m_begin += old;
            const std::int64_t lacks = to - m_begin - static_cast<std::int64_t>(m_held.size());
            if (lacks <= 0)
                return ok();
            const auto read = more(std::min<std::int64_t>(lacks, 16384));
            if (!read)
                return read.error();
            if (*read == 0)
                return ok();
        }
    }
    Result<std::size_t> more(std::int64_t count)
    {
        const auto channels = static_cast<std::size_t>(m_file.info().channels);
        m_raw.resize(static_cast<std::size_t>(count) * channels);
        const auto read = m_file.read(m_raw);
        if (!read)
            return read.error();
        for (std::size_t i = 0; i < *read; ++i) {
            float value = 0;
            if (m_channel == mixedChannels) {
                for (std::size_t c = 0; c < channels; ++c)
                    value += m_raw[i * channels + c] / static_cast<float>(channels);
            } else {
                value = m_raw[i * channels + static_cast<std::size_t>(m_channel)];
            }
            m_held.push_back(std::isfinite(value) ? value : 0);
        }
        return *read;
    }

    SoundFile &m_file;
    int m_channel;
    std::int64_t m_worthASeek, m_begin = 0;
    bool m_begun = false;
    std::vector<float> m_held, m_raw;
};

std::uint8_t levelOf(float power)
{
    const float decibels = 10 * std::log10(std::max(power, 1e-20f));
    return static_cast<std::uint8_t>(std::clamp(std::lround(255 + 2 * decibels), 0l, 255l));
}

}  // namespace

Result<SpectrogramTile> spectrogramTile(SoundFile &file, const SpectrumShape &shape, const TilePlace &place,
                                        const std::stop_token &stop)
{
    Spectrum spectrum(shape);
    if (!spectrum.isReady())
        return Error{Code::Unsupported, "a window of " + std::to_string(shape.length), {}};
    const auto count = static_cast<int>(std::clamp<std::int64_t>(place.hop / shape.length, 1, mostWindows));
    SpectrogramTile tile{shape.length / 2, {}};
    tile.levels.resize(static_cast<std::size_t>(tile.bins) * tileColumns);
    Windows windows(file, place.channel);
    std::vector<float> samples(static_cast<std::size_t>(shape.length) * count);
    std::vector<float> power(static_cast<std::size_t>(tile.bins));
    for (int column = 0; column < tileColumns; ++column) {
        if (stop.stop_requested())
            return Error{Code::Cancelled, {}, {}};
        const std::int64_t middle = (place.index * tileColumns + column) * place.hop + place.hop / 2;
        const std::int64_t begin = middle - static_cast<std::int64_t>(samples.size()) / 2;
        if (begin >= file.info().length)
            break;
        if (const Status read = windows.read(begin, samples); !read)
            return read.error();
        std::ranges::fill(power, 0.0f);
        for (int i = 0; i < count; ++i)
            spectrum.add(samples.data() + std::ptrdiff_t{i} * shape.length, power);
        for (std::size_t bin = 0; bin < power.size(); ++bin)
            tile.levels[(power.size() - 1 - bin) * tileColumns + static_cast<std::size_t>(column)] =
                levelOf(power[bin] / static_cast<float>(count));
    }
    return tile;
}

}  // namespace core
