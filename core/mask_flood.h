// Fill by colour.
#pragma once
#include "core/mask_runs.h"
#include "core/media/raster.h"

namespace core {

// The 4-connected pixels around (x, y) no channel of which differs from that pixel's by more than `tolerance` (0…255).
// Of an Rgba8 raster; outside of it, nothing.
MaskRuns flooded(const Raster &rgba, int x, int y, double tolerance);

}  // namespace core
