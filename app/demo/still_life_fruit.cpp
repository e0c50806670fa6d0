#include "app/demo/still_life_subjects.h"
#include <cmath>

namespace app::demo {

namespace {

void fruitShadow(QPainter &painter, const TableLight &light, double width)
{
    softSpot(painter, {-light.from.x() * width * 0.4, 0.01}, width * 0.85, width * 0.16, QColor(20, 10, 5, 150));
    softSpot(painter, {0, 0}, width * 0.5, width * 0.09, QColor(10, 5, 0, 190));
}

void highlight(QPainter &painter, const TableLight &light, QPointF center, double radius)
{
    softSpot(painter, center + light.from * radius * 0.45, radius * 0.3, radius * 0.2, QColor(255, 255, 255, 150));
}

void leaf(QPainter &painter, const TableLight &light, QPointF from, QPointF to)
{
    const QPointF along = to - from, across(-along.y() * 0.35, along.x() * 0.35), middle = (from + to) / 2;
    QPainterPath path(from);
    path.quadTo(middle + across, to);
    path.quadTo(middle - across, from);
    QLinearGradient green(middle + across, middle - across);
    green.setColorAt(0, lit(QColor(128, 172, 76), light.tint));
    green.setColorAt(1, lit(QColor(52, 104, 46), light.tint));
    painter.setPen(Qt::NoPen);
    painter.setBrush(green);
    painter.drawPath(path);
    painter.setPen(QPen(lit(QColor(176, 206, 130), light.tint), 0.008));
    painter.drawLine(from, to);
}

void apple(QPainter &painter, const TableLight &light, Dice &dice, const QColor &color)
{
    fruitShadow(painter, light, 0.55);
    QPainterPath body;
    body.moveTo(0, -0.86);
    body.cubicTo(0.22, -1.02, 0.56, -0.9, 0.54, -0.5);
    body.cubicTo(0.52, -0.18, 0.28, 0.02, 0.12, 0);
    body.cubicTo(0.05, -0.02, -0.05, -0.02, -0.12, 0);
    body.cubicTo(-0.28, 0.02, -0.52, -0.18, -0.54, -0.5);
    body.cubicTo(-0.56, -0.9, -0.22, -1.02, 0, -0.86);
    const QColor base = lit(color, light.tint);
    QRadialGradient skin(QPointF(0, -0.48), 0.78, QPointF(0, -0.48) + light.from * 0.32);
    skin.setColorAt(0, mixed(base, QColor(255, 236, 190), 0.5));
    skin.setColorAt(0.4, base);
    skin.setColorAt(1, mixed(base, QColor(40, 0, 20), 0.6));
    painter.setPen(Qt::NoPen);
    painter.setBrush(skin);
    painter.drawPath(body);
    painter.save();
    painter.setClipPath(body);
    for (int i = 0; i < 60; ++i) {
        const double x = dice.between(-0.5, 0.5), y = dice.between(-0.92, -0.1);
        painter.setPen(QPen(withAlpha(QColor(255, 226, 150), dice.between(0.05, 0.22)), 0.006));
        painter.drawLine(QPointF(x, y), QPointF(x * 1.04, y + dice.between(0.03, 0.1)));
    }
    softSpot(painter, {0, -0.88}, 0.2, 0.07, QColor(40, 20, 0, 150));
    painter.restore();
    highlight(painter, light, {0, -0.5}, 0.52);
    painter.setPen(QPen(lit(QColor(92, 62, 36), light.tint), 0.045, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(0, -0.84), QPointF(0.06, -1.08));
    if (dice.chance(0.6))
        leaf(painter, light, {0.04, -0.98}, {dice.between(0.24, 0.36), dice.between(-1.16, -1.02)});
}

void banana(QPainter &painter, const TableLight &light, double turn, const QColor &color)
{
    painter.save();
    painter.rotate(turn);
    QPainterPath body(QPointF(-0.92, -0.52));
    body.cubicTo(-0.66, -0.02, 0.5, 0.1, 0.86, -0.56);
    body.lineTo(0.94, -0.62);
    body.lineTo(0.82, -0.68);
    body.cubicTo(0.42, -0.2, -0.4, -0.26, -0.78, -0.6);
    body.closeSubpath();
    const QColor base = lit(color, light.tint);
    QLinearGradient skin(0, -0.5, 0, 0);
    skin.setColorAt(0, mixed(base, Qt::white, 0.3));
    skin.setColorAt(0.45, base);
    skin.setColorAt(1, mixed(base, QColor(90, 50, 0), 0.55));
    painter.setPen(Qt::NoPen);
    painter.setBrush(skin);
    painter.drawPath(body);
    painter.setPen(QPen(withAlpha(lit(QColor(150, 104, 20), light.tint), 0.5), 0.012));
    painter.setBrush(Qt::NoBrush);
    QPainterPath ridge(QPointF(-0.86, -0.55));
    ridge.cubicTo(-0.5, -0.12, 0.45, -0.06, 0.88, -0.6);
    painter.drawPath(ridge);
    painter.setPen(QPen(lit(QColor(88, 66, 30), light.tint), 0.07, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(-0.88, -0.56), QPointF(-0.96, -0.7));
    painter.drawPoint(QPointF(0.88, -0.63));
    painter.restore();
}

}  // namespace

void paintApple(QPainter &painter, const TableLight &light, Dice &dice)
{
    static const std::vector<QColor> colors{
        {196, 40, 36}, {172, 24, 44}, {142, 178, 58}, {220, 96, 44}, {226, 190, 84}};
    const int count = 1 + dice.below(3);
    const QColor color = dice.pick(colors);
    for (int i = 0; i < count; ++i) {
        painter.save();
        painter.translate(count == 1 ? 0 : (i - (count - 1) / 2.0) * 1.05, i % 2 * 0.14);
        const double size = dice.between(0.85, 1);
        painter.scale(size, size);
        apple(painter, light, dice, i == 1 ? dice.pick(colors) : color);
        painter.restore();
    }
}

void paintBananas(QPainter &painter, const TableLight &light, Dice &dice)
{
    static const std::vector<QColor> colors{{244, 208, 72}, {236, 190, 54}, {206, 200, 84}};
    const QColor color = dice.pick(colors);
    fruitShadow(painter, light, 0.95);
    const int count = 1 + dice.below(4);
    for (int i = count; i-- > 0;) {
        painter.save();
        painter.translate(i * 0.05, -0.11 * i);
        banana(painter, light, -5.0 * i, mixed(color, QColor(120, 90, 20), 0.07 * i));
        painter.restore();
    }
}

void paintOrange(QPainter &painter, const TableLight &light, Dice &dice)
{
    const int count = 1 + dice.below(3);
    for (int i = 0; i < count; ++i) {
        painter.save();
        painter.translate((i - (count - 1) / 2.0) * 0.98, i % 2 * 0.12);
        fruitShadow(painter, light, 0.52);
        const QColor color = lit(mixed(QColor(240, 138, 28), QColor(232, 110, 20), dice.between(0, 1)), light.tint);
        ball(painter, {0, -0.48}, 0.5, 0.48, color, light.from);
        for (int k = 0; k < 160; ++k) {
            const double turn = dice.between(0, 2 * M_PI), reach = std::sqrt(dice.between(0, 1)) * 0.46;
            painter.setPen(Qt::NoPen);
            painter.setBrush(withAlpha(dice.chance(0.5) ? QColor(120, 50, 0) : QColor(255, 220, 150), 0.16));
            painter.drawEllipse(QPointF(std::cos(turn) * reach, -0.48 + std::sin(turn) * reach), 0.008, 0.008);
        }
        highlight(painter, light, {0, -0.48}, 0.48);
        painter.setPen(Qt::NoPen);
        painter.setBrush(lit(QColor(88, 122, 58), light.tint));
        painter.drawEllipse(QPointF(0.04, -0.92), 0.05, 0.024);
        if (dice.chance(0.5))
            leaf(painter, light, {0.05, -0.93}, {0.32, -1.02});
        painter.restore();
    }
}

void paintGrapes(QPainter &painter, const TableLight &light, Dice &dice)
{
    static const std::vector<QColor> colors{{92, 44, 112}, {60, 34, 88}, {156, 184, 84}, {126, 40, 66}};
    const QColor color = lit(dice.pick(colors), light.tint);
    fruitShadow(painter, light, 0.85);
    for (int row = 4; row >= 0; --row)
        for (int i = 0; i <= 4 - row / 2; ++i) {
            const double x = (i - (4 - row / 2) / 2.0) * 0.27 + dice.between(-0.03, 0.03) + (row % 2) * 0.06;
            const QPointF at(x * (1.2 - row * 0.07), -0.16 - row * 0.18 + dice.between(-0.02, 0.02));
            ball(painter, at, 0.165, 0.165, mixed(color, QColor(180, 180, 220), dice.between(0, 0.16)), light.from);
            softSpot(painter, at + light.from * 0.07, 0.05, 0.04, QColor(255, 255, 255, 150));
        }
    painter.setPen(QPen(lit(QColor(116, 92, 52), light.tint), 0.05, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(0, -0.95), QPointF(0.1, -1.22));
    leaf(painter, light, {0.04, -1.05}, {0.5, -1.12});
    leaf(painter, light, {0.02, -1.02}, {-0.36, -1.16});
}

}  // namespace app::demo
