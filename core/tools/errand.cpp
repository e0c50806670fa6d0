#include "core/tools/errand.h"
#include <condition_variable>
#include <deque>
#include <thread>
#include <vector>

namespace core {

namespace {

constexpr std::size_t Threads = 2;

// One for the process: were it the tool's, changing the tool would wait for what still runs.
class Aside {
public:
    ~Aside()
    {
        for (std::jthread &thread : m_threads)
            thread.request_stop();
        m_threads.clear();  // waits for at most one errand each; what has not begun never does
    }

    void run(std::function<void()> job)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_jobs.push_back(std::move(job));
            if (m_threads.size() < Threads)
                m_threads.emplace_back([this](const std::stop_token &quit) { work(quit); });
        }
        m_more.notify_one();
    }

private:
    void work(const std::stop_token &quit)
    {
        while (true) {
            std::function<void()> job;
            {
                std::unique_lock lock(m_mutex);
                if (!m_more.wait(lock, quit, [this] { return !m_jobs.empty(); }) || quit.stop_requested())
                    return;
                job = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
            job();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_more;
    std::deque<std::function<void()>> m_jobs;
    std::vector<std::jthread> m_threads;
};

}  // namespace

void runAside(std::function<void()> job)
{
    static Aside aside;
    aside.run(std::move(job));
}

}  // namespace core
