// Intelligent scissors: clicks set anchors, between them the outline follows the edges of the picture. The map of the
// ways from an anchor is made in another thread; until it is there the leg is shown straight. A click on the first
// anchor, a double click or Enter closes; Backspace takes the last anchor back. Alt at the first press erases.
#include "core/handles.h"
#include "core/tools/errand.h"
#include "core/tools/live_wire.h"
#include "core/tools/masking.h"
#include "core/tools/window.h"
#include <algorithm>

namespace core {

namespace {

constexpr int View = 640;  // pixels around an anchor, each way, that a leg may follow
constexpr std::size_t FewestAnchors = 3;

// From one anchor to the next. The wire is kept while the end is open, and made anew when it opens again.
class Leg {
public:
    Leg(const Pointer &from, Point at, const Workbench &bench) : m_pointer(from), m_from(at) { open(bench); }

    void open(const Workbench &bench)
    {
        m_end.reset();
        m_way.clear();
        if (m_errand || m_wire)
            return;
        Pointer around = m_pointer;
        around.at = m_from;
        if (auto window = windowAround(bench, around, View, View))
            m_errand.emplace([window = std::move(*window),
                              from = m_from](const std::stop_token &) { return LiveWire(window, from); },
                             bench.wake);
    }

    void endAt(Point point)
    {
        m_end = point;
        settle();
    }

    // Takes what the other thread has made.
    void poll()
    {
        if (auto wire = m_errand ? m_errand->take() : std::nullopt) {
            m_wire = std::move(wire);
            m_errand.reset();
        } else if (m_errand && m_errand->hasFailed()) {
            m_errand.reset();  // the leg stays straight
        }
        settle();
    }

    Point from() const { return m_from; }
    bool isSettled() const { return m_end && !m_errand; }
    std::vector<Point> way(Point openEnd) const  // without its last point: that is where the next leg begins
    {
        std::vector<Point> way = !m_way.empty() ? m_way
                                 : m_wire       ? m_wire->to(m_end.value_or(openEnd))
                                                : std::vector{m_from};
        if (way.size() > 1)
            way.pop_back();
        return way;
    }

private:
    void settle()
    {
        if (!isSettled() || !m_way.empty())
            return;
        m_way = m_wire ? m_wire->to(*m_end) : std::vector{m_from, *m_end};
        m_wire.reset();
    }

    Pointer m_pointer;
    Point m_from;
    std::optional<Point> m_end;
    std::vector<Point> m_way;  // once settled
    std::optional<Errand<LiveWire>> m_errand;
    std::optional<LiveWire> m_wire;
};

class ScissorsGesture : public MaskGesture<> {
public:
    ScissorsGesture(const Pointer &press, MaskAim aim, const Workbench &bench)
        : MaskGesture(std::move(aim)),
          m_bench(bench)
    {
        ScissorsGesture::press(press);
    }

    void move(const Pointer &pointer) override { m_pointer = pointer; }

    Progress press(const Pointer &pointer) override
    {
        if (m_closed)
            return Progress::Going;
        m_pointer = pointer;
        m_ending = endsHere();
        if (!m_ending && (m_legs.empty() || isDrag({m_legs.back()->from()}, {here(), pointer.pixel}))) {
            if (!m_legs.empty())
                m_legs.back()->endAt(here());
            m_legs.push_back(std::make_unique<Leg>(pointer, here(), m_bench));
        }
        return Progress::Going;
    }

    Progress release(const Pointer &pointer) override
    {
        if (m_closed)
            return Progress::Going;
        m_pointer = pointer;
        return m_ending ? close() : Progress::Going;
    }

    // The first press of the double click has set its anchor.
    Progress doubleClick(const Pointer &) override { return confirm(); }
    Progress confirm() override { return m_closed || m_legs.size() < FewestAnchors ? Progress::Going : close(); }

    Progress stepBack() override
    {
        if (!m_closed)
            m_legs.pop_back();
        m_closed = m_ending = false;
        if (m_legs.empty())
            return Progress::Cancelled;
        m_legs.back()->open(m_bench);
        return Progress::Going;
    }

    Progress poll() override
    {
        for (const auto &leg : m_legs)
            leg->poll();
        return progress();
    }

    std::vector<Annotation> preview() const override
    {
        std::vector<Point> points = outline();
        if (m_closed || m_ending || endsHere())
            return {aim().sheet().with(Polygon{{std::move(points)}})};
        points.push_back(here());
        return {aim().sheet().with(Polyline{std::move(points), false})};
    }

private:
    Point here() const { return clampedInto(m_pointer.at, aim().width(), aim().height()); }

    bool endsHere() const
    {
        return m_legs.size() >= FewestAnchors
               && distance(m_legs.front()->from(), m_pointer.at) <= GrabDistance * m_pointer.pixel;
    }

    Progress close()
    {
        m_closed = true;
        m_legs.back()->endAt(m_legs.front()->from());
        return progress();
    }

    // Closed before every map was there: what is missing is waited for.
    Progress progress() const
    {
        const bool done = m_closed && std::ranges::all_of(m_legs, [](const auto &leg) { return leg->isSettled(); });
        return done ? Progress::Done : Progress::Going;
    }

    std::vector<Point> outline() const
    {
        const bool closes = m_closed || m_ending || endsHere();
        std::vector<Point> all;
        for (const auto &leg : m_legs) {
            const auto way = leg->way(closes ? m_legs.front()->from() : here());
            all.insert(all.end(), way.begin(), way.end());
        }
        return all;
    }

    MaskRuns pixels() const override { return aim().inside(std::vector<Ring>{outline()}); }

    Workbench m_bench;
    Pointer m_pointer;
    std::vector<std::unique_ptr<Leg>> m_legs;  // one begins at each anchor
    bool m_ending = false;                     // pressed on the first anchor
    bool m_closed = false;
};

class ScissorsTool : public DrawingTool {
public:
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        auto aim = MaskAim::at(pointer, scene, actOf(pointer));
        if (!aim)
            return nullptr;
        return std::make_unique<ScissorsGesture>(pointer, std::move(*aim), scene.bench);
    }
};

}  // namespace

std::unique_ptr<Tool> makeScissorsTool()
{
    return std::make_unique<ScissorsTool>();
}

}  // namespace core
