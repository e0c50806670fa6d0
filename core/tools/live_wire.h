// The ways along the edges of a picture that all begin at one point: intelligent scissors.
#pragma once
#include "core/gesture.h"

namespace core {

class LiveWire {
public:
    // Looks at every pixel of the window: about 0.1 s for 600 × 600. `from`, and all points: in sample coordinates.
    LiveWire(const PixelWindow &window, Point from);

    // From `from` to the point, both included; straight to what lies outside the window. Cheap, for any thread.
    std::vector<Point> to(Point point) const;

private:
    struct Map;
    std::shared_ptr<const Map> m_map;
    Point m_from;
};

}  // namespace core
