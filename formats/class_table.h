// The table of classes beside a folder of mask pictures.
//
// Ours is classes.json: {"classes":[{"value":1,"name":"cat","color":"#3399ff"},…]}, value 0 is background.
// Also read: labelmap.txt as VOC tools write it, "name:r,g,b:parts:actions" a line, '#' before comments, where the
// value is the number of the line and "background" no class.
#pragma once
#include "formats/class_values.h"
#include "formats/format.h"

namespace formats {

// NotFound: neither is there; Corrupt or BadValue: it is none. A bad entry is an issue and left out.
core::Result<std::vector<ClassValue>> readClassTable(const std::filesystem::path &folder, RecordSink &sink);
bool hasClassTable(const std::filesystem::path &folder);
std::string writeClassTable(std::span<const ClassValue> classes);  // the text of classes.json

}  // namespace formats
