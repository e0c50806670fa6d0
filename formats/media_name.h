// How a label file names a sample's media.
#pragma once
#include "formats/format.h"

namespace formats {

struct MediaNaming {
    std::filesystem::path folder;  // of the label file, absolute
    std::string prefix;            // before relative uris, when not empty
    std::string_view below;        // before names of files below the folder: "./"
};

// A file below the folder is named from there, so that the folder can move; others by their whole path; remote ones
// as they are.
std::string mediaName(const std::string &uri, const MediaNaming &naming, const Surroundings &around);

}  // namespace formats
