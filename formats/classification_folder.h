// Reads a folder of images or sounds whose labels are folder names or text files beside them, and says what a folder
// looks like.
#pragma once
#include "formats/format.h"

namespace formats {

enum class FolderNames { AreLabels, MeanNothing };

// x.txt beside x.jpg names its labels and wins over the folder. A text without a label: looked at, and none applies.
core::Status readClassifiedFolder(const std::filesystem::path &source, FolderNames names, RecordSink &sink);
// The same of sounds, beside which texts say nothing.
core::Status readSoundFolder(const std::filesystem::path &source, FolderNames names, RecordSink &sink);

// Of the first few hundred files.
struct FolderLook {
    std::size_t images = 0, inFolders = 0;  // images; those not in the root
    std::size_t withText = 0, withXml = 0;  // images that have a file of that kind beside them
    std::size_t sounds = 0, soundsInFolders = 0;
    std::size_t xml = 0;
    bool hasYoloData = false, hasYoloNames = false;  // obj.data; classes.txt
};
FolderLook lookAt(const std::filesystem::path &folder);

}  // namespace formats
