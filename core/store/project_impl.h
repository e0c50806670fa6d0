// What a Project is made of.
#pragma once
#include "core/project.h"
#include "core/store/history.h"
#include "core/store/sweeper.h"
#include "core/store/write_gate.h"

namespace core {

struct Project::Impl {
    explicit Impl(std::filesystem::path path) : file(std::move(path)) {}

    Status open(OpenMode mode);
    void purge();
    Result<std::vector<HistoryEntry>> entries(std::string_view which, std::int64_t limit) const;
    std::shared_ptr<const Edit> write(Edit edit);  // throws; one transaction
    std::shared_ptr<const Edit> undo();            // throws; null: nothing to undo
    std::shared_ptr<const Edit> redo();
    Result<std::unique_ptr<BatchWriter>> beginBatch(std::string source, std::string format);
    // Runs action() behind the gate, then tells the observers.
    template <class Action>
    Result<ChangeSet> change(Cause cause, Action &&action);

    std::unique_ptr<Reader> newReader() const;

    std::filesystem::path file;
    std::vector<OpenNotice> notices;
    std::optional<LockHolder> holder;
    std::shared_ptr<store::WriteGate> gate;   // null: read-only
    std::unique_ptr<store::Sweeper> sweeper;  // null: nothing to sweep
    std::unique_ptr<Reader> reader;
    store::Access readAccess = store::Access::Read;
    store::History history;
    std::optional<Edit> last;  // the newest history row, while a following edit may merge into it
    std::int64_t historyBytes = 0;
    std::string author;
    std::vector<std::weak_ptr<ChangeObserver>> observers;  // in the order of subscription
};

}  // namespace core
