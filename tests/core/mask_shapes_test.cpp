#include "core/mask_shapes.h"
#include "core/masks.h"
#include "core/rings.h"
#include "tests/core/bitmap.h"
#include "tests/test_registry.h"
#include <limits>

using namespace core;
using namespace tests;

class MaskShapesTest : public QObject {
    Q_OBJECT
private slots:
    void capsulesHoldThePixelsThatNear();
    void aThinCapsuleIsALineOfPixels();
    void strangeNumbersMakeNoMask();
    void fillingTakesThePixelsWhoseCentreIsInside();
    void modelArtsFillingHasTheOutline();
    void polygonsOutsideThePictureAreCut();
    void tracingKeepsEveryPixel();
    void islandsThatTouchAtACornerAreOnePolygon();
    void tracingWithAToleranceStaysNear();
    void lossCountsPixels();
};

namespace {

double anyReal(std::mt19937 &random, double from, double to)
{
    return std::uniform_real_distribution<double>(from, to)(random);
}

MaskRuns filledAgain(const std::vector<Polygon> &polygons)
{
    std::vector<MaskRuns> parts;
    for (const Polygon &polygon : polygons)
        parts.push_back(rasterised(polygon.rings, FillRule::Centres, 48, 38));
    return united(parts);
}

}  // namespace

void MaskShapesTest::capsulesHoldThePixelsThatNear()
{
    std::mt19937 random(5);
    for (int i = 0; i < 1000; ++i) {
        const bool whole = i % 3 == 0;  // circles about pixel corners and centres have many pixels just on the edge
        const auto near = [&](double value) { return whole ? std::round(value * 2) / 2 : value; };
        const double radius = near(anyReal(random, 0.8, 12));
        const Point a{near(anyReal(random, 0, 40)), near(anyReal(random, 0, 30))};
        const Point b = i % 2 ? a : Point{near(anyReal(random, 0, 40)), near(anyReal(random, 0, 30))};
        Bitmap expected(-20, -20, 90, 80);
        for (int y = expected.top(); y < expected.bottom(); ++y)
            for (int x = expected.left(); x < expected.right(); ++x)
                expected.set(x, y, distanceToSegment({x + 0.5, y + 0.5}, a, b) <= radius);
        QVERIFY2(capsule(a, b, radius) == runsOf(expected), qPrintable(QString::number(i)));
        if (a == b)
            QVERIFY(disk(a, radius) == runsOf(expected));
    }
}

void MaskShapesTest::aThinCapsuleIsALineOfPixels()
{
    QVERIFY(disk({3.9, 2.1}, 0.3) == translated(runsOf({"#"}), 3, 2));
    QVERIFY(disk({-0.5, -0.5}, 0) == translated(runsOf({"#"}), -1, -1));
    QVERIFY(capsule({0.5, 0.5}, {5.5, 2.5}, 0.5) == runsOf({"##....", "..##..", "....##"}));
    QVERIFY(capsule({5.5, 2.5}, {0.5, 0.5}, 0.5) == runsOf({"##....", "..##..", "....##"}));
    QVERIFY(capsule({1.5, -1.5}, {0.5, 1.5}, 0.5) == translated(runsOf({".#", ".#", "#.", "#."}), 0, -2));
}

void MaskShapesTest::strangeNumbersMakeNoMask()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(disk({nan, 0}, 3).isEmpty());
    QVERIFY(disk({0, 0}, nan).isEmpty());
    QVERIFY(disk({0, 0}, -1).isEmpty());
    const Ring ring{{nan, 0}, {4, 0}, {4, 4}};
    QVERIFY(rasterised({&ring, 1}, FillRule::WithOutline, 9, 9)
            == runsOf({"....#", "....#", "....#", "....#", "....#"}));
    QVERIFY(rasterised({}, FillRule::Centres, 9, 9).isEmpty());
    QVERIFY(rasterised({&ring, 1}, FillRule::Centres, 0, 0).isEmpty());
}

void MaskShapesTest::fillingTakesThePixelsWhoseCentreIsInside()
{
    std::mt19937 random(6);
    for (int i = 0; i < 1000; ++i) {
        std::vector<Ring> rings(static_cast<std::size_t>(anyInt(random, 1, 3)));
        for (Ring &ring : rings)
            for (int k = anyInt(random, 0, 8); k > 0; --k)
                ring.push_back({anyReal(random, -8, 48), anyReal(random, -8, 38)});
        Bitmap expected(0, 0, 40, 30);
        for (int y = 0; y < 30; ++y)
            for (int x = 0; x < 40; ++x) {
                bool inside = false;
                for (const Ring &ring : rings)
                    inside ^= contains(ring, {x + 0.5, y + 0.5});
                expected.set(x, y, inside);
            }
        QVERIFY2(rasterised(rings, FillRule::Centres, 40, 30) == runsOf(expected), qPrintable(QString::number(i)));
    }
}

