#include "formats/sound_files.h"
#include "formats/image_magic.h"
#include "formats/text_file.h"
#include <algorithm>
#include <array>

namespace formats {

using namespace std::string_view_literals;
using core::Code;

namespace {

// The first of them are tried first where several sounds share a stem.
constexpr std::array suffixes{".wav"sv, ".flac"sv, ".mp3"sv,  ".m4a"sv, ".ogg"sv, ".opus"sv, ".oga"sv, ".aac"sv,
                              ".mp4"sv, ".aif"sv,  ".aiff"sv, ".w64"sv, ".mka"sv, ".webm"sv, ".mov"sv};

struct SoundMagic {
    std::string_view format, bytes;
};
constexpr SoundMagic soundMagics[] = {{"flac", "fLaC"sv},
                                      {"ogg", "OggS"sv},
                                      {"mp3", "ID3"sv},
                                      {"matroska", "\x1A\x45\xDF\xA3"sv},
                                      {"w64", "riff\x2E\x91\xCF\x11"sv}};

bool isMp4(std::string_view head)
{
    const auto box = head.size() >= 8 ? head.substr(4, 4) : ""sv;
    return box == "ftyp" || box == "moov" || box == "mdat" || box == "wide" || box == "free";
}

}  // namespace

bool hasSoundSuffix(std::string_view name)
{
    return std::ranges::any_of(suffixes, [&](std::string_view suffix) { return hasSuffix(name, suffix); });
}

std::string_view soundFormat(std::string_view head)
{
    for (const SoundMagic &magic : soundMagics)
        if (head.starts_with(magic.bytes))
            return magic.format;
    const auto form = head.substr(0, 12);
    if ((head.starts_with("RIFF") || head.starts_with("RF64")) && form.ends_with("WAVE"))
        return "wav";
    if (head.starts_with("FORM") && (form.ends_with("AIFF") || form.ends_with("AIFC")))
        return "aiff";
    if (isMp4(head))
        return "mp4";
    // Eleven bits of a frame: MPEG layers 1 to 3, or ADTS, whose layer is 0.
    if (head.size() < 2 || head[0] != '\xFF' || (head[1] & 0xE0) != 0xE0)
        return "";
    const int version = head[1] >> 3 & 3, layer = head[1] >> 1 & 3;
    return layer != 0 ? version != 1 ? "mp3" : "" : (head[1] & 0xF0) == 0xF0 ? "aac" : "";
}

core::Status checkSound(const std::filesystem::path &file)
{
    const auto head = headOf(file);
    if (!head)
        return head.error();
    return soundFormat(*head).empty() ? core::Status({Code::Corrupt, "not a sound", {utf8(file), 0, 0, {}}})
                                      : core::ok();
}

core::Status forEachSound(const FolderTree &tree, RecordSink &sink,
                          const std::function<core::Status(const std::string &)> &each)
{
    std::int64_t done = 0;
    for (const std::string &file : tree.files) {
        if (!sink.advance(done++, std::ssize(tree.files)))
            return stopped();
        if (!hasSoundSuffix(file))
            continue;
        if (const auto taken = each(file); !taken)
            return taken;
    }
    return sink.advance(done, done) ? core::ok() : stopped();
}

std::optional<std::filesystem::path> soundOf(const std::filesystem::path &stem)
{
    std::error_code error;
    for (const std::string_view suffix : suffixes)
        for (const bool upper : {false, true}) {
            std::string ending(suffix);
            if (upper)
                std::ranges::transform(ending, ending.begin(), [](char c) { return c >= 'a' ? char(c - 32) : c; });
            auto file = stem;
            file += ending;
            if (std::filesystem::is_regular_file(file, error))
                return file;
        }
    return std::nullopt;
}

OptionSpec soundsOption()
{
    return {.name = "sounds", .defaultValue = "copy", .choices = {"copy", "link", "none"}, .forReading = false};
}

OptionSpec soundsFolderOption()
{
    return {.name = "sounds-folder", .defaultValue = "", .choices = {}, .forWriting = false};
}

}  // namespace formats
