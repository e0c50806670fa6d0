// What a long task may do to the outside: say how far it is and learn that it must stop.
#pragma once
#include "core/result.h"
#include <atomic>
#include <stop_token>

namespace core {

struct ProgressState {  // shared with the thread that shows it
    std::atomic<std::int64_t> done{0};
    std::atomic<std::int64_t> total{0};  // 0: not known yet
    std::atomic<std::int64_t> issues{0};
};

class TaskContext {
public:
    TaskContext(std::stop_token stop, ProgressState &state) : m_stop(std::move(stop)), m_state(state) {}

    // Returns false once the task must stop. Cheap: call it per record.
    bool advance(std::int64_t done, std::int64_t total)
    {
        m_state.done.store(done, std::memory_order_relaxed);
        m_state.total.store(total, std::memory_order_relaxed);
        return !m_stop.stop_requested();
    }
    const std::stop_token &stop() const { return m_stop; }

private:
    std::stop_token m_stop;
    ProgressState &m_state;
};

}  // namespace core
