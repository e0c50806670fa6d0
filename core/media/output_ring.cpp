#include "core/media/output_ring.h"
#include <algorithm>
#include <cassert>
#include <cmath>

namespace core {

namespace {

constexpr std::size_t mostLegs = 1024;  // more than any device holds back

}  // namespace

OutputRing::OutputRing(std::size_t frames) : m_frames(frames * outputChannels), m_given{Leg{}} {}

std::size_t OutputRing::space() const
{
    const std::scoped_lock lock(m_mutex);
    return m_frames.size() / outputChannels - static_cast<std::size_t>(m_pushed - m_popped);
}

void OutputRing::push(std::span<const float> frames, double sample, double step)
{
    assert(frames.size() <= space() * outputChannels);
    const std::scoped_lock lock(m_mutex);
    m_waiting.push_back({m_pushed, sample, step});
    const std::size_t from = static_cast<std::size_t>(m_pushed) * outputChannels % m_frames.size();
    const std::size_t first = std::min(frames.size(), m_frames.size() - from);
    std::copy_n(frames.begin(), first, m_frames.begin() + static_cast<std::ptrdiff_t>(from));
    std::copy(frames.begin() + static_cast<std::ptrdiff_t>(first), frames.end(), m_frames.begin());
    m_pushed += static_cast<std::int64_t>(frames.size()) / outputChannels;
}

std::size_t OutputRing::waiting() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<std::size_t>(m_pushed - m_popped);
}

void OutputRing::clear(std::int64_t sample)
{
    const std::scoped_lock lock(m_mutex);
    m_popped = m_pushed;
    m_waiting.clear();
    m_given = {Leg{m_pulled, static_cast<double>(sample), 0}};
    m_lastSound = m_pulled;
}

void OutputRing::setVolume(float volume)
{
    const std::scoped_lock lock(m_mutex);
    m_volume = volume;
}

void OutputRing::markPulled(const Leg &leg)
{
    if (m_given.size() == mostLegs)
        m_given.pop_front();
    m_given.push_back(leg);
}

void OutputRing::pull(std::span<float> out)
{
    const std::scoped_lock lock(m_mutex);
    const auto wanted = static_cast<std::int64_t>(out.size()) / outputChannels;
    const std::int64_t count = std::min(wanted, m_pushed - m_popped);
    const float rise = wanted > 0 ? (m_volume - m_reached) / static_cast<float>(wanted) : 0;
    for (std::int64_t n = 0; n < count; ++n) {
        m_reached += rise;
        const std::size_t from = static_cast<std::size_t>(m_popped + n) * outputChannels % m_frames.size();
        for (int c = 0; c < outputChannels; ++c)
            out[static_cast<std::size_t>(n * outputChannels + c)] = m_frames[from + c] * m_reached;
    }
    m_reached = m_volume;
    std::fill(out.begin() + count * outputChannels, out.end(), 0.0f);

    const std::int64_t shift = m_pulled - m_popped, end = m_popped + count;
    while (!m_waiting.empty() && m_waiting.front().at < end) {
        Leg &leg = m_waiting.front();
        const std::int64_t from = std::max(leg.at, m_popped);
        const std::int64_t to = m_waiting.size() > 1 ? std::min(m_waiting[1].at, end) : end;
        markPulled({from + shift, leg.sample + static_cast<double>(from - leg.at) * leg.step, leg.step});
        if (to == (m_waiting.size() > 1 ? m_waiting[1].at : m_pushed))
            m_waiting.pop_front();
        else
            break;
    }
    m_popped = end;
    m_pulled += wanted;
    if (count > 0)
        m_lastSound = m_pulled - (wanted - count);
    const Leg last = m_given.back();
    if (count < wanted && last.step != 0)
        markPulled({m_lastSound, last.sample + static_cast<double>(m_lastSound - last.at) * last.step, 0});
}

std::int64_t OutputRing::placeAt(std::int64_t heard) const
{
    const std::scoped_lock lock(m_mutex);
    heard = std::min(heard, m_pulled);
    const auto after = std::ranges::upper_bound(m_given, heard, {}, &Leg::at);
    if (after == m_given.begin())
        return std::llround(m_given.front().sample);
    const Leg &leg = *std::prev(after);
    return static_cast<std::int64_t>(std::floor(leg.sample + static_cast<double>(heard - leg.at) * leg.step + 1e-6));
}

bool OutputRing::isOver(std::int64_t heard) const
{
    const std::scoped_lock lock(m_mutex);
    return m_pushed == m_popped && heard >= m_lastSound;
}

}  // namespace core
