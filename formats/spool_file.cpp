#include "formats/spool_file.h"
#include "formats/text_file.h"
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace formats {

namespace {

core::Error failure(const std::filesystem::path &folder = {})
{
    const core::Code code = errno == ENOSPC || errno == EDQUOT ? core::Code::DiskFull : core::Code::Io;
    return {code, std::strerror(errno), {utf8(folder), 0, 0, {}}};
}

}  // namespace

core::Result<SpoolFile> SpoolFile::begin(const std::filesystem::path &folder)
{
    int descriptor = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0) {  // not every file system has files without a name
        std::string name = (folder / ".spool-XXXXXX").string();
        descriptor = ::mkostemp(name.data(), O_CLOEXEC);
        if (descriptor >= 0)
            ::unlink(name.c_str());
    }
    std::FILE *file = descriptor < 0 ? nullptr : ::fdopen(descriptor, "w+b");
    if (file)
        return SpoolFile(file);
    const auto error = failure(folder);
    if (descriptor >= 0)
        ::close(descriptor);
    return error;
}

core::Status SpoolFile::write(std::string_view bytes)
{
    return std::fwrite(bytes.data(), 1, bytes.size(), m_file.get()) == bytes.size() ? core::ok()
                                                                                    : core::Status(failure());
}

core::Status SpoolFile::copyTo(core::SaveFile &target)
{
    if (std::fflush(m_file.get()) != 0 || ::fseeko(m_file.get(), 0, SEEK_SET) != 0)
        return failure();
    std::vector<char> buffer(std::size_t(1) << 18);
    while (const auto count = std::fread(buffer.data(), 1, buffer.size(), m_file.get()))
        if (auto written = target.write({buffer.data(), count}); !written)
            return written;
    return std::ferror(m_file.get()) ? core::Status(failure()) : core::ok();
}

}  // namespace formats
