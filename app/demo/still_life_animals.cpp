#include "app/demo/still_life_subjects.h"
#include <cmath>

namespace app::demo {

namespace {

struct Coat {
    QColor fur, belly, stripes;
    bool striped;
};

void shadow(QPainter &painter, const TableLight &light, double width)
{
    softSpot(painter, {-light.from.x() * width * 0.5, 0.01}, width, width * 0.16, QColor(20, 10, 5, 150));
    softSpot(painter, {0, 0}, width * 0.6, width * 0.08, QColor(10, 5, 0, 170));
}

// Short strokes along the outline make fur of a flat shape.
void fur(QPainter &painter, QPointF center, double rx, double ry, const QColor &color, Dice &dice)
{
    for (int i = 0; i < 220; ++i) {
        const double turn = dice.between(0, 2 * M_PI), reach = std::sqrt(dice.between(0, 1));
        const QPointF way(std::cos(turn), std::sin(turn));
        const QPointF at = center + QPointF(way.x() * rx, way.y() * ry) * reach;
        const QColor hair = dice.chance(0.5) ? color.lighter(122) : color.darker(118);
        painter.setPen(QPen(withAlpha(hair, 0.35), 0.007, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(at, at + QPointF(way.x() * 0.03, 0.05));
    }
}

void ear(QPainter &painter, QPointF base, QPointF tip, double width, const QColor &outside, const QColor &inside)
{
    const QPointF along = tip - base;
    const QPointF across(-along.y() * width, along.x() * width);
    for (const double size : {1.0, 0.62}) {
        QPainterPath path(base + across * size);
        path.quadTo(base + across * size * 0.9 + along * 0.75 * size, base + along * size);
        path.quadTo(base - across * size * 0.9 + along * 0.75 * size, base - across * size);
        painter.setPen(Qt::NoPen);
        painter.setBrush(size == 1.0 ? outside : inside);
        painter.drawPath(path);
    }
}

void eye(QPainter &painter, QPointF at, double size, const QColor &iris, bool slit)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(20, 16, 14));
    painter.drawEllipse(at, size * 1.12, size * 1.05);
    painter.setBrush(iris);
    painter.drawEllipse(at, size, size * 0.93);
    painter.setBrush(QColor(8, 8, 10));
    painter.drawEllipse(at, size * (slit ? 0.34 : 0.66), size * (slit ? 0.85 : 0.68));
    painter.setBrush(QColor(255, 255, 255, 230));
    painter.drawEllipse(at + QPointF(-size * 0.32, -size * 0.36), size * 0.24, size * 0.24);
}

void muzzle(QPainter &painter, QPointF at, const QColor &pale, const QColor &nose, double whiskers)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(pale);
    painter.drawEllipse(at + QPointF(-0.06, 0.03), 0.085, 0.065);
    painter.drawEllipse(at + QPointF(0.06, 0.03), 0.085, 0.065);
    painter.setBrush(nose);
    painter.drawEllipse(at + QPointF(0, -0.02), 0.032, 0.024);
    painter.setPen(QPen(QColor(60, 40, 40, 180), 0.009));
    painter.drawLine(at, at + QPointF(0, 0.05));
    painter.setPen(QPen(QColor(250, 250, 250, 170), 0.006));
    for (const double side : {-1.0, 1.0})
        for (int i = -1; i <= 1; ++i)
            painter.drawLine(at + QPointF(side * 0.08, 0.02 + i * 0.018),
                             at + QPointF(side * whiskers, i * 0.07 - 0.01));
}

void stripes(QPainter &painter, const Coat &coat)
{
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(withAlpha(coat.stripes, 0.7), 0.035, Qt::SolidLine, Qt::RoundCap));
    for (int i = 0; i < 4; ++i)
        for (const double side : {-1.0, 1.0}) {
            QPainterPath path(QPointF(side * 0.42, -0.3 - i * 0.13));
            path.quadTo(QPointF(side * 0.3, -0.36 - i * 0.13), QPointF(side * 0.22, -0.29 - i * 0.13));
            painter.drawPath(path);
        }
    for (const double x : {-0.09, 0.0, 0.09})
        painter.drawLine(QPointF(x, -1.33), QPointF(x * 0.8, -1.23));
}

}  // namespace