void MaskShapesTest::modelArtsFillingHasTheOutline()
{
    const Ring square{{1, 1}, {4, 1}, {4, 3}, {1, 3}};
    QVERIFY(rasterised({&square, 1}, FillRule::WithOutline, 9, 9) == runsOf({"", ".####", ".####", ".####"}));
    QVERIFY(rasterised({&square, 1}, FillRule::Centres, 9, 9) == runsOf({"", ".###", ".###"}));
    const Ring sloped{{0, 0}, {6, 2}, {0, 4}};
    QVERIFY(rasterised({&sloped, 1}, FillRule::WithOutline, 9, 9) == runsOf({"##", "#####", "#######", "#####", "##"}));
    const std::vector<Ring> withHole{{{0, 0}, {8, 0}, {8, 8}, {0, 8}}, {{2, 2}, {6, 2}, {6, 6}, {2, 6}}};
    QVERIFY(rasterised(withHole, FillRule::WithOutline, 9, 9)
            == runsOf({"#########", "#########", "#########", "###...###", "###...###", "###...###", "#########",
                       "#########", "#########"}));
}

void MaskShapesTest::polygonsOutsideThePictureAreCut()
{
    const Ring around{{-1e9, -1e9}, {1e9, -1e9}, {1e9, 1e9}, {-1e9, 1e9}};
    const Ring away{{-50, -50}, {-40, -50}, {-40, 200}};
    for (const FillRule rule : {FillRule::Centres, FillRule::WithOutline}) {
        QCOMPARE(area(rasterised({&around, 1}, rule, 40, 30)), 1200.0);
        QVERIFY(rasterised({&away, 1}, rule, 40, 30).isEmpty());
    }
    const Ring crossing{{-9, 2}, {50, 2}, {50, 3}, {-9, 3}};
    QVERIFY(rasterised({&crossing, 1}, FillRule::WithOutline, 5, 9) == runsOf({"", "", "#####", "#####"}));
}

void MaskShapesTest::tracingKeepsEveryPixel()
{
    std::mt19937 random(7);
    for (int i = 0; i < 1000; ++i) {
        const MaskRuns runs = runsOf(anyBitmap(random, Bitmap(0, 0, 48, 38)));
        const auto polygons = traced(runs, 0);
        QVERIFY2(filledAgain(polygons) == runs, qPrintable(QString::number(i)));
        QVERIFY(tracingLoss(runs, polygons, 48, 38) == ConversionLoss{});
        for (const Polygon &polygon : polygons) {
            QVERIFY(!polygon.rings.empty());
            for (std::size_t k = 1; k < polygon.rings.size(); ++k)
                QVERIFY(area(polygon.rings[k]) < area(polygon.rings[0]));
        }
    }
}

void MaskShapesTest::islandsThatTouchAtACornerAreOnePolygon()
{
    const MaskRuns runs = runsOf({"##...#", "##...#", "..##..", "..##.."});
    const auto polygons = traced(runs, 0);
    QCOMPARE(polygons.size(), 2u);
    QCOMPARE(polygons[0].rings.size(), 1u);
    QCOMPARE(polygons[0].rings[0].size(), 8u);
    QVERIFY((polygons[1] == Polygon{{{{5, 0}, {6, 0}, {6, 2}, {5, 2}}}}));
    const auto ring = traced(runsOf({"###", "#.#", "###"}), 0);
    QCOMPARE(ring.size(), 1u);
    QVERIFY((ring[0] == Polygon{{{{0, 0}, {3, 0}, {3, 3}, {0, 3}}, {{1, 1}, {2, 1}, {2, 2}, {1, 2}}}}));
    QCOMPARE(traced(runsOf({".#.", "#.#", ".#."}), 0).at(0).rings.size(), 2u);  // the middle is a hole
}

void MaskShapesTest::tracingWithAToleranceStaysNear()
{
    const MaskRuns round = cut(disk({24, 19}, 15), 48, 38);
    const auto polygons = traced(round, 1.5);
    QCOMPARE(polygons.size(), 1u);
    QVERIFY(polygons[0].rings[0].size() < traced(round, 0)[0].rings[0].size() / 3);
    const ConversionLoss loss = tracingLoss(round, polygons, 48, 38);
    QVERIFY(loss.lost + loss.gained > 0);
    QVERIFY(loss.lost + loss.gained < area(round) / 10);
    std::mt19937 random(8);
    for (int i = 0; i < 300; ++i) {
        const MaskRuns runs = runsOf(anyBitmap(random, Bitmap(0, 0, 48, 38)));
        for (const Polygon &polygon : traced(runs, 3))
            for (const Ring &ring : polygon.rings)
                QVERIFY(ring.size() >= 3);
    }
}

void MaskShapesTest::lossCountsPixels()
{
    const ConversionLoss loss = conversionLoss(runsOf({"##.", "#.."}), runsOf({".##", "###"}));
    QCOMPARE(loss.lost, 1.0);
    QCOMPARE(loss.gained, 3.0);
}

REGISTER_TEST(MaskShapesTest);
#include "mask_shapes_test.moc"
