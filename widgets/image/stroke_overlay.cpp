#include "widgets/image/stroke_overlay.h"

namespace widgets {

namespace {

constexpr int opacity = 130, strokeStripe = 6;

}  // namespace

void StrokeOverlay::begin(const QColor &color, bool erases)
{
    QColor seen = color;
    seen.setAlpha(opacity);
    m_plain = erases ? qPremultiply(qRgba(255, 255, 255, opacity)) : qPremultiply(seen.rgba());
    m_stripe = erases ? qPremultiply(qRgba(0, 0, 0, opacity)) : m_plain;
    m_taken = 0;
    m_active = true;
    m_view = {0, {}};
}

void StrokeOverlay::end()
{
    m_active = false;
}

QRect StrokeOverlay::take(std::span<const core::MaskRuns> dabs, const View &view, QSize size, double ratio)
{
    const View device{view.scale * ratio, view.origin * ratio};
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    QRect changed;
    if (device != m_view || m_image.size() != pixels) {
        if (m_image.size() != pixels)
            m_image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
        m_image.fill(Qt::transparent);
        m_view = device;
        m_ratio = ratio;
        changed = m_taken > 0 ? m_image.rect() : QRect();
        m_taken = 0;
    }
    for (; m_taken < dabs.size(); ++m_taken)
        changed |= add(dabs[m_taken]);
    const QRectF pixelsChanged(changed);
    return changed.isEmpty() ? QRect()
                             : QRectF(pixelsChanged.topLeft() / ratio, pixelsChanged.size() / ratio).toAlignedRect();
}

QRect StrokeOverlay::add(const core::MaskRuns &dab)
{
    int left = m_image.width(), right = 0, top = m_image.height(), bottom = 0;
    eachSpanOnScreen(dab, m_view, m_image.rect(), [&](int y, int from, int to) {
        auto *row = reinterpret_cast<QRgb *>(m_image.scanLine(y));
        if (m_stripe == m_plain)
            std::fill(row + from, row + to, m_plain);
        else
            for (int x = from; x < to; ++x)
                row[x] = unsigned(x + y) % strokeStripe < 2 ? m_stripe : m_plain;
        left = std::min(left, from);
        right = std::max(right, to);
        top = std::min(top, y);
        bottom = std::max(bottom, y + 1);
    });
    return QRect(QPoint(left, top), QPoint(right - 1, bottom - 1));
}

void StrokeOverlay::paint(QPainter &painter) const
{
    if (!m_active || m_image.isNull())
        return;
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    painter.drawImage(QPoint(), m_image);
    painter.restore();
}

}  // namespace widgets
