// The one connection that writes and checkpoints, behind a mutex: edits, batch chunks and purges take turns.
#pragma once
#include "core/store/content_clock.h"
#include "core/store/id_counters.h"
#include "core/store/process_lock.h"
#include "core/store/sample_image.h"
#include "core/store/sqlite.h"
#include <atomic>
#include <memory>
#include <mutex>

namespace core::store {

// What labelers did to samples since the last batch was begun: it could not know of it.
struct HandWork {
    std::atomic<bool> samplesMade{false};
    std::vector<std::string> uris;  // of samples made or renamed; guarded by the gate, as what follows
    std::vector<SampleId> removed;
};

struct WriteGate {
    explicit WriteGate(std::unique_ptr<Connection> opened);

    // Copies the write-ahead log into the file once it has grown by `pages` pages. The mutex must be held.
    // A reader in the way only postpones it.
    void checkpointAbove(int pages);

    ProcessLock lock;  // given up after the connection is closed
    std::mutex mutex;  // guards connection and what follows
    std::unique_ptr<Connection> connection;
    int walPages = 0, pagesAtCheckpoint = 0;
    IdCounters ids;
    std::shared_ptr<ContentClock> clock = std::make_shared<ContentClock>();  // readers may outlive the gate
    std::shared_ptr<ImageShelf> images = std::make_shared<ImageShelf>();     // like the clock
    std::atomic<bool> batchOpen{false};
    HandWork handWork;
};

// While it lives, commits are not synced: for rows nobody sees. The edit that shows them syncs everything before it.
class RelaxedSync {
public:
    explicit RelaxedSync(Connection &connection) : m_connection(connection)
    {
        m_connection.exec("pragma synchronous = normal");
    }
    RelaxedSync(const RelaxedSync &) = delete;
    RelaxedSync &operator=(const RelaxedSync &) = delete;
    ~RelaxedSync() { m_connection.database().tryExec("pragma synchronous = full"); }

private:
    Connection &m_connection;
};

}  // namespace core::store
