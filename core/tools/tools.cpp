#include "core/tools/tools.h"
#include "core/tools/drawing.h"

namespace core {

const Workbench &plainWorkbench()
{
    static const Workbench plain;
    return plain;
}

std::unique_ptr<Tool> makeTool(std::string_view id)
{
    static constexpr std::pair<std::string_view, std::unique_ptr<Tool> (*)()> Makers[] = {
        {"select", makeSelectTool},   {"box", makeBoxTool},           {"rotated-box", makeRotatedBoxTool},
        {"polygon", makePolygonTool}, {"circle", makeCircleTool},     {"line", makeLineTool},
        {"dashed", makeDashedTool},   {"polyline", makePolylineTool}, {"point", makePointTool},
    };
    for (const auto &[name, make] : Makers)
        if (name == id)
            return make();
    return nullptr;
}

}  // namespace core
