// What stands still on a street scene: sky, houses, road.
#pragma once
#include "app/demo/street_objects.h"

namespace app::demo {

// World in metres: X to the right, Y up, Z ahead; the eye is at (0, eyeHeight, 0).
struct Camera {
    double width, height;  // of the picture, pixels
    QPointF vanishing;
    double focal;  // pixels
    static constexpr double eyeHeight = 1.75;

    QPointF at(double x, double y, double z) const
    {
        return {vanishing.x() + focal * x / z, vanishing.y() + focal * (eyeHeight - y) / z};
    }
    double scale(double z) const { return focal / z; }  // pixels per metre
};

struct Crossing {
    double near = 0, far = 0;  // the cross street lies between these depths; 0, 0: none
};

void paintSky(QPainter &painter, const Camera &camera, const Mood &mood, bool stars, Dice &dice);
void paintRoad(QPainter &painter, const Camera &camera, const Mood &mood, const Crossing &crossing, Dice &dice);
void paintHouses(QPainter &painter, const Camera &camera, const Mood &mood, const Crossing &crossing, Dice &dice);

inline constexpr double kerbX = 6.2, housesX = 10.5;  // half widths of the road and of the street

}  // namespace app::demo
