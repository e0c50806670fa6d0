#include "app/demo/street_backdrop.h"
#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

constexpr double nearest = 2.6, farthest = 160;

QColor hazed(const QColor &color, const Mood &mood, double z)
{
    return mixed(color, mood.haze, 1 - std::exp(-z / 95.0));
}

struct House {
    double side, front, back, height;
    QColor wall;
    double floorHeight, bay;
};

void paintCloud(QPainter &painter, const Mood &mood, QPointF at, double size, Dice &dice)
{
    const QColor color = mixed(mood.skyLow, Qt::white, 0.55 * (1 - mood.lamps));
    for (int i = 0; i < 9; ++i)
        softSpot(painter, at + QPointF(dice.between(-1, 1) * size, dice.between(-0.12, 0.12) * size),
                 size * dice.between(0.3, 0.6), size * dice.between(0.1, 0.2), withAlpha(color, 0.28));
}

void paintWindow(QPainter &painter, const Camera &camera, const House &house, const Mood &mood, QPointF low, Dice &dice,
                 double wide, double tall)
{
    const double x = house.side * housesX;
    const bool glows = dice.chance(0.42 * mood.lamps);
    const QColor warm = mixed(QColor(255, 214, 130), QColor(255, 240, 205), dice.between(0, 1));
    const QColor dark = mixed(mood.skyLow, QColor(30, 38, 50), dice.between(0.45, 0.8));
    const double z = low.x(), y = low.y();
    fillQuad(painter, camera.at(x, y, z), camera.at(x, y + tall, z), camera.at(x, y + tall, z + wide),
             camera.at(x, y, z + wide), hazed(glows ? warm : dark, mood, z * 0.8));
}

void paintShop(QPainter &painter, const Camera &camera, const House &house, const Mood &mood, Dice &dice)
{
    static const std::vector<QColor> cloths{
        {188, 64, 56}, {50, 110, 96}, {228, 178, 72}, {66, 84, 138}, {150, 84, 110}};
    const double x = house.side * housesX;
    for (double z = house.front + 0.5; z + 3.4 < house.back && z < 70; z += 4.2) {
        const QColor shown = mixed(QColor(60, 64, 70), QColor(255, 226, 168), 0.2 + 0.75 * mood.lamps);
        fillQuad(painter, camera.at(x, 0.4, z), camera.at(x, 2.7, z), camera.at(x, 2.7, z + 3.4),
                 camera.at(x, 0.4, z + 3.4), hazed(shown, mood, z));
        const QColor cloth = hazed(lit(dice.pick(cloths), mood.light), mood, z);
        const double out = x - house.side * 1.1;
        fillQuad(painter, camera.at(x, 3.4, z - 0.2), camera.at(x, 3.4, z + 3.6), camera.at(out, 2.75, z + 3.6),
                 camera.at(out, 2.75, z - 0.2), cloth);
        fillQuad(painter, camera.at(out, 2.75, z - 0.2), camera.at(out, 2.75, z + 3.6), camera.at(out, 2.5, z + 3.6),
                 camera.at(out, 2.5, z - 0.2), cloth.darker(118));
        if (mood.lamps > 0.3)
            glow(painter, camera.at(x - house.side * 1.5, 1.2, z + 1.7), camera.scale(z) * 2.6,
                 QColor(255, 208, 130, int(90 * mood.lamps)));
    }
}

void paintHouse(QPainter &painter, const Camera &camera, const House &house, const Mood &mood, Dice &dice)
{
    const double x = house.side * housesX, depth = x + house.side * 14;
    const bool sunny = house.side * mood.sun.x() < 0;  // the wall towards the sun
    const QColor wall = lit(house.wall, mood.light);
    const QColor face = mixed(wall, Qt::black, sunny ? 0.3 : 0.12), flank = mixed(wall, Qt::black, sunny ? 0 : 0.26);
    fillQuad(painter, camera.at(x, 0, house.front), camera.at(x, house.height, house.front),
             camera.at(depth, house.height, house.front), camera.at(depth, 0, house.front),
             hazed(face, mood, house.front));
    QLinearGradient away(camera.at(x, 0, house.front), camera.at(x, 0, house.back));
    away.setColorAt(0, hazed(flank, mood, house.front));
    away.setColorAt(1, hazed(flank, mood, house.back));
    fillQuad(painter, camera.at(x, 0, house.front), camera.at(x, house.height, house.front),
             camera.at(x, house.height, house.back), camera.at(x, 0, house.back), away);
    fillQuad(painter, camera.at(x - house.side * 0.3, house.height - 0.5, house.front),
             camera.at(x - house.side * 0.3, house.height, house.front),
             camera.at(x - house.side * 0.3, house.height, house.back),
             camera.at(x - house.side * 0.3, house.height - 0.5, house.back),
             hazed(flank.darker(115), mood, house.front));
    for (double y = 4.2; y + house.floorHeight < house.height; y += house.floorHeight)
        for (double z = house.front + 0.8; z + house.bay * 0.55 < house.back && z < 80; z += house.bay)
            paintWindow(painter, camera, house, mood, {z, y + 0.6}, dice, house.bay * 0.52, house.floorHeight * 0.56);
    paintShop(painter, camera, house, mood, dice);
}

