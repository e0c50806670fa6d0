// What the drawing tools share. A drawing gesture proposes one new annotation and never looks at the others.
#pragma once
#include "core/tools/tools.h"

namespace core {

std::unique_ptr<Tool> makeBoxTool();
std::unique_ptr<Tool> makeRotatedBoxTool();
std::unique_ptr<Tool> makePolygonTool();
std::unique_ptr<Tool> makePolylineTool();
std::unique_ptr<Tool> makeCircleTool();
std::unique_ptr<Tool> makeLineTool();
std::unique_ptr<Tool> makeDashedTool();
std::unique_ptr<Tool> makePointTool();
std::unique_ptr<Tool> makeSelectTool();

// A double click when nothing is under way is the echo of a click that ended a shape: it must not begin the next.
class DrawingTool : public Tool {
public:
    std::unique_ptr<Gesture> doubleClick(const Pointer &, const Scene &) override;  // one that does nothing
};

// What a gesture keeps of the scene.
struct Sheet {
    Annotation blank;  // id -1, on top of all others, the armed label
    double width = 0, height = 0;
    Annotation with(Geometry geometry) const;
};
Sheet sheetOf(const Scene &scene);

bool isDrag(const Pointer &from, const Pointer &to);
bool isMeant(const Geometry &geometry, double pixel);  // large enough on screen for its kind

// A shape given by two points: one drag, or two clicks.
struct TwoPointRecipe {
    std::string editName;
    Geometry (*make)(const Pointer &from, const Pointer &to, const Sheet &sheet);
};
std::unique_ptr<Tool> makeTwoPointTool(TwoPointRecipe recipe);

}  // namespace core
