// The text of boxes beside a YOLO image: class x_center y_center width height [confidence], one a line.
#pragma once
#include "formats/yolo_data.h"

namespace formats {

struct YoloLabels {
    std::vector<AnnotationRecord> boxes;
    bool hasFaults = false;  // lines were left out
};
// Bad lines are reported. Cancelled when the sink says so; another Error when the file as a whole cannot be read.
core::Result<YoloLabels> readYoloLabels(const std::filesystem::path &file, const std::vector<std::string> &names,
                                        int width, int height, RecordSink &sink);

}  // namespace formats
