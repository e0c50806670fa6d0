#include "app/demo/paint_kit.h"
#include <algorithm>
#include <cmath>

namespace app::demo {

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const float s = float(std::clamp(share, 0.0, 1.0));
    const auto mix = [s](float x, float y) { return x + (y - x) * s; };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()),
                            mix(a.alphaF(), b.alphaF()));
}

QColor lit(const QColor &color, const QColor &light)
{
    return QColor::fromRgbF(color.redF() * light.redF(), color.greenF() * light.greenF(), color.blueF() * light.blueF(),
                            color.alphaF());
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(std::clamp(alpha, 0.0, 1.0)));
    return color;
}

void softSpot(QPainter &painter, QPointF center, double rx, double ry, const QColor &color)
{
    painter.save();
    painter.translate(center);
    painter.scale(rx, ry);
    QRadialGradient gradient(QPointF(0, 0), 1);
    gradient.setColorAt(0, color);
    gradient.setColorAt(0.3, withAlpha(color, color.alphaF() * 0.62));
    gradient.setColorAt(0.6, withAlpha(color, color.alphaF() * 0.2));
    gradient.setColorAt(1, withAlpha(color, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawRect(QRectF(-1, -1, 2, 2));
    painter.restore();
}

void glow(QPainter &painter, QPointF center, double radius, const QColor &color)
{
    painter.save();
    painter.setCompositionMode(QPainter::CompositionMode_Screen);
    softSpot(painter, center, radius, radius, color);
    painter.restore();
}

void ball(QPainter &painter, QPointF center, double rx, double ry, const QColor &color, QPointF light, double contrast)
{
    painter.save();
    painter.translate(center);
    painter.scale(rx, ry);
    QRadialGradient gradient(QPointF(0, 0), 1.25, light * 0.5);
    gradient.setColorAt(0, mixed(color, QColor(255, 250, 230, color.alpha()), 0.38 * contrast));
    gradient.setColorAt(0.35, color);
    gradient.setColorAt(1, mixed(color, QColor(20, 15, 40, color.alpha()), 0.62 * contrast));
    painter.setPen(Qt::NoPen);
    painter.setBrush(gradient);
    painter.drawEllipse(QPointF(0, 0), 1, 1);
    painter.restore();
}

void fillQuad(QPainter &painter, QPointF a, QPointF b, QPointF c, QPointF d, const QBrush &brush)
{
    const QPointF points[]{a, b, c, d};
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawConvexPolygon(points, 4);
}

void finish(QImage &image, Dice &dice, double grain)
{
    const QSize size = image.size();
    const QImage soft = image.scaled(size * 0.62, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QImage tile(256, 256, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < tile.height(); ++y)
        for (int x = 0; x < tile.width(); ++x) {
            const int level = int(127 + grain * (dice.between(-1, 1) + dice.between(-1, 1)));
            tile.setPixel(x, y, qRgb(level, level, level));
        }
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setOpacity(0.35);
    painter.drawImage(QRect(QPoint(), size), soft);
    painter.setOpacity(1);
    painter.setCompositionMode(QPainter::CompositionMode_Overlay);
    painter.fillRect(image.rect(), QBrush(tile));
    painter.setCompositionMode(QPainter::CompositionMode_Multiply);
    QRadialGradient rim(QPointF(size.width() / 2.0, size.height() / 2.0), std::hypot(size.width(), size.height()) / 2);
    rim.setColorAt(0.55, Qt::white);
    rim.setColorAt(1, QColor(198, 194, 202));
    painter.fillRect(image.rect(), rim);
}

}  // namespace app::demo
