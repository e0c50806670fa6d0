#include "core/tools/tools.h"
#include "core/tools/masking.h"

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
        {"brush", makeBrushTool},     {"eraser", makeEraserTool},     {"mask-polygon", makeMaskPolygonTool},
        {"lasso", makeLassoTool},     {"fill", makeFillTool},         {"scissors", makeScissorsTool},
        {"grabcut", makeGrabCutTool}, {"extreme", makeExtremeTool},
    };
    for (const auto &[name, make] : Makers)
        if (name == id)
            return make();
    return nullptr;
}

}  // namespace core
