#include "core/boxes.h"
#include "core/masks.h"
#include "core/reshape.h"
#include "core/shapes.h"
#include "core/vertices.h"
#include "tests/test_registry.h"
#include <cmath>
#include <random>

using namespace core;

class ShapesTest : public QObject {
    Q_OBJECT
private slots:
    void boundsHoldTurnedBoxes();
    void areasAndInsidesKnowHoles();
    void distancesAreToTheOutline();
    void ringsThatCrossThemselvesAreKnown();
    void simplifyDropsWhatTheToleranceAllows();
    void simplifyStaysWithinTheTolerance();
    void movingAndScalingReachEveryShape();
    void clampedShapesLieInside();
    void clampingKeepsWhatFitsWhole();
    void clampingWithoutASizeChangesNothing();
    void fourCornersAndBackGiveTheSameBox();
    void resizingATurnedBoxKeepsTheOppositeCorner();
    void resizingFromTheCentreKeepsTheCentre();
    void resizingWithTheRatioKeepsIt();
    void resizedAndTurnedBoxesStayInside();
    void insertingAndRemovingAVertexIsNothing();
    void verticesAreKeptToTheFewestAShapeNeeds();
    void aHoleThatGetsTooSmallGoes();
    void masksMoveScaleAndAreCut();
    void nearlyEqualKnowsKindsAndTurns();
    void everyHandleDraggedByNothingChangesNothing();
};

