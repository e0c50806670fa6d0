#include "widgets/audio/work_queue.h"
#include "widgets/media/delivery.h"
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace widgets {

namespace {

struct QueuedWork {
    WorkQueue::Work work;
    std::shared_ptr<Delivery> delivery = std::make_shared<Delivery>();
    std::stop_source stop;
};

class WorkTicket : public Ticket {
public:
    explicit WorkTicket(std::shared_ptr<QueuedWork> wish) : m_wish(std::move(wish)) {}
    ~WorkTicket() override
    {
        m_wish->delivery->cut();
        m_wish->stop.request_stop();
    }

private:
    std::shared_ptr<QueuedWork> m_wish;
};

}  // namespace

struct WorkQueue::State {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::map<std::pair<Urgency, qint64>, std::shared_ptr<QueuedWork>> wishes;  // the most urgent first, then the oldest
    std::vector<std::shared_ptr<QueuedWork>> running;
    qint64 lastOrder = 0;
    std::vector<std::jthread> threads;

    void run(const std::stop_token &quit);
};

void WorkQueue::State::run(const std::stop_token &quit)
{
    std::unique_lock lock(mutex);
    while (wake.wait(lock, quit, [&] { return !wishes.empty(); }) && !quit.stop_requested()) {
        const auto wish = wishes.extract(wishes.begin()).mapped();
        const std::stop_token stop = wish->stop.get_token();
        if (stop.stop_requested())
            continue;
        running.push_back(wish);
        lock.unlock();
        wish->work(stop, [&](std::function<void()> what) { wish->delivery->post(std::move(what)); });
        lock.lock();
        std::erase(running, wish);
    }
}

WorkQueue::WorkQueue(int threads) : m_state(std::make_shared<State>())
{
    for (int i = 0; i < threads; ++i)
        m_state->threads.emplace_back([state = m_state.get()](const std::stop_token &quit) { state->run(quit); });
}

WorkQueue::~WorkQueue()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->wishes.clear();
        for (const auto &wish : m_state->running) {
            wish->delivery->cut();
            wish->stop.request_stop();
        }
    }
    for (std::jthread &thread : m_state->threads)
        thread.request_stop();
    m_state->threads.clear();
}

std::unique_ptr<Ticket> WorkQueue::add(Urgency urgency, Work work)
{
    const auto wish = std::make_shared<QueuedWork>();
    wish->work = std::move(work);
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->wishes[{urgency, ++m_state->lastOrder}] = wish;
    }
    m_state->wake.notify_one();
    return std::make_unique<WorkTicket>(wish);
}

}  // namespace widgets
