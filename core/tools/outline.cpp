#include "core/tools/outline.h"
#include "core/handles.h"

namespace core {

namespace {

constexpr double TraceStep = 2;       // screen pixels between traced points
constexpr double TraceTolerance = 1;  // screen pixels a thinned trace may be off

}  // namespace

OutlineGesture::OutlineGesture(const Pointer &pointer, Sheet sheet, Outline kind)
    : m_sheet(std::move(sheet)),
      m_kind(kind)
{
    OutlineGesture::press(pointer);
}

void OutlineGesture::move(const Pointer &pointer)
{
    m_pointer = pointer;
    if (!m_pressedAt || m_ending)
        return;
    m_tracing = m_tracing || isDrag(*m_pressedAt, pointer);
    if (m_tracing)
        add(TraceStep);
}

Progress OutlineGesture::press(const Pointer &pointer)
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

Progress OutlineGesture::release(const Pointer &pointer)
{
    move(pointer);
    m_pressedAt.reset();
    if (m_tracing)
        thinTrace();
    const bool tracedHome = m_tracing && m_points.size() > m_traceFrom + 1 && endsHere();
    m_tracing = false;
    if (!m_ending && !tracedHome)
        return m_kind == Outline::Lasso ? Progress::Done : Progress::Going;
    end(tracedHome);
    return Progress::Done;
}

Progress OutlineGesture::stepBack()
{
    if (m_kind == Outline::Lasso)
        return Progress::Cancelled;
    m_ending = m_tracing = false;
    m_pressedAt.reset();  // a trace under way stops here
    m_points.pop_back();
    return m_points.empty() ? Progress::Cancelled : Progress::Going;
}

std::vector<Annotation> OutlineGesture::preview() const
{
    if (m_kind == Outline::Lasso || (isClosed() && (m_ending || endsHere())))
        return {m_sheet.with(Polygon{{m_points}})};
    std::vector<Point> points = m_points;
    if (endsHere())
        points.push_back(points.front());
    else if (!m_pressedAt)
        points.push_back(here());
    return {m_sheet.with(Polyline{std::move(points), false})};
}

std::optional<Geometry> OutlineGesture::shape() const
{
    Geometry geometry = isClosed() ? Geometry(Polygon{{m_points}}) : Geometry(Polyline{m_points, false});
    if (m_points.size() < fewest() || !isMeant(geometry, m_pointer.pixel))
        return std::nullopt;
    return geometry;
}

std::optional<Edit> OutlineGesture::finish()
{
    std::optional<Geometry> geometry = shape();
    if (!geometry)
        return std::nullopt;
    return Edit{isClosed() ? "draw-polygon" : "draw-polyline", "", {created(m_sheet.with(std::move(*geometry)))}};
}

bool OutlineGesture::endsHere() const
{
    return m_points.size() >= 3 && distance(m_points.front(), m_pointer.at) <= GrabDistance * m_pointer.pixel;
}

void OutlineGesture::add(double leastStep)
{
    if (m_points.empty() || distance(m_points.back(), here()) >= leastStep * m_pointer.pixel)
        m_points.push_back(here());
}

void OutlineGesture::thinTrace()
{
    const auto begin = m_points.begin() + static_cast<std::ptrdiff_t>(m_traceFrom);
    const auto thinned = simplify(std::span(begin, m_points.end()), TraceTolerance * m_pointer.pixel);
    m_points.erase(begin, m_points.end());
    m_points.insert(m_points.end(), thinned.begin(), thinned.end());
}

void OutlineGesture::end(bool tracedHome)
{
    if (tracedHome)
        m_points.pop_back();  // it lies on the first vertex
    if (m_kind == Outline::Open)
        m_points.push_back(m_points.front());
}

}  // namespace core
