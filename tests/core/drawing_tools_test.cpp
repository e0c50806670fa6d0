#include "core/rings.h"
#include "tests/core/tool_hand.h"
#include "tests/test_registry.h"
#include <cmath>

using namespace core;
using tests::ToolHand;

class DrawingToolsTest : public QObject {
    Q_OBJECT
private slots:
    void everyToolHasItsName();
    void aDragMakesABox();
    void twoClicksMakeTheSameBox();
    void theNewRowIsReadyForTheProject();
    void aBoxUnderThreeScreenPixelsIsNotMeant();
    void shiftMakesASquare();
    void ctrlDrawsFromTheCentre();
    void boxesStayInTheSample();
    void drawingOverAnotherShapeDoesNotGrabIt();
    void aDragFromTheRimOfTheSampleIsCutToIt();
    void theFirstEdgeThenTheWidthMakeATurnedBox();
    void shiftTurnsTheFirstEdgeInStepsOf15Degrees();
    void backspaceGoesBackToTheEdgeOfATurnedBox();
    void turnedBoxesStayInTheSample();
    void circlesGrowFromTheCentreAndStayInside();
    void linesAndDashedLinesHaveTwoEnds();
    void shiftSnapsLinesTo45DegreesInsideTheSample();
    void aPointIsOneClick();
    void aDoubleClickMakesOneShape();
    void droppedGesturesLeaveNothing();
};

namespace {

bool close(Point a, Point b)
{
    return distance(a, b) < 1e-9;
}

}  // namespace

void DrawingToolsTest::everyToolHasItsName()
{
    for (const char *id : {"select", "box", "rotated-box", "polygon", "circle", "line", "dashed", "polyline", "point",
                           "brush", "eraser", "mask-polygon", "lasso", "fill", "scissors", "grabcut", "extreme"})
        QVERIFY2(makeTool(id), id);
    QVERIFY(!makeTool("magic"));
}

void DrawingToolsTest::aDragMakesABox()
{
    ToolHand hand("box");
    QVERIFY(!hand.drag({110, 220}, {10, 20}));
    QCOMPARE(hand.edit->name, "draw-box");
    QVERIFY((hand.result<Box>() == Box{10, 20, 100, 200, 0}));
}

void DrawingToolsTest::twoClicksMakeTheSameBox()
{
    ToolHand hand("box");
    QVERIFY(hand.click(10, 20));
    hand.move(60, 60);
    QVERIFY((std::get<Box>(hand.gesture->preview().at(0).geometry) == Box{10, 20, 50, 40, 0}));
    QVERIFY(!hand.click(110, 220));
    QVERIFY((hand.result<Box>() == Box{10, 20, 100, 200, 0}));
}

void DrawingToolsTest::theNewRowIsReadyForTheProject()
{
    ToolHand hand("box");
    hand.put(Box{0, 0, 5, 5, 0});
    hand.put(Box{0, 0, 6, 6, 0});
    hand.drag({10, 10}, {50, 50});
    const Annotation &row = hand.resultRow();
    QVERIFY(row.id == AnnotationId{-1});
    QVERIFY(row.sample == SampleId{7});
    QVERIFY(row.job == JobId{3});
    QVERIFY(row.label == LabelId{5});
    QCOMPARE(row.order, 21);
    QVERIFY(!row.proposed);
}

void DrawingToolsTest::aBoxUnderThreeScreenPixelsIsNotMeant()
{
    ToolHand hand("box");
    hand.pointer.pixel = 10;  // zoomed out: 3 screen pixels are 30 of the picture
    hand.drag({100, 100}, {200, 129});
    QVERIFY(!hand.edit);
    hand.drag({100, 100}, {200, 131});
    QVERIFY(hand.edit);
    hand.pointer.pixel = 0.1;
    hand.drag({100, 100}, {101, 100.5});
    QVERIFY((hand.result<Box>() == Box{100, 100, 1, 0.5, 0}));
}

void DrawingToolsTest::shiftMakesASquare()
{
    ToolHand hand("box");
    hand.pointer.shift = true;
    hand.drag({500, 400}, {400, 370});
    QVERIFY((hand.result<Box>() == Box{400, 300, 100, 100, 0}));
    hand.drag({500, 50}, {600, 0});  // no room for 100 upwards
    QVERIFY((hand.result<Box>() == Box{500, 0, 50, 50, 0}));
}

void DrawingToolsTest::ctrlDrawsFromTheCentre()
{
    ToolHand hand("box");
    hand.pointer.ctrl = true;
    hand.drag({500, 400}, {530, 380});
    QVERIFY((hand.result<Box>() == Box{470, 380, 60, 40, 0}));
    hand.drag({20, 400}, {80, 410});  // only 20 to the left
    QVERIFY((hand.result<Box>() == Box{0, 390, 40, 20, 0}));
}

void DrawingToolsTest::boxesStayInTheSample()
{
    ToolHand hand("box");
    hand.drag({900, 700}, {1500, 1200});
    QVERIFY((hand.result<Box>() == Box{900, 700, 100, 100, 0}));
}

void DrawingToolsTest::drawingOverAnotherShapeDoesNotGrabIt()
{
    ToolHand hand("box");
    hand.selected = {hand.put(Box{100, 100, 200, 200, 0})};
    hand.drag({100, 100}, {300, 300});  // from a corner handle
    QCOMPARE(hand.edit->changes.size(), 1u);
    QVERIFY(hand.resultRow().id == AnnotationId{-1});
}

