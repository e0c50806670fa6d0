// What of a frame is left for work that can wait: the rest of the frame is measured, frame by frame.
#pragma once
#include <algorithm>
#include <chrono>

namespace widgets {

class FrameClock {
public:
    using Clock = std::chrono::steady_clock;

    // whole: all of the widget is painted. Otherwise there is no time for work that can wait.
    void begin(bool whole)
    {
        m_begin = Clock::now();
        m_sliced = {};
        m_whole = whole;
    }
    bool isWhole() const { return m_whole; }
    void end()
    {
        if (!m_whole)
            return;
        const Clock::duration rest = Clock::now() - m_begin - m_sliced;
        m_rest = rest > m_rest ? rest : m_rest - (m_rest - rest) / 8;  // up at once, down slowly
    }
    // slice(until): works until then, or a little longer. Called several times in a frame they share what is left.
    template <class Slice>
    auto run(Slice slice)
    {
        const Clock::time_point from = Clock::now();
        const Clock::time_point until = from + std::max<Clock::duration>(frame - m_rest - m_sliced, least);
        struct Note {
            Clock::time_point from;
            Clock::duration &sliced;
            ~Note() { sliced += Clock::now() - from; }
        } note{from, m_sliced};
        return slice(until);
    }

private:
    // Of the 16 ms that a frame has at 60 Hz; the rest is for the event before it and for what the window adds.
    static constexpr std::chrono::milliseconds frame{8};
    static constexpr std::chrono::milliseconds least{1};
    Clock::time_point m_begin;
    Clock::duration m_sliced{}, m_rest{};
    bool m_whole = true;
};

}  // namespace widgets
