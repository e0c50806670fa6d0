// Work of a gesture that takes longer than a frame, done by another thread. Dropping the errand is all there is to
// cancelling: it never waits, and nothing of the gesture is touched afterwards.
#pragma once
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace core {

// Two threads for all errands, first come, first served.
void runAside(std::function<void()> job);

template <class Value>
class Errand {
public:
    using Work = std::function<Value(const std::stop_token &stop)>;

    // `work` holds all it needs by value. `wake` (may be empty) is called by the other thread once the value is there
    // or the work has thrown, never after the errand is gone, and must not call back into it.
    Errand(Work work, std::function<void()> wake) : m_shared(std::make_shared<Shared>())
    {
        m_shared->wake = std::move(wake);
        runAside([shared = m_shared, work = std::move(work)] {
            if (shared->stop.stop_requested())
                return;
            std::optional<Value> value;
            try {
                value = work(shared->stop.get_token());
            } catch (const std::exception &) {  // OpenCV, out of memory: hasFailed() tells
            }
            const std::lock_guard lock(shared->mutex);
            if (shared->stop.stop_requested())
                return;
            shared->failed = !value;
            shared->value = std::move(value);
            if (shared->wake)
                shared->wake();
        });
    }
    Errand(const Errand &) = delete;
    Errand &operator=(const Errand &) = delete;
    ~Errand()
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stop.request_stop();
    }

    // What came of it, once.
    std::optional<Value> take()
    {
        const std::lock_guard lock(m_shared->mutex);
        return std::exchange(m_shared->value, std::nullopt);
    }

    bool hasFailed() const  // there will be no value
    {
        const std::lock_guard lock(m_shared->mutex);
        return m_shared->failed;
    }

private:
    struct Shared {
        std::mutex mutex;
        bool failed = false;
        std::stop_source stop;
        std::optional<Value> value;
        std::function<void()> wake;
    };
    std::shared_ptr<Shared> m_shared;
};

}  // namespace core
