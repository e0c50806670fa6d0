#include "tests/core/fault_vfs.h"
#include <cstring>
#include <fstream>
#include <memory>
#include <sqlite3.h>

namespace tests {

// Lies behind every open file; the real file follows it in memory.
struct FaultFile {
    sqlite3_file base;
    FaultVfs *owner;
    std::string *name;
    sqlite3_file *real() { return reinterpret_cast<sqlite3_file *>(this + 1); }

    static FaultFile &of(sqlite3_file *file) { return *reinterpret_cast<FaultFile *>(file); }
    static int close(sqlite3_file *file)
    {
        FaultFile &self = of(file);
        delete self.name;
        return self.real()->pMethods->xClose(self.real());
    }
    static int read(sqlite3_file *file, void *data, int size, sqlite3_int64 offset)
    {
        return of(file).real()->pMethods->xRead(of(file).real(), data, size, offset);
    }
    static int write(sqlite3_file *file, const void *data, int size, sqlite3_int64 offset)
    {
        FaultFile &self = of(file);
        if (self.owner->breaks(Fault::Full))
            return SQLITE_FULL;
        if (self.owner->breaks(Fault::Write))
            return SQLITE_IOERR_WRITE;
        self.owner->m_disks[*self.name].since.push_back(
            {offset, {static_cast<const char *>(data), static_cast<std::size_t>(size)}, false});
        return self.real()->pMethods->xWrite(self.real(), data, size, offset);
    }
    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        FaultFile &self = of(file);
        if (self.owner->breaks(Fault::Truncate))
            return SQLITE_IOERR_TRUNCATE;
        self.owner->m_disks[*self.name].since.push_back({size, {}, true});
        return self.real()->pMethods->xTruncate(self.real(), size);
    }
    static int sync(sqlite3_file *file, int flags)
    {
        FaultFile &self = of(file);
        if (self.owner->breaks(Fault::Sync))
            return SQLITE_IOERR_FSYNC;
        FaultVfs::Disk &disk = self.owner->m_disks[*self.name];
        for (const auto &step : disk.since)
            FaultVfs::perform(disk.synced, step);
        disk.since.clear();
        return self.real()->pMethods->xSync(self.real(), flags);
    }
    static int size(sqlite3_file *file, sqlite3_int64 *size)
    {
        return of(file).real()->pMethods->xFileSize(of(file).real(), size);
    }
    static int lock(sqlite3_file *file, int level) { return of(file).real()->pMethods->xLock(of(file).real(), level); }
    static int unlock(sqlite3_file *file, int level)
    {
        return of(file).real()->pMethods->xUnlock(of(file).real(), level);
    }
    static int reserved(sqlite3_file *file, int *out)
    {
        return of(file).real()->pMethods->xCheckReservedLock(of(file).real(), out);
    }
    static int control(sqlite3_file *file, int op, void *argument)
    {
        return of(file).real()->pMethods->xFileControl(of(file).real(), op, argument);
    }
    static int sector(sqlite3_file *file) { return of(file).real()->pMethods->xSectorSize(of(file).real()); }
    static int traits(sqlite3_file *) { return 0; }  // no promises about torn writes
    static int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **out)
    {
        return of(file).real()->pMethods->xShmMap(of(file).real(), page, size, extend, out);
    }
    static int shmLock(sqlite3_file *file, int offset, int n, int flags)
    {
        return of(file).real()->pMethods->xShmLock(of(file).real(), offset, n, flags);
    }
    static void shmBarrier(sqlite3_file *file) { of(file).real()->pMethods->xShmBarrier(of(file).real()); }
    static int shmUnmap(sqlite3_file *file, int remove)
    {
        return of(file).real()->pMethods->xShmUnmap(of(file).real(), remove);
    }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        static const sqlite3_io_methods methods{2,       close,      read,     write,   truncate, sync,   size,
                                                lock,    unlock,     reserved, control, sector,   traits, shmMap,
                                                shmLock, shmBarrier, shmUnmap, nullptr, nullptr};
        FaultFile &self = of(file);
        std::memset(file, 0, static_cast<std::size_t>(vfs->szOsFile));
        self.owner = static_cast<FaultVfs *>(vfs->pAppData);
        const int code = self.owner->m_real->xOpen(self.owner->m_real, name, self.real(), flags, outFlags);
        if (!self.real()->pMethods)
            return code;
        self.base.pMethods = &methods;
        self.name = new std::string(name ? name : "");
        if (self.owner->m_disks.try_emplace(*self.name).second) {
            std::ifstream in(*self.name, std::ios::binary);
            self.owner->m_disks[*self.name].synced.assign(std::istreambuf_iterator<char>(in), {});
        }
        return code;
    }
    static int remove(sqlite3_vfs *vfs, const char *name, int sync)
    {
        auto *owner = static_cast<FaultVfs *>(vfs->pAppData);
        owner->m_disks.erase(name);
        return owner->m_real->xDelete(owner->m_real, name, sync);
    }
};

FaultVfs::FaultVfs() : m_vfs(new sqlite3_vfs(*sqlite3_vfs_find(nullptr))), m_real(sqlite3_vfs_find(nullptr))
{
    m_vfs->zName = "fault";
    m_vfs->pNext = nullptr;
    m_vfs->pAppData = this;
    m_vfs->szOsFile = static_cast<int>(sizeof(FaultFile)) + m_real->szOsFile;
    m_vfs->xOpen = FaultFile::open;
    m_vfs->xDelete = FaultFile::remove;
    sqlite3_vfs_register(m_vfs, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(m_vfs);
    sqlite3_vfs_register(m_real, 1);
    delete m_vfs;
}

void FaultVfs::breakAt(Fault fault, int n, bool fromThenOn)
{
    m_fault = fault;
    m_left = n;
    m_forever = fromThenOn;
    m_broken = false;
}

void FaultVfs::mend()
{
    m_left = 0;
}

bool FaultVfs::breaks(Fault fault)
{
    if (fault != m_fault || m_left == 0)
        return false;
    if (m_left > 1) {
        --m_left;
        return false;
    }
    m_broken = true;
    if (!m_forever)
        m_left = 0;
    return true;
}

void FaultVfs::perform(std::string &content, const Step &step)
{
    const auto offset = static_cast<std::size_t>(step.offset);
    if (step.truncates)
        return content.resize(offset);
    if (content.size() < offset + step.bytes.size())
        content.resize(offset + step.bytes.size());
    content.replace(offset, step.bytes.size(), step.bytes);
}

void FaultVfs::losePower(const std::filesystem::path &from, const std::filesystem::path &to,
                         const std::function<bool()> &coin) const
{
    for (const char *suffix : {"", "-wal"}) {
        const auto found = m_disks.find(from.string() + suffix);
        if (found == m_disks.end())
            continue;
        std::string content = found->second.synced;
        for (Step step : found->second.since) {
            if (!coin())
                continue;
            if (coin() && coin())
                step.bytes.resize(step.bytes.size() / 2);
            perform(content, step);
        }
        std::ofstream(to.string() + suffix, std::ios::binary)
            .write(content.data(), static_cast<std::streamsize>(content.size()));
    }
}

}  // namespace tests
