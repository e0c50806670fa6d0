// Brush and eraser: discs drawn along the way of the pointer. Alt at the press makes one the other; Shift begins with
// a straight stroke from where the last one ended.
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "core/tools/masking.h"

namespace core {

namespace {

struct StrokeEnd {
    SampleId sample;
    Point at;
};
using LastStroke = std::shared_ptr<std::optional<StrokeEnd>>;  // shared by the tool and its gestures

class StrokeGesture : public MaskGesture<> {
public:
    StrokeGesture(const Pointer &press, MaskAim aim, double radius, LastStroke last)
        : MaskGesture(std::move(aim)),
          m_radius(radius),
          m_at(press.at),
          m_last(std::move(last))
    {
        const bool straight = press.shift && *m_last && (*m_last)->sample == sample();
        add(straight ? capsule((*m_last)->at, m_at, m_radius) : disk(m_at, m_radius));
    }

    void move(const Pointer &pointer) override
    {
        if (pointer.at == m_at)
            return;
        add(capsule(m_at, pointer.at, m_radius));
        m_at = pointer.at;
    }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        return Progress::Done;
    }

    std::vector<Annotation> preview() const override { return {}; }
    std::span<const MaskRuns> dabs() const override { return m_dabs; }

    std::optional<Edit> finish() override
    {
        *m_last = StrokeEnd{sample(), m_at};
        return MaskGesture::finish();
    }

private:
    SampleId sample() const { return aim().sheet().blank.sample; }
    void add(const MaskRuns &dab) { m_dabs.push_back(cut(dab, aim().width(), aim().height())); }
    MaskRuns pixels() const override { return united(m_dabs); }

    double m_radius;
    Point m_at;
    std::vector<MaskRuns> m_dabs;
    LastStroke m_last;
};

class StrokeTool : public Tool {
public:
    explicit StrokeTool(MaskAct act) : m_act(act) {}

    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        const bool erases = (m_act == MaskAct::Erase) != pointer.alt;
        auto aim = MaskAim::at(pointer, scene, erases ? MaskAct::Erase : MaskAct::Add);
        if (!aim)
            return nullptr;
        return std::make_unique<StrokeGesture>(pointer, std::move(*aim), scene.bench.options.brushRadius, m_last);
    }

    std::optional<double> ring(const Pointer &, const Scene &scene) const override
    {
        return scene.bench.options.brushRadius;
    }

private:
    MaskAct m_act;
    LastStroke m_last = std::make_shared<std::optional<StrokeEnd>>();
};

}  // namespace

std::unique_ptr<Tool> makeBrushTool()
{
    return std::make_unique<StrokeTool>(MaskAct::Add);
}

std::unique_ptr<Tool> makeEraserTool()
{
    return std::make_unique<StrokeTool>(MaskAct::Erase);
}

}  // namespace core
