// Hands samples from the thread that reads them to a thread of its own that works on them, some hundreds at a time:
// an export reads and writes at once.
#pragma once
#include "core/sample_content.h"
#include "core/result.h"
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace formats {

class ContentPipe {
public:
    // `take` runs in the other thread, in the order of put(), until its first failure.
    using Take = std::function<core::Status(const core::SampleContent &)>;
    explicit ContentPipe(Take take);
    ~ContentPipe();  // without finish(): what was not taken yet is dropped

    // Leaves in `content` one that was taken already, so that its memory serves again. False: a take failed, no more is
    // wanted.
    bool put(core::SampleContent &&content);
    core::Status finish();  // when all is taken: the first failure

private:
    struct Load {
        std::vector<core::SampleContent> contents;
        std::size_t count = 0;  // as many of them
    };
    void hand();
    void run();
    core::Status takeAll(const Load &load);
    void close(bool drop);

    Take m_take;
    Load m_filling;
    std::size_t m_weight = 0;  // of m_filling
    std::mutex m_mutex;        // guards what follows
    std::condition_variable m_changed;
    std::deque<Load> m_waiting, m_taken;
    bool m_closed = false;
    core::Status m_status = core::ok();
    std::atomic<bool> m_failed{false};
    std::thread m_thread;
};

}  // namespace formats
