// Between the pixels of a window of the picture and those of the sample.
#pragma once
#include "core/gesture.h"

namespace core {

// The part of the picture around a point that fills a view of width × height screen pixels: at most that many pixels,
// or fewer where the picture has no more. Empty: no picture there.
std::optional<PixelWindow> windowAround(const Workbench &bench, const Pointer &centre, int width, int height);
// The same for a rectangle of the sample, in at most so many pixels each way.
std::optional<PixelWindow> windowOf(const Workbench &bench, const Rect &area, int mostPixels);

Point toWindow(const PixelWindow &window, Point sample);
Point toSample(const PixelWindow &window, Point inWindow);
// The sample pixels whose centres lie in these window pixels: blocks, without a gap or an overlap between neighbours.
MaskRuns toSample(const PixelWindow &window, const MaskRuns &runs);

}  // namespace core
