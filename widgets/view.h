// How a scene (pixels of the picture) lies on a widget (logical pixels).
#pragma once
#include "core/shapes.h"
#include <QPointF>
#include <QRectF>

namespace widgets {

struct View {
    double scale = 1;  // logical pixels of the widget per pixel of the scene
    QPointF origin;    // where the scene's (0, 0) is on the widget
    bool operator==(const View &) const = default;

    QPointF toScreen(core::Point p) const { return {origin.x() + p.x * scale, origin.y() + p.y * scale}; }
    QRectF toScreen(const core::Rect &r) const
    {
        return {toScreen(core::Point{r.left, r.top}), toScreen(core::Point{r.right, r.bottom})};
    }
    core::Point toScene(QPointF p) const { return {(p.x() - origin.x()) / scale, (p.y() - origin.y()) / scale}; }
    core::Rect toScene(const QRectF &r) const
    {
        const core::Point a = toScene(r.topLeft()), b = toScene(r.bottomRight());
        return {a.x, a.y, b.x, b.y};
    }
};

}  // namespace widgets
