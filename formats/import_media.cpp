#include "formats/import_media.h"
#include "core/job_options.h"
#include "core/media/sound_file.h"
#include "formats/image_magic.h"
#include "formats/sound_files.h"

namespace formats {

using core::Code;
using core::Error;
using core::JobKind;
using core::MediaState;

namespace {

SeenMedia broken(core::MediaInfo info, const std::filesystem::path &file, const Error &why)
{
    info.state = MediaState::Broken;
    return {info, Error{why.code, file.string() + (why.detail.empty() ? "" : ": " + why.detail), {}}};
}

// Segments need the rate; else the first bytes tell enough: nobody waits for a million files to be opened.
SeenMedia lookAtSound(core::MediaInfo info, const std::filesystem::path &file, JobKind kind)
{
    if (kind != JobKind::SpeechSegmentation) {
        const auto checked = checkSound(file);
        return checked ? SeenMedia{info, {}} : broken(info, file, checked.error());
    }
    const auto sound = core::probeSound(file);
    if (!sound)
        return broken(info, file, sound.error());
    info.rate = sound->rate;
    info.length = sound->length;
    info.channels = sound->channels;
    return {info, {}};
}

}  // namespace

SeenMedia lookAtMedia(const Place &place, JobKind kind, const ImportOptions &options)
{
    core::MediaInfo info;
    if (!options.checkMedia)
        return {info, {}};
    std::error_code error;
    if (!place.file || !std::filesystem::is_regular_file(*place.file, error)) {
        info.state = MediaState::Missing;
        return {info, place.file ? std::optional(Error{Code::NotFound, place.file->string(), {}}) : std::nullopt};
    }
    info.state = MediaState::Present;
    const auto bytes = std::filesystem::file_size(*place.file, error);
    info.bytes = error ? 0 : static_cast<std::int64_t>(bytes);
    if (core::isOfSounds(kind))
        return lookAtSound(info, *place.file, kind);
    if (!core::isOfImages(kind))
        return {info, {}};
    if (const auto format = sniffImage(*place.file); !format)
        return broken(info, *place.file, format.error());
    else if (format->empty())
        return broken(info, *place.file, {Code::Corrupt, "not a picture", {}});
    if (kind == JobKind::ImageClassification || !options.probe)
        return {info, {}};
    const auto still = options.probe(*place.file);
    if (!still)
        return broken(info, *place.file, still.error());
    info.width = still->width;
    info.height = still->height;
    info.channels = still->channels;
    return {info, {}};
}

void takeSize(core::MediaInfo &media, const core::MediaInfo &said)
{
    if ((media.width > 0 && media.height > 0) || said.width <= 0 || said.height <= 0)
        return;
    media.width = said.width;
    media.height = said.height;
    media.channels = said.channels;
}

}  // namespace formats
