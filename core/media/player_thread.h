// A player in a thread of its own. Commands wait in a queue and never for the thread; what the player does is read as a
// value. The two share the queue and that value, each under the mutex, and nothing else.
#pragma once
#include "core/media/player.h"
#include "core/media/sound_ahead.h"

namespace core {

struct PlayerState {
    std::int64_t serial = 0;  // of the last command that was carried out
    std::int64_t opened = 0;  // serial of the command that opened the sound; 0: none is open
    std::optional<SoundInfo> info;
    std::int64_t failed = 0;  // serial of the last command when opening or reading failed last
    std::optional<Error> failure, fault;
    bool playing = false;
    std::int64_t finished = 0;  // how often a sound came to its end by itself
    std::int64_t position = 0;  // when it was `at`
    double pace = 0;            // samples that pass per second from there on, up to
    std::int64_t until = 0;
    std::chrono::nanoseconds at{0};
};

class PlayerThread {
public:
    // `changed` is called in the thread of the player, when anything but position and time changed.
    PlayerThread(OpenOutput openOutput, std::function<void()> changed);
    ~PlayerThread();

    // Each returns its serial.
    std::int64_t open(std::filesystem::path file);
    std::int64_t run(std::function<void(Player &)> command);
    void prefetch(std::vector<std::filesystem::path> files) { m_ahead.want(std::move(files)); }

    PlayerState state() const;

private:
    struct Command {
        std::int64_t serial = 0;
        std::optional<std::filesystem::path> file;  // to open, or
        std::function<void(Player &)> run;
    };
    std::int64_t enqueue(Command command);
    void loop(const std::stop_token &stop);
    void execute(Player &player, Command command);
    void publish(const Player &player);

    OpenOutput m_openOutput;
    std::function<void()> m_notify;
    SoundAhead m_ahead;
    PlayerState m_now;  // of the thread

    mutable std::mutex m_mutex;  // guards what follows
    std::condition_variable_any m_wake;
    std::deque<Command> m_commands;
    std::int64_t m_serial = 0;
    PlayerState m_state;

    std::jthread m_thread;  // last: it uses all above
};

}  // namespace core
