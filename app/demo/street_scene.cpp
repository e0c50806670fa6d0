#include "app/demo/street_scene.h"
#include "app/demo/street_backdrop.h"
#include "core/masks.h"
#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace app::demo {

namespace {

struct Placed {
    const char *label = nullptr;  // null: scenery
    double x = 0, z = 0;
    QString color;
    std::function<QRectF(QPainter &)> paint;
};

Mood moodOf(Hour hour, Dice &dice)
{
    const double side = dice.chance(0.5) ? 1 : -1;
    switch (hour) {
    case Hour::Morning:
        return {{112, 158, 214}, {250, 222, 184}, {255, 240, 216}, {238, 220, 196}, 0, {side * 0.8, -0.5}};
    case Hour::Noon:
        return {{66, 134, 214}, {176, 212, 240}, {255, 254, 248}, {206, 222, 236}, 0, {side * 0.45, -1.05}};
    case Hour::Overcast:
        return {{150, 160, 172}, {206, 212, 216}, {206, 212, 220}, {206, 210, 214}, 0.05, {side * 0.1, -1.2}};
    case Hour::Dusk:
        return {{74, 70, 138}, {250, 150, 92}, {226, 160, 140}, {226, 150, 124}, 0.5, {side * 0.35, -0.12}};
    case Hour::Night: return {{10, 14, 34}, {36, 44, 84}, {104, 110, 158}, {30, 36, 66}, 1, {side * 0.7, -0.75}};
    }
    return {};
}

// Fills a street from a die: who stands where.
class Street {
public:
    Street(const Mood &mood, const Crossing &crossing, Dice &dice) : m_mood(mood), m_crossing(crossing), m_dice(dice) {}

    std::vector<Placed> populate()
    {
        furniture(true);
        traffic();
        people();
        if (m_crossing.far > 0)
            crossTraffic();
        return sorted();
    }
    std::vector<Placed> empty()
    {
        furniture(false);
        return sorted();
    }

private:
    bool inCrossing(double z, double margin) const
    {
        return m_crossing.far > 0 && z > m_crossing.near - margin && z < m_crossing.far + margin;
    }

    std::vector<Placed> sorted()
    {
        std::ranges::stable_sort(m_all, std::greater{}, &Placed::z);
        return std::move(m_all);
    }

    void add(const char *label, double x, double z, std::function<QRectF(QPainter &)> paint, QString color = {})
    {
        m_all.push_back({label, x, z, std::move(color), std::move(paint)});
    }

    std::uint32_t seed() { return std::uint32_t(m_dice.below(1 << 30)); }

    void furniture(bool labelled)
    {
        for (const double side : {-1.0, 1.0}) {
            for (double z = m_dice.between(8, 14); z < 70; z += m_dice.between(9, 14))
                if (labelled && !inCrossing(z, 1.5))
                    add("树", side * (kerbX + 1.5), z, [this, s = seed()](QPainter &p) {
                        Dice own(s);
                        return paintTree(p, m_mood, own);
                    });
            for (double z = m_dice.between(5, 16); z < 80; z += 18)
                if (!inCrossing(z, 0))
                    add(nullptr, side * (kerbX + 0.5), z, [this, side](QPainter &p) {
                        paintLamp(p, m_mood, -side);
                        return QRectF();
                    });
        }
        if (labelled && m_crossing.far > 0) {
            const int phase = m_dice.below(3);
            for (const double z : {m_crossing.near - 4, m_crossing.far + 1})
                add("traffic_light", kerbX + 0.4, z,
                    [this, phase](QPainter &p) { return paintTrafficLight(p, m_mood, phase); });
        }
    }

    CarLook look()
    {
        static const std::vector<std::pair<QColor, const char *>> paints{
            {{214, 216, 220}, "白"}, {{40, 42, 48}, "黑"},    {{190, 40, 40}, "红"},  {{44, 92, 170}, "蓝"},
            {{140, 146, 154}, "灰"}, {{226, 226, 222}, "白"}, {{232, 176, 48}, "黄"}, {{60, 116, 84}, "绿"}};
        const auto &[color, name] = m_dice.pick(paints);
        const bool taxi = m_dice.chance(0.15);
        return {taxi ? QColor(236, 182, 46) : color, taxi ? "黄" : name, m_dice.between(1.42, 1.74), taxi};
    }

