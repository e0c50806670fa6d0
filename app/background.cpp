#include "app/background.h"

namespace app {

Background::Background(QObject *parent) : QObject(parent) {}

Background::~Background()
{
    m_thread = {};
}

void Background::start(Work work, Done done)
{
    m_nextWork = std::move(work);
    m_nextDone = std::move(done);
    m_wanted = false;
    if (m_running)
        m_thread.request_stop();
    else
        next();
}

void Background::drop()
{
    m_nextWork = nullptr;
    m_wanted = false;
    m_thread.request_stop();
}

void Background::next()
{
    m_done = std::exchange(m_nextDone, nullptr);
    m_running = m_wanted = true;
    m_thread = std::jthread([this, work = std::exchange(m_nextWork, nullptr)](std::stop_token stop) {
        work(stop);
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_running = false;
                if (std::exchange(m_wanted, false) && m_done)
                    m_done();
                if (m_nextWork && !m_running)
                    next();
            },
            Qt::QueuedConnection);
    });
}

}  // namespace app
