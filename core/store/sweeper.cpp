#include "core/store/sweeper.h"
#include "core/store/purge.h"
#include <array>
#include <chrono>
#include <condition_variable>
#include <limits>

namespace core::store {

namespace {

using namespace std::chrono_literals;

// A slice keeps the gate for some 10 ms; edits have the time between.
constexpr std::int64_t sliceRows = 500;
constexpr auto pause = 20ms;
constexpr int checkpointPages = 1000;
constexpr int mostLogPages = 16'000;  // somebody reads an old state and keeps the log from being emptied

struct Stopped {};  // thrown: unwinds to run()

// keys: of up to ?4 rows of batch ?1 below the key (?2, ?3), largest first. unhide: rows that batch ?1 hides.
struct Content {
    bool hasPairs;  // else the second number of a key says nothing
    const char *keys, *remove, *unhide;
};
constexpr std::array<Content, 5> contents{{
    {false, "select id, ?3 from relation where batch = ?1 and id < ?2 order by id desc limit ?4",
     "delete from relation where id = ?2 and batch = ?1",
     "update relation set hidden_by = null where id in (select id from relation where hidden_by = ?1 limit ?2)"},
    {false, "select id, ?3 from annotation where batch = ?1 and id < ?2 order by id desc limit ?4",
     "delete from annotation where id = ?2 and batch = ?1",
     "update annotation set hidden_by = null where id in (select id from annotation where hidden_by = ?1 limit ?2)"},
    {true,
     "select job, sample from work where batch = ?1 and (job, sample) < (?2, ?3) order by job desc, sample desc"
     " limit ?4",
     "delete from work where job = ?2 and sample = ?3 and batch = ?1",
     "update work set hidden_by = null where (job, sample, batch) in"
     " (select job, sample, batch from work where hidden_by = ?1 limit ?2)"},
    {false, "select id, ?3 from sample where batch = ?1 and id < ?2 order by id desc limit ?4",
     "delete from sample where id = ?2 and batch = ?1",
     "update sample set hidden_by = null where id in (select id from sample where hidden_by = ?1 limit ?2)"},
    {false, "select id, ?3 from label where batch = ?1 and id < ?2 order by id desc limit ?4",
     "delete from label where id = ?2 and batch = ?1",
     "update label set hidden_by = null where id in (select id from label where hidden_by = ?1 limit ?2)"},
}};

using Key = std::pair<std::int64_t, std::int64_t>;

}  // namespace

Sweeper::Sweeper(std::shared_ptr<WriteGate> gate, std::vector<BatchId> garbage)
    : m_gate(std::move(gate)),
      m_garbage(std::move(garbage)),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

void Sweeper::run(const std::stop_token &stop)
{
    m_stop = stop;
    const auto file = m_gate->connection->file();
    try {
        (void)guarded(file, [&]() -> Status {  // a failure ends it: the next opening goes on
            Connection reader(file, Access::Read);
            for (const BatchId batch : m_garbage)
                sweep(reader, batch);
            bool done = false;
            while (!done)
                slice([&done](Connection &connection) { done = removeReplaced(connection, sliceRows) < sliceRows; });
            return ok();
        });
    } catch (const Stopped &) {
    }
}

// Keys are looked for outside the gate: the rows of other batches may lie in the way.
void Sweeper::sweep(Connection &reader, BatchId batch)
{
    for (const Content &content : contents) {
        for (std::int64_t shown = sliceRows; shown == sliceRows;)
            slice([&](Connection &connection) {
                connection.query(content.unhide).with(batch.value, sliceRows).run();
                shown = connection.database().getChanges();
            });
        constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
        for (Key last{most, most};;) {
            std::vector<Key> keys;
            Query found = reader.query(content.keys);
            found.with(batch.value, last.first, last.second, sliceRows);
            while (found.step()) {
                const std::int64_t first = found.integer();
                keys.emplace_back(first, found.integer());
            }
            if (keys.empty())
                break;
            slice([&](Connection &connection) {
                Query remove = connection.query(content.remove);
                for (const Key &key : keys) {
                    remove.with(batch.value, key.first);
                    if (content.hasPairs)
                        remove.bind(key.second);
                    remove.run();
                    remove.again();
                }
            });
            last = keys.back();
        }
    }
    slice([&](Connection &connection) { connection.query("delete from batch where id = ?").with(batch.value).run(); });
}

void Sweeper::slice(const std::function<void(Connection &)> &work)
{
    waitForTurn();
    const std::lock_guard guard(m_gate->mutex);
    const RelaxedSync relaxed(*m_gate->connection);
    Transaction transaction(*m_gate->connection);
    work(*m_gate->connection);
    transaction.commit();
    m_gate->checkpointAbove(checkpointPages);
}

void Sweeper::waitForTurn()
{
    std::mutex own;
    std::condition_variable_any never;
    const auto isLogLong = [this] {
        const std::lock_guard guard(m_gate->mutex);
        return m_gate->walPages > mostLogPages;
    };
    do {
        std::unique_lock lock(own);
        never.wait_for(lock, m_stop, pause, [] { return false; });
        if (m_stop.stop_requested())
            throw Stopped();
    } while (isLogLong());
}

}  // namespace core::store
