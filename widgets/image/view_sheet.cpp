#include "widgets/image/view_sheet.h"
#include <algorithm>
#include <cmath>
#include <cstring>

namespace widgets {

namespace {

constexpr int pixelsPerLook = 96 * 1024;  // between two looks at the clock
constexpr double sameGrid = 1.0 / 64;     // of a pixel
constexpr int reach = 2;                  // pixels beyond a change that may look different

// Moves the content; what comes in from the sides stays as it was.
void scroll(QImage &image, QPoint by)
{
    const int width = image.width() - std::abs(by.x()), height = image.height() - std::abs(by.y());
    const auto bytes = static_cast<std::size_t>(width) * sizeof(QRgb);
    const int fromX = std::max(0, -by.x()), toX = std::max(0, by.x());
    const int fromY = std::max(0, -by.y()), toY = std::max(0, by.y());
    uchar *bits = image.bits();
    const qsizetype line = image.bytesPerLine();
    for (int i = 0; i < height; ++i) {
        const int row = by.y() > 0 ? height - 1 - i : i;
        std::memmove(bits + (toY + row) * line + toX * qsizetype(sizeof(QRgb)),
                     bits + (fromY + row) * line + fromX * qsizetype(sizeof(QRgb)), bytes);
    }
}

void clear(QImage &image, const QRect &part)
{
    for (int y = part.top(); y <= part.bottom(); ++y)
        std::fill_n(reinterpret_cast<QRgb *>(image.scanLine(y)) + part.left(), part.width(), QRgb{0});
}

}  // namespace

void ViewSheet::forget()
{
    m_forgotten = true;
}

void ViewSheet::renew()
{
    m_due = QRegion(m_image.rect());
}

QRect ViewSheet::onImage(const core::Rect &scene) const
{
    return m_view.toScreen(scene).toAlignedRect().adjusted(-reach, -reach, reach, reach) & m_image.rect();
}

QRect ViewSheet::place(const core::Rect &scene) const
{
    const QRectF pixels(onImage(scene));
    return QRectF(pixels.topLeft() / m_ratio, pixels.size() / m_ratio).toAlignedRect();
}

void ViewSheet::renew(const core::Rect &scene)
{
    m_due += onImage(scene);
}

void ViewSheet::follow(const View &view, QSize size, double ratio, const Paint &quick)
{
    const View device{view.scale * ratio, view.origin * ratio};
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    if (pixels.isEmpty())
        return;
    if (m_forgotten || m_image.size() != pixels || ratio != m_ratio || device.scale != m_view.scale) {
        if (m_forgotten)
            m_image = {};
        m_ratio = ratio;
        m_forgotten = false;
        scale(device, pixels, quick);
    } else if (device.origin != m_view.origin) {
        pan(device, quick);
    }
}

void ViewSheet::scale(const View &view, QSize pixels, const Paint &quick)
{
    std::swap(m_image, m_former);
    if (m_image.size() != pixels)
        m_image = QImage(pixels, m_format);
    if (quick) {
        quick(m_image, m_image.rect(), view);
    } else {
        m_image.fill(Qt::transparent);
        if (!m_former.isNull()) {
            const double by = view.scale / m_view.scale;
            QPainter painter(&m_image);
            painter.setCompositionMode(QPainter::CompositionMode_Source);
            painter.drawImage(QRectF(view.origin - m_view.origin * by, QSizeF(m_former.size()) * by), m_former,
                              QRectF(m_former.rect()));
        }
    }
    m_view = view;
    m_due = QRegion(m_image.rect());
}

void ViewSheet::pan(const View &view, const Paint &quick)
{
    const QPointF by = view.origin - m_view.origin;
    const QPoint step = by.toPoint();
    const bool inStep = std::abs(by.x() - step.x()) < sameGrid && std::abs(by.y() - step.y()) < sameGrid;
    m_view = view;
    if (std::abs(step.x()) >= m_image.width() || std::abs(step.y()) >= m_image.height()) {
        m_former = {};
        scale(view, m_image.size(), quick);
        return;
    }
    scroll(m_image, step);
    const QRegion come = QRegion(m_image.rect()) - m_image.rect().translated(step);
    for (const QRect &part : come)
        if (quick)
            quick(m_image, part, view);
        else
            clear(m_image, part);
    m_due = inStep ? (m_due.translated(step) & m_image.rect()) + come : QRegion(m_image.rect());
}

bool ViewSheet::work(Moment until, const Paint &paint)
{
    while (!m_due.isEmpty()) {
        QRect part = *m_due.begin();
        part.setHeight(std::clamp(pixelsPerLook / part.width(), 1, part.height()));
        paint(m_image, part, m_view);
        m_due -= part;
        if (std::chrono::steady_clock::now() >= until)
            break;
    }
    return !m_due.isEmpty();
}

void ViewSheet::paint(QPainter &painter) const
{
    if (m_image.isNull())
        return;
    painter.save();
    painter.scale(1 / m_ratio, 1 / m_ratio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QPoint(), m_image);
    painter.restore();
}

}  // namespace widgets
