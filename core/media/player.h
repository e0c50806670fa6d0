// Plays one sound: feeds an output and knows where the sound is. Belongs to one thread, which calls step() every few
// milliseconds; nothing here waits. PlayerThread gives it one.
#pragma once
#include "core/media/output_ring.h"
#include "core/media/sound_feed.h"

namespace core {

constexpr double slowest = 0.5, fastest = 2;

class Player {
public:
    Player(OpenOutput openOutput, Clock clock);
    ~Player();

    void open(ReadySound sound);  // at its beginning, not playing
    void close();
    const SoundInfo *info() const;  // null: nothing is open

    void play();  // from the beginning, of the loop if there is one, when it stands at or behind the end of it
    void pause();
    void playRange(SampleRange range);              // once, then stands at its end
    void seek(std::int64_t sample);                 // goes on if it plays; forgets the range
    void setLoop(std::optional<SampleRange> loop);  // goes there if it plays elsewhere
    void setSpeed(double speed);
    void setVolume(double volume);

    void step();
    bool isPlaying() const { return m_playing; }
    std::int64_t position() const;                        // where the sound is
    double pace() const;                                  // samples that pass per second: 0 when it stands
    std::int64_t until() const;                           // where it stops or jumps back if it goes on like this
    std::int64_t finished() const { return m_finished; }  // how often this sound came to an end by itself
    const std::optional<Error> &fault() const { return m_fault; }      // of the device
    const std::optional<Error> &failure() const { return m_failure; }  // of the file, while playing

private:
    void ensureOutput();
    void useClock(Error fault);
    void loseOutput(Error fault);
    void start(std::int64_t sample);
    void fill();
    void stop(std::int64_t at);

    OpenOutput m_openOutput;
    Clock m_clock;
    std::unique_ptr<SoundFeed> m_feed;
    std::shared_ptr<OutputRing> m_ring;  // shared with the output, which pulls
    std::unique_ptr<SoundOutput> m_output;
    std::optional<Error> m_fault, m_failure;
    std::chrono::nanoseconds m_retryAt{0}, m_movedAt{0};
    std::int64_t m_movedTo = 0;  // how much was heard when the output last moved
    std::optional<SampleRange> m_loop;
    std::optional<std::int64_t> m_end;
    std::int64_t m_place = 0;  // where it stands while it does not play
    std::int64_t m_finished = 0;
    double m_speed = 1;
    float m_volume = 1;
    bool m_playing = false, m_fedAll = false;
};

}  // namespace core
