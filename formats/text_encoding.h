// In which encoding the texts of a source are.
#pragma once
#include "formats/format.h"

namespace formats {

OptionSpec encodingOption();                     // "encoding": auto, utf-8, utf-16, gb18030
std::string encodingOf(const Options &options);  // as core::decodeText takes it; empty: found

}  // namespace formats
