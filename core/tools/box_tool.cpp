// Upright boxes: one drag or two clicks. Shift: a square; Ctrl or Alt: from the centre.
#include "core/boxes.h"
#include "core/tools/drawing.h"

namespace core {

namespace {

Geometry boxBetween(const Pointer &from, const Pointer &to, const Sheet &sheet)
{
    return boxFromDrag(from.at, to.at, {to.shift, to.ctrl || to.alt}, sheet.width, sheet.height);
}

}  // namespace

std::unique_ptr<Tool> makeBoxTool()
{
    return makeTwoPointTool({"draw-box", boxBetween});
}

}  // namespace core
