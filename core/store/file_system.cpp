#include "core/store/file_system.h"
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <linux/magic.h>
#include <random>
#include <sys/vfs.h>
#include <unistd.h>

namespace core::store {

namespace {

constexpr std::array<std::uint32_t, 6> networkTypes{
    NFS_SUPER_MAGIC, SMB_SUPER_MAGIC, SMB2_SUPER_MAGIC, CIFS_SUPER_MAGIC, FUSE_SUPER_MAGIC, CODA_SUPER_MAGIC,
};

Status syncFolder(const std::filesystem::path &folder)
{
    const int fd = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = fd >= 0 && fsync(fd) == 0;
    const int problem = errno;
    if (fd >= 0)
        close(fd);
    if (!synced && problem != EINVAL)  // some file systems cannot sync a folder
        return Error{Code::Io, std::strerror(problem), {folder.string(), 0, 0, {}}};
    return ok();
}

}  // namespace

bool isOnNetwork(const std::filesystem::path &file)
{
    struct statfs system {};
    if (statfs(std::filesystem::absolute(file).parent_path().c_str(), &system) != 0)
        return false;
    const auto type = static_cast<std::uint32_t>(system.f_type);
    for (const std::uint32_t network : networkTypes)
        if (type == network)
            return true;
    return false;
}

std::filesystem::path temporaryNameFor(const std::filesystem::path &file)
{
    std::random_device random;
    return std::filesystem::absolute(file).string() + "." + std::to_string(getpid()) + "-" + std::to_string(random())
           + ".part";
}

Status moveWithoutReplacing(const std::filesystem::path &from, const std::filesystem::path &to)
{
    const std::filesystem::path target = std::filesystem::absolute(to);
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) != 0) {
        const int problem = errno;
        if (problem == EEXIST || (problem == EINVAL && std::filesystem::exists(target)))
            return Error{Code::Exists, to.filename().string(), {to.string(), 0, 0, {}}};
        if (problem != EINVAL || std::rename(from.c_str(), target.c_str()) != 0)
            return Error{problem == ENOSPC ? Code::DiskFull : Code::Io, std::strerror(errno), {to.string(), 0, 0, {}}};
    }
    return syncFolder(target.parent_path());
}

std::filesystem::path neighbourOf(const std::filesystem::path &project, const char *extension)
{
    std::filesystem::path neighbour = project;
    return neighbour.replace_extension(extension);
}

}  // namespace core::store
