// Polygons and polylines, vertex by vertex or traced.
#include "core/tools/outline.h"

namespace core {

namespace {

class OutlineTool : public DrawingTool {
public:
    explicit OutlineTool(Outline kind) : m_kind(kind) {}
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        return std::make_unique<OutlineGesture>(pointer, sheetOf(scene), m_kind);
    }

private:
    Outline m_kind;
};

}  // namespace

std::unique_ptr<Tool> makePolygonTool()
{
    return std::make_unique<OutlineTool>(Outline::Closed);
}

std::unique_ptr<Tool> makePolylineTool()
{
    return std::make_unique<OutlineTool>(Outline::Open);
}

}  // namespace core
