// Masks found by colour: in a dragged box, or between the four outermost points of the object, clicked in any order.
// Alt at the first press erases. While the object is sought its box is shown like a proposal.
#include "core/boxes.h"
#include "core/masks.h"
#include "core/tools/errand.h"
#include "core/tools/grab_cut.h"
#include "core/tools/masking.h"
#include "core/tools/window.h"
#include <algorithm>

namespace core {

namespace {

constexpr int MostPixels = 600;  // of the window, each way
constexpr std::size_t ExtremePoints = 4;

class CutGesture : public MaskGesture<> {
public:
    CutGesture(MaskAim aim, const Workbench &bench) : MaskGesture(std::move(aim)), m_bench(bench) {}

    Progress poll() override
    {
        if (m_errand && m_errand->hasFailed())
            return Progress::Cancelled;
        auto found = m_errand ? m_errand->take() : std::nullopt;
        if (!found)
            return Progress::Going;
        m_errand.reset();
        m_found = cut(*found, aim().width(), aim().height());
        return Progress::Done;
    }

protected:
    Progress seek(CutSeeds seeds)
    {
        auto window = windowOf(m_bench, surroundings(seeds.box), MostPixels);
        if (!window)
            return Progress::Cancelled;
        m_errand.emplace([window = std::move(*window), seeds = std::move(seeds)](
                             const std::stop_token &stop) { return grabCut(window, seeds, stop); },
                         m_bench.wake);
        return Progress::Going;
    }
    bool isSeeking() const { return m_errand.has_value(); }
    Annotation boxed(const Box &box) const
    {
        Annotation annotation = aim().sheet().with(box);
        annotation.proposed = isSeeking();
        return annotation;
    }
    Point inside(Point p) const { return clampedInto(p, aim().width(), aim().height()); }

private:
    MaskRuns pixels() const override { return m_found; }

    Workbench m_bench;
    std::optional<Errand<MaskRuns>> m_errand;
    MaskRuns m_found;
};

class BoxCutGesture : public CutGesture {
public:
    BoxCutGesture(const Pointer &press, MaskAim aim, const Workbench &bench)
        : CutGesture(std::move(aim), bench),
          m_from(inside(press.at)),
          m_to(m_from)
    {
    }

    void move(const Pointer &pointer) override
    {
        if (!isSeeking())
            m_to = inside(pointer.at);
    }

    Progress release(const Pointer &pointer) override
    {
        if (isSeeking())
            return Progress::Going;
        move(pointer);
        const Box box = boxFromPoints(m_from, m_to);
        if (!isMeant(box, pointer.pixel))
            return Progress::Cancelled;
        return seek({{box.x, box.y, box.x + box.w, box.y + box.h}, {}});
    }

    std::vector<Annotation> preview() const override { return {boxed(boxFromPoints(m_from, m_to))}; }

private:
    Point m_from, m_to;
};

class ExtremeGesture : public CutGesture {
public:
    ExtremeGesture(const Pointer &press, MaskAim aim, const Workbench &bench) : CutGesture(std::move(aim), bench)
    {
        ExtremeGesture::press(press);
    }

    void move(const Pointer &) override {}

    Progress press(const Pointer &pointer) override
    {
        if (m_points.size() < ExtremePoints)
            m_points.push_back(inside(pointer.at));
        return Progress::Going;
    }
    Progress doubleClick(const Pointer &pointer) override { return press(pointer); }

    Progress release(const Pointer &pointer) override
    {
        if (m_points.size() < ExtremePoints || isSeeking())
            return Progress::Going;
        const Rect box = around(m_points);
        if (std::min(box.width(), box.height()) < SmallestShape * pointer.pixel)
            return Progress::Cancelled;
        const auto [left, right] = std::ranges::minmax_element(m_points, {}, &Point::x);
        const auto [top, bottom] = std::ranges::minmax_element(m_points, {}, &Point::y);
        return seek({box, {{*left, *right}, {*top, *bottom}}});
    }

    Progress stepBack() override
    {
        if (isSeeking())
            return Progress::Cancelled;
        m_points.pop_back();
        return m_points.empty() ? Progress::Cancelled : Progress::Going;
    }

    std::vector<Annotation> preview() const override
    {
        std::vector<Annotation> all;
        for (const Point point : m_points)
            all.push_back(aim().sheet().with(point));
        if (m_points.size() == ExtremePoints) {
            const Rect box = around(m_points);
            all.push_back(boxed({box.left, box.top, box.width(), box.height()}));
        }
        return all;
    }

private:
    std::vector<Point> m_points;
};

template <class CutKind>
class CutTool : public Tool {
public:
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        auto aim = MaskAim::at(pointer, scene, actOf(pointer));
        if (!aim || !scene.bench.pixels)
            return nullptr;
        return std::make_unique<CutKind>(pointer, std::move(*aim), scene.bench);
    }
};

}  // namespace

std::unique_ptr<Tool> makeGrabCutTool()
{
    return std::make_unique<CutTool<BoxCutGesture>>();
}

std::unique_ptr<Tool> makeExtremeTool()
{
    return std::make_unique<CutTool<ExtremeGesture>>();
}

}  // namespace core
