#include "core/tools/live_wire.h"
#include "tests/core/mask_hand.h"
#include "tests/test_registry.h"

using namespace core;
using tests::Color;
using tests::MaskHand;
using tests::naiveMask;
using tests::rectangle;

namespace {

constexpr Point Centre{100, 80};
constexpr double Radius = 50;

bool isInDisc(Point p)
{
    return distance(p, Centre) < Radius;
}

Raster discPicture()
{
    return tests::picture(200, 160, [](Point p) { return isInDisc(p) ? Color{180, 40, 30} : Color{60, 120, 160}; });
}

MaskRuns disc()
{
    return naiveMask(200, 160, isInDisc);
}

const Ring Anchors{{100, 30}, {150, 80}, {100, 130}, {50, 80}};  // on its edge

MaskRuns straight()
{
    return naiveMask(200, 160, [](Point p) { return contains(std::span(Anchors), p); });
}

// The mask that results when every way is awaited before the next click.
MaskRuns patient()
{
    MaskHand hand("scissors");
    hand.show(discPicture());
    for (const Point anchor : Anchors) {
        hand.click(anchor.x, anchor.y);
        hand.awaitWakes(1);
    }
    hand.enter();
    return hand.made();
}

}  // namespace

class ScissorsToolTest : public QObject {
    Q_OBJECT
private slots:
    void theOutlineFollowsTheEdgesBetweenAnchors();
    void aLegIsStraightUntilItsMapIsThereAndThenSnaps();
    void closedBeforeTheMapsAreThereItEndsWithTheSameMask();
    void aDoubleClickOrTheFirstAnchorCloses();
    void twoAnchorsEncloseNothing();
    void backspaceTakesAnchorsBackAndReopens();
    void altAtTheFirstPressErases();
    void droppedWhileMapsAreMadeNothingHappens();
    void withoutAPictureTheLegsAreStraight();
    void outsideItsWindowTheWireIsStraight();
    void theWireFollowsTheEdgeOfAScaledWindow();
    void theSmallestWindowsHaveWaysToo();
};

void ScissorsToolTest::theOutlineFollowsTheEdgesBetweenAnchors()
{
    const MaskRuns mask = patient();
    QVERIFY2(iou(mask, disc()) > 0.96, qPrintable(QString::number(iou(mask, disc()))));
    QVERIFY(iou(straight(), disc()) < 0.7);
}

void ScissorsToolTest::aLegIsStraightUntilItsMapIsThereAndThenSnaps()
{
    MaskHand hand("scissors");
    hand.show(discPicture());
    hand.click(Anchors[0].x, Anchors[0].y);
    hand.move(Anchors[1].x, Anchors[1].y);
    const auto shown = [&] { return std::get<Polyline>(hand.gesture->preview().at(0).geometry).points; };
    QVERIFY((shown() == std::vector{Anchors[0], Anchors[1]}));
    QVERIFY(hand.awaitWakes(1));
    const std::vector<Point> snapped = shown();
    QVERIFY(snapped.size() > 4);
    QVERIFY(snapped.front() == Anchors[0] && snapped.back() == Anchors[1]);
    for (const Point p : snapped)
        QVERIFY(std::abs(distance(p, Centre) - Radius) < 3);
}

void ScissorsToolTest::closedBeforeTheMapsAreThereItEndsWithTheSameMask()
{
    MaskHand hand("scissors");
    hand.show(discPicture());
    hand.click(Anchors);
    QVERIFY(hand.enter());
    QVERIFY(std::holds_alternative<Polygon>(hand.gesture->preview().at(0).geometry));
    QVERIFY(hand.click(10, 10));  // too late for more anchors
    QVERIFY(hand.awaitWakes(4));
    QVERIFY(!hand.gesture);
    QCOMPARE(hand.edit->name, "paint-mask");
    QVERIFY(hand.made() == patient());
}

void ScissorsToolTest::aDoubleClickOrTheFirstAnchorCloses()
{
    for (const bool isDouble : {true, false}) {
        MaskHand hand("scissors");
        hand.show(discPicture());
        hand.click(Anchors);
        QVERIFY(hand.awaitWakes(4));
        QVERIFY(
            !(isDouble ? hand.doubleClick(Anchors[3].x, Anchors[3].y) : hand.click(Anchors[0].x + 2, Anchors[0].y)));
        QVERIFY(hand.made() == patient());
    }
}

