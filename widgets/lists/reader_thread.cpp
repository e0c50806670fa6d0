#include "widgets/lists/reader_thread.h"
#include <QMetaObject>
#include <array>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace widgets {

struct ReaderThread::Impl {
    struct Slot {
        Work waiting;
        std::stop_source stop{std::nostopstate};  // of the newest ask, waiting or running
        std::uint64_t ask = 0;                    // answers to older asks are dropped
    };

    ReaderThread &owner;
    mutable std::mutex mutex;
    std::condition_variable_any wake, idle;
    std::array<Slot, 5> lanes;  // by Lane: a small one goes first, Rows before List
    std::unique_ptr<core::Reader> reader;
    bool working = false;
    std::jthread thread;

    explicit Impl(ReaderThread &of) : owner(of), thread([this](std::stop_token quit) { loop(quit); }) {}

    Slot *next()
    {
        for (const Lane lane : {Lane::Text, Lane::Rows, Lane::Search, Lane::List, Lane::Counts})
            if (Slot &slot = lanes[std::size_t(lane)]; slot.waiting)
                return &slot;
        return nullptr;
    }

    void loop(const std::stop_token &quit)
    {
        std::unique_lock lock(mutex);
        while (wake.wait(lock, quit, [&] { return reader && next(); })) {
            Slot &slot = *next();
            const Work work = std::exchange(slot.waiting, {});
            const std::uint64_t ask = slot.ask;
            const std::stop_token stop = slot.stop.get_token();
            working = true;
            lock.unlock();
            Deliver deliver = work(*reader, stop);
            lock.lock();
            working = false;
            if (deliver && slot.ask == ask)
                post(slot, ask, std::move(deliver));
            idle.notify_all();
        }
    }

    void post(Slot &slot, std::uint64_t ask, Deliver deliver)
    {
        QMetaObject::invokeMethod(
            &owner,
            [this, &slot, ask, deliver = std::move(deliver)] {
                {
                    const std::scoped_lock lock(mutex);
                    if (slot.ask != ask)
                        return;
                }
                deliver();
            },
            Qt::QueuedConnection);
    }

    void drop(Slot &slot)
    {
        slot.stop.request_stop();
        slot.waiting = {};
        ++slot.ask;
    }

    void close()
    {
        std::unique_lock lock(mutex);
        for (Slot &slot : lanes)
            drop(slot);
        idle.wait(lock, [this] { return !working; });
        reader.reset();
    }
};

ReaderThread::ReaderThread(QObject *parent) : QObject(parent), m_impl(std::make_unique<Impl>(*this)) {}

ReaderThread::~ReaderThread()
{
    m_impl->close();
    m_impl->thread.request_stop();
    m_impl->wake.notify_all();
    m_impl->thread.join();
}

core::Status ReaderThread::setReader(const OpenReader &open)
{
    m_impl->close();
    if (!open)
        return core::ok();
    auto reader = open();
    if (!reader)
        return reader.error();
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->reader = std::move(*reader);
    m_impl->wake.notify_all();
    return core::ok();
}

bool ReaderThread::hasReader() const
{
    const std::scoped_lock lock(m_impl->mutex);
    return m_impl->reader != nullptr;
}

void ReaderThread::ask(Lane lane, Work work)
{
    const std::scoped_lock lock(m_impl->mutex);
    Impl::Slot &slot = m_impl->lanes[std::size_t(lane)];
    m_impl->drop(slot);
    slot.stop = std::stop_source();
    slot.waiting = std::move(work);
    m_impl->wake.notify_all();
}

void ReaderThread::drop(Lane lane)
{
    const std::scoped_lock lock(m_impl->mutex);
    m_impl->drop(m_impl->lanes[std::size_t(lane)]);
}

}  // namespace widgets
