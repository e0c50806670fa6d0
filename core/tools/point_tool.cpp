// Points: placed on release, so that they can be carried to their place. A double click places just one.
#include "core/tools/drawing.h"

namespace core {

namespace {

class PointGesture : public Gesture {
public:
    PointGesture(const Pointer &pointer, Sheet sheet) : m_sheet(std::move(sheet)) { move(pointer); }

    void move(const Pointer &pointer) override { m_at = clampedInto(pointer.at, m_sheet.width, m_sheet.height); }
    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        return Progress::Done;
    }
    std::vector<Annotation> preview() const override { return {m_sheet.with(m_at)}; }
    std::optional<Edit> finish() override { return Edit{"draw-point", "", {created(m_sheet.with(m_at))}}; }

private:
    Sheet m_sheet;
    Point m_at;
};

class PointTool : public DrawingTool {
public:
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        return std::make_unique<PointGesture>(pointer, sheetOf(scene));
    }
};

}  // namespace

std::unique_ptr<Tool> makePointTool()
{
    return std::make_unique<PointTool>();
}

}  // namespace core
