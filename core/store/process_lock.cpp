#include "core/store/process_lock.h"
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core::store {

namespace {

std::string hostName()
{
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}

std::string bootId()
{
    std::string id;
    std::ifstream("/proc/sys/kernel/random/boot_id") >> id;
    return id;
}

std::string contentOf(int fd)
{
    std::string text(4096, '\0');
    const ssize_t size = pread(fd, text.data(), text.size(), 0);
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return text;
}

struct Owner {
    LockHolder holder;
    std::string boot;
};

Owner ownerFrom(const std::string &text)
{
    Owner owner;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object())
        return owner;
    const auto word = [&](const char *key) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    owner.holder.host = word("host");
    owner.holder.user = word("user");
    owner.boot = word("boot");
    if (const auto pid = json.find("pid"); pid != json.end() && pid->is_number_integer())
        owner.holder.pid = pid->get<std::int64_t>();
    return owner;
}

bool isAlive(const Owner &owner)
{
    if (owner.holder.host != hostName())
        return true;  // nothing can be said of another machine
    if (owner.boot != bootId() || owner.holder.pid <= 0)
        return false;
    return kill(static_cast<pid_t>(owner.holder.pid), 0) == 0 || errno == EPERM;
}

bool writeOwner(int fd)
{
    const std::string text =
        nlohmann::json{{"host", hostName()}, {"user", loginName()}, {"pid", getpid()}, {"boot", bootId()}}.dump()
        + "\n";
    return ftruncate(fd, 0) == 0 && pwrite(fd, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size());
}

// The former holder may have removed the file between our open and our lock.
bool isStillThere(int fd, const std::filesystem::path &file)
{
    struct stat ours {
    }, theirs{};
    return fstat(fd, &ours) == 0 && stat(file.c_str(), &theirs) == 0 && ours.st_ino == theirs.st_ino
           && ours.st_dev == theirs.st_dev;
}

}  // namespace

std::filesystem::path lockFileOf(const std::filesystem::path &project)
{
    return project.string() + ".lock";
}

std::string loginName()
{
    if (const passwd *entry = getpwuid(geteuid()); entry && entry->pw_name)
        return entry->pw_name;
    return std::to_string(geteuid());
}

ProcessLock::ProcessLock(ProcessLock &&other) noexcept
{
    *this = std::move(other);
}

ProcessLock &ProcessLock::operator=(ProcessLock &&other) noexcept
{
    std::swap(m_file, other.m_file);
    std::swap(m_fd, other.m_fd);
    std::swap(m_stale, other.m_stale);
    std::swap(m_holder, other.m_holder);
    return *this;
}

ProcessLock::~ProcessLock()
{
    if (m_fd < 0)
        return;
    unlink(m_file.c_str());
    close(m_fd);
}

Result<ProcessLock> ProcessLock::take(const std::filesystem::path &project)
{
    ProcessLock lock;
    lock.m_file = lockFileOf(project);
    for (;;) {
        const int fd = open(lock.m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (fd < 0)
            return Error{Code::Io, std::strerror(errno), {lock.m_file.string(), 0, 0, {}}};
        const bool locked = flock(fd, LOCK_EX | LOCK_NB) == 0;
        const bool unsupported = !locked && errno != EWOULDBLOCK;
        if (locked && !isStillThere(fd, lock.m_file)) {
            close(fd);
            continue;
        }
        const std::string text = contentOf(fd);
        const Owner owner = ownerFrom(text);
        lock.m_holder = owner.holder;
        // The system's lock decides; where there are none, what the file says.
        const bool free = locked || (unsupported && (text.empty() || !isAlive(owner)));
        if (!free) {
            close(fd);
            return lock;
        }
        lock.m_fd = fd;
        lock.m_stale = !text.empty();
        if (!writeOwner(fd))
            return Error{Code::Io, std::strerror(errno), {lock.m_file.string(), 0, 0, {}}};
        return lock;
    }
}

}  // namespace core::store
