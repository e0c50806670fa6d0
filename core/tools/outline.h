// The gesture of polygons, polylines and traced masks: a click is a vertex, a drag traces freely and is thinned on
// release. A click on the first vertex, a double click or Enter ends; Backspace takes the last vertex back.
#pragma once
#include "core/tools/drawing.h"

namespace core {

enum class Outline { Closed, Open, Lasso };  // Lasso: one drag, closed where it is released

class OutlineGesture : public Gesture {
public:
    OutlineGesture(const Pointer &pointer, Sheet sheet, Outline kind);

    void move(const Pointer &pointer) override;
    Progress press(const Pointer &pointer) override;
    Progress release(const Pointer &pointer) override;
    // The first press of the double click has set its vertex.
    Progress doubleClick(const Pointer &) override { return confirm(); }
    Progress confirm() override { return m_points.size() >= fewest() ? Progress::Done : Progress::Going; }
    Progress stepBack() override;
    std::vector<Annotation> preview() const override;
    std::optional<Edit> finish() override;

protected:
    std::optional<Geometry> shape() const;  // a polygon or a polyline; empty: too small to be meant

private:
    bool isClosed() const { return m_kind != Outline::Open; }
    std::size_t fewest() const { return isClosed() ? 3 : 2; }
    Point here() const { return clampedInto(m_pointer.at, m_sheet.width, m_sheet.height); }
    bool endsHere() const;
    void add(double leastStep);
    void thinTrace();
    void end(bool tracedHome);

    Sheet m_sheet;
    Outline m_kind;
    Pointer m_pointer;
    std::vector<Point> m_points;
    std::optional<Pointer> m_pressedAt;  // while the button is down
    std::size_t m_traceFrom = 0;         // the vertex a trace starts at
    bool m_tracing = false;
    bool m_ending = false;  // pressed on the first vertex
};

}  // namespace core
