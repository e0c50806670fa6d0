// Tells the readers of this process whether what they keep in memory still holds after edits of other things. A file
// that another process writes has none: then every commit counts as a change of everything.
#pragma once
#include <atomic>
#include <cstdint>
#include <optional>

namespace core::store {

class ContentClock {
public:
    struct Time {
        std::uint64_t writes, samples;
        bool operator==(const Time &) const = default;
    };

    // Empty while an edit is being written. Equal before and after a snapshot was taken: the snapshot is of that time.
    std::optional<Time> now() const
    {
        const Time time{m_writes, m_samples};
        return time.writes % 2 == 0 && m_writes == time.writes ? std::optional(time) : std::nullopt;
    }

    // One edit, from before its transaction begins until it is committed or rolled back. Behind the gate.
    class Writing {
    public:
        explicit Writing(ContentClock &clock) : m_clock(clock) { ++m_clock.m_writes; }
        Writing(const Writing &) = delete;
        Writing &operator=(const Writing &) = delete;
        ~Writing()
        {
            if (changesSamples)
                ++m_clock.m_samples;
            ++m_clock.m_writes;
        }
        bool changesSamples = true;  // which there are, or a row of one

    private:
        ContentClock &m_clock;
    };

private:
    std::atomic<std::uint64_t> m_writes{0}, m_samples{0};  // writes: odd while one is under way
};

}  // namespace core::store
