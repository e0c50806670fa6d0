// The stroke under way, at the screen's resolution: each piece is painted once, when it comes.
#pragma once
#include "widgets/mask_picture.h"
#include <QPainter>

namespace widgets {

class StrokeOverlay {
public:
    void begin(const QColor &color, bool erases);  // erasing is shown hatched
    void end();
    bool isActive() const { return m_active; }
    // Paints what came since the last time, or all of it for another view. Returns what changed on the widget.
    QRect take(std::span<const core::MaskRuns> dabs, const View &view, QSize size, double ratio);
    void paint(QPainter &painter) const;

private:
    QRect add(const core::MaskRuns &dab);

    QImage m_image;
    View m_view;  // of the image's pixels
    double m_ratio = 1;
    std::size_t m_taken = 0;
    QRgb m_plain = 0, m_stripe = 0;
    bool m_active = false;
};

}  // namespace widgets
