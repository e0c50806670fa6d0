// The way from a worker back into the thread that asked. Who asked cuts it when the answer is no longer wanted.
#pragma once
#include <QObject>
#include <functional>
#include <memory>
#include <mutex>

namespace widgets {

// Made in the asking thread, which has an event loop.
class Delivery : public std::enable_shared_from_this<Delivery> {
public:
    ~Delivery() { cut(); }

    void cut()
    {
        const std::lock_guard lock(m_mutex);
        if (m_receiver)
            m_receiver->deleteLater();  // we may be inside a call to it
        m_receiver = nullptr;
    }
    // Runs `what` in the asking thread, later, unless it is cut by then. Any thread.
    void post(std::function<void()> what)
    {
        const std::lock_guard lock(m_mutex);
        if (m_receiver)
            QMetaObject::invokeMethod(
                m_receiver,
                [self = shared_from_this(), run = std::move(what)] {
                    if (self->isWanted())
                        run();
                },
                Qt::QueuedConnection);
    }

private:
    bool isWanted()
    {
        const std::lock_guard lock(m_mutex);
        return m_receiver != nullptr;
    }

    std::mutex m_mutex;
    QObject *m_receiver = new QObject;
};

}  // namespace widgets
