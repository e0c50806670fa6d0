// What an import learns of a sample's media by looking at the file.
#pragma once
#include "formats/import_places.h"
#include "formats/importer.h"

namespace formats {

struct SeenMedia {
    core::MediaInfo info;
    std::optional<core::Error> fault;  // to be told: missing where it should be, or not what it claims to be
};

// Missing: no file. Broken: no picture or sound by its first bytes, or, where boxes need its size or segments its rate,
// without a valid header.
SeenMedia lookAtMedia(const Place &place, core::JobKind kind, const ImportOptions &options);

// What the source says of the picture, where the picture itself could not be asked.
void takeSize(core::MediaInfo &media, const core::MediaInfo &said);

}  // namespace formats
