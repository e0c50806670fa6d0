// Media that do not lie where the project says, and where they are now: a remote store that was mapped, a folder that
// was moved or renamed, a disk that was plugged in again. All of it is for worker threads.
#pragma once
#include "core/media_location.h"
#include "core/reader.h"
#include "core/task.h"

namespace app {

// What lay below `from` now lies below `to`. Both may be relative to the project's folder.
struct FolderMove {
    std::filesystem::path from, to;
    bool operator==(const FolderMove &) const = default;
};

struct MediaPlaces {
    std::filesystem::path projectFolder;
    std::vector<core::PathMap> maps;  // of remote media
    std::vector<FolderMove> moves;    // of the others; the longest `from` that fits counts
};

struct LostFolder {
    std::string prefix;  // as uris begin: "s3://bucket", "/old/photos", "photos"
    std::int64_t samples = 0;
    bool operator==(const LostFolder &) const = default;
};

struct LostMedia {
    std::int64_t all = 0;             // samples looked at
    std::vector<std::string> uris;    // of those without a file
    std::vector<LostFolder> folders;  // where these should be, the largest first: the outermost folder that is gone
};
core::Result<LostMedia> findLost(const core::Reader &reader, core::JobId job, const MediaPlaces &places,
                                 core::TaskContext &task);
std::int64_t countFound(const std::vector<std::string> &uris, const MediaPlaces &places, const std::stop_token &stop);

struct Relinked {
    core::Edit edit;  // uris of what moved, media states of all; never two samples of one uri
    std::int64_t found = 0, missing = 0;
};
core::Result<Relinked> relink(const core::Reader &reader, core::JobId job, const MediaPlaces &places,
                              core::TaskContext &task);

}  // namespace app
