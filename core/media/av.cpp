#include "core/media/av.h"
#include <array>

namespace core::av {

Error failure(int code, const std::filesystem::path &file)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    if (code == AVERROR(EINVAL))  // of opening: a format that is not on our list
        return error(Code::Unsupported, "a format that is not read", file);
    Code kind = Code::Corrupt;
    if (code == AVERROR(ENOENT))
        kind = Code::NotFound;
    else if (code == AVERROR(EACCES) || code == AVERROR(EIO) || code == AVERROR(EPERM) || code == AVERROR(EMFILE))
        kind = Code::Io;
    else if (code == AVERROR_PATCHWELCOME || code == AVERROR(ENOSYS))
        kind = Code::Unsupported;
    return error(kind, text.data(), file);
}

Error error(Code code, std::string detail, const std::filesystem::path &file)
{
    return {code, std::move(detail), {file.string(), 0, 0, {}}};
}

}  // namespace core::av
