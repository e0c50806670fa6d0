#include "core/store/write_gate.h"
#include <sqlite3.h>

namespace core::store {

WriteGate::WriteGate(std::unique_ptr<Connection> opened) : connection(std::move(opened))
{
    sqlite3_wal_hook(
        connection->handle(),
        [](void *pages, sqlite3 *, const char *, int count) {
            *static_cast<int *>(pages) = count;
            return SQLITE_OK;
        },
        &walPages);
}

void WriteGate::checkpointAbove(int pages)
{
    if (walPages < pagesAtCheckpoint)
        pagesAtCheckpoint = 0;  // the log began anew
    if (walPages - pagesAtCheckpoint < pages)
        return;
    sqlite3_wal_checkpoint_v2(connection->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    pagesAtCheckpoint = walPages;
}

}  // namespace core::store
