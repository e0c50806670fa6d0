#include "app/demo/still_life.h"
#include "app/demo/still_life_subjects.h"
#include <cmath>

namespace app::demo {

namespace {

struct Room {
    QColor wallHigh, wallLow, wood, tint;
    double daylight;  // 0: lamp light
};

const std::vector<Room> rooms{{{226, 220, 206}, {196, 186, 168}, {166, 112, 66}, {255, 246, 230}, 1},
                              {{150, 176, 178}, {116, 146, 150}, {198, 152, 104}, {246, 250, 255}, 1},
                              {{92, 60, 52}, {52, 34, 34}, {104, 62, 38}, {255, 200, 140}, 0.2},
                              {{210, 186, 170}, {178, 146, 130}, {92, 66, 52}, {255, 236, 214}, 0.7},
                              {{58, 70, 92}, {34, 42, 62}, {124, 96, 82}, {186, 200, 236}, 0.35},
                              {{198, 208, 176}, {150, 168, 132}, {214, 196, 168}, {250, 255, 240}, 1}};

void paintBokeh(QPainter &painter, QSizeF size, double horizon, const Room &room, Dice &dice)
{
    for (int i = 0; i < 26; ++i) {
        const double r = size.width() * dice.between(0.01, 0.045);
        const QColor color =
            QColor::fromHsvF(float(dice.between(0.07, room.daylight > 0.5 ? 0.36 : 0.16)), 0.45f, 1.0f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(withAlpha(color, dice.between(0.06, 0.2)));
        painter.drawEllipse(QPointF(dice.between(0, size.width()), dice.between(0, horizon)), r, r);
    }
}

void paintWindow(QPainter &painter, QSizeF size, double horizon, const Room &room, Dice &dice)
{
    const QRectF frame(size.width() * dice.between(0.05, 0.55), horizon * dice.between(0.06, 0.14),
                       size.width() * dice.between(0.26, 0.36), horizon * 0.68);
    QLinearGradient outside(frame.topLeft(), frame.bottomLeft());
    outside.setColorAt(0, mixed(QColor(40, 48, 84), QColor(176, 214, 246), room.daylight));
    outside.setColorAt(0.65, mixed(QColor(60, 66, 100), QColor(236, 246, 246), room.daylight));
    outside.setColorAt(1, mixed(QColor(24, 34, 40), QColor(140, 176, 112), room.daylight));
    painter.fillRect(frame, outside);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(lit(QColor(244, 240, 232), room.tint), size.width() * 0.012));
    painter.drawRect(frame);
    painter.drawLine(QPointF(frame.center().x(), frame.top()), QPointF(frame.center().x(), frame.bottom()));
    painter.drawLine(QPointF(frame.left(), frame.center().y()), QPointF(frame.right(), frame.center().y()));
    glow(painter, frame.center(), size.width() * 0.4, withAlpha(room.tint, 0.32 * room.daylight));
}

void paintTiles(QPainter &painter, QSizeF size, double horizon, const Room &room)
{
    const double side = size.width() * 0.07;
    painter.setPen(QPen(withAlpha(mixed(room.wallLow, Qt::black, 0.25), 0.5), size.width() * 0.0025));
    for (double x = 0; x < size.width(); x += side)
        painter.drawLine(QPointF(x, 0), QPointF(x, horizon));
    for (double y = horizon; y > 0; y -= side)
        painter.drawLine(QPointF(0, y), QPointF(size.width(), y));
}

void paintWall(QPainter &painter, QSizeF size, double horizon, const Room &room, Dice &dice)
{
    QLinearGradient wall(0, 0, size.width(), horizon);
    wall.setColorAt(0, room.wallHigh);
    wall.setColorAt(1, room.wallLow);
    painter.fillRect(QRectF({0, 0}, size), wall);
    switch (dice.below(3)) {
    case 0: paintWindow(painter, size, horizon, room, dice); break;
    case 1: paintTiles(painter, size, horizon, room); break;
    default: paintBokeh(painter, size, horizon, room, dice); break;
    }
    if (room.daylight < 0.5)
        glow(painter, {size.width() * dice.between(0.1, 0.9), horizon * 0.2}, size.width() * 0.5,
             withAlpha(room.tint, 0.5));
}

void paintTable(QPainter &painter, QSizeF size, double horizon, const Room &room, Dice &dice)
{
    const QColor wood = lit(room.wood, room.tint);
    QLinearGradient top(0, horizon, 0, size.height());
    top.setColorAt(0, mixed(wood, room.wallHigh, 0.35));
    top.setColorAt(0.3, wood);
    top.setColorAt(1, mixed(wood, Qt::black, 0.28));
    painter.fillRect(QRectF(0, horizon, size.width(), size.height() - horizon), top);
    const double middle = size.width() / 2, depth = size.height() - horizon;
    for (int i = 0; i < 130; ++i) {  // the grain runs towards the viewer
        const double x = dice.between(-1.4, 1.4), bend = dice.between(-0.02, 0.02);
        QPainterPath line(QPointF(middle + x * size.width() * 0.3, horizon));
        line.quadTo(QPointF(middle + (x + bend) * size.width() * 0.5, horizon + depth * 0.4),
                    QPointF(middle + x * size.width() * 0.85, size.height()));
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(withAlpha(dice.chance(0.5) ? wood.darker(150) : wood.lighter(125), dice.between(0.05, 0.2)),
                            size.width() * dice.between(0.0008, 0.003)));
        painter.drawPath(line);
    }
    for (int i = -5; i <= 5; ++i) {
        painter.setPen(QPen(withAlpha(wood.darker(190), 0.55), size.width() * 0.0022));
        painter.drawLine(QPointF(middle + i * size.width() * 0.13, horizon),
                         QPointF(middle + i * size.width() * 0.37, size.height()));
    }
    softSpot(painter, {middle, horizon}, size.width() * 0.8, depth * 0.1, QColor(0, 0, 0, 70));
}

void paintPlate(QPainter &painter, const TableLight &light)
{
    softSpot(painter, {0, 0.1}, 1.75, 0.34, QColor(10, 5, 0, 150));
    painter.setPen(Qt::NoPen);
    for (const auto &[size, shade] : {std::pair(1.0, 0.0), std::pair(0.94, 0.05), std::pair(0.68, 0.14)}) {
        QLinearGradient glaze(-1.4, 0, 1.4, 0);
        const QColor color = mixed(lit(QColor(246, 244, 238), light.tint), QColor(60, 60, 90), shade);
        glaze.setColorAt(0, light.from.x() < 0 ? color : color.darker(116));
        glaze.setColorAt(1, light.from.x() < 0 ? color.darker(116) : color);
        painter.setBrush(glaze);
        painter.drawEllipse(QPointF(0, 0.02), 1.5 * size, 0.3 * size);
    }
}

void paintSubject(QPainter &painter, int subject, const TableLight &light, Dice &dice)
{
    constexpr void (*paints[])(QPainter &, const TableLight &, Dice &){paintApple,  paintBananas, paintOrange,
                                                                       paintGrapes, paintCat,     paintRabbit};
    if (subject < 4 && dice.chance(0.55))
        paintPlate(painter, light);
    paints[subject](painter, light, dice);
}

}  // namespace

QImage paintStillLife(QSize pixels, int subject, std::uint32_t seed)
{
    Dice dice(seed);
    const Room &room = dice.pick(rooms);
    const QSizeF size(pixels);
    const double horizon = size.height() * dice.between(0.46, 0.62);
    const TableLight light{room.tint, {dice.chance(0.5) ? -0.65 : 0.65, -0.72}};
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintWall(painter, size, horizon, room, dice);
    paintTable(painter, size, horizon, room, dice);
    if (subject >= 0) {
        const double unit = std::min(size.width() * 0.28, size.height() * (subject < 4 ? 0.36 : 0.44));
        painter.translate(size.width() * dice.between(0.36, 0.64), size.height() * dice.between(0.78, 0.9));
        const double zoom = unit * dice.between(0.85, 1.1);
        painter.scale(zoom, zoom);
        paintSubject(painter, subject, light, dice);
    }
    painter.end();
    finish(image, dice, room.daylight < 0.5 ? 12 : 7);
    return image;
}

}  // namespace app::demo