namespace {

using Random = std::mt19937;

double shapeNumber(Random &random, double low, double high)
{
    return std::uniform_real_distribution(low, high)(random);
}

Point anyPoint(Random &random, double size)
{
    return {shapeNumber(random, -size, 2 * size), shapeNumber(random, -size, 2 * size)};
}

Box anyBox(Random &random, double size)
{
    const Point p = anyPoint(random, size);
    return {p.x, p.y, shapeNumber(random, 1, size), shapeNumber(random, 1, size),
            random() % 2 ? shapeNumber(random, 0, 360) : 0};
}

Box boxInside(Random &random, double width, double height)
{
    for (;;)
        if (const Box box = anyBox(random, std::min(width, height) / 2); isInside(box, width, height))
            return box;
}

Ring anyRing(Random &random, double size)
{
    Ring ring;
    for (int i = 0; i < 7; ++i)
        ring.push_back(anyPoint(random, size));
    return ring;
}

MaskRuns runsOf(std::int32_t top, const std::vector<std::vector<Span>> &rows)
{
    MaskBuilder builder;
    for (const auto &row : rows)
        builder.add(top++, row);
    return builder.take();
}

Mask mask(std::int32_t top, const std::vector<std::vector<Span>> &rows)
{
    return {std::make_shared<const MaskRuns>(runsOf(top, rows))};
}

std::vector<Geometry> anyOfEachKind(Random &random, double size)
{
    return {WholeSample{},
            anyBox(random, size),
            Polygon{{anyRing(random, size), anyRing(random, size)}},
            Polyline{anyRing(random, size), false},
            Circle{anyPoint(random, size), shapeNumber(random, 0, size)},
            anyPoint(random, size),
            Keypoints{{anyPoint(random, size), std::nullopt, anyPoint(random, size)}},
            mask(-3, {{{-5, 7}}, {}, {{2, 4}, {90, 200}}}),
            TimeSpan{1, 2, 0},
            TextSpan{{{1, 2}}},
            Track{{{0, 0, anyBox(random, size)}, {9, 9, anyBox(random, size)}}}};
}

bool liesInside(const Rect &rect, double width, double height)
{
    return Rect{-1e-6, -1e-6, width + 1e-6, height + 1e-6}.contains(rect);
}

const Ring TenSquare{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
const Ring Hole{{4, 4}, {6, 4}, {6, 6}, {4, 6}};

}  // namespace

void ShapesTest::boundsHoldTurnedBoxes()
{
    QVERIFY((*bounds(Box{10, 20, 30, 40, 0}) == Rect{10, 20, 40, 60}));
    QVERIFY((*bounds(Box{10, 20, 30, 40, 90}) == Rect{5, 25, 45, 55}));
    const Rect diamond = *bounds(Box{0, 0, 10, 10, 45});
    QVERIFY(std::abs(diamond.left - (5 - 5 * std::sqrt(2))) < 1e-9);
    QVERIFY(!bounds(WholeSample{}));
    QVERIFY(!bounds(Polygon{}));
    QVERIFY((*bounds(mask(3, {{}, {{2, 5}}, {{1, 3}}})) == Rect{1, 4, 5, 6}));
}

void ShapesTest::areasAndInsidesKnowHoles()
{
    const Polygon ring{{TenSquare, Hole}};
    QCOMPARE(area(ring), 96.0);
    QVERIFY(contains(ring, {1, 1}));
    QVERIFY(!contains(ring, {5, 5}));
    QVERIFY(!contains(ring, {11, 5}));
    QCOMPARE(area(Box{0, 0, 4, 5, 30}), 20.0);
    QVERIFY(contains(Box{0, 0, 10, 2, 90}, {5, 5}));
    QVERIFY(!contains(Box{0, 0, 10, 2, 90}, {9, 1}));
    QVERIFY(contains(mask(3, {{}, {{2, 5}}}), {4.9, 4.1}));
    QVERIFY(!contains(mask(3, {{}, {{2, 5}}}), {5, 4.1}));
}

void ShapesTest::distancesAreToTheOutline()
{
    QCOMPARE(distanceToEdge(Box{0, 0, 10, 10, 0}, {5, 4}), 4.0);
    QCOMPARE(distanceToEdge(Box{0, 0, 10, 10, 0}, {13, 14}), 5.0);
    QCOMPARE(distanceToEdge(Polygon{{TenSquare, Hole}}, {5, 5}), 1.0);
    QCOMPARE(distanceToEdge(Polyline{{{0, 0}, {10, 0}, {10, 10}}, false}, {0, 5}), 5.0);
    QCOMPARE(distanceToEdge(Circle{{0, 0}, 5}, {0, 2}), 3.0);
    QCOMPARE(distanceToEdge(Keypoints{{std::nullopt, Point{3, 4}}}, {0, 0}), 5.0);
    QVERIFY(std::isinf(distanceToEdge(WholeSample{}, {0, 0})));
}

void ShapesTest::ringsThatCrossThemselvesAreKnown()
{
    QVERIFY(!crossesItself(TenSquare));
    QVERIFY(crossesItself(Ring{{0, 0}, {10, 10}, {10, 0}, {0, 10}}));
    QVERIFY(crossesItself(Ring{{0, 0}, {10, 0}, {10, 10}, {5, 0}}));  // touches its first edge
    QVERIFY(!crossesItself(Ring{{0, 0}, {1, 0}, {0, 1}}));
}

void ShapesTest::simplifyDropsWhatTheToleranceAllows()
{
    const std::vector<Point> points{{0, 0}, {1, 0.4}, {2, 0}, {3, 5}, {4, 0}};
    QVERIFY((simplify(points, 0.5) == std::vector<Point>{{0, 0}, {2, 0}, {3, 5}, {4, 0}}));
    QVERIFY(simplify(points, 0.1) == points);
    QCOMPARE(simplify(points, 10).size(), 2u);
    QVERIFY(simplify(std::vector<Point>{{1, 2}}, 1).size() == 1);
}

void ShapesTest::simplifyStaysWithinTheTolerance()
{
    Random random(4);
    for (int i = 0; i < 200; ++i) {
        const Ring points = anyRing(random, 100);
        const double tolerance = shapeNumber(random, 0, 60);
        const auto result = simplify(points, tolerance);
        for (const Point p : points)
            QVERIFY(distanceToOutline(result, p, false) <= tolerance + 1e-9);
    }
}

void ShapesTest::movingAndScalingReachEveryShape()
{
    Random random(5);
    for (int i = 0; i < 100; ++i)
        for (const Geometry &shape : anyOfEachKind(random, 100)) {
            QVERIFY(nearlyEqual(translated(translated(shape, 30, -20), -30, 20), shape, 1e-9));
            const auto before = bounds(shape), moved = bounds(translated(shape, 30, -20));
            const auto doubled = bounds(scaled(shape, 2, 2));
            if (!before)
                continue;
            QVERIFY(std::abs(moved->left - before->left - 30) < 1e-9);
            QVERIFY(std::abs(moved->bottom - before->bottom + 20) < 1e-9);
            QVERIFY(std::abs(doubled->right - 2 * before->right) < 1e-6);
        }
}

void ShapesTest::clampedShapesLieInside()
{
    Random random(6);
    for (int i = 0; i < 500; ++i) {
        const double width = shapeNumber(random, 20, 300), height = shapeNumber(random, 20, 300);
        for (const Geometry &shape : anyOfEachKind(random, 150)) {
            const Geometry clamped = clampedInto(shape, width, height);
            QVERIFY(clamped.index() == shape.index());
            if (const auto box = bounds(clamped))
                QVERIFY2(liesInside(*box, width, height), kindName(shape));
        }
    }
}

void ShapesTest::clampingKeepsWhatFitsWhole()
{
    QVERIFY((clampedInto(Box{-5, 90, 10, 20, 0}, 100, 100) == Geometry(Box{0, 80, 10, 20, 0})));
    QVERIFY((clampedInto(Circle{{99, 50}, 10}, 100, 100) == Geometry(Circle{{90, 50}, 10})));
    QVERIFY((clampedInto(Box{-5, 10, 200, 20, 0}, 100, 100) == Geometry(Box{0, 10, 100, 20, 0})));
    const Polygon inside{{TenSquare}};
    QVERIFY(clampedInto(inside, 100, 100) == Geometry(inside));
}

void ShapesTest::clampingWithoutASizeChangesNothing()
{
    Random random(7);
    for (const Geometry &shape : anyOfEachKind(random, 150))
        QVERIFY(clampedInto(shape, 0, 0) == shape);
}

void ShapesTest::fourCornersAndBackGiveTheSameBox()
{
    Random random(8);
    for (int i = 0; i < 1000; ++i) {
        const Box box = anyBox(random, 100);
        QVERIFY(nearlyEqual(boxFromCorners(corners(box)), box, 1e-9));
    }
    QVERIFY((boxFromPoints({5, 1}, {2, 9}) == Box{2, 1, 3, 8, 0}));
}

void ShapesTest::resizingATurnedBoxKeepsTheOppositeCorner()
{
    static constexpr Grip Grips[] = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
    Random random(9);
    for (int i = 0; i < 5000; ++i) {
        const bool bounded = random() % 2;
        const Box box = bounded ? boxInside(random, 400, 300) : anyBox(random, 100);
        const std::size_t corner = random() % 4;
        const Box after = resized(box, Grips[corner], anyPoint(random, 200), {random() % 2 == 0, false},
                                  bounded ? 400 : 0, bounded ? 300 : 0);
        const Point fixed = corners(box)[(corner + 2) % 4];
        QVERIFY(std::ranges::any_of(corners(after), [&](Point p) { return distance(p, fixed) < 1e-6; }));
        QVERIFY(after.w >= 0 && after.h >= 0);
        QCOMPARE(after.angle, box.angle);
    }
}

void ShapesTest::resizingFromTheCentreKeepsTheCentre()
{
    Random random(10);
    for (int i = 0; i < 1000; ++i) {
        const Box box = boxInside(random, 400, 300);
        const Grip grip{static_cast<int>(random() % 3) - 1, static_cast<int>(random() % 3) - 1};
        const Box after = resized(box, grip, anyPoint(random, 100), {random() % 2 == 0, true}, 400, 300);
        QVERIFY(distance(after.center(), box.center()) < 1e-6);
        QVERIFY(liesInside(*bounds(after), 400, 300));
    }
}

void ShapesTest::resizingWithTheRatioKeepsIt()
{
    Random random(11);
    for (int i = 0; i < 1000; ++i) {
        const Box box = boxInside(random, 400, 300);
        const Box after = resized(box, {1, 1}, anyPoint(random, 100), {true, false}, 400, 300);
        QVERIFY(std::abs(after.w * box.h - after.h * box.w) < 1e-6 * box.w * box.h);
    }
}

void ShapesTest::resizedAndTurnedBoxesStayInside()
{
    Random random(12);
    for (int i = 0; i < 5000; ++i) {
        const Box box = boxInside(random, 400, 300);
        const Grip grip{static_cast<int>(random() % 3) - 1, static_cast<int>(random() % 3) - 1};
        const Box after = resized(box, grip, anyPoint(random, 400), {random() % 2 == 0, random() % 2 == 0}, 400, 300);
        QVERIFY(liesInside(*bounds(after), 400, 300));
        const Box turned = turnedTo(box, shapeNumber(random, -1000, 1000), 400, 300);
        QVERIFY(liesInside(*bounds(turned), 400, 300));
        QVERIFY(turned.angle >= 0 && turned.angle < 360);
        QVERIFY(turned.w == box.w && turned.h == box.h);
    }
}

void ShapesTest::insertingAndRemovingAVertexIsNothing()
{
    Random random(13);
    for (int i = 0; i < 1000; ++i) {
        const Geometry shape = random() % 2 ? Geometry(Polygon{{anyRing(random, 50), anyRing(random, 50)}})
                                            : Geometry(Polyline{anyRing(random, 50), true});
        const Vertex at{std::holds_alternative<Polygon>(shape) ? random() % 2 : 0, random() % 8};
        const Point p = anyPoint(random, 50);
        const Geometry more = withVertexInserted(shape, at, p);
        QVERIFY(vertex(more, at) == p);
        QVERIFY(withVertexRemoved(more, at) == shape);
    }
}

void ShapesTest::verticesAreKeptToTheFewestAShapeNeeds()
{
    const Geometry line = Polyline{{{0, 0}, {1, 1}}, false}, triangle = Polygon{{{{0, 0}, {1, 0}, {0, 1}}}};
    QVERIFY(withVertexRemoved(line, {0, 0}) == line);
    QVERIFY(withVertexRemoved(triangle, {0, 2}) == triangle);
    QVERIFY(withVertexRemoved(triangle, {0, 9}) == triangle);
    QVERIFY(withVertexMoved(triangle, {1, 0}, {5, 5}) == triangle);
    const Geometry keypoints = Keypoints{{Point{1, 1}, std::nullopt}};
    QVERIFY((withVertexMoved(keypoints, {0, 0}, {5, 5}) == Geometry(Keypoints{{Point{5, 5}, std::nullopt}})));
    QVERIFY(withVertexMoved(keypoints, {0, 1}, {5, 5}) == keypoints);
}

void ShapesTest::aHoleThatGetsTooSmallGoes()
{
    const Polygon polygon{{TenSquare, {{4, 4}, {6, 4}, {6, 6}}}};
    QVERIFY((withVertexRemoved(polygon, {1, 0}) == Geometry(Polygon{{TenSquare}})));
}

void ShapesTest::masksMoveScaleAndAreCut()
{
    const MaskRuns runs = runsOf(1, {{{0, 2}, {3, 4}}, {{1, 3}}});
    QVERIFY((translated(runs, -1, 2) == runsOf(3, {{{-1, 1}, {2, 3}}, {{0, 2}}})));
    QVERIFY((scaled(runs, 2, 2) == runsOf(2, {{{0, 4}, {6, 8}}, {{0, 4}, {6, 8}}, {{2, 6}}, {{2, 6}}})));
    QVERIFY((cut(translated(runs, -1, -2), 2, 9) == runsOf(0, {{{0, 2}}})));
    QCOMPARE(area(runs), 5.0);
}

void ShapesTest::nearlyEqualKnowsKindsAndTurns()
{
    QVERIFY(nearlyEqual(Box{0, 0, 1, 1, 359.9999}, Box{0, 0, 1, 1, 0}, 1e-3));
    QVERIFY(!nearlyEqual(Box{0, 0, 1, 1, 2}, Box{0, 0, 1, 1, 0}, 1e-3));
    QVERIFY(!nearlyEqual(Point{0, 0}, Circle{{0, 0}, 0}, 1));
    QVERIFY(!nearlyEqual(Polyline{{{0, 0}}, true}, Polyline{{{0, 0}}, false}, 1));
    QVERIFY(!nearlyEqual(Polygon{{TenSquare}}, Polygon{{TenSquare, Hole}}, 1));
}

void ShapesTest::everyHandleDraggedByNothingChangesNothing()
{
    Random random(14);
    for (int i = 0; i < 50; ++i)
        for (const Geometry &shape : anyOfEachKind(random, 50)) {
            const Geometry inside = clampedInto(shape, 400, 400);
            for (const Handle &handle : handles(inside, 0.1)) {
                const Geometry after = reshaped(inside, handle, {handle.at}, {handle.at}, 400, 400);
                QVERIFY(
                    nearlyEqual(handle.kind == HandleKind::Midpoint ? withVertexRemoved(after, handle.vertex) : after,
                                inside, 1e-6));
            }
        }
}

REGISTER_TEST(ShapesTest);
#include "shapes_test.moc"
