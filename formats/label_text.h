// The text file of labels beside an image: one label a line, several lines for several labels.
#pragma once
#include "formats/format.h"

namespace formats {

struct LabelText {
    std::vector<std::string> labels;
    bool hasFaults = false;  // lines were left out
};
// Bad lines are reported. Cancelled when the sink says so; another Error when the file as a whole cannot be read.
core::Result<LabelText> readLabelText(const std::filesystem::path &file, RecordSink &sink);

// Empty: fit to be a label. Else what is wrong with it.
std::string labelFault(std::string_view name);

}  // namespace formats
