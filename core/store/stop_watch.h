// While it lives, a connection's statements end with Code::Cancelled once a stop is asked for.
#pragma once
#include "core/store/sqlite.h"
#include <sqlite3.h>
#include <stop_token>

namespace core::store {

class StopWatch {
public:
    StopWatch(Connection &connection, std::stop_token stop) : m_handle(connection.handle()), m_stop(std::move(stop))
    {
        if (m_stop.stop_possible())
            sqlite3_progress_handler(
                m_handle, instructionsPerLook,
                [](void *token) { return static_cast<int>(static_cast<std::stop_token *>(token)->stop_requested()); },
                &m_stop);
    }
    StopWatch(const StopWatch &) = delete;
    StopWatch &operator=(const StopWatch &) = delete;
    ~StopWatch() { sqlite3_progress_handler(m_handle, 0, nullptr, nullptr); }

private:
    static constexpr int instructionsPerLook = 20'000;
    sqlite3 *m_handle;
    std::stop_token m_stop;
};

}  // namespace core::store