void DrawingToolsTest::aDragFromTheRimOfTheSampleIsCutToIt()
{
    ToolHand hand("box");
    hand.drag({-50, -20}, {40, 30});
    QVERIFY((hand.result<Box>() == Box{0, 0, 40, 30, 0}));
}

void DrawingToolsTest::theFirstEdgeThenTheWidthMakeATurnedBox()
{
    ToolHand hand("rotated-box");
    QVERIFY(hand.drag({300, 300}, {400, 400}));
    hand.move(300, 400);
    QVERIFY(!hand.click(300, 400));
    QCOMPARE(hand.edit->name, "draw-rotated-box");
    const Corners found = corners(hand.result<Box>());
    QVERIFY(close(found[0], {300, 300}));
    QVERIFY(close(found[1], {400, 400}));
    QVERIFY(close(found[2], {350, 450}));
    QVERIFY(close(found[3], {250, 350}));
    QVERIFY(std::abs(hand.result<Box>().angle - 45) < 1e-9);

    hand.click(300, 300);  // the edge by two clicks
    hand.click(400, 400);
    hand.click(300, 400);
    QVERIFY(nearlyEqual(hand.result<Box>(), boxFromCorners(found), 1e-9));
}

void DrawingToolsTest::shiftTurnsTheFirstEdgeInStepsOf15Degrees()
{
    ToolHand hand("rotated-box");
    hand.pointer.shift = true;
    hand.drag({300, 300}, {400, 355});  // 28.8°
    hand.click(300, 400);
    QVERIFY(std::abs(hand.result<Box>().angle - 30) < 1e-9);
}

void DrawingToolsTest::backspaceGoesBackToTheEdgeOfATurnedBox()
{
    ToolHand hand("rotated-box");
    hand.drag({300, 300}, {400, 400});
    QVERIFY(hand.stepBack());
    hand.click(400, 300);  // another end
    hand.click(400, 350);
    QVERIFY((hand.result<Box>() == Box{300, 300, 100, 50, 0}));
    hand.press(300, 300);
    QVERIFY(!hand.stepBack());
}

void DrawingToolsTest::turnedBoxesStayInTheSample()
{
    ToolHand hand("rotated-box");
    hand.drag({100, 50}, {20, 90});
    hand.click(-300, -500);
    QVERIFY(isInside(hand.result<Box>(), 1000, 800));
    QVERIFY(hand.result<Box>().h > 10);
}

void DrawingToolsTest::circlesGrowFromTheCentreAndStayInside()
{
    ToolHand hand("circle");
    hand.drag({500, 400}, {530, 440});
    QCOMPARE(hand.edit->name, "draw-circle");
    QVERIFY((hand.result<Circle>() == Circle{{500, 400}, 50}));
    hand.click(30, 400);
    hand.click(130, 400);
    QVERIFY((hand.result<Circle>() == Circle{{30, 400}, 30}));
    hand.drag({500, 400}, {501, 400});
    QVERIFY(!hand.edit);
}

void DrawingToolsTest::linesAndDashedLinesHaveTwoEnds()
{
    for (const bool dashed : {false, true}) {
        ToolHand hand(dashed ? "dashed" : "line");
        hand.drag({10, 20}, {30, 50});
        QCOMPARE(hand.edit->name, dashed ? "draw-dashed" : "draw-line");
        QVERIFY((hand.result<Polyline>() == Polyline{{{10, 20}, {30, 50}}, dashed}));
    }
}

void DrawingToolsTest::shiftSnapsLinesTo45DegreesInsideTheSample()
{
    ToolHand hand("line");
    hand.pointer.shift = true;
    hand.drag({100, 100}, {200, 110});
    QVERIFY(close(hand.result<Polyline>().points[1], {200, 100}));
    hand.drag({900, 100}, {1080, 280});  // to the border along the diagonal
    QVERIFY(close(hand.result<Polyline>().points[1], {1000, 200}));
}

void DrawingToolsTest::aPointIsOneClick()
{
    ToolHand hand("point");
    QVERIFY(!hand.click(12, 2000));
    QCOMPARE(hand.edit->name, "draw-point");
    QVERIFY((hand.result<Point>() == Point{12, 800}));
}

void DrawingToolsTest::aDoubleClickMakesOneShape()
{
    for (const char *id : {"box", "rotated-box", "polygon", "circle", "line", "dashed", "polyline", "point"}) {
        ToolHand hand(id);
        QVERIFY(hand.doubleClick(12, 12));  // after the click that ended one
        hand.move(90, 90);
        QVERIFY(hand.gesture->preview().empty());
        QVERIFY(!hand.release(90, 90));
        QVERIFY(!hand.edit);
    }
}

void DrawingToolsTest::droppedGesturesLeaveNothing()
{
    for (const char *id : {"box", "rotated-box", "polygon", "circle", "line", "dashed", "polyline", "point"}) {
        ToolHand hand(id);
        hand.put(Box{0, 0, 5, 5, 0});
        const SampleContent before = hand.content;
        hand.press(100, 100);
        hand.move(200, 250);
        QCOMPARE(hand.gesture->preview().size(), 1u);
        QVERIFY(hand.gesture->hides().empty());
        hand.escape();
        QVERIFY(!hand.edit);
        QVERIFY(hand.content == before);
    }
}

REGISTER_TEST(DrawingToolsTest);
#include "drawing_tools_test.moc"
