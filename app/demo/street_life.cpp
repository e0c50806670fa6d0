// People, bicycles, trees and lights.
#include "app/demo/street_objects.h"
#include <cmath>

namespace app::demo {

namespace {

void limb(QPainter &painter, QPointF a, QPointF b, QPointF c, double width, const QColor &color)
{
    QPainterPath path(a);
    path.lineTo(b);
    path.lineTo(c);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
}

const std::vector<QColor> skins{{236, 198, 168}, {222, 178, 140}, {190, 140, 104}, {120, 82, 60}};
const std::vector<QColor> hairs{{34, 26, 22}, {70, 46, 30}, {20, 20, 24}, {150, 110, 64}, {170, 166, 160}};
const std::vector<QColor> coats{{196, 62, 54},   {52, 92, 160}, {236, 190, 70}, {70, 120, 86},
                                {238, 236, 228}, {92, 70, 120}, {44, 48, 56},   {222, 140, 150}};
const std::vector<QColor> trousers{{40, 50, 78}, {62, 60, 60}, {120, 100, 80}, {28, 28, 32}};

void head(QPainter &painter, const Mood &mood, Dice &dice, QPointF at)
{
    const QColor skin = lit(dice.pick(skins), mood.light), hair = lit(dice.pick(hairs), mood.light);
    painter.setPen(Qt::NoPen);
    painter.setBrush(hair);
    painter.drawEllipse(at + QPointF(0, -0.025), 0.128, 0.14);
    ball(painter, at + QPointF(0.015, 0.012), 0.105, 0.122, skin, mood.sun, 0.6);
    painter.setBrush(hair);
    painter.setPen(Qt::NoPen);
    painter.drawChord(QRectF(at.x() - 0.125, at.y() - 0.165, 0.25, 0.26), 0, 180 * 16);
}

void bicycleFrame(QPainter &painter, const Mood &mood, const QColor &color)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(24, 24, 26), 0.045));
    painter.drawEllipse(QPointF(-0.55, -0.34), 0.32, 0.32);
    painter.drawEllipse(QPointF(0.55, -0.34), 0.32, 0.32);
    painter.setPen(QPen(QColor(120, 120, 126, 150), 0.01));
    for (int i = 0; i < 8; ++i) {
        const QPointF spoke(std::cos(i * M_PI / 8) * 0.31, std::sin(i * M_PI / 8) * 0.31);
        for (const QPointF hub : {QPointF(-0.55, -0.34), QPointF(0.55, -0.34)})
            painter.drawLine(hub - spoke, hub + spoke);
    }
    painter.setPen(QPen(lit(color, mood.light), 0.05, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({{-0.55, -0.34}, {-0.05, -0.32}, {-0.2, -0.8}, {-0.55, -0.34}}));
    painter.drawPolyline(QPolygonF({{-0.05, -0.32}, {0.42, -0.78}, {-0.18, -0.78}}));
    painter.drawPolyline(QPolygonF({{0.55, -0.34}, {0.4, -0.95}, {0.52, -1.0}}));
}

}  // namespace

QRectF paintPedestrian(QPainter &painter, const Mood &mood, Dice &dice)
{
    const double stride = dice.between(0.05, 0.24), side = dice.chance(0.5) ? 1 : -1;
    const QColor coat = lit(dice.pick(coats), mood.light), legs = lit(dice.pick(trousers), mood.light);
    softSpot(painter, {0, 0.01}, 0.42, 0.1, QColor(0, 0, 0, 150));
    limb(painter, {-0.03, -0.86}, {side * stride * 0.7, -0.46}, {side * stride * 0.7 - 0.06, -0.05}, 0.15,
         legs.darker(120));
    limb(painter, {0.03, -0.86}, {-side * stride * 0.6, -0.46}, {-side * stride - 0.02, -0.05}, 0.15, legs);
    limb(painter, {-0.17, -1.34}, {-0.25, -1.08}, {-0.22 + stride * 0.5, -0.86}, 0.1, coat.darker(125));
    QPainterPath torso;
    torso.moveTo(-0.2, -1.42);
    torso.cubicTo(-0.1, -1.5, 0.1, -1.5, 0.2, -1.42);
    torso.cubicTo(0.25, -1.2, 0.2, -0.95, 0.21, -0.78);
    torso.lineTo(-0.21, -0.78);
    torso.cubicTo(-0.2, -0.95, -0.25, -1.2, -0.2, -1.42);
    QLinearGradient cloth(-0.25, 0, 0.25, 0);
    cloth.setColorAt(0, mixed(coat, Qt::white, mood.sun.x() < 0 ? 0.16 : 0));
    cloth.setColorAt(1, mixed(coat, Qt::black, mood.sun.x() < 0 ? 0.3 : 0.02));
    painter.setPen(Qt::NoPen);
    painter.setBrush(cloth);
    painter.drawPath(torso);
    limb(painter, {0.17, -1.34}, {0.26, -1.08}, {0.22 - stride * 0.6, -0.86}, 0.1, coat);
    if (dice.chance(0.4)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(lit(dice.pick(coats), mood.light).darker(115));
        painter.drawRoundedRect(QRectF(side * 0.26 - 0.1, -0.95, 0.2, 0.26), 0.04, 0.04);
    }
    head(painter, mood, dice, {0, -1.6});
    return QRectF(-0.33, -1.77, 0.66, 1.77);
}

