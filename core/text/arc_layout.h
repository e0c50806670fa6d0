// How high above a row its marks stand: a skyline that short ones lie low in and long ones go over, and the arcs of
// relations laid out by it. Lengths in pixels, x to the right, heights upwards from the row.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace core {

// Heights along a row; zero everywhere at first.
class Skyline {
public:
    double over(double from, double to) const;            // the highest there
    void raise(double from, double to, double height);    // nowhere is it lower than `height` there
    double place(double from, double to, double height);  // upon what is there: the bottom of the new thing
    double top() const;

private:
    struct Step {
        double x, height;  // from x to the next step
    };
    std::size_t cut(double x);  // the step that begins at x
    std::vector<Step> m_steps{{-1e9, 0}};
};

// An end of an arc: an entity's place on the row. Arcs that share it get a foot each, side by side.
struct ArcEnd {
    std::size_t anchor = 0;                  // equal for the same entity
    double left = 0, right = 0, height = 0;  // where feet may stand, and how high
};

struct Arc {
    ArcEnd from;
    std::optional<ArcEnd> to;  // empty: the other end is on another row
    bool leadsRight = true;    // when it is
    double labelWidth = 0;
};

struct PlacedArc {
    double fromX = 0, toX = 0;  // its feet; without the second end, where the stub ends
    double fromY = 0, toY = 0;  // heights of the feet
    double y = 0;               // of its line
    double labelX = 0;          // the middle of its label
};

struct ArcMeasures {
    double labelHeight = 14, gap = 3;  // between an arc and what is below it
    double footGap = 7;                // between feet at one end
};

// One for each arc, in their order; `skyline` is what stands on the row already, and is raised. No label overlaps
// another label, another arc's line or what stood there.
std::vector<PlacedArc> layOutArcs(std::span<const Arc> arcs, const ArcMeasures &measures, Skyline &skyline);

}  // namespace core
