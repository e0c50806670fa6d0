// NAME.labelwright.lock beside a project: held by the one process that writes it. The system's lock on the file
// decides; the JSON inside says who holds it, for the others and for file systems without such locks.
#pragma once
#include "core/project.h"

namespace core::store {

class ProcessLock {
public:
    ProcessLock() = default;
    ProcessLock(ProcessLock &&other) noexcept;
    ProcessLock &operator=(ProcessLock &&other) noexcept;
    ~ProcessLock();  // gives the lock up and removes the file

    // Tries once. Afterwards isHeld(), or heldBy() says who has it. Error{Io}: the lock file cannot be written.
    static Result<ProcessLock> take(const std::filesystem::path &project);

    bool isHeld() const { return m_fd >= 0; }
    const LockHolder &heldBy() const { return m_holder; }
    bool tookStale() const { return m_stale; }  // a crashed process left it; heldBy() was that one

private:
    std::filesystem::path m_file;
    int m_fd = -1;
    bool m_stale = false;
    LockHolder m_holder;
};

std::filesystem::path lockFileOf(const std::filesystem::path &project);
std::string loginName();

}  // namespace core::store
