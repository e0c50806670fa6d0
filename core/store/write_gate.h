// The one connection that writes and checkpoints, behind a mutex: edits, batch chunks and purges take turns.
#pragma once
#include "core/store/id_counters.h"
#include "core/store/sqlite.h"
#include <atomic>
#include <memory>
#include <mutex>

namespace core::store {

struct WriteGate {
    explicit WriteGate(std::unique_ptr<Connection> opened);

    // Copies the write-ahead log into the file once it has grown by `pages` pages. The mutex must be held.
    // A reader in the way only postpones it.
    void checkpointAbove(int pages);

    std::mutex mutex;  // guards connection and what follows
    std::unique_ptr<Connection> connection;
    int walPages = 0, pagesAtCheckpoint = 0;
    IdCounters ids;
    std::atomic<bool> batchOpen{false};
};

}  // namespace core::store