    void vehicle(double x, double z, Facing facing)
    {
        static const std::vector<QColor> liveries{{196, 60, 56}, {56, 130, 96}, {232, 228, 220}, {60, 100, 176}};
        if (m_dice.chance(0.16)) {
            const QColor livery = m_dice.pick(liveries);
            add("公交车", x, z, [this, livery, facing](QPainter &p) { return paintBus(p, m_mood, livery, facing); });
            return;
        }
        const CarLook car = look();
        add(
            "汽车", x, z, [this, car, facing](QPainter &p) { return paintCar(p, m_mood, car, facing); }, car.colorName);
    }

    void traffic()
    {
        for (const double lane : {-4.65, -1.6, 1.6, 4.65})
            for (double z = m_dice.between(6, 15); z < 75; z += m_dice.between(7, 24))
                if (!inCrossing(z, 2) && !(std::abs(lane) < 2 && z < 7.5))
                    vehicle(lane + m_dice.between(-0.25, 0.25), z, lane > 0 ? Facing::Away : Facing::Towards);
    }

    void people()
    {
        for (int i = 4 + m_dice.below(7); i > 0; --i) {
            const bool crosses = m_crossing.far > 0 && m_dice.chance(0.4);
            const double z = crosses ? m_crossing.near - m_dice.between(1, 3) : m_dice.between(6, 34);
            const double x = crosses ? m_dice.between(-5, 5) : (m_dice.chance(0.5) ? 1 : -1) * m_dice.between(7, 9.8);
            add("行人", x, z, [this, s = seed()](QPainter &p) {
                Dice own(s);
                return paintPedestrian(p, m_mood, own);
            });
        }
        for (int i = m_dice.below(3); i > 0; --i) {
            const double z = m_crossing.far > 0 ? m_crossing.near + m_dice.between(0.4, 1.2) : m_dice.between(8, 16);
            const Facing facing = m_dice.chance(0.5) ? Facing::Left : Facing::Right;
            add("bicycle", m_dice.between(-6, 6), z, [this, facing, s = seed()](QPainter &p) {
                Dice own(s);
                return paintBicycle(p, m_mood, own, facing);
            });
        }
    }

    void crossTraffic()
    {
        const double near = m_crossing.near + 2.2, far = m_crossing.far - 1.6;
        for (const double z : {far, near})
            for (double x = m_dice.between(-16, -4); x < 16; x += m_dice.between(8, 20))
                if (m_dice.chance(0.6))
                    vehicle(x, z, z == near ? Facing::Right : Facing::Left);
    }

    const Mood &m_mood;
    const Crossing &m_crossing;
    Dice &m_dice;
    std::vector<Placed> m_all;
};

QRectF paintPlaced(QPainter &painter, const Camera &camera, const Placed &thing)
{
    const QPointF foot = camera.at(thing.x, 0, thing.z);
    const double scale = camera.scale(thing.z);
    painter.save();
    painter.translate(foot);
    painter.scale(scale, scale);
    const QRectF box = thing.paint(painter);
    painter.restore();
    return {foot + box.topLeft() * scale, box.size() * scale};
}

constexpr int opaque = 208;  // shadows and glows are fainter

// The solid pixels of a thing: painted once more, on nothing.
core::MaskRuns pixelsOf(const Camera &camera, const Placed &thing, const QRectF &box)
{
    const double scale = camera.scale(thing.z);
    const QPointF foot = camera.at(thing.x, 0, thing.z);
    const QRectF scenery(foot.x() - 3 * scale, foot.y() - 9 * scale, 6 * scale, 9.2 * scale);
    const QRect area = (box.isEmpty() ? scenery : box.adjusted(-2, -2, 2, 2))
                           .toAlignedRect()
                           .intersected(QRect(0, 0, int(camera.width), int(camera.height)));
    core::MaskBuilder builder;
    if (area.isEmpty())
        return builder.take();
    QImage layer(area.size(), QImage::Format_ARGB32_Premultiplied);
    layer.fill(Qt::transparent);
    QPainter painter(&layer);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-area.topLeft());
    paintPlaced(painter, camera, thing);
    painter.end();
    for (int y = 0; y < area.height(); ++y) {
        const auto *row = reinterpret_cast<const QRgb *>(layer.constScanLine(y));
        for (int x = 0; x < area.width(); ++x)
            if (qAlpha(row[x]) >= opaque)
                builder.add(area.y() + y, core::Span{area.x() + x, area.x() + x + 1});
    }
    return builder.take();
}

