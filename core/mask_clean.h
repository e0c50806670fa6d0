// What tidies a mask. A radius reaches the pixels whose centres lie no farther away. The picture ends at width ×
// height: results stay inside, and beyond its border it is taken to go on as it is there, so that a mask that reaches
// the border keeps doing so.
#pragma once
#include "core/mask_runs.h"

namespace core {

std::vector<MaskRuns> islands(const MaskRuns &runs);  // 8-connected, in reading order of their first pixels
MaskRuns withHolesFilled(const MaskRuns &runs);       // holes: 4-connected gaps that do not reach around the mask
MaskRuns withoutSpecks(const MaskRuns &runs, double pixels);  // islands of fewer pixels go
MaskRuns grown(const MaskRuns &runs, double radius, int width, int height);
MaskRuns shrunk(const MaskRuns &runs, double radius, int width, int height);
// Notches and cracks narrower than the disk are closed, then spikes and threads narrower than it are cut off.
MaskRuns smoothed(const MaskRuns &runs, double radius, int width, int height);

}  // namespace core