// Far first, alternating sides do not matter: they never overlap.
std::vector<House> housesOf(double side, const Crossing &crossing, Dice &dice)
{
    static const std::vector<QColor> walls{{222, 206, 178}, {196, 130, 100}, {176, 178, 176}, {232, 226, 214},
                                           {152, 106, 86},  {190, 196, 204}, {214, 186, 138}, {130, 138, 146}};
    std::vector<House> houses;
    double z = nearest;
    while (z < farthest) {
        if (crossing.far > 0 && z >= crossing.near - 0.1 && z < crossing.far)
            z = crossing.far;
        double length = dice.between(11, 22);
        if (crossing.far > 0 && z < crossing.near)
            length = std::min(length, crossing.near - z);
        houses.push_back({side, z, z + length, dice.between(9, 26), dice.pick(walls), dice.between(2.9, 3.5),
                          dice.between(2.2, 3.2)});
        z += length + (dice.chance(0.2) ? 2.5 : 0);
    }
    std::ranges::reverse(houses);
    return houses;
}

void stripe(QPainter &painter, const Camera &camera, double x, double width, double from, double to,
            const QColor &color)
{
    fillQuad(painter, camera.at(x - width / 2, 0, from), camera.at(x + width / 2, 0, from),
             camera.at(x + width / 2, 0, to), camera.at(x - width / 2, 0, to), color);
}

void paintMarks(QPainter &painter, const Camera &camera, const Mood &mood, const Crossing &crossing)
{
    const QColor white = withAlpha(lit(QColor(236, 236, 230), mixed(mood.light, Qt::white, 0.3)), 0.85);
    const QColor yellow = withAlpha(lit(QColor(240, 190, 70), mixed(mood.light, Qt::white, 0.3)), 0.9);
    const auto clear = [&crossing](double z) {
        return crossing.far <= 0 || z < crossing.near - 4 || z > crossing.far + 4;
    };
    for (double z = nearest; z < 110; z += 2) {
        if (!clear(z) || !clear(z + 2))
            continue;
        stripe(painter, camera, -0.12, 0.1, z, z + 2, yellow);
        stripe(painter, camera, 0.12, 0.1, z, z + 2, yellow);
        if (int(z / 2) % 3 != 0)
            for (const double x : {-3.1, 3.1})
                stripe(painter, camera, x, 0.13, z, z + 2, white);
    }
    if (crossing.far <= 0)
        return;
    for (const double at : {crossing.near - 3.4, crossing.far + 0.6})
        for (double x = -kerbX + 0.5; x < kerbX - 0.2; x += 0.95)
            stripe(painter, camera, x, 0.5, at, at + 2.8, white);
}

}  // namespace