double area(const QRectF &box)
{
    return box.width() * box.height();
}

constexpr double fewestPixels = 60;

// Drops what cannot be seen, notes what is cut off and what stands behind another.
std::vector<PaintedThing> visible(const std::vector<PaintedThing> &all, QSizeF size)
{
    std::vector<PaintedThing> seen;
    for (std::size_t i = 0; i < all.size(); ++i) {
        PaintedThing thing = all[i];
        const QRectF inside = thing.box.intersected(QRectF({0, 0}, size));
        double covered = 0;
        for (std::size_t j = i + 1; j < all.size(); ++j)
            covered = std::max(covered, area(inside.intersected(all[j].box)) / std::max(1.0, area(inside)));
        const double smallest = size.width() * 0.009;
        thing.hidden = inside.width() < smallest || inside.height() < smallest || area(inside) < 0.25 * area(thing.box)
                       || covered > 0.72;
        if (thing.hidden && core::area(thing.mask) < fewestPixels)
            continue;
        thing.truncated = area(inside) < 0.97 * area(thing.box);
        thing.occluded = covered > 0.18;
        thing.box = inside;
        seen.push_back(std::move(thing));
    }
    return seen;
}

// The stripes before a cross street, as far as they are in the picture.
std::optional<PaintedThing> crosswalk(const Camera &camera, const Crossing &crossing)
{
    if (crossing.far <= 0)
        return std::nullopt;
    const double near = crossing.near - 3.4, far = near + 2.8, half = kerbX - 0.2;
    const QPolygonF whole(
        {camera.at(-half, 0, near), camera.at(half, 0, near), camera.at(half, 0, far), camera.at(-half, 0, far)});
    QPolygonF inside = whole.intersected(QPolygonF(QRectF(0, 0, camera.width, camera.height)));
    if (inside.isClosed())
        inside.removeLast();
    return PaintedThing{"斑马线", inside.boundingRect(), false, false, {}, inside, false, {}};
}

void grade(QPainter &painter, const Camera &camera, const Mood &mood)
{
    QLinearGradient air(0, 0, 0, camera.height);
    air.setColorAt(0, withAlpha(mood.haze, 0.02));
    air.setColorAt(camera.vanishing.y() / camera.height, withAlpha(mood.haze, 0.2));
    air.setColorAt(std::min(1.0, camera.vanishing.y() / camera.height + 0.2), withAlpha(mood.haze, 0.02));
    painter.fillRect(QRectF(0, 0, camera.width, camera.height), air);
}

}  // namespace

PaintedScene paintStreet(QSize size, Hour hour, bool populated, std::uint32_t seed)
{
    Dice dice(seed);
    const Mood mood = moodOf(hour, dice);
    const double width = size.width(), height = size.height();
    const Camera camera{width,
                        height,
                        {width * dice.between(0.38, 0.62), height * dice.between(0.47, 0.58)},
                        std::max(width, height) * dice.between(0.78, 1.0)};
    Crossing crossing;
    if (dice.chance(0.6))
        crossing = {12.0, 21.0};
    PaintedScene scene{QImage(size, QImage::Format_ARGB32_Premultiplied), {}};
    QPainter painter(&scene.image);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSky(painter, camera, mood, hour == Hour::Night, dice);
    paintRoad(painter, camera, mood, crossing, dice);
    paintHouses(painter, camera, mood, crossing, dice);
    grade(painter, camera, mood);
    Street street(mood, crossing, dice);
    std::vector<PaintedThing> all;
    for (const Placed &placed : populated ? street.populate() : street.empty()) {
        const QRectF box = paintPlaced(painter, camera, placed);
        if (placed.label)
            all.push_back({placed.label, box, false, false, placed.color, {}, false, {}});
        const core::MaskRuns pixels = pixelsOf(camera, placed, box);
        for (PaintedThing &behind : all)
            if (placed.label == nullptr || &behind != &all.back())
                behind.mask = core::subtracted(behind.mask, pixels);
        if (placed.label)
            all.back().mask = pixels;
    }
    painter.end();
    finish(scene.image, dice, hour == Hour::Night ? 13 : 7);
    scene.things = visible(all, QSizeF(size));
    if (const auto stripes = populated ? crosswalk(camera, crossing) : std::nullopt)
        scene.things.insert(scene.things.begin(), *stripes);
    return scene;
}

}  // namespace app::demo
