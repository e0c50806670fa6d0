#include "core/rings.h"
#include "tests/core/tool_hand.h"
#include "tests/test_registry.h"
#include <cmath>

using namespace core;
using tests::ToolHand;

class PolygonToolTest : public QObject {
    Q_OBJECT
private slots:
    void aClickOnTheFirstVertexCloses();
    void aDoubleClickClosesWithoutASecondVertexThere();
    void enterClosesOnceThereAreThreeVertices();
    void backspaceTakesVerticesBackAndAtLastCancels();
    void backspaceStopsATrace();
    void theOpenOutlineFollowsThePointer();
    void aDragTracesAndIsThinned();
    void aTraceBackToTheFirstVertexCloses();
    void verticesStayInTheSample();
    void aSpeckIsNotMeant();
    void aPolylineEndsWithTwoPoints();
    void aPolylineCanReturnToItsFirstPoint();
};

void PolygonToolTest::aClickOnTheFirstVertexCloses()
{
    ToolHand hand("polygon");
    QVERIFY(hand.click(100, 100));
    QVERIFY(hand.click(200, 100));
    QVERIFY(hand.click(200, 200));
    hand.move(103, 102);
    QVERIFY(std::holds_alternative<Polygon>(hand.gesture->preview().at(0).geometry));
    QVERIFY(!hand.click(103, 102));
    QCOMPARE(hand.edit->name, "draw-polygon");
    QVERIFY((hand.result<Polygon>() == Polygon{{{{100, 100}, {200, 100}, {200, 200}}}}));
}

void PolygonToolTest::aDoubleClickClosesWithoutASecondVertexThere()
{
    ToolHand hand("polygon");
    hand.click(100, 100);
    hand.click(200, 100);
    hand.click(200, 200);
    QVERIFY(!hand.doubleClick(201, 200));
    QCOMPARE(hand.result<Polygon>().rings.at(0).size(), 3u);
}

void PolygonToolTest::enterClosesOnceThereAreThreeVertices()
{
    ToolHand hand("polygon");
    hand.click(100, 100);
    hand.click(200, 100);
    QVERIFY(hand.enter());
    QVERIFY(hand.doubleClick(200, 100));
    hand.click(200, 200);
    QVERIFY(!hand.enter());
    QCOMPARE(hand.result<Polygon>().rings.at(0).size(), 3u);
}

void PolygonToolTest::backspaceTakesVerticesBackAndAtLastCancels()
{
    ToolHand hand("polygon");
    hand.click(100, 100);
    hand.click(200, 100);
    hand.click(900, 700);
    QVERIFY(hand.stepBack());
    hand.click(200, 200);
    hand.enter();
    QVERIFY((hand.result<Polygon>() == Polygon{{{{100, 100}, {200, 100}, {200, 200}}}}));
    hand.click(100, 100);
    hand.click(200, 100);
    QVERIFY(hand.stepBack());
    QVERIFY(!hand.stepBack());
    QVERIFY(!hand.edit);
}

void PolygonToolTest::backspaceStopsATrace()
{
    ToolHand hand("polygon");
    hand.click(100, 100);
    hand.click(200, 100);
    hand.press(200, 200);
    hand.move(220, 220);
    hand.move(240, 200);
    for (int i = 0; i < 3; ++i)  // two traced ones and the one pressed
        QVERIFY(hand.stepBack());
    hand.move(300, 300);
    QVERIFY(hand.release(300, 300));
    hand.click(150, 300);
    hand.enter();
    QVERIFY((hand.result<Polygon>() == Polygon{{{{100, 100}, {200, 100}, {150, 300}}}}));
}

void PolygonToolTest::theOpenOutlineFollowsThePointer()
{
    ToolHand hand("polygon");
    hand.click(100, 100);
    hand.move(150, 2000);
    const auto preview = hand.gesture->preview();
    QVERIFY((std::get<Polyline>(preview.at(0).geometry) == Polyline{{{100, 100}, {150, 800}}, false}));
}

void PolygonToolTest::aDragTracesAndIsThinned()
{
    ToolHand hand("polygon");
    hand.click(100, 100);
    hand.press(200, 100);
    for (int i = 0; i <= 100; ++i)
        hand.move(200 + i, 100);
    for (int i = 0; i <= 100; ++i)
        hand.move(300, 100 + i);
    QVERIFY(hand.release(300, 200));
    hand.enter();
    const Ring &ring = hand.result<Polygon>().rings.at(0);
    QCOMPARE(ring.size(), 4u);
    QVERIFY(nearlyEqual(Polygon{{ring}}, Polygon{{{{100, 100}, {200, 100}, {300, 100}, {300, 200}}}}, 1));
}

void PolygonToolTest::aTraceBackToTheFirstVertexCloses()
{
    ToolHand hand("polygon");
    hand.press(300, 200);
    for (int i = 0; i <= 360; ++i)
        hand.move(200 + 100 * std::cos(i * M_PI / 180), 200 + 100 * std::sin(i * M_PI / 180));
    QVERIFY(!hand.release(300, 200));
    const Ring &ring = hand.result<Polygon>().rings.at(0);
    QVERIFY(ring.size() > 8 && ring.size() < 60);
    QVERIFY(std::abs(core::area(ring) / (M_PI * 100 * 100) - 1) < 0.02);
    QVERIFY(!crossesItself(ring));
}

void PolygonToolTest::verticesStayInTheSample()
{
    ToolHand hand("polygon");
    hand.click(-5, -5);
    hand.click(1200, 10);
    hand.click(500, 900);
    hand.enter();
    QVERIFY((hand.result<Polygon>() == Polygon{{{{0, 0}, {1000, 10}, {500, 800}}}}));
}

void PolygonToolTest::aSpeckIsNotMeant()
{
    ToolHand hand("polygon");
    hand.click(100, 100);
    hand.click(101, 100);
    hand.click(101, 101);
    QVERIFY(!hand.enter());
    QVERIFY(!hand.edit);
}

void PolygonToolTest::aPolylineEndsWithTwoPoints()
{
    ToolHand hand("polyline");
    hand.click(100, 100);
    QVERIFY(hand.enter());
    hand.click(200, 150);
    QVERIFY(!hand.doubleClick(200, 150));
    QCOMPARE(hand.edit->name, "draw-polyline");
    QVERIFY((hand.result<Polyline>() == Polyline{{{100, 100}, {200, 150}}, false}));
}

void PolygonToolTest::aPolylineCanReturnToItsFirstPoint()
{
    ToolHand hand("polyline");
    hand.click(100, 100);
    hand.click(200, 150);
    hand.click(200, 250);
    QVERIFY(!hand.click(102, 98));
    QVERIFY((hand.result<Polyline>() == Polyline{{{100, 100}, {200, 150}, {200, 250}, {100, 100}}, false}));
}

REGISTER_TEST(PolygonToolTest);
#include "polygon_tool_test.moc"
