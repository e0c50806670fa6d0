// Reading a sound for its peaks: first all over, then block after block.
#include "core/media/peaks.h"
#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cmath>

namespace core {

namespace {

constexpr std::int64_t soonRead = 4'000'000;  // samples of all channels: 20 ms of raw sound, 100 ms of an MP3
constexpr std::uint32_t sketchPlaces = 2048;
constexpr std::int64_t sketchSamples = 512;  // of a place
constexpr int lanes = 16;

std::int16_t toInt16(float value)
{
    return static_cast<std::int16_t>(std::lrint(std::clamp(value, -1.0f, 1.0f) * 32767.0f));
}

// Lane i holds samples of channel i % Channels. A NaN compares with nothing and leaves no trace.
struct Extent {
    std::array<float, lanes> low, high;

    Extent()
    {
        low.fill(2);
        high.fill(-2);
    }
    void add(const float *samples)
    {
        for (std::size_t i = 0; i < lanes; ++i) {
            low[i] = samples[i] < low[i] ? samples[i] : low[i];
            high[i] = samples[i] > high[i] ? samples[i] : high[i];
        }
    }
    void add(std::size_t lane, float sample)
    {
        low[lane] = sample < low[lane] ? sample : low[lane];
        high[lane] = sample > high[lane] ? sample : high[lane];
    }
    void giveTo(Peak &peak, std::size_t lane) const
    {
        if (low[lane] <= high[lane])
            peak.add({toInt16(low[lane]), toInt16(high[lane])});
    }
};

// The place in the middle of the largest gap the places before it left.
std::uint32_t spread(std::uint32_t i)
{
    std::uint32_t out = 0;
    for (std::uint32_t bit = 1, mirrored = sketchPlaces >> 1; mirrored; bit <<= 1, mirrored >>= 1)
        out |= i & bit ? mirrored : 0;
    return out;
}

// Places that were not reached take the nearest one before them, which the order of reading spreads evenly.
void fillGaps(std::vector<Peak> &sketch, std::span<const bool> reached, int channels)
{
    std::size_t known = 0;
    for (std::size_t at = 0; at < sketchPlaces; ++at) {
        known = reached[at] ? at : known;
        for (std::size_t c = 0; c < static_cast<std::size_t>(channels); ++c)
            sketch[c * sketchPlaces + at] = sketch[c * sketchPlaces + known];
    }
}

class Scan {
public:
    Scan(SoundFile &file, const Peaks &like)
        : m_file(file),
          m_base(like.base()),
          m_channels(like.info().channels),
          m_cells(std::max(1, chunkSamples / m_base)),
          m_samples(static_cast<std::size_t>(m_cells) * m_base * m_channels),
          m_peaks(static_cast<std::size_t>(m_channels))
    {
    }

    Result<std::shared_ptr<const PeakBlock>> block(std::int64_t begin, const std::stop_token &stop)
    {
        if (m_file.position() != begin)
            if (const Status sought = m_file.seek(begin); !sought)
                return sought.error();
        auto block = std::make_shared<PeakBlock>(static_cast<std::size_t>(blockPeaks) * m_channels);
        for (int at = 0; at < basePeaks; at += m_cells) {
            if (stop.stop_requested())
                return Error{Code::Cancelled, {}, {}};
            const auto read = m_file.read(m_samples);
            if (!read)
                return read.error();
            take(*block, at, *read);
            if (*read < m_samples.size() / m_channels)
                break;
        }
        fillLevels(*block, m_channels);
        return std::shared_ptr<const PeakBlock>(std::move(block));
    }

private:
    static constexpr int chunkSamples = 16384;

    void take(PeakBlock &block, int at, std::size_t samples)
    {
        const auto cell = static_cast<std::size_t>(m_base) * m_channels;
        const std::span all = std::span<const float>(m_samples).first(samples * m_channels);
        for (std::size_t from = 0; from < all.size(); from += cell, ++at) {
            std::ranges::fill(m_peaks, Peak{});
            addSamples(all.subspan(from, std::min(cell, all.size() - from)), m_peaks);
            for (int c = 0; c < m_channels; ++c)
                block[static_cast<std::size_t>(c * blockPeaks + at)] = m_peaks[static_cast<std::size_t>(c)];
        }
    }

