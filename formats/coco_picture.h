// The picture a COCO file speaks of: where it lies, and whether it has the size the file says.
#pragma once
#include "formats/format.h"

namespace formats::coco {

// As named from the file's folder, from the folder the option names, or in "images" beside; the first that is there.
std::string pictureUri(const std::string &fileName, const std::filesystem::path &folder,
                       const std::string &imageFolder);

// What is wrong when the picture is shown at another size: that moves every label; most often it is turned by its EXIF
// orientation. Empty: nothing, or it cannot be told.
std::optional<std::string> otherSize(const core::MediaInfo &said, const std::string &uri,
                                     const core::StillProbe &probe);

}  // namespace formats::coco
