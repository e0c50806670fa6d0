// Fill by colour: a press picks the colour, dragging to the right takes in more, to the left less. It sees what a view
// around the press shows, in the view's resolution. Alt at the press erases.
#include "core/mask_flood.h"
#include "core/masks.h"
#include "core/tools/masking.h"
#include "core/tools/window.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int ViewWidth = 1600, ViewHeight = 1000;  // pixels
constexpr double LevelsPerPixel = 0.5;              // of the drag, in screen pixels

class FillGesture : public MaskGesture<> {
public:
    FillGesture(const Pointer &press, MaskAim aim, PixelWindow window, double tolerance)
        : MaskGesture(std::move(aim)),
          m_press(press),
          m_window(std::move(window)),
          m_tolerance(tolerance)
    {
        flood(m_tolerance);
    }

    void move(const Pointer &pointer) override
    {
        m_dragged = m_dragged || isDrag(m_press, pointer);
        if (m_dragged)
            flood(m_tolerance + (pointer.at.x - m_press.at.x) / pointer.pixel * LevelsPerPixel);
    }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        return Progress::Done;
    }

    std::vector<Annotation> preview() const override { return {aim().sheet().with(Mask{m_filled})}; }

private:
    MaskRuns pixels() const override { return *m_filled; }

    void flood(double tolerance)
    {
        const int level = static_cast<int>(std::floor(std::clamp(tolerance, 0.0, 255.0)));
        if (m_filled && level == m_level)
            return;
        m_level = level;
        const auto [x, y] = toWindow(m_window, m_press.at);
        const MaskRuns found =
            flooded(m_window.pixels, static_cast<int>(std::floor(x)), static_cast<int>(std::floor(y)), level);
        m_filled = std::make_shared<const MaskRuns>(cut(toSample(m_window, found), aim().width(), aim().height()));
    }

    Pointer m_press;
    PixelWindow m_window;
    double m_tolerance;
    bool m_dragged = false;
    int m_level = 0;  // a whole difference of channels
    std::shared_ptr<const MaskRuns> m_filled;
};

class FillTool : public Tool {
public:
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        auto aim = MaskAim::at(pointer, scene, actOf(pointer));
        if (!aim)
            return nullptr;
        auto window = windowAround(scene.bench, pointer, ViewWidth, ViewHeight);
        if (!window || !window->area.contains(pointer.at))
            return nullptr;
        return std::make_unique<FillGesture>(pointer, std::move(*aim), std::move(*window),
                                             scene.bench.options.tolerance);
    }
};

}  // namespace

std::unique_ptr<Tool> makeFillTool()
{
    return std::make_unique<FillTool>();
}

}  // namespace core
