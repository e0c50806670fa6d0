#include "core/save_file.h"
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <random>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t bufferBytes = 1 << 18;

Error failure(int number, const fs::path &file)
{
    const Code code = number == ENOSPC || number == EDQUOT    ? Code::DiskFull
                      : number == EROFS || number == EACCES   ? Code::ReadOnly
                      : number == ENOENT || number == ENOTDIR ? Code::NotFound
                                                              : Code::Io;
    return Error{code, std::strerror(number), {file.string(), 0, 0, ""}};
}

// The link stays a link: what it points to is replaced, or made when it dangles.
fs::path resolved(const fs::path &target)
{
    std::error_code error;
    fs::path file = fs::absolute(target, error);
    for (int links = 0; links < 40 && fs::is_symlink(fs::symlink_status(file, error)); ++links)
        file = file.parent_path() / fs::read_symlink(file, error);
    return file;
}

std::vector<fs::path> missingFolders(fs::path folder)
{
    std::vector<fs::path> missing;
    std::error_code error;
    for (; !folder.empty() && !fs::exists(folder, error) && folder != folder.root_path(); folder = folder.parent_path())
        missing.push_back(folder);
    return missing;
}

Status syncFolder(const fs::path &folder)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return failure(errno, folder);
    const int result = ::fsync(descriptor);
    const int number = errno;
    ::close(descriptor);
    // Some network file systems cannot sync a folder; they say so.
    return result == 0 || number == EINVAL || number == ENOTSUP ? ok() : Status(failure(number, folder));
}

}  // namespace

struct SaveFile::Impl {
    fs::path target, temp;
    std::vector<fs::path> madeFolders;  // deepest first
    int descriptor = -1;
    std::string buffer;
    std::optional<Error> error;
    bool renamed = false;

    ~Impl()
    {
        close();
        if (renamed)
            return;
        if (!temp.empty())
            ::unlink(temp.c_str());
        for (const fs::path &folder : madeFolders)
            ::rmdir(folder.c_str());
    }

    Status makeFolders()
    {
        const auto missing = missingFolders(target.parent_path());
        for (auto folder = missing.rbegin(); folder != missing.rend(); ++folder) {
            if (::mkdir(folder->c_str(), 0777) == 0)
                madeFolders.insert(madeFolders.begin(), *folder);
            else if (errno != EEXIST)
                return failure(errno, *folder);
        }
        return ok();
    }

    Status openTemp()
    {
        struct stat old {};
        const bool exists = ::stat(target.c_str(), &old) == 0;
        if (exists && !S_ISREG(old.st_mode))
            return failure(S_ISDIR(old.st_mode) ? EISDIR : EINVAL, target);
        std::random_device random;
        for (int attempt = 0; descriptor < 0 && attempt < 100; ++attempt) {
            temp = target.parent_path() / (".labelwright-" + std::to_string(random()) + ".part");
            descriptor = ::open(temp.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
            if (descriptor < 0 && errno != EEXIST)
                break;
        }
        if (descriptor < 0) {
            const int number = errno;
            temp.clear();
            return failure(number, target);
        }
        if (exists && ::fchmod(descriptor, old.st_mode & 07777) != 0)
            return failure(errno, target);
        return ok();
    }

    void flush()
    {
        std::string_view left = buffer;
        while (!left.empty() && !error) {
            const ssize_t written = ::write(descriptor, left.data(), left.size());
            if (written >= 0)
                left.remove_prefix(static_cast<std::size_t>(written));
            else if (errno != EINTR)
                error = failure(errno, target);
        }
        buffer.clear();
    }

    void close()
    {
        if (descriptor >= 0 && ::close(descriptor) != 0 && !error)
            error = failure(errno, target);
        descriptor = -1;
    }

    Status syncFolders() const
    {
        auto synced = syncFolder(target.parent_path());
        for (const fs::path &folder : madeFolders)
            if (synced)
                synced = syncFolder(folder.parent_path());
        return synced;
    }

    Status state() const { return error ? Status(*error) : ok(); }
};

SaveFile::SaveFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
SaveFile::SaveFile(SaveFile &&) noexcept = default;
SaveFile &SaveFile::operator=(SaveFile &&) noexcept = default;
SaveFile::~SaveFile() = default;

Result<SaveFile> SaveFile::begin(const fs::path &target)
{
    if (!target.has_filename())
        return failure(EISDIR, target);
    auto impl = std::make_unique<Impl>();
    impl->target = resolved(target);
    if (const auto made = impl->makeFolders(); !made)
        return made.error();
    if (const auto opened = impl->openTemp(); !opened)
        return opened.error();
    return SaveFile(std::move(impl));
}

Status SaveFile::write(std::string_view bytes)
{
    if (m_impl->error)
        return *m_impl->error;
    m_impl->buffer += bytes;
    if (m_impl->buffer.size() >= bufferBytes)
        m_impl->flush();
    return m_impl->state();
}

Status SaveFile::finish()
{
    assert(m_impl && !m_impl->renamed);
    m_impl->flush();
    if (!m_impl->error && ::fsync(m_impl->descriptor) != 0)
        m_impl->error = failure(errno, m_impl->target);
    m_impl->close();
    if (m_impl->error)
        return *m_impl->error;
    if (::rename(m_impl->temp.c_str(), m_impl->target.c_str()) != 0) {
        m_impl->error = failure(errno, m_impl->target);
        return *m_impl->error;
    }
    m_impl->renamed = true;
    return m_impl->syncFolders();
}

Status saveWhole(const fs::path &target, std::string_view bytes)
{
    auto file = SaveFile::begin(target);
    if (!file)
        return file.error();
    if (const auto written = file->write(bytes); !written)
        return written;
    return file->finish();
}

}  // namespace core
