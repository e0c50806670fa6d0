// The durable undo history: one row per applied edit, in the order of application; the undone ones are the last.
// Every call that writes belongs into the transaction of the edit; commit() makes its outcome the known one.
#pragma once
#include "core/edit.h"
#include "core/store/sqlite.h"

namespace core::store {

class History {
public:
    void open(Connection &connection);  // learns where the history stands

    struct Entry {
        std::int64_t id = 0;
        Edit edit;
    };
    // Throw Conflict when a mask is stored that is not the one the edit left: only its differing rows are kept here.
    std::optional<Entry> nextUndo(Connection &connection) const;
    std::optional<Entry> nextRedo(Connection &connection) const;

    void push(Connection &connection, const Edit &edit, const std::string &author, std::int64_t now);
    void replaceLast(Connection &connection, const Edit &merged, std::int64_t now);
    void markUndone(Connection &connection, std::int64_t id);
    void markRedone(Connection &connection, std::int64_t id);
    // Before a batch is begun: it may hide rows an undone one hid, which could then not be redone.
    void dropRedoOfBatches(Connection &connection);
    void trim(Connection &connection, std::int64_t maxBytes);  // oldest first; the newest one stays

    void commit() { m_now = m_next; }
    void rollback() { m_next = m_now; }
    std::int64_t done() const { return m_now.done; }  // id of the last edit that is not undone; 0: none
    bool hasRedo() const { return m_now.last > m_now.done; }

private:
    struct Place {
        std::int64_t first = 0, done = 0, last = 0;  // ids; first > last: empty
        std::int64_t begin = 0, finish = 0;          // bytes ever written before the first, up to the last
    };
    void dropRedo(Connection &connection);

    Place m_now, m_next;
};

}  // namespace core::store