void paintSky(QPainter &painter, const Camera &camera, const Mood &mood, bool stars, Dice &dice)
{
    QLinearGradient sky(0, 0, 0, camera.vanishing.y() + camera.height * 0.03);
    sky.setColorAt(0, mood.skyTop);
    sky.setColorAt(0.75, mood.skyLow);
    sky.setColorAt(1, mood.haze);
    painter.fillRect(QRectF(0, 0, camera.width, camera.height), sky);
    if (stars)
        for (int i = 0; i < 160; ++i) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(withAlpha(Qt::white, dice.between(0.2, 0.8)));
            const double r = camera.width * dice.between(0.0003, 0.0009);
            painter.drawEllipse(QPointF(dice.between(0, camera.width), dice.between(0, camera.vanishing.y())), r, r);
        }
    const QPointF sun(camera.vanishing.x() + mood.sun.x() * camera.width * 0.4,
                      camera.vanishing.y() + mood.sun.y() * camera.height * 0.42);
    const QColor disc = stars ? QColor(232, 236, 246) : mixed(QColor(255, 246, 214), mood.skyLow, 0.15);
    glow(painter, sun, camera.width * (stars ? 0.12 : 0.45), withAlpha(disc, stars ? 0.35 : 0.75));
    glow(painter, sun, camera.width * (stars ? 0.022 : 0.045), withAlpha(disc, 1));
    for (int i = 0; i < 7; ++i)
        paintCloud(painter, mood, {dice.between(0, camera.width), dice.between(0.05, 0.8) * camera.vanishing.y()},
                   camera.width * dice.between(0.06, 0.16), dice);
    for (int layer = 0; layer < 2; ++layer) {
        const QColor far = mixed(mood.haze, lit(QColor(120, 130, 150), mood.light), 0.25 + 0.2 * layer);
        for (double x = 0; x < camera.width;) {
            const double w = camera.width * dice.between(0.02, 0.05);
            const double h = camera.height * dice.between(0.04, 0.17 - 0.05 * layer);
            painter.fillRect(QRectF(x, camera.vanishing.y() - h, w + 1, h + camera.height * 0.05), far);
            x += w;
        }
    }
}

void paintRoad(QPainter &painter, const Camera &camera, const Mood &mood, const Crossing &crossing, Dice &dice)
{
    const QColor asphalt = lit(QColor(98, 99, 104), mood.light), paving = lit(QColor(176, 168, 156), mood.light);
    const double top = camera.vanishing.y();
    const auto ground = [&](const QColor &color) {
        QLinearGradient gradient(0, top, 0, camera.height);
        gradient.setColorAt(0, mood.haze);
        gradient.setColorAt(0.18, mixed(color, mood.haze, 0.45));
        gradient.setColorAt(0.55, color);
        gradient.setColorAt(1, mixed(color, Qt::black, 0.18));
        return gradient;
    };
    painter.fillRect(QRectF(0, top, camera.width, camera.height - top), ground(paving));
    fillQuad(painter, camera.at(-kerbX, 0, nearest), camera.at(kerbX, 0, nearest), camera.at(kerbX, 0, 400),
             camera.at(-kerbX, 0, 400), ground(asphalt));
    for (const double side : {-1.0, 1.0})
        fillQuad(painter, camera.at(side * kerbX, 0, nearest), camera.at(side * (kerbX + 0.3), 0.12, nearest),
                 camera.at(side * (kerbX + 0.3), 0.12, 300), camera.at(side * kerbX, 0, 300),
                 ground(lit(QColor(206, 202, 194), mood.light)));
    if (crossing.far > 0)
        fillQuad(painter, camera.at(-90, 0, crossing.near), camera.at(90, 0, crossing.near),
                 camera.at(90, 0, crossing.far), camera.at(-90, 0, crossing.far), ground(asphalt));
    for (int i = 0; i < 14; ++i) {
        const double z = dice.between(4, 40);
        softSpot(painter, camera.at(dice.between(-kerbX, kerbX), 0, z), camera.scale(z) * dice.between(0.5, 2),
                 camera.scale(z) * dice.between(0.08, 0.3), QColor(0, 0, 0, 34));
    }
    paintMarks(painter, camera, mood, crossing);
    if (mood.lamps < 0.3 && std::abs(mood.sun.x()) > 0.2) {
        const double side = mood.sun.x() > 0 ? 1 : -1;  // the houses on the sun's side shade their half
        const double edge = side * kerbX * dice.between(0.05, 0.6);
        fillQuad(painter, camera.at(side * housesX, 0, nearest), camera.at(edge, 0, nearest), camera.at(edge, 0, 200),
                 camera.at(side * housesX, 0, 200), QColor(24, 26, 54, 90));
    }
}

void paintHouses(QPainter &painter, const Camera &camera, const Mood &mood, const Crossing &crossing, Dice &dice)
{
    for (const double side : {-1.0, 1.0})
        for (const House &house : housesOf(side, crossing, dice))
            paintHouse(painter, camera, house, mood, dice);
}

}  // namespace app::demo
