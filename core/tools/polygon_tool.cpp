// Polygons and polylines: a click is a vertex, a drag traces freely and is thinned on release. A click on the first
// vertex, a double click or Enter ends; Backspace takes the last vertex back.
#include "core/handles.h"
#include "core/tools/drawing.h"

namespace core {

namespace {

constexpr double TraceStep = 2;       // screen pixels between traced points
constexpr double TraceTolerance = 1;  // screen pixels a thinned trace may be off

enum class Outline { Closed, Open };

class OutlineGesture : public Gesture {
public:
    OutlineGesture(const Pointer &pointer, Sheet sheet, Outline kind) : m_sheet(std::move(sheet)), m_kind(kind)
    {
        OutlineGesture::press(pointer);
    }

    void move(const Pointer &pointer) override
    {
        m_pointer = pointer;
        if (!m_pressedAt || m_ending)
            return;
        m_tracing = m_tracing || isDrag(*m_pressedAt, pointer);
        if (m_tracing)
            add(TraceStep);
    }

    Progress press(const Pointer &pointer) override
    {
        m_pointer = pointer;
        m_pressedAt = pointer;
        m_tracing = false;
        m_ending = endsHere();
        if (!m_ending) {
            add(1);
            m_traceFrom = m_points.empty() ? 0 : m_points.size() - 1;
        }
        return Progress::Going;
    }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        m_pressedAt.reset();
        if (m_tracing)
            thinTrace();
        const bool tracedHome = m_tracing && m_points.size() > m_traceFrom + 1 && endsHere();
        m_tracing = false;
        if (!m_ending && !tracedHome)
            return Progress::Going;
        end(tracedHome);
        return Progress::Done;
    }

    // The first press of the double click has set its vertex.
    Progress doubleClick(const Pointer &) override { return confirm(); }
    Progress confirm() override { return m_points.size() >= fewest() ? Progress::Done : Progress::Going; }

    Progress stepBack() override
    {
        m_ending = m_tracing = false;
        m_pressedAt.reset();  // a trace under way stops here
        m_points.pop_back();
        return m_points.empty() ? Progress::Cancelled : Progress::Going;
    }

    std::vector<Annotation> preview() const override
    {
        if (m_kind == Outline::Closed && (m_ending || endsHere()))
            return {m_sheet.with(Polygon{{m_points}})};
        std::vector<Point> points = m_points;
        if (endsHere())
            points.push_back(points.front());
        else if (!m_pressedAt)
            points.push_back(here());
        return {m_sheet.with(Polyline{std::move(points), false})};
    }

    std::optional<Edit> finish() override
    {
        const bool closed = m_kind == Outline::Closed;
        Geometry geometry = closed ? Geometry(Polygon{{m_points}}) : Geometry(Polyline{m_points, false});
        if (m_points.size() < fewest() || !isMeant(geometry, m_pointer.pixel))
            return std::nullopt;
        return Edit{closed ? "draw-polygon" : "draw-polyline", "", {created(m_sheet.with(std::move(geometry)))}};
    }

private:
    std::size_t fewest() const { return m_kind == Outline::Closed ? 3 : 2; }
    Point here() const { return clampedInto(m_pointer.at, m_sheet.width, m_sheet.height); }

    bool endsHere() const
    {
        return m_points.size() >= 3 && distance(m_points.front(), m_pointer.at) <= GrabDistance * m_pointer.pixel;
    }

    void add(double leastStep)
    {
        if (m_points.empty() || distance(m_points.back(), here()) >= leastStep * m_pointer.pixel)
            m_points.push_back(here());
    }

    void thinTrace()
    {
        const auto begin = m_points.begin() + static_cast<std::ptrdiff_t>(m_traceFrom);
        const auto thinned = simplify(std::span(begin, m_points.end()), TraceTolerance * m_pointer.pixel);
        m_points.erase(begin, m_points.end());
        m_points.insert(m_points.end(), thinned.begin(), thinned.end());
    }

    void end(bool tracedHome)
    {
        if (tracedHome)
            m_points.pop_back();  // it lies on the first vertex
        if (m_kind == Outline::Open)
            m_points.push_back(m_points.front());
    }

    Sheet m_sheet;
    Outline m_kind;
    Pointer m_pointer;
    std::vector<Point> m_points;
    std::optional<Pointer> m_pressedAt;  // while the button is down
    std::size_t m_traceFrom = 0;         // the vertex a trace starts at
    bool m_tracing = false;
    bool m_ending = false;  // pressed on the first vertex
};

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
