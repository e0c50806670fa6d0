// Cars and buses from behind, from the front and from the side.
#include "app/demo/street_objects.h"
#include <cmath>

namespace app::demo {

namespace {

QLinearGradient fromTop(double top, double bottom, const QColor &high, const QColor &low)
{
    QLinearGradient gradient(0, top, 0, bottom);
    gradient.setColorAt(0, high);
    gradient.setColorAt(1, low);
    return gradient;
}

QBrush paintwork(const Mood &mood, const QColor &color, double top, double bottom)
{
    const QColor base = lit(color, mood.light);
    QLinearGradient gradient(0, top, 0, bottom);
    gradient.setColorAt(0, mixed(base, mood.skyLow, 0.35));
    gradient.setColorAt(0.35, base);
    gradient.setColorAt(0.55, mixed(base, Qt::black, 0.12));
    gradient.setColorAt(1, mixed(base, Qt::black, 0.5));
    return gradient;
}

QBrush glass(const Mood &mood, double top, double bottom)
{
    return fromTop(top, bottom, mixed(mood.skyTop, QColor(20, 28, 38), 0.45),
                   mixed(mood.skyLow, QColor(14, 18, 26), 0.8));
}

void shadow(QPainter &painter, double width)
{
    softSpot(painter, {0, 0.02}, width * 0.62, 0.22, QColor(0, 0, 0, 190));
}

void wheel(QPainter &painter, QPointF center, double radius)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(18, 18, 20));
    painter.drawEllipse(center, radius, radius);
    painter.setBrush(QColor(150, 152, 158));
    painter.drawEllipse(center, radius * 0.6, radius * 0.6);
    painter.setBrush(QColor(60, 62, 68));
    for (int i = 0; i < 5; ++i) {
        const double turn = i * 2 * M_PI / 5;
        painter.drawEllipse(center + QPointF(std::cos(turn), std::sin(turn)) * radius * 0.36, radius * 0.12,
                            radius * 0.12);
    }
}

void lampPair(QPainter &painter, const Mood &mood, double x, double y, QSizeF size, bool front)
{
    const QColor color = front ? QColor(255, 250, 225) : QColor(225, 30, 28);
    painter.setPen(Qt::NoPen);
    for (const double side : {-1.0, 1.0}) {
        const QRectF lamp(side * x - size.width() / 2, y - size.height() / 2, size.width(), size.height());
        painter.setBrush(mixed(lit(color, mood.light), color, 0.35 + 0.65 * mood.lamps));
        painter.drawRoundedRect(lamp, 0.05, 0.05);
        if (mood.lamps > 0.2)
            glow(painter, lamp.center(), front ? 0.9 : 0.55, withAlpha(color, (front ? 0.85 : 0.7) * mood.lamps));
    }
}

QRectF carEnd(QPainter &painter, const Mood &mood, const CarLook &look, bool front)
{
    const double top = -look.height;
    shadow(painter, 1.9);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(16, 16, 18));
    painter.drawRoundedRect(QRectF(-0.86, -0.34, 0.26, 0.34), 0.06, 0.06);
    painter.drawRoundedRect(QRectF(0.6, -0.34, 0.26, 0.34), 0.06, 0.06);

    QPainterPath cabin;
    cabin.moveTo(-0.8, -0.86);
    cabin.cubicTo(-0.72, top + 0.2, -0.66, top, -0.46, top);
    cabin.lineTo(0.46, top);
    cabin.cubicTo(0.66, top, 0.72, top + 0.2, 0.8, -0.86);
    painter.setBrush(paintwork(mood, look.color, top, -0.7));
    painter.drawPath(cabin);
    QPainterPath window;
    window.moveTo(-0.68, -0.88);
    window.cubicTo(-0.62, top + 0.24, -0.58, top + 0.1, -0.44, top + 0.1);
    window.lineTo(0.44, top + 0.1);
    window.cubicTo(0.58, top + 0.1, 0.62, top + 0.24, 0.68, -0.88);
    painter.setBrush(glass(mood, top, -0.88));
    painter.drawPath(window);
    fillQuad(painter, {-0.4, -0.88}, {-0.12, top + 0.1}, {0.06, top + 0.1}, {-0.18, -0.88},
             withAlpha(mood.skyLow, 0.2));

    painter.setBrush(paintwork(mood, look.color, -0.98, -0.2));
    painter.drawRoundedRect(QRectF(-0.9, -0.96, 1.8, 0.76), 0.2, 0.16);
    painter.setBrush(QColor(22, 22, 25));
    painter.drawRoundedRect(QRectF(-0.84, -0.36, 1.68, 0.16), 0.06, 0.06);
    if (front)
        painter.drawRoundedRect(QRectF(-0.42, -0.72, 0.84, 0.17), 0.06, 0.06);
    painter.setBrush(mixed(lit(front ? QColor(40, 90, 190) : QColor(50, 100, 200), mood.light), Qt::white, 0.06));
    painter.drawRect(QRectF(-0.22, -0.5, 0.44, 0.12));
    lampPair(painter, mood, 0.72, -0.72, front ? QSizeF(0.28, 0.15) : QSizeF(0.26, 0.17), front);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(lit(look.color, mood.light), Qt::black, 0.3));
    painter.drawEllipse(QPointF(-0.9, -0.98), 0.09, 0.07);
    painter.drawEllipse(QPointF(0.9, -0.98), 0.09, 0.07);
    QRectF box(-0.97, top, 1.94, look.height);
    if (look.taxi) {
        const QRectF sign(-0.2, top - 0.14, 0.4, 0.14);
        painter.setBrush(mixed(lit(QColor(255, 225, 90), mood.light), QColor(255, 225, 90), mood.lamps));
        painter.drawRoundedRect(sign, 0.04, 0.04);
        box = box.united(sign);
    }
    return box;
}

