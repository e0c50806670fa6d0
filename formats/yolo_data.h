// The structure of a YOLO folder: class names, and which images belong to which subset.
#pragma once
#include "formats/format.h"

namespace formats {

struct YoloList {
    std::string file;  // below the root
    core::Usage usage = core::Usage::None;
};
struct YoloData {
    std::vector<std::string> names;  // by class; empty: a line that is no label
    std::vector<YoloList> lists;     // empty: the folder's images as they lie
};

// obj.data with its names and lists, or a plain folder with classes.txt (obj.names, data/classes.txt) or none of it:
// MissingField. Faulty names are reported; a fault of obj.data is the returned Error.
core::Result<YoloData> readYoloData(const std::filesystem::path &root, RecordSink &sink);

// What a file of the folder calls `path`, relative to root; also without a leading "data/" that is not there.
// BadValue: absolute or by "..", NotFound.
core::Result<std::string> yoloPath(const std::filesystem::path &root, std::string_view path, core::Location where);

}  // namespace formats
