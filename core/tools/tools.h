// All tools by name.
#pragma once
#include "core/gesture.h"
#include <string_view>

namespace core {

// "select", "box", "rotated-box", "polygon", "circle", "line", "dashed", "polyline", "point"; for masks
// "brush", "eraser", "mask-polygon", "lasso", "fill", "scissors", "grabcut", "extreme"; else null.
// A tool may remember its last click: one tool object per canvas, kept while it is armed.
std::unique_ptr<Tool> makeTool(std::string_view id);

// A press that moves farther (screen pixels) is a drag, not a click.
inline constexpr double ClickDistance = 4;
// A smaller thing (screen pixels) was not meant.
inline constexpr double SmallestShape = 3;

}  // namespace core
