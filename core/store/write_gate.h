// The one connection that writes and checkpoints, behind a mutex: edits, batch chunks and purges take turns.
#pragma once
#include "core/store/id_counters.h"
#include "core/store/process_lock.h"
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
    std::atomic<bool> batchOpen{false};
    HandWork handWork;
};

}  // namespace core::store