    SoundFile &m_file;
    int m_base, m_channels, m_cells;
    std::vector<float> m_samples;
    std::vector<Peak> m_peaks;
};

// From the wanted place on, then from the start: one goes straight on as long as nobody looks elsewhere.
std::size_t nextBlock(const Peaks &known, std::int64_t wanted)
{
    const auto first = static_cast<std::size_t>(std::max<std::int64_t>(0, wanted) / known.blockSamples());
    for (std::size_t at = first; at < known.blockCount(); ++at)
        if (!known.block(at))
            return at;
    for (std::size_t at = 0; at < known.blockCount(); ++at)
        if (!known.block(at))
            return at;
    return known.blockCount();
}

}  // namespace

void addSamples(std::span<const float> samples, std::span<Peak> channels)
{
    const std::size_t count = channels.size();
    Extent extent;
    std::size_t at = 0;
    if (lanes % count == 0) {
        for (; at + lanes <= samples.size(); at += lanes)
            extent.add(samples.data() + at);
        for (; at < samples.size(); ++at)
            extent.add(at % lanes, samples[at]);
        for (std::size_t lane = 0; lane < lanes; ++lane)
            extent.giveTo(channels[lane % count], lane);
        return;
    }
    for (std::size_t c = 0; c < count; ++c) {
        Extent own;
        for (at = c; at < samples.size(); at += count)
            own.add(0, samples[at]);
        own.giveTo(channels[c], 0);
    }
}

bool isWorthASketch(const SoundInfo &info)
{
    return info.length * info.channels > soonRead;
}

Result<std::shared_ptr<const Peaks>> sketchPeaks(SoundFile &file, std::shared_ptr<const Peaks> known,
                                                 std::chrono::milliseconds atMost, const std::stop_token &stop)
{
    const SoundInfo &info = known->info();
    const auto until = std::chrono::steady_clock::now() + atMost;
    const auto channels = static_cast<std::size_t>(info.channels);
    std::vector<Peak> sketch(sketchPlaces * channels), peaks(channels);
    std::array<bool, sketchPlaces> reached{};
    std::vector<float> samples(sketchSamples * channels);
    for (std::uint32_t i = 0; i < sketchPlaces; ++i) {
        if (stop.stop_requested())
            return Error{Code::Cancelled, {}, {}};
        if (i > 0 && std::chrono::steady_clock::now() > until)
            break;
        const std::size_t place = spread(i);
        const auto middle = static_cast<std::int64_t>((static_cast<double>(place) + 0.5) / sketchPlaces
                                                      * static_cast<double>(info.length));
        if (const Status sought = file.seek(middle - sketchSamples / 2); !sought)
            return sought.error();
        const auto read = file.read(samples);
        if (!read)
            return read.error();
        std::ranges::fill(peaks, Peak{});
        addSamples(std::span<const float>(samples).first(*read * channels), peaks);
        for (std::size_t c = 0; c < channels; ++c)
            sketch[c * sketchPlaces + place] = peaks[c];
        reached[place] = true;
    }
    fillGaps(sketch, reached, info.channels);
    return known->withSketch(std::move(sketch));
}

Result<std::shared_ptr<const Peaks>> scanPeaks(SoundFile &file, std::shared_ptr<const Peaks> known,
                                               const std::function<std::int64_t()> &wanted, const PeaksGrown &grown,
                                               const std::stop_token &stop)
{
    Scan scan(file, *known);
    while (!known->isWhole()) {
        const std::size_t at = nextBlock(*known, wanted());
        auto block = scan.block(static_cast<std::int64_t>(at) * known->blockSamples(), stop);
        if (!block)
            return block.error();
        known = known->withBlock(at, std::move(*block));
        grown(known);
    }
    return known;
}

}  // namespace core
