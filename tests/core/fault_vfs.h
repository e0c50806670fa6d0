// A file system that breaks on demand: an SQLite VFS over the default one, made the default while it lives.
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace tests {

enum class Fault { Write, Sync, Truncate, Full };

class FaultVfs {
public:
    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs &) = delete;
    FaultVfs &operator=(const FaultVfs &) = delete;

    // From now on the n-th operation of that kind (1-based; Full: the n-th write) fails, and with `fromThenOn` all
    // after it.
    void breakAt(Fault fault, int n, bool fromThenOn);
    void mend();
    bool hasBroken() const { return m_broken; }

    // The files as a power loss may leave them: what was synced, and of the rest some writes, the last one torn.
    // `coin` decides.
    void losePower(const std::filesystem::path &from, const std::filesystem::path &to,
                   const std::function<bool()> &coin) const;

private:
    friend struct FaultFile;
    bool breaks(Fault fault);

    struct Step {
        long long offset = 0;
        std::string bytes;
        bool truncates = false;
    };
    struct Disk {
        std::string synced;
        std::vector<Step> since;
    };
    static void perform(std::string &content, const Step &step);

    sqlite3_vfs *m_vfs = nullptr, *m_real = nullptr;
    Fault m_fault = Fault::Write;
    int m_left = 0;  // 0: nothing breaks
    bool m_forever = false, m_broken = false;
    std::map<std::string, Disk> m_disks;
};

}  // namespace tests
