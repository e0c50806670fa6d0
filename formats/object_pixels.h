// The pixels an object covers in a picture of classes.
#pragma once
#include "core/sample_content.h"

namespace formats {

std::vector<core::Point> circleRing(const core::Circle &circle);
// The rings that stand for a shape that is none of pixels; empty: none can, or it has no area.
std::vector<core::Ring> ringsOf(const core::Geometry &geometry);
const core::MaskRuns *runsOf(const core::Geometry &geometry);  // null: no mask, or one without pixels
// Masks as they are, cut to the size; rings filled, with the pixels of their outline.
core::MaskRuns pixelsOf(const core::Geometry &geometry, std::pair<int, int> size);
// The size where it is known, else what the objects need.
std::pair<int, int> roomFor(const core::SampleContent &content, std::pair<int, int> known);

// Where two objects cannot both keep their pixels in a picture of classes: "touching" (one label; beside each other or
// over each other) and "covered" (below one of another label). Only masks are looked at, or all shapes.
enum class Looked { Masks, AllShapes };
void addNeighbourLosses(const core::SampleContent &content, Looked looked, std::vector<std::string> &losses);
// "outside": what of a mask lies outside is cut.
void addOutsideLoss(const core::MaskRuns &runs, const core::MediaInfo &media, std::vector<std::string> &losses);

}  // namespace formats
