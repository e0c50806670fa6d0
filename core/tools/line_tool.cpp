// Lines, solid and dashed: one drag or two clicks. Shift: in steps of 45°.
#include "core/tools/drawing.h"

namespace core {

namespace {

template <bool Dashed>
Geometry lineBetween(const Pointer &from, const Pointer &to, const Sheet &sheet)
{
    const Point begin = clampedInto(from.at, sheet.width, sheet.height);
    if (!to.shift)
        return Polyline{{begin, clampedInto(to.at, sheet.width, sheet.height)}, Dashed};
    const Point end = snapped(begin, to.at, 45);
    return Polyline{{begin, begin + (end - begin) * shareInside(begin, end, sheet.width, sheet.height)}, Dashed};
}

}  // namespace

std::unique_ptr<Tool> makeLineTool()
{
    return makeTwoPointTool({"draw-line", lineBetween<false>});
}

std::unique_ptr<Tool> makeDashedTool()
{
    return makeTwoPointTool({"draw-dashed", lineBetween<true>});
}

}  // namespace core
