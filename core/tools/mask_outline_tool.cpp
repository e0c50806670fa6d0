// Masks by their outline: vertex by vertex as a polygon, or one free drag. Alt at the first press erases.
#include "core/tools/masking.h"
#include "core/tools/outline.h"

namespace core {

namespace {

class MaskOutlineGesture : public MaskGesture<OutlineGesture> {
public:
    MaskOutlineGesture(const Pointer &press, const MaskAim &aim, Outline kind)
        : MaskGesture(aim, press, aim.sheet(), kind)
    {
    }

private:
    MaskRuns pixels() const override
    {
        const auto outline = shape();
        return outline ? aim().inside(std::get<Polygon>(*outline).rings) : MaskRuns();
    }
};

template <class Base>  // DrawingTool where a double click ends the outline
class MaskOutlineTool : public Base {
public:
    explicit MaskOutlineTool(Outline kind) : m_kind(kind) {}

    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        const auto aim = MaskAim::at(pointer, scene, actOf(pointer));
        return aim ? std::make_unique<MaskOutlineGesture>(pointer, *aim, m_kind) : nullptr;
    }

private:
    Outline m_kind;
};

}  // namespace

std::unique_ptr<Tool> makeMaskPolygonTool()
{
    return std::make_unique<MaskOutlineTool<DrawingTool>>(Outline::Closed);
}

std::unique_ptr<Tool> makeLassoTool()
{
    return std::make_unique<MaskOutlineTool<Tool>>(Outline::Lasso);
}

}  // namespace core
