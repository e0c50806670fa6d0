// The least and the greatest value of every stretch of a sound, so that any part of it is drawn at any zoom at once.
#pragma once
#include "core/media/sound_file.h"
#include <chrono>
#include <functional>
#include <limits>
#include <stop_token>
#include <vector>

namespace core {

struct Peak {  // of int16 samples
    std::int16_t low = std::numeric_limits<std::int16_t>::max(), high = std::numeric_limits<std::int16_t>::min();
    bool isEmpty() const { return low > high; }
    void add(Peak other)
    {
        low = std::min(low, other.low);
        high = std::max(high, other.high);
    }
    bool operator==(const Peak &) const = default;
};

struct PeakColumn {
    Peak peak;           // empty: outside of the sound, or nothing is known yet
    bool exact = false;  // false: guessed from a few samples of the column
};

constexpr int peakLevels = 8, peakFactor = 4;  // each level joins this many peaks of the one below
constexpr int basePeaks = 16384;               // of a block and channel: factor ^ (levels - 1)
constexpr int mixedChannels = -1;              // a channel that holds all others

// Some minutes of the sound. Channel after channel, level after level, finest first; behind the end they are empty.
using PeakBlock = std::vector<Peak>;
constexpr int blockPeaks = (basePeaks * peakFactor - 1) / (peakFactor - 1);  // of a channel, all levels
// `peaks` has the finest level filled: fills the others.
void fillLevels(PeakBlock &block, int channels);

// What is known of a sound so far. Never changes once made: any thread may read it while a scan makes the next one.
class Peaks {
public:
    explicit Peaks(const SoundInfo &info);
    Peaks(const SoundInfo &info, std::vector<std::shared_ptr<const PeakBlock>> blocks);  // whole

    const SoundInfo &info() const { return m_info; }
    // Samples of a finest peak: 256, of sounds up to a million samples 32, more where the pyramid would be larger than
    // 64 MB.
    int base() const { return m_base; }
    std::int64_t blockSamples() const { return std::int64_t{m_base} * basePeaks; }
    std::size_t blockCount() const { return m_blocks.size(); }
    const PeakBlock *block(std::size_t at) const { return m_blocks[at].get(); }  // null: not scanned yet
    std::size_t bytes() const;
    bool isWhole() const { return m_known == m_blocks.size(); }
    double known() const;                                      // scanned share, 0…1
    bool isKnown(std::int64_t begin, std::int64_t end) const;  // scanned
    bool isSketched() const { return !m_sketch.empty(); }

    // A column is the samples begin + i·perColumn … begin + (i + 1)·perColumn, widened to whole peaks.
    void columns(int channel, double begin, double perColumn, std::span<PeakColumn> out) const;

    std::shared_ptr<const Peaks> withBlock(std::size_t at, std::shared_ptr<const PeakBlock> block) const;
    // Peaks of short stretches in the middle of equally many places; channel after channel.
    std::shared_ptr<const Peaks> withSketch(std::vector<Peak> sketch) const;

private:
    Peak peakOf(int channel, std::int64_t begin, std::int64_t end, int level, bool &exact) const;
    Peak sketchOf(int channel, std::int64_t begin, std::int64_t end) const;

    SoundInfo m_info;
    int m_base;
    std::vector<std::shared_ptr<const PeakBlock>> m_blocks;
    std::size_t m_known = 0;
    std::vector<Peak> m_sketch;
};

using PeaksGrown = std::function<void(const std::shared_ptr<const Peaks> &)>;

// Looks at short stretches all over a long sound, ever closer to each other, for about so long: a first picture of
// what takes longer to read.
Result<std::shared_ptr<const Peaks>> sketchPeaks(SoundFile &file, std::shared_ptr<const Peaks> known,
                                                 std::chrono::milliseconds atMost, const std::stop_token &stop);
// Is it read whole about as soon as a sketch is made?
bool isWorthASketch(const SoundInfo &info);

// Decodes what is not known, block after block: first those around `wanted()`, a sample. Tells each step; Cancelled.
// Behind the end of a sound that is shorter than its headers say the peaks are empty.
Result<std::shared_ptr<const Peaks>> scanPeaks(SoundFile &file, std::shared_ptr<const Peaks> known,
                                               const std::function<std::int64_t()> &wanted, const PeaksGrown &grown,
                                               const std::stop_token &stop);

// Of interleaved samples, -1…1: widens the peak of each channel.
void addSamples(std::span<const float> samples, std::span<Peak> channels);

}  // namespace core
