// The part of Reader that runs sample queries.
#include "core/reader.h"
#include "core/store/reader_impl.h"
#include <algorithm>
#include <sqlite3.h>

namespace core {

using store::Connection;
using store::Query;

namespace {

constexpr int instructionsPerLook = 20'000;

// While it lives, the connection's statements end with Code::Cancelled once a stop is asked for.
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
    sqlite3 *m_handle;
    std::stop_token m_stop;
};

std::vector<SampleId> idsOf(Connection &connection, const SampleQuery &query)
{
    const Sql sql = toSql(query);
    SQLite::Statement prepared(connection.database(), sql.text);
    Query statement(prepared);
    for (const SqlValue &value : sql.values)
        std::visit([&](const auto &bound) { statement.bind(bound); }, value);
    std::vector<SampleId> ids;
    while (statement.step())
        ids.push_back({statement.integer()});
    return ids;
}

}  // namespace

Result<std::vector<SampleId>> Reader::find(const SampleQuery &query, std::stop_token stop) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<SampleId>> {
        const StopWatch watch(connection, std::move(stop));
        return idsOf(connection, query);
    });
}

}  // namespace core
