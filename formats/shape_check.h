// What is doubtful about a shape in its image.
#pragma once
#include "formats/format.h"

namespace formats {

// Empty: nothing. Error: no part of it lies in the image. Warning: it reaches outside, or its outline crosses itself;
// it is kept as it is. Boxes are not looked at, the importer does that; nor is what lies outside when no size is known.
struct ShapeFault {
    Severity severity = Severity::Warning;
    std::string detail;
};
std::vector<ShapeFault> shapeFaults(const core::Geometry &geometry, int width, int height);

// True: it may be kept. Reports what is doubtful at `where`; goOn is false when the sink wants no more.
bool reportShape(const core::Geometry &geometry, std::pair<int, int> size, const core::Location &where,
                 const std::function<bool(Issue)> &report, bool &goOn);

}  // namespace formats
