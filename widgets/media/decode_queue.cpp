#include "widgets/media/decode_queue.h"
#include "widgets/media/delivery.h"
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace widgets {

namespace {

struct Waiting {
    std::shared_ptr<Delivery> delivery;
    DecodeQueue::Done done;
};

void answerTo(const Waiting &waiting, const core::Result<Picture> &result)
{
    waiting.delivery->post([done = waiting.done, result] { done(result); });
}

struct Wish {
    QByteArray key;
    Priority priority;
    qint64 order;
    DecodeQueue::Work work;
    std::stop_source stop;
    std::vector<Waiting> waiting;
    bool running = false;
};

}  // namespace

struct DecodeQueue::State {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::vector<std::shared_ptr<Wish>> wishes;
    qint64 lastOrder = 0;
    std::vector<std::jthread> threads;

    void run(std::stop_token quit, Priority least);
    std::shared_ptr<Wish> next(Priority least) const;
    void withdraw(const std::shared_ptr<Wish> &wish, const std::shared_ptr<Delivery> &delivery);
};

namespace {

class QueueTicket : public Ticket {
public:
    QueueTicket(std::shared_ptr<Delivery> delivery, std::function<void()> withdraw)
        : m_delivery(std::move(delivery)),
          m_withdraw(std::move(withdraw))
    {
    }
    ~QueueTicket() override
    {
        m_delivery->cut();
        if (m_withdraw)
            m_withdraw();
    }

private:
    std::shared_ptr<Delivery> m_delivery;
    std::function<void()> m_withdraw;
};

}  // namespace

std::shared_ptr<Wish> DecodeQueue::State::next(Priority least) const
{
    std::shared_ptr<Wish> best;
    for (const auto &wish : wishes) {
        if (wish->running || wish->priority > least)
            continue;
        if (!best || std::pair(wish->priority, wish->order) < std::pair(best->priority, best->order))
            best = wish;
    }
    return best;
}

void DecodeQueue::State::run(std::stop_token quit, Priority least)
{
    std::unique_lock lock(mutex);
    while (!quit.stop_requested()) {
        std::shared_ptr<Wish> wish;
        wake.wait(lock, quit, [&] { return (wish = next(least)) != nullptr; });
        if (!wish || quit.stop_requested())
            return;
        wish->running = true;
        lock.unlock();
        const core::Result<Picture> result = wish->work(wish->stop.get_token());
        lock.lock();
        std::erase(wishes, wish);
        for (const Waiting &waiting : wish->waiting)
            answerTo(waiting, result);
    }
}

void DecodeQueue::State::withdraw(const std::shared_ptr<Wish> &wish, const std::shared_ptr<Delivery> &delivery)
{
    const std::lock_guard lock(mutex);
    std::erase_if(wish->waiting, [&](const Waiting &waiting) { return waiting.delivery == delivery; });
    if (!wish->waiting.empty())
        return;
    wish->stop.request_stop();
    std::erase(wishes, wish);  // an equal wish from now on begins anew
}

DecodeQueue::DecodeQueue(int threads) : m_state(std::make_shared<State>())
{
    // One thread of several is kept from the less urgent, so that the visible picture never waits behind them.
    for (int i = 0; i < std::max(1, threads); ++i) {
        const Priority least = i == 0 && threads > 1 ? Priority::Next : Priority::Prefetch;
        m_state->threads.emplace_back(
            [state = m_state.get(), least](std::stop_token quit) { state->run(std::move(quit), least); });
    }
}

DecodeQueue::~DecodeQueue()
{
    {
        const std::lock_guard lock(m_state->mutex);
        for (const auto &wish : m_state->wishes) {
            wish->waiting.clear();
            wish->stop.request_stop();
        }
    }
    for (std::jthread &thread : m_state->threads)
        thread.request_stop();
    m_state->threads.clear();
}

std::unique_ptr<Ticket> DecodeQueue::add(const QByteArray &key, Priority priority, Work work, Done done)
{
    auto delivery = std::make_shared<Delivery>();
    const std::lock_guard lock(m_state->mutex);
    auto &wishes = m_state->wishes;
    auto found = std::ranges::find(wishes, key, [](const auto &wish) { return wish->key; });
    if (found == wishes.end()) {
        const qint64 order = ++m_state->lastOrder;
        // Of thumbnails the latest asked for is the one in sight.
        wishes.push_back(std::make_shared<Wish>(
            Wish{key, priority, priority == Priority::Thumbnail ? -order : order, std::move(work), {}, {}}));
        found = std::prev(wishes.end());
    }
    const std::shared_ptr<Wish> wish = *found;
    wish->priority = std::min(wish->priority, priority);
    wish->waiting.push_back({delivery, std::move(done)});
    m_state->wake.notify_all();
    return std::make_unique<QueueTicket>(delivery, [weak = std::weak_ptr(m_state), wish, delivery] {
        if (const auto state = weak.lock())
            state->withdraw(wish, delivery);
    });
}

std::unique_ptr<Ticket> DecodeQueue::answer(core::Result<Picture> result, Done done)
{
    auto delivery = std::make_shared<Delivery>();
    answerTo({delivery, std::move(done)}, result);
    return std::make_unique<QueueTicket>(delivery, nullptr);
}

}  // namespace widgets
