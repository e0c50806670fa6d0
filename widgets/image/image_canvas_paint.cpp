// What the object canvas paints live: the few shapes that matter now, cross-hair and measures.
#include "widgets/image/image_canvas.h"
#include "widgets/theme.h"
#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

struct Measure {
    QString operator()(const Box &box) const
    {
        const QString text = sides(box.w, box.h);
        return box.angle == 0 ? text : text + QString("   %1°").arg(box.angle, 0, 'f', 1);
    }
    QString operator()(const Polygon &polygon) const
    {
        const auto rect = bounds(polygon);
        return rect ? sides(rect->width(), rect->height()) : QString();
    }
    QString operator()(const Polyline &line) const
    {
        double total = 0;
        for (std::size_t i = 1; i < line.points.size(); ++i)
            total += distance(line.points[i - 1], line.points[i]);
        QString text = QString("%1 px").arg(total, 0, 'f', 0);
        if (line.points.size() == 2) {
            const core::Point by = line.points[1] - line.points[0];
            text += QString("   %1°").arg(std::atan2(-by.y, by.x) * 180 / M_PI, 0, 'f', 1);
        }
        return text;
    }
    QString operator()(const Circle &circle) const { return QString("r %1 px").arg(circle.radius, 0, 'f', 0); }
    QString operator()(const WholeSample &) const { return {}; }
    QString operator()(const core::Point &) const { return {}; }
    QString operator()(const Keypoints &) const { return {}; }
    QString operator()(const Mask &) const { return {}; }
    QString operator()(const TimeSpan &) const { return {}; }
    QString operator()(const TextSpan &) const { return {}; }
    QString operator()(const Track &) const { return {}; }

    static QString sides(double w, double h) { return QString("%1 × %2 px").arg(w, 0, 'f', 0).arg(h, 0, 'f', 0); }
};

}  // namespace

QString measureText(const Geometry &geometry)
{
    return std::visit(Measure{}, geometry);
}

void ImageCanvas::paintOnTop(QPainter &painter, AnnotationId id, Emphasis emphasis)
{
    const AnnotationPtr annotation = m_index.find(id);
    const auto rect = annotation ? bounds(annotation->geometry) : std::nullopt;
    if (!rect || !isShown(*annotation))
        return;
    m_painter.paint(painter, *annotation, view(), emphasis);
    const QPixmap tag = m_painter.tag(*annotation, devicePixelRatioF());
    const QPointF at = view().toScreen(core::Point{rect->left, rect->top});
    painter.drawPixmap((at + QPointF(-1, -tag.deviceIndependentSize().height() - 1)).toPoint(), tag);
}

void ImageCanvas::paintLive(QPainter &painter)
{
    constexpr qsizetype mostLive = 300;  // of a larger selection the first ones stand for all
    const std::vector<AnnotationId> hidden = m_gesture ? m_gesture->hides() : std::vector<AnnotationId>();
    QList<AnnotationId> chosen = m_selection;
    if (m_gesture && m_gesture->band())
        if (const auto banded = m_gesture->selection())
            chosen = QList<AnnotationId>(banded->begin(), banded->end());
    for (const AnnotationId id : chosen.first(std::min(mostLive, chosen.size())))
        if (std::ranges::find(hidden, id) == hidden.end())
            paintOnTop(painter, id, Emphasis::Selected);
    if (m_hovered && !chosen.contains(m_hovered))
        paintOnTop(painter, m_hovered, Emphasis::Hovered);
    if (isSelecting() && chosen.size() == 1 && hidden.empty())
        if (const AnnotationPtr only = m_index.find(chosen[0]); only && isGrabbable(*only) && isShown(*only))
            m_painter.paintHandles(painter, *only, view());
}

void ImageCanvas::paintGesture(QPainter &painter)
{
    const std::vector<Annotation> drafts = m_gesture->preview();
    for (const Annotation &draft : drafts)
        m_painter.paint(painter, draft, view(), m_gesture->erases() ? Emphasis::Taken : Emphasis::Draft);
    if (drafts.size() == 1) {
        const bool traced = m_toolId == "scissors" || m_toolId == "lasso";  // a point at each pixel or two
        const bool vertices = !traced && !std::holds_alternative<Box>(drafts[0].geometry)
                              && !std::holds_alternative<Mask>(drafts[0].geometry);
        if (vertices || isSelecting())
            m_painter.paintHandles(painter, drafts[0], view());
        paintReadout(painter, measureText(drafts[0].geometry));
    }
    if (const auto band = m_gesture->band()) {
        QColor fill = accentColor();
        painter.setPen(QPen(fill, 1));
        fill.setAlpha(40);
        painter.setBrush(fill);
        painter.drawRect(view().toScreen(*band));
    }
}

void ImageCanvas::paintCrossHair(QPainter &painter) const
{
    const QPointF at = view().toScreen(m_pointer->at);
    const double x = std::floor(at.x()) + 0.5, y = std::floor(at.y()) + 0.5;
    const QLineF lines[] = {{x, 0, x, double(height())}, {0, y, double(width()), y}};
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(QColor(0, 0, 0, 150), 1));
    painter.drawLines(lines, 2);
    QPen light(QColor(255, 255, 255, 220), 1);
    light.setDashPattern({4, 4});
    painter.setPen(light);
    painter.drawLines(lines, 2);
}

void ImageCanvas::paintReadout(QPainter &painter, const QString &text) const
{
    if (text.isEmpty() || !m_pointer)
        return;
    QFont small = font();
    small.setPixelSize(12);
    painter.setFont(small);
    const QSizeF size = QFontMetricsF(small).size(Qt::TextSingleLine, text) + QSizeF(14, 8);
    QPointF at = view().toScreen(m_pointer->at) + QPointF(16, 16);
    at.setX(std::min(at.x(), width() - size.width() - 4));
    at.setY(std::min(at.y(), height() - size.height() - 4));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 22, 26, 215));
    painter.drawRoundedRect(QRectF(at, size), 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(QRectF(at, size), Qt::AlignCenter, text);
}

}  // namespace widgets
