// Peaks kept in a file of the project's cache, by the content of the sound they are of.
#pragma once
#include "core/media/peaks.h"

namespace core {

// `peaks` is whole. Little endian; only the finest level is written, the others are quicker made than read.
Status savePeaks(const std::filesystem::path &target, std::string_view contentKey, const Peaks &peaks);
// NotFound; Corrupt: damaged, of another version or of another sound. Nothing in it is trusted before its checksum
// fits.
Result<std::shared_ptr<const Peaks>> loadPeaks(const std::filesystem::path &file, std::string_view contentKey);

}  // namespace core
