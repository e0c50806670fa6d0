#include "core/media/peaks.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int finest = 256, finestOfShort = 32;
constexpr double mostBytes = 64 << 20;  // of all levels

// In doubles: what a header says of the length may be anything.
int baseFor(const SoundInfo &info)
{
    if (info.length <= std::int64_t{finestOfShort} * basePeaks * 2)
        return finestOfShort;
    int base = finest;
    const double finestBytes = static_cast<double>(info.length) * info.channels * sizeof(Peak);
    while (finestBytes / base > mostBytes / 4.0 * 3 && base < (1 << 28))
        base *= peakFactor;
    return base;
}

// Where a level begins in the peaks of a channel.
constexpr int levelOffset(int level)
{
    int offset = 0;
    for (int l = 0, count = basePeaks; l < level; ++l, count /= peakFactor)
        offset += count;
    return offset;
}
static_assert(levelOffset(peakLevels) == blockPeaks);

}  // namespace

void fillLevels(PeakBlock &block, int channels)
{
    for (int c = 0; c < channels; ++c) {
        Peak *from = block.data() + std::ptrdiff_t{c} * blockPeaks;
        for (int count = basePeaks; count > 1; count /= peakFactor) {
            Peak *to = from + count;
            for (int i = 0; i < count / peakFactor; ++i) {
                to[i] = from[i * peakFactor];
                for (int k = 1; k < peakFactor; ++k)
                    to[i].add(from[i * peakFactor + k]);
            }
            from = to;
        }
    }
}

Peaks::Peaks(const SoundInfo &info) : m_info(info), m_base(baseFor(info))
{
    m_blocks.resize(static_cast<std::size_t>((info.length + blockSamples() - 1) / blockSamples()));
}

Peaks::Peaks(const SoundInfo &info, std::vector<std::shared_ptr<const PeakBlock>> blocks) : Peaks(info)
{
    assert(blocks.size() == m_blocks.size());
    m_blocks = std::move(blocks);
    m_known = m_blocks.size();
}

std::size_t Peaks::bytes() const
{
    return m_known * blockPeaks * static_cast<std::size_t>(m_info.channels) * sizeof(Peak)
           + m_sketch.size() * sizeof(Peak);
}

double Peaks::known() const
{
    return m_blocks.empty() ? 1 : static_cast<double>(m_known) / static_cast<double>(m_blocks.size());
}

bool Peaks::isKnown(std::int64_t begin, std::int64_t end) const
{
    begin = std::max<std::int64_t>(begin, 0);
    end = std::min(end, m_info.length);
    for (std::int64_t at = begin / blockSamples(); at * blockSamples() < end; ++at)
        if (!m_blocks[static_cast<std::size_t>(at)])
            return false;
    return true;
}

Peak Peaks::sketchOf(int channel, std::int64_t begin, std::int64_t end) const
{
    Peak all;
    if (m_sketch.empty())
        return all;
    const auto places = static_cast<std::int64_t>(m_sketch.size()) / m_info.channels;
    const double perPlace = static_cast<double>(m_info.length) / static_cast<double>(places);
    const auto first = std::clamp<std::int64_t>(std::llround(std::floor(begin / perPlace)), 0, places - 1);
    const auto last = std::clamp<std::int64_t>(std::llround(std::ceil(end / perPlace)) - 1, first, places - 1);
    for (std::int64_t i = first; i <= last; ++i)
        all.add(m_sketch[static_cast<std::size_t>(channel * places + i)]);
    return all;
}

Peak Peaks::peakOf(int channel, std::int64_t begin, std::int64_t end, int level, bool &exact) const
{
    const std::int64_t step = std::int64_t{m_base} << (2 * level), perBlock = basePeaks >> (2 * level);
    Peak all;
    for (std::int64_t i = begin / step; i * step < end; ++i) {
        const auto &block = m_blocks[static_cast<std::size_t>(i / perBlock)];
        if (!block) {
            exact = false;
            all.add(sketchOf(channel, std::max(begin, i * step), std::min(end, (i + 1) * step)));
            continue;
        }
        all.add((*block)[static_cast<std::size_t>(channel * blockPeaks + levelOffset(level) + i % perBlock)]);
    }
    return all;
}

void Peaks::columns(int channel, double begin, double perColumn, std::span<PeakColumn> out) const
{
    int level = 0;
    while (level + 1 < peakLevels && static_cast<double>(std::int64_t{m_base} << (2 * level + 2)) <= perColumn)
        ++level;
    const int firstChannel = channel == mixedChannels ? 0 : channel;
    const int lastChannel = channel == mixedChannels ? m_info.channels - 1 : channel;
    const auto length = static_cast<double>(m_info.length);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double left = begin + perColumn * static_cast<double>(i), right = left + perColumn;
        out[i] = {};
        if (right <= 0 || left >= length)
            continue;
        const auto from = static_cast<std::int64_t>(std::max(0.0, left));
        const auto to = std::max(from + 1, static_cast<std::int64_t>(std::ceil(std::min(length, right))));
        out[i].exact = true;
        for (int c = firstChannel; c <= lastChannel; ++c)
            out[i].peak.add(peakOf(c, from, to, level, out[i].exact));
    }
}

std::shared_ptr<const Peaks> Peaks::withBlock(std::size_t at, std::shared_ptr<const PeakBlock> block) const
{
    auto next = std::make_shared<Peaks>(*this);
    next->m_known += m_blocks[at] ? 0 : 1;
    next->m_blocks[at] = std::move(block);
    if (next->isWhole())
        next->m_sketch.clear();
    return next;
}

std::shared_ptr<const Peaks> Peaks::withSketch(std::vector<Peak> sketch) const
{
    auto next = std::make_shared<Peaks>(*this);
    next->m_sketch = std::move(sketch);
    return next;
}

}  // namespace core
