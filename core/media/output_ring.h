// The frames between the thread that decodes and the device, and which place of the file each of them came from. The
// one thing the two threads share: each call holds the mutex for a copy of at most its own frames.
#pragma once
#include "core/media/sound_output.h"
#include <cstdint>
#include <deque>
#include <mutex>
#include <span>
#include <vector>

namespace core {

class OutputRing {
public:
    explicit OutputRing(std::size_t frames);

    std::size_t space() const;    // frames that push() takes
    std::size_t waiting() const;  // frames that were not pulled yet
    // Frame n of them is the sound of `sample` + n × `step` of the file.
    void push(std::span<const float> frames, double sample, double step);
    // Drops what was not pulled. Until what is pushed next is heard, the place is `sample`.
    void clear(std::int64_t sample);
    void setVolume(float volume);

    void pull(std::span<float> out);  // silence where there is nothing; the place stands still then

    // The place of the file that is heard when `heard` of all pulled frames have come out. Never beyond what was
    // pulled.
    std::int64_t placeAt(std::int64_t heard) const;
    bool isOver(std::int64_t heard) const;  // all that was pushed has been heard

private:
    struct Leg {  // from frame `at` on, the place is sample + (frame - at) × step
        std::int64_t at = 0;
        double sample = 0, step = 0;
    };
    void markPulled(const Leg &leg);

    mutable std::mutex m_mutex;               // guards all below
    std::vector<float> m_frames;              // a ring
    std::int64_t m_pushed = 0, m_popped = 0;  // frames, since the beginning of time: their difference is what waits
    std::int64_t m_pulled = 0;                // frames given out, silence too
    std::int64_t m_lastSound = 0;             // of m_pulled, behind the last frame that was no filling silence
    std::deque<Leg> m_waiting;                // by m_pushed
    std::deque<Leg> m_given;                  // by m_pulled; the first is where the last clear() said
    float m_volume = 1, m_reached = 1;        // the volume goes to the wanted one within a pull: no click
};

}  // namespace core