QRectF carSide(QPainter &painter, const Mood &mood, const CarLook &look)
{
    const double top = -look.height, length = 4.4;
    softSpot(painter, {0, 0.02}, length * 0.58, 0.24, QColor(0, 0, 0, 190));
    QPainterPath body;
    body.moveTo(-2.15, -0.3);
    body.cubicTo(-2.25, -0.7, -2.2, -0.86, -1.95, -0.9);
    body.lineTo(-1.45, -0.95);
    body.cubicTo(-1.0, top + 0.05, -0.8, top, -0.4, top);
    body.lineTo(0.4, top);
    body.cubicTo(0.85, top, 1.0, -1.05, 1.3, -0.92);
    body.cubicTo(1.8, -0.86, 2.15, -0.82, 2.2, -0.45);
    body.lineTo(2.18, -0.28);
    body.closeSubpath();
    painter.setPen(Qt::NoPen);
    painter.setBrush(paintwork(mood, look.color, top, -0.25));
    painter.drawPath(body);
    QPainterPath windows;
    windows.moveTo(-1.2, -0.95);
    windows.cubicTo(-0.9, top + 0.12, -0.78, top + 0.1, -0.4, top + 0.1);
    windows.lineTo(0.36, top + 0.1);
    windows.cubicTo(0.7, top + 0.1, 0.85, -1.1, 1.08, -0.95);
    windows.closeSubpath();
    painter.setBrush(glass(mood, top, -0.95));
    painter.drawPath(windows);
    painter.setBrush(lit(look.color, mood.light).darker(125));
    painter.drawRect(QRectF(-0.06, top + 0.08, 0.09, look.height - 1.02));
    painter.setPen(QPen(QColor(0, 0, 0, 90), 0.025));
    painter.drawLine(QPointF(-0.02, -0.94), QPointF(-0.02, -0.38));
    painter.drawLine(QPointF(-1.15, -0.94), QPointF(-1.1, -0.5));
    painter.drawLine(QPointF(1.05, -0.92), QPointF(1.0, -0.4));
    wheel(painter, {-1.35, -0.33}, 0.33);
    wheel(painter, {1.38, -0.33}, 0.33);
    painter.setBrush(mixed(lit(QColor(255, 248, 220), mood.light), QColor(255, 248, 220), mood.lamps));
    painter.drawRoundedRect(QRectF(1.98, -0.72, 0.2, 0.14), 0.05, 0.05);
    painter.setBrush(mixed(lit(QColor(220, 30, 30), mood.light), QColor(240, 40, 36), mood.lamps));
    painter.drawRoundedRect(QRectF(-2.2, -0.78, 0.16, 0.16), 0.05, 0.05);
    if (mood.lamps > 0.2)
        glow(painter, {2.2, -0.64}, 1.3, QColor(255, 244, 210, int(200 * mood.lamps)));
    return QRectF(-2.22, top, 4.44, look.height);
}