QRectF paintBicycle(QPainter &painter, const Mood &mood, Dice &dice, Facing facing)
{
    softSpot(painter, {0, 0.01}, 0.95, 0.12, QColor(0, 0, 0, 150));
    painter.save();
    if (facing == Facing::Left)
        painter.scale(-1, 1);
    const QColor coat = lit(dice.pick(coats), mood.light), legs = lit(dice.pick(trousers), mood.light);
    bicycleFrame(painter, mood, dice.pick(coats));
    limb(painter, {-0.2, -0.92}, {0.16, -0.66}, {-0.04, -0.2}, 0.13, legs);
    limb(painter, {-0.18, -0.95}, {0.05, -1.3}, {0.08, -1.38}, 0.27, coat);
    limb(painter, {0.08, -1.34}, {0.26, -1.12}, {0.5, -1.02}, 0.09, coat.lighter(112));
    head(painter, mood, dice, {0.14, -1.6});
    painter.restore();
    return QRectF(-0.89, -1.77, 1.78, 1.77);
}

QRectF paintTree(QPainter &painter, const Mood &mood, Dice &dice)
{
    const double height = dice.between(4.6, 6.6), width = dice.between(1.5, 2.1);
    const QColor trunk = lit({96, 72, 54}, mood.light);
    const std::vector<QColor> greens{{86, 134, 62}, {68, 118, 66}, {112, 146, 58}, {206, 150, 60}, {58, 106, 74}};
    const QColor green = lit(dice.pick(greens), mood.light);
    softSpot(painter, {0, 0.03}, 1.5, 0.22, QColor(0, 0, 0, 120));
    limb(painter, {0, 0}, {0.05, -1.2}, {-0.03, -2.6}, 0.26, trunk);
    limb(painter, {0, -1.9}, {0.4, -2.5}, {0.6, -3}, 0.12, trunk);
    QRectF box(-0.13, -2.6, 0.26, 2.6);
    constexpr int clumps = 70;
    for (int i = 0; i < clumps; ++i) {  // big dark ones inside first, small bright ones over them
        const double turn = dice.between(0, 2 * M_PI), reach = std::sqrt(dice.between(0, 1));
        const double r = dice.between(0.75, 0.95) * (1 - 0.62 * i / clumps);
        const QPointF at(std::cos(turn) * reach * (width - 0.3),
                         -2.1 - height * 0.32 + std::sin(turn) * reach * height * 0.26);
        const double shade = 0.75 + 0.4 * (-at.y() - 2) / height;
        const QColor color = mixed(green.darker(130), mixed(green, mood.light, 0.12), double(i) / clumps);
        ball(painter, at, r, r * 0.85, color.lighter(int(100 * shade)), mood.sun, 0.75);
        box = box.united(QRectF(at.x() - r, at.y() - r * 0.85, 2 * r, 1.7 * r));
    }
    return box;
}

QRectF paintTrafficLight(QPainter &painter, const Mood &mood, int phase)
{
    const QColor metal = lit({70, 74, 80}, mood.light);
    painter.setPen(QPen(metal, 0.16, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(0, 0), QPointF(0, -5.4));
    painter.setPen(QPen(metal, 0.12));
    painter.drawLine(QPointF(0, -5.3), QPointF(-2.2, -5.4));
    const QRectF head(-2.45, -5.9, 0.5, 1.3);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(26, 28, 30));
    painter.drawRoundedRect(head, 0.1, 0.1);
    const QColor colors[]{{240, 60, 50}, {250, 200, 60}, {70, 225, 130}};
    for (int i = 0; i < 3; ++i) {
        const QPointF at(head.center().x(), head.top() + 0.25 + i * 0.4);
        painter.setBrush(i == phase ? colors[i] : mixed(colors[i], Qt::black, 0.78));
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(at, 0.15, 0.15);
        if (i == phase)
            glow(painter, at, 0.5 + 0.7 * mood.lamps, withAlpha(colors[i], 0.85));
    }
    return head;
}

void paintLamp(QPainter &painter, const Mood &mood, double side)
{
    const QColor metal = lit({88, 92, 98}, mood.light);
    painter.setPen(QPen(metal, 0.12, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(0, 0), QPointF(0, -6.6));
    painter.drawLine(QPointF(0, -6.6), QPointF(side * 1.3, -6.85));
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(metal, QColor(255, 226, 160), mood.lamps));
    painter.drawRoundedRect(QRectF(side * 1.3 - 0.35, -6.95, 0.7, 0.14), 0.06, 0.06);
    if (mood.lamps > 0.1) {
        glow(painter, {side * 1.3, -6.8}, 2.6, QColor(255, 214, 140, int(170 * mood.lamps)));
        glow(painter, {side * 1.3, -6.8}, 0.6, QColor(255, 244, 214, int(255 * mood.lamps)));
    }
}

}  // namespace app::demo
