// Circles: from the centre to the rim, by one drag or two clicks. The rim stays inside the sample.
#include "core/tools/drawing.h"
#include <algorithm>

namespace core {

namespace {

Geometry circleFrom(const Pointer &from, const Pointer &to, const Sheet &sheet)
{
    const Point centre = clampedInto(from.at, sheet.width, sheet.height);
    const double radius = distance(centre, to.at);
    if (sheet.width <= 0 || sheet.height <= 0)
        return Circle{centre, radius};
    return Circle{centre, std::min({radius, centre.x, centre.y, sheet.width - centre.x, sheet.height - centre.y})};
}

}  // namespace

std::unique_ptr<Tool> makeCircleTool()
{
    return makeTwoPointTool({"draw-circle", circleFrom});
}

}  // namespace core
