// Goes on with a purge in the background, a few rows at a time, so that neither opening nor an edit waits for it: some
// 15,000 rows a second. What is left when the project is closed, the next opening goes on with.
#pragma once
#include "core/store/write_gate.h"
#include <functional>
#include <thread>

namespace core::store {

class Sweeper {
public:
    // garbage: the batches that nobody can bring back now; a later one may belong to a BatchWriter.
    Sweeper(std::shared_ptr<WriteGate> gate, std::vector<BatchId> garbage);
    ~Sweeper() = default;               // stops within a slice
    void finish() { m_thread.join(); }  // when all is swept

private:
    void run(const std::stop_token &stop);
    void sweep(Connection &reader, BatchId batch);
    void slice(const std::function<void(Connection &)> &work);
    void waitForTurn();

    std::shared_ptr<WriteGate> m_gate;
    std::vector<BatchId> m_garbage;
    std::stop_token m_stop;
    std::jthread m_thread;
};

}  // namespace core::store
