// An output that follows the clock.
#include "core/media/sound_output.h"
#include <algorithm>
#include <vector>

namespace core {

namespace {

class SilentOutput : public SoundOutput {
public:
    SilentOutput(PullFrames pull, Clock clock) : m_pull(std::move(pull)), m_clock(std::move(clock)) {}

    OutputFormat format() const override { return {}; }
    void run(bool on) override
    {
        tick();
        m_running = on;
        m_since = m_clock();
    }
    std::int64_t heard() const override { return m_pulled; }
    bool isLost() const override { return false; }
    void tick() override
    {
        if (!m_running)
            return;
        const int rate = format().rate;
        const std::int64_t ns = (m_clock() - m_since).count();
        // After a long sleep of the machine the playhead does not run to the end at once.
        std::int64_t due = std::min<std::int64_t>(ns * rate / 1'000'000'000, rate);
        if (due == 0)
            return;
        m_since += std::chrono::nanoseconds(ns);
        for (std::vector<float> frames; due > 0; due -= blockFrames) {
            frames.resize(static_cast<std::size_t>(std::min(due, blockFrames)) * outputChannels);
            m_pull(frames);
            m_pulled += static_cast<std::int64_t>(frames.size()) / outputChannels;
        }
    }

private:
    static constexpr std::int64_t blockFrames = 1024;
    PullFrames m_pull;
    Clock m_clock;
    std::chrono::nanoseconds m_since{0};
    std::int64_t m_pulled = 0;
    bool m_running = false;
};

}  // namespace

Clock steadyClock()
{
    return [] { return std::chrono::steady_clock::now().time_since_epoch(); };
}

std::unique_ptr<SoundOutput> silentOutput(PullFrames pull, Clock clock)
{
    return std::make_unique<SilentOutput>(std::move(pull), std::move(clock));
}

}  // namespace core