QRectF busEnd(QPainter &painter, const Mood &mood, const QColor &color, bool front)
{
    shadow(painter, 2.7);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(16, 16, 18));
    painter.drawRect(QRectF(-1.15, -0.45, 0.35, 0.45));
    painter.drawRect(QRectF(0.8, -0.45, 0.35, 0.45));
    painter.setBrush(paintwork(mood, color, -3.1, -0.3));
    painter.drawRoundedRect(QRectF(-1.25, -3.1, 2.5, 2.8), 0.2, 0.2);
    painter.setBrush(glass(mood, -2.7, -1.3));
    painter.drawRoundedRect(QRectF(-1.1, front ? -2.65 : -2.5, 2.2, front ? 1.45 : 0.9), 0.14, 0.14);
    fillQuad(painter, {-0.6, -1.6}, {-0.2, -2.5}, {0.1, -2.5}, {-0.25, -1.6}, withAlpha(mood.skyLow, 0.18));
    painter.setBrush(QColor(25, 25, 28));
    painter.drawRoundedRect(QRectF(-0.75, -3.0, 1.5, 0.26), 0.06, 0.06);
    painter.setBrush(QColor(255, 170, 40));
    for (int i = 0; i < 6; ++i)
        painter.drawRect(QRectF(-0.6 + i * 0.2, -2.93, 0.12, 0.12));
    painter.setBrush(mixed(lit(color, mood.light), Qt::black, 0.45));
    painter.drawRect(QRectF(-1.25, -0.6, 2.5, 0.3));
    lampPair(painter, mood, 0.98, -0.78, {0.3, 0.2}, front);
    return QRectF(-1.25, -3.1, 2.5, 3.1);
}

QRectF busSide(QPainter &painter, const Mood &mood, const QColor &color)
{
    softSpot(painter, {0, 0.02}, 6.2, 0.3, QColor(0, 0, 0, 190));
    painter.setPen(Qt::NoPen);
    painter.setBrush(paintwork(mood, color, -3.1, -0.3));
    painter.drawRoundedRect(QRectF(-5.5, -3.1, 11, 2.75), 0.25, 0.25);
    painter.setBrush(mixed(lit(QColor(245, 245, 240), mood.light), color, 0.1));
    painter.drawRect(QRectF(-5.5, -1.25, 11, 0.22));
    const QBrush pane = mood.lamps > 0.5 ? QBrush(QColor(255, 236, 180)) : glass(mood, -2.7, -1.5);
    for (int i = 0; i < 8; ++i) {
        const bool door = i == 3 || i == 6;
        painter.setBrush(pane);
        painter.drawRoundedRect(QRectF(-5.25 + i * 1.32, -2.72, 1.18, door ? 2.25 : 1.25), 0.08, 0.08);
        painter.setBrush(withAlpha(Qt::white, 0.12));
        painter.drawRect(QRectF(-5.1 + i * 1.32, -2.66, 0.3, 1.1));
    }
    wheel(painter, {-3.6, -0.48}, 0.48);
    wheel(painter, {3.4, -0.48}, 0.48);
    painter.setBrush(mixed(lit(QColor(255, 248, 220), mood.light), QColor(255, 248, 220), mood.lamps));
    painter.drawRoundedRect(QRectF(5.3, -0.95, 0.2, 0.25), 0.05, 0.05);
    if (mood.lamps > 0.2)
        glow(painter, {5.5, -0.8}, 1.8, QColor(255, 244, 210, int(190 * mood.lamps)));
    return QRectF(-5.5, -3.1, 11, 3.1);
}

template <class Paint>
QRectF turned(QPainter &painter, Facing facing, Paint paint)
{
    if (facing != Facing::Left)
        return paint();
    painter.save();
    painter.scale(-1, 1);
    const QRectF box = paint();
    painter.restore();
    return QRectF(-box.right(), box.top(), box.width(), box.height());
}

}  // namespace

QRectF paintCar(QPainter &painter, const Mood &mood, const CarLook &look, Facing facing)
{
    if (facing == Facing::Away || facing == Facing::Towards)
        return carEnd(painter, mood, look, facing == Facing::Towards);
    return turned(painter, facing, [&] { return carSide(painter, mood, look); });
}

QRectF paintBus(QPainter &painter, const Mood &mood, const QColor &color, Facing facing)
{
    if (facing == Facing::Away || facing == Facing::Towards)
        return busEnd(painter, mood, color, facing == Facing::Towards);
    return turned(painter, facing, [&] { return busSide(painter, mood, color); });
}

}  // namespace app::demo
