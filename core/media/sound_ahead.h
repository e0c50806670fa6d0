// Opens the sounds that will probably be wanted next, in a thread of its own.
#pragma once
#include "core/media/sound_feed.h"
#include <condition_variable>
#include <mutex>
#include <thread>

namespace core {

class SoundAhead {
public:
    SoundAhead();
    ~SoundAhead();  // waits for the one it is opening
    // What was wanted before and is not here is dropped.
    void want(std::vector<std::filesystem::path> files);
    // Opened ahead, or now. A sound that is just being opened is waited for.
    Result<ReadySound> take(const std::filesystem::path &file);

private:
    struct Item {
        std::filesystem::path file;
        std::optional<ReadySound> sound;
        bool begun = false;  // the thread works on it, or failed
    };
    void run(const std::stop_token &stop);

    std::mutex m_mutex;  // guards m_items
    std::condition_variable_any m_changed;
    std::vector<Item> m_items;
    std::jthread m_thread;  // last: it uses all above
};

}  // namespace core
