// Fruit and animals, painted in units of about their own height: they stand on y = 0, up is negative.
#pragma once
#include "app/demo/paint_kit.h"

namespace app::demo {

struct TableLight {
    QColor tint;
    QPointF from{-0.6, -0.7};  // towards the light, length about 1
};

void paintApple(QPainter &painter, const TableLight &light, Dice &dice);
void paintBananas(QPainter &painter, const TableLight &light, Dice &dice);
void paintOrange(QPainter &painter, const TableLight &light, Dice &dice);
void paintGrapes(QPainter &painter, const TableLight &light, Dice &dice);
void paintCat(QPainter &painter, const TableLight &light, Dice &dice);
void paintRabbit(QPainter &painter, const TableLight &light, Dice &dice);

}  // namespace app::demo
