// Reads a folder of images with VOC xml files: x.xml beside x.jpg, else the one image of its name elsewhere below the
// root (Annotations/ and JPEGImages/). No xml: unlabeled. In segmentation, pictures of classes in folders named
// segmentationClass or segmentationClassRaw are no images.
#pragma once
#include "formats/format.h"

namespace formats {

class VocFolderReader final : public FormatReader {
public:
    core::Status read(const std::filesystem::path &source, const Surroundings &around, RecordSink &sink) override;
};

}  // namespace formats
