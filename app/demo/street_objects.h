// Things of the street, painted in metres: x to the right, the ground at y = 0, up is negative.
#pragma once
#include "app/demo/paint_kit.h"

namespace app::demo {

// What the hour does to colours.
struct Mood {
    QColor skyTop, skyLow, light, haze;
    double lamps = 0;  // 0: lights are off, 1: they are all there is
    QPointF sun{0.3, -0.6};
};

enum class Facing { Away, Towards, Left, Right };

struct CarLook {
    QColor color;
    QString colorName;  // an attribute value
    double height = 1.46;
    bool taxi = false;
};

// Each returns the box of what it painted.
QRectF paintCar(QPainter &painter, const Mood &mood, const CarLook &look, Facing facing);
QRectF paintBus(QPainter &painter, const Mood &mood, const QColor &color, Facing facing);
QRectF paintPedestrian(QPainter &painter, const Mood &mood, Dice &dice);
QRectF paintBicycle(QPainter &painter, const Mood &mood, Dice &dice, Facing facing);
QRectF paintTree(QPainter &painter, const Mood &mood, Dice &dice);
QRectF paintTrafficLight(QPainter &painter, const Mood &mood, int phase);  // the box of its head only
void paintLamp(QPainter &painter, const Mood &mood, double side);          // side: -1 or 1, where its arm points

}  // namespace app::demo
