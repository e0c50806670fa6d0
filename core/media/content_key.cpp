#include "core/media/content_key.h"
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>
extern "C" {
#include <libavutil/mem.h>
#include <libavutil/sha.h>
}

namespace core {

namespace {

constexpr std::int64_t endBytes = 1 << 16, blockBytes = 1 << 12;
constexpr int blocks = 16;

Error failure(const std::filesystem::path &file)
{
    return {errno == ENOENT || errno == ENOTDIR ? Code::NotFound : Code::Io,
            std::strerror(errno),
            {file.string(), 0, 0, {}}};
}

struct Descriptor {
    int number;
    ~Descriptor() { ::close(number); }
};

class Hash {
public:
    Hash() { av_sha_init(m_sha.get(), 256); }

    void add(const void *bytes, std::size_t count)
    {
        av_sha_update(m_sha.get(), static_cast<const std::uint8_t *>(bytes), count);
    }
    std::string hex()
    {
        std::array<std::uint8_t, 32> digest{};
        av_sha_final(m_sha.get(), digest.data());
        std::string out;
        for (std::size_t i = 0; i < 16; ++i) {
            out += "0123456789abcdef"[digest[i] >> 4];
            out += "0123456789abcdef"[digest[i] & 15];
        }
        return out;
    }

private:
    struct Freed {
        void operator()(AVSHA *sha) const { av_free(sha); }
    };
    std::unique_ptr<AVSHA, Freed> m_sha{av_sha_alloc()};
};

}  // namespace

Result<std::string> contentKey(const std::filesystem::path &file)
{
    const int number = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (number < 0)
        return failure(file);
    const Descriptor descriptor{number};
    struct stat found {};
    if (::fstat(number, &found) != 0)
        return failure(file);
    if (!S_ISREG(found.st_mode))
        return Error{Code::Unsupported, "not a file", {file.string(), 0, 0, {}}};
    const std::array<std::int64_t, 3> facts{found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
    Hash hash;
    hash.add(facts.data(), sizeof facts);
    std::vector<char> buffer(endBytes);
    const auto add = [&](std::int64_t from, std::int64_t count) {
        const ssize_t read = ::pread(number, buffer.data(), static_cast<std::size_t>(count), from);
        if (read > 0)
            hash.add(buffer.data(), static_cast<std::size_t>(read));
        return read >= 0;
    };
    bool isRead = add(0, endBytes);
    if (found.st_size > endBytes)
        isRead = add(std::max<std::int64_t>(endBytes, found.st_size - endBytes), endBytes) && isRead;
    for (std::int64_t i = 1; i <= blocks && found.st_size > 2 * endBytes; ++i)
        isRead = add(found.st_size / (blocks + 1) * i, blockBytes) && isRead;
    if (!isRead)
        return failure(file);
    return hash.hex();
}

}  // namespace core
