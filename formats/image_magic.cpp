#include "formats/image_magic.h"
#include "formats/text_file.h"
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace formats {

using core::Code;
using core::Error;

namespace {

using namespace std::string_view_literals;

struct Magic {
    std::string_view format, bytes;
};

constexpr Magic magics[] = {
    {"jpeg", "\xFF\xD8\xFF"sv}, {"png", "\x89PNG"sv}, {"bmp", "BM"sv},     {"gif", "GIF8"sv},
    {"tiff", "II*\0"sv},        {"tiff", "MM\0*"sv},  {"tiff", "II+\0"sv}, {"tiff", "MM\0+"sv},
};

bool isPnm(std::string_view head)
{
    return head.size() > 2 && head[0] == 'P' && head[1] >= '1' && head[1] <= '6'
           && " \t\r\n#"sv.find(head[2]) != std::string_view::npos;
}

}  // namespace

std::string_view imageFormat(std::string_view firstBytes)
{
    for (const Magic &magic : magics)
        if (firstBytes.starts_with(magic.bytes))
            return magic.format;
    if (firstBytes.starts_with("RIFF") && firstBytes.substr(0, 12).ends_with("WEBP"))
        return "webp";
    return isPnm(firstBytes) ? "pnm" : "";
}

core::Result<std::string> headOf(const std::filesystem::path &file)
{
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    std::array<char, 12> bytes{};
    const auto count = descriptor < 0 ? -1 : ::read(descriptor, bytes.data(), bytes.size());
    const int number = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (count < 0)
        return Error{number == ENOENT ? Code::NotFound : Code::Io, std::strerror(number), {utf8(file), 0, 0, {}}};
    if (count == 0)
        return Error{Code::Corrupt, "no bytes", {utf8(file), 0, 0, {}}};
    return std::string(bytes.data(), std::size_t(count));
}

core::Result<std::string_view> sniffImage(const std::filesystem::path &file)
{
    const auto head = headOf(file);
    if (!head)
        return head.error();
    return imageFormat(*head);
}

}  // namespace formats
