// How alike two pictures look at a glance: light and dark, colours, the run of edges, each by place.
#pragma once
#include "core/media/raster.h"
#include <array>

namespace core {

using Look = std::array<std::uint8_t, 128>;

Look lookOf(const Raster &picture);            // not empty; from 64 pixels a side on, its size makes no difference
int difference(const Look &a, const Look &b);  // 0: nothing to tell them apart; a sum, so compare it, do not read it

}  // namespace core
