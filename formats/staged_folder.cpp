#include "formats/staged_folder.h"
#include "core/media_location.h"
#include "formats/text_file.h"
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <random>
#include <set>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace formats {

using core::Code;
using core::Error;
using core::Status;

namespace fs = std::filesystem;

namespace {

Error failure(int number, const fs::path &file)
{
    const Code code = number == ENOSPC || number == EDQUOT      ? Code::DiskFull
                      : number == EROFS || number == EACCES     ? Code::ReadOnly
                      : number == ENOENT                        ? Code::NotFound
                      : number == EEXIST || number == ENOTEMPTY ? Code::Exists
                                                                : Code::Io;
    return Error{code, std::strerror(number), {utf8(file), 0, 0, {}}};
}

std::string randomName()
{
    std::random_device random;
    std::array<char, 17> text;
    std::snprintf(text.data(), text.size(), "%08x%08x", random(), random());
    return text.data();
}

// All the folder's bytes and its name.
Status synced(const fs::path &folder, bool withContents)
{
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return failure(errno, folder);
    const int result = withContents ? ::syncfs(descriptor) : ::fsync(descriptor);
    const int number = errno;
    ::close(descriptor);
    return result == 0 || number == EINVAL || number == ENOTSUP ? core::ok() : Status(failure(number, folder));
}

std::string lower(std::string text)
{
    for (char &c : text)
        c = c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    return text;
}

std::string cutAtCharacter(std::string text, std::size_t most)
{
    if (text.size() <= most)
        return text;
    while (most > 0 && (text[most] & 0xC0) == 0x80)
        --most;
    return text.substr(0, most);
}

}  // namespace

std::string safeName(std::string_view name)
{
    std::string out;
    for (const char c : name)
        out += c == '/' || c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '_' : c;
    out = cutAtCharacter(std::move(out), 200);
    if (out.starts_with('.'))  // hidden, or the folder above
        out[0] = '_';
    return out.empty() ? "_" : out;
}

struct StagedFolder::Impl {
    fs::path target, temp;
    std::vector<fs::path> made;                  // parents that were not there, deepest first
    std::set<std::string, std::less<>> folders;  // below temp, already there
    std::map<std::string, int> takenStems;       // "folder/stem" in lower case → the last number given
    bool finished = false;

    ~Impl()
    {
        if (finished)
            return;
        std::error_code ignored;
        if (!temp.empty())
            fs::remove_all(temp, ignored);
        for (const auto &folder : made)
            ::rmdir(folder.c_str());
    }
};

StagedFolder::StagedFolder(StagedFolder &&) noexcept = default;
StagedFolder &StagedFolder::operator=(StagedFolder &&) noexcept = default;
StagedFolder::~StagedFolder() = default;

core::Result<StagedFolder> StagedFolder::begin(const fs::path &target)
{
    std::error_code error;
    StagedFolder staged;
    staged.m_impl = std::make_unique<Impl>();
    Impl &impl = *staged.m_impl;
    impl.target = fs::absolute(target, error).lexically_normal();
    if (!impl.target.has_filename())
        impl.target = impl.target.parent_path();
    if (fs::exists(impl.target, error) && !(fs::is_directory(impl.target, error) && fs::is_empty(impl.target, error)))
        return Error{Code::Exists, "not an empty folder", {utf8(impl.target), 0, 0, {}}};
    const auto parent = impl.target.parent_path();
    for (auto folder = parent; !folder.empty() && !fs::exists(folder, error); folder = folder.parent_path())
        impl.made.push_back(folder);
    fs::create_directories(parent, error);
    if (error)
        return failure(error.value(), parent);
    const auto temp = parent / pathOf('.' + safeName(utf8(impl.target.filename())) + ".part-" + randomName());
    if (::mkdir(temp.c_str(), 0777) != 0)
        return failure(errno, temp);
    impl.temp = temp;
    return staged;
}

Status StagedFolder::makeFolder(std::string_view relative)
{
    std::error_code error;
    if (m_impl->folders.contains(relative))
        return core::ok();
    fs::create_directories(m_impl->temp / pathOf(relative), error);
    if (!error)
        m_impl->folders.emplace(relative);
    return error ? Status(failure(error.value(), m_impl->target / pathOf(relative))) : core::ok();
}

Status StagedFolder::write(std::string_view relative, std::string_view bytes)
{
    const auto file = m_impl->temp / pathOf(relative);
    int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor < 0 && errno == ENOENT) {
        if (const auto made = makeFolder(utf8(pathOf(relative).parent_path())); !made)
            return made;
        descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    }
    if (descriptor < 0)
        return failure(errno, file);
    int number = 0;
    while (!bytes.empty() && number == 0) {
        const auto count = ::write(descriptor, bytes.data(), bytes.size());
        if (count >= 0)
            bytes.remove_prefix(std::size_t(count));
        else if (errno != EINTR)
            number = errno;
    }
    if (::close(descriptor) != 0 && number == 0)
        number = errno;
    return number ? Status(failure(number, file)) : core::ok();
}

Status StagedFolder::place(const fs::path &media, std::string_view relative, Images how)
{
    if (how == Images::None)
        return core::ok();
    const auto file = m_impl->temp / pathOf(relative);
    if (const auto made = makeFolder(utf8(pathOf(relative).parent_path())); !made)
        return made;
    std::error_code error;
    if (how == Images::Link) {
        fs::create_hard_link(fs::canonical(media, error), file, error);
        if (!error)
            return core::ok();
    }
    fs::copy_file(media, file, error);
    return error ? Status(failure(error.value(), media)) : core::ok();
}

std::string StagedFolder::freeName(std::string_view folder, std::string_view uri)
{
    const auto path = pathOf(safeName(core::fileName(uri)));
    const std::string prefix = folder.empty() ? std::string() : std::string(folder) + '/';
    const std::string stem = utf8(path.stem()), suffix = utf8(path.extension());
    std::string name = stem;
    for (int &number = m_impl->takenStems[prefix + lower(stem)]; number > 0;) {
        name = stem + '_' + std::to_string(++number);
        if (m_impl->takenStems.emplace(prefix + lower(name), 1).second)
            return prefix + name + suffix;
    }
    m_impl->takenStems[prefix + lower(stem)] = 1;
    return prefix + name + suffix;
}

Status StagedFolder::finish()
{
    Impl &impl = *m_impl;
    if (const auto done = synced(impl.temp, true); !done)
        return done;
    if (::rename(impl.temp.c_str(), impl.target.c_str()) != 0)  // over an empty folder, never over a full one
        return failure(errno, impl.target);
    impl.finished = true;
    return synced(impl.target.parent_path(), false);
}

}  // namespace formats