void paintCat(QPainter &painter, const TableLight &light, Dice &dice)
{
    static const std::vector<Coat> coats{{{214, 138, 66}, {246, 226, 196}, {160, 86, 34}, true},
                                         {{128, 130, 136}, {214, 214, 216}, {74, 76, 84}, true},
                                         {{46, 44, 48}, {66, 62, 66}, {30, 28, 32}, false},
                                         {{240, 236, 228}, {252, 250, 246}, {210, 200, 190}, false}};
    static const std::vector<QColor> irises{{150, 190, 80}, {226, 178, 60}, {96, 160, 200}};
    Coat coat = dice.pick(coats);
    for (QColor *color : {&coat.fur, &coat.belly, &coat.stripes})
        *color = lit(*color, light.tint);
    const double side = dice.chance(0.5) ? 1 : -1;
    painter.save();
    painter.scale(side, 1);
    const QPointF from(light.from.x() * side, light.from.y());
    shadow(painter, {light.tint, from}, 0.7);
    QPainterPath tail(QPointF(0.34, -0.08));
    tail.cubicTo(0.8, 0.04, 0.86, -0.3, 0.7, -0.52);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(coat.fur.darker(112), 0.13, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(tail);
    ball(painter, {0, -0.42}, 0.46, 0.46, coat.fur, from, 0.6);
    ball(painter, {0, -0.66}, 0.34, 0.4, coat.fur, from, 0.5);
    fur(painter, {0, -0.45}, 0.42, 0.44, coat.fur, dice);
    softSpot(painter, {0, -0.58}, 0.25, 0.36, withAlpha(coat.belly, 0.95));
    if (coat.striped)
        stripes(painter, coat);
    for (const double x : {-0.15, 0.15}) {
        ball(painter, {x, -0.22}, 0.1, 0.24, coat.fur, from, 0.45);
        ball(painter, {x, -0.04}, 0.12, 0.07, coat.belly, from, 0.35);
    }
    for (const double x : {-1.0, 1.0})
        ear(painter, {x * 0.2, -1.24}, {x * 0.3, -1.54}, 0.42, coat.fur.darker(110),
            lit(QColor(232, 170, 164), light.tint));
    ball(painter, {0, -1.1}, 0.37, 0.32, coat.fur, from, 0.55);
    fur(painter, {0, -1.1}, 0.34, 0.28, coat.fur, dice);
    if (coat.striped)
        stripes(painter, coat);
    const QColor iris = dice.pick(irises);
    eye(painter, {-0.145, -1.13}, 0.066, iris, true);
    eye(painter, {0.145, -1.13}, 0.066, iris, true);
    muzzle(painter, {0, -0.99}, coat.belly, lit(QColor(206, 120, 120), light.tint), 0.46);
    painter.restore();
}

void paintRabbit(QPainter &painter, const TableLight &light, Dice &dice)
{
    static const std::vector<Coat> coats{{{236, 230, 222}, {252, 250, 248}, {}, false},
                                         {{176, 140, 106}, {236, 222, 206}, {}, false},
                                         {{122, 116, 116}, {206, 202, 200}, {}, false}};
    const Coat coat = dice.pick(coats);
    const QColor color = lit(coat.fur, light.tint), belly = lit(coat.belly, light.tint);
    const QColor pink = lit(QColor(236, 184, 180), light.tint);
    shadow(painter, light, 0.7);
    ball(painter, {0.46, -0.2}, 0.13, 0.13, belly, light.from, 0.4);
    ball(painter, {0, -0.38}, 0.5, 0.4, color, light.from, 0.6);
    fur(painter, {0, -0.38}, 0.46, 0.36, color, dice);
    softSpot(painter, {-0.04, -0.34}, 0.26, 0.28, withAlpha(belly, 0.9));
    for (const double x : {-0.22, 0.2}) {
        ball(painter, {x, -0.07}, 0.2, 0.085, belly, light.from, 0.4);
        ball(painter, {x * 0.5, -0.2}, 0.085, 0.18, color, light.from, 0.4);
    }
    const double lean = dice.between(-0.12, 0.2);
    ear(painter, {-0.12, -0.98}, {-0.2 + lean * 0.5, -1.62}, 0.17, color.darker(108), pink);
    ear(painter, {0.12, -0.98}, {0.2 + lean, -1.6}, 0.17, color.darker(104), pink);
    ball(painter, {0, -0.84}, 0.31, 0.28, color, light.from, 0.5);
    fur(painter, {0, -0.84}, 0.28, 0.25, color, dice);
    softSpot(painter, {0, -0.74}, 0.2, 0.14, withAlpha(belly, 0.8));
    eye(painter, {-0.15, -0.88}, 0.056, QColor(70, 40, 30), false);
    eye(painter, {0.15, -0.88}, 0.056, QColor(70, 40, 30), false);
    muzzle(painter, {0, -0.74}, belly, pink.darker(112), 0.34);
}

}  // namespace app::demo