void ScissorsToolTest::twoAnchorsEncloseNothing()
{
    MaskHand hand("scissors");
    hand.show(discPicture());
    hand.click({Anchors[0], Anchors[1]});
    QVERIFY(hand.enter());
    QVERIFY(hand.doubleClick(Anchors[1].x, Anchors[1].y));
    QVERIFY(hand.click(Anchors[0].x, Anchors[0].y));
}

void ScissorsToolTest::backspaceTakesAnchorsBackAndReopens()
{
    MaskHand hand("scissors");
    hand.show(discPicture());
    hand.click({Anchors[0], Anchors[1], Anchors[2]});
    QVERIFY(hand.awaitWakes(3));
    hand.click(10, 150);
    QVERIFY(hand.stepBack());
    QVERIFY(hand.stepBack());
    hand.click({Anchors[2], Anchors[3]});
    QVERIFY(hand.enter());
    QVERIFY(hand.awaitWakes(10));
    QVERIFY(hand.made() == patient());

    hand.click(10, 10);
    QVERIFY(!hand.stepBack());
    QVERIFY(!hand.edit);
}

void ScissorsToolTest::altAtTheFirstPressErases()
{
    MaskHand hand("scissors");
    hand.show(discPicture());
    const AnnotationId mask = hand.putMask(rectangle(20, 70, 180, 90));
    hand.pointer.alt = true;
    hand.click(Anchors[0].x, Anchors[0].y);
    hand.pointer.alt = false;
    hand.click({Anchors[1], Anchors[2], Anchors[3]});
    hand.enter();
    QVERIFY(hand.awaitWakes(4));
    QCOMPARE(hand.edit->name, "erase-mask");
    QVERIFY(hand.after(mask) == subtracted(rectangle(20, 70, 180, 90), patient()));
}

void ScissorsToolTest::droppedWhileMapsAreMadeNothingHappens()
{
    for (int round = 0; round < 20; ++round) {
        MaskHand hand("scissors");
        hand.show(discPicture());
        hand.click(Anchors);
        hand.enter();
        hand.escape();
        QVERIFY(hand.press(10, 10));  // the next gesture knows nothing of it
        QCOMPARE(std::get<Polyline>(hand.gesture->preview().at(0).geometry).points.size(), 2u);
    }
}

void ScissorsToolTest::withoutAPictureTheLegsAreStraight()
{
    MaskHand hand("scissors");
    hand.click(Anchors);
    QVERIFY(!hand.enter());
    QVERIFY(hand.made() == straight());
}

void ScissorsToolTest::outsideItsWindowTheWireIsStraight()
{
    const auto window = tests::windowOfPicture(discPicture(), {0, 0, 120, 160}, 200);
    const LiveWire wire(*window, Anchors[0]);
    QVERIFY((wire.to({150, 80}) == std::vector{Anchors[0], Point{150, 80}}));
    QVERIFY(wire.to(Anchors[2]).size() > 2);
}

void ScissorsToolTest::theWireFollowsTheEdgeOfAScaledWindow()
{
    auto window = *tests::windowOfPicture(discPicture(), {0, 0, 200, 160}, 200);
    window.area = {1000, 500, 1800, 1140};  // as if the sample were four times as fine
    const auto inSample = [](Point p) { return Point{1000 + 4 * p.x, 500 + 4 * p.y}; };
    const auto way = LiveWire(window, inSample(Anchors[0])).to(inSample(Anchors[1]));
    QVERIFY(way.size() > 4);
    for (const Point p : way)
        QVERIFY(std::abs(distance(p, inSample(Centre)) - 4 * Radius) < 12);
}

void ScissorsToolTest::theSmallestWindowsHaveWaysToo()
{
    for (int width = 1; width < 6; ++width)
        for (int height = 1; height < 6; ++height) {
            const Point to{double(width), double(height)};
            const auto window = tests::windowOfPicture(discPicture(), {0, 0, to.x, to.y}, 200);
            const auto way = LiveWire(*window, {0, 0}).to(to);
            QVERIFY((way.front() == Point{0, 0}) && way.back() == to);
        }
}

REGISTER_TEST(ScissorsToolTest);
#include "scissors_tool_test.moc"
