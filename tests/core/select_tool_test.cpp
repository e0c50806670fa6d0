#include "core/boxes.h"
#include "tests/core/tool_hand.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using tests::ToolHand;

class SelectToolTest : public QObject {
    Q_OBJECT
private slots:
    void aClickSelectsTheSmallest();
    void clickingAgainAtTheSamePlaceGoesToTheNextBelow();
    void ctrlAndShiftToggle();
    void aClickOnNothingSelectsNothing();
    void aDragMovesWhatIsUnderThePointer();
    void aDragMovesAllThatIsSelected();
    void movedShapesStayWholeInTheSample();
    void aShapeThatSticksOutCanBeMovedBackIn();
    void afterCyclingTheObjectBelowIsDragged();
    void theRubberBandSelectsWhatLiesInIt();
    void ctrlAddsTheRubberBandToTheSelection();
    void lockedAndHiddenObjectsAreNotGrabbed();
    void aCornerResizesAgainstTheOppositeOne();
    void aWholeEdgeResizes();
    void resizingStopsAtTheBorder();
    void aBoxDraggedFlatStaysAsItWas();
    void theHandleAboveABoxTurnsIt();
    void shiftTurnsInStepsOf15Degrees();
    void verticesMove();
    void midpointsInsert();
    void altClickRemovesAVertex();
    void aDoubleClickRemovesAVertex();
    void threeVerticesStay();
    void theRimResizesACircle();
    void theEndsOfALineMove();
    void smallShapesKeepAnInsideToMoveThemBy();
    void aClickOnAHandleChangesNothing();
    void aDoubleClickOnTheBackgroundIsLeftToTheCanvas();
    void theCursorTellsWhatAPressWouldDo();
    void droppedGesturesLeaveNothing();
    void whateverTheHandDoesShapesStayInside();
};

namespace {

const Rect Border{-1e-6, -1e-6, 400 + 1e-6, 300 + 1e-6};
const Ring Triangle{{100, 100}, {300, 100}, {300, 300}};
const Ring Square{{100, 100}, {300, 100}, {300, 300}, {100, 300}};

}  // namespace

void SelectToolTest::aClickSelectsTheSmallest()
{
    ToolHand hand("select");
    hand.put(Box{0, 0, 500, 500, 0});
    const auto small = hand.put(Box{100, 100, 50, 50, 0});
    hand.put(Box{50, 50, 200, 200, 0});
    QVERIFY(!hand.click(125, 125));
    QVERIFY((hand.selected == std::vector{small}));
    QVERIFY(!hand.edit);
}

void SelectToolTest::clickingAgainAtTheSamePlaceGoesToTheNextBelow()
{
    ToolHand hand("select");
    const auto large = hand.put(Box{0, 0, 500, 500, 0});
    const auto small = hand.put(Box{100, 100, 50, 50, 0});
    const auto middle = hand.put(Box{50, 50, 200, 200, 0});
    for (const auto expected : {small, middle, large, small}) {
        hand.click(125, 126);
        QVERIFY((hand.selected == std::vector{expected}));
    }
    hand.click(135, 135);  // another place: from the top again
    QVERIFY((hand.selected == std::vector{small}));
}

void SelectToolTest::ctrlAndShiftToggle()
{
    ToolHand hand("select");
    const auto a = hand.put(Box{0, 0, 50, 50, 0}), b = hand.put(Box{100, 0, 50, 50, 0});
    hand.click(25, 25);
    hand.pointer.ctrl = true;
    hand.click(125, 25);
    QVERIFY((hand.selected == std::vector{a, b}));
    hand.pointer.ctrl = false;
    hand.pointer.shift = true;
    hand.click(25, 25);
    QVERIFY((hand.selected == std::vector{b}));
}

void SelectToolTest::aClickOnNothingSelectsNothing()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{0, 0, 50, 50, 0})};
    hand.click(400, 400);
    QVERIFY(hand.selected.empty());
}

void SelectToolTest::aDragMovesWhatIsUnderThePointer()
{
    ToolHand hand("select");
    const auto small = hand.put(Box{100, 100, 50, 50, 0});
    hand.selected = {hand.put(Box{0, 0, 500, 500, 0})};
    hand.press(125, 125);
    hand.move(135, 145);
    QCOMPARE(hand.gesture->preview().size(), 1u);
    QVERIFY((hand.gesture->hides() == std::vector{small}));
    hand.release(135, 145);
    QCOMPARE(hand.edit->name, "move");
    QVERIFY((hand.result<Box>() == Box{110, 120, 50, 50, 0}));
    QVERIFY((hand.selected == std::vector{small}));
}

void SelectToolTest::aDragMovesAllThatIsSelected()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{100, 100, 50, 50, 0}), hand.put(Circle{{300, 300}, 20})};
    hand.put(Point{500, 500});
    hand.drag({125, 125}, {135, 145});
    QCOMPARE(hand.edit->changes.size(), 2u);
    QVERIFY((hand.result<Box>() == Box{110, 120, 50, 50, 0}));
    const auto &second = std::get<RowChange<Annotation>>(hand.edit->changes[1]);
    QVERIFY((std::get<Circle>(second.after->geometry) == Circle{{310, 320}, 20}));
    QVERIFY(*second.before == *hand.content.annotations[1]);
    QCOMPARE(hand.selected.size(), 2u);
}

void SelectToolTest::movedShapesStayWholeInTheSample()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{100, 100, 50, 50, 0}), hand.put(Circle{{300, 300}, 20})};
    hand.drag({125, 125}, {2000, -2000});
    QVERIFY((hand.result<Box>() == Box{780, 0, 50, 50, 0}));  // both keep their distance
}

void SelectToolTest::aShapeThatSticksOutCanBeMovedBackIn()
{
    ToolHand hand("select");
    hand.put(Box{-30, 100, 100, 50, 0});
    hand.drag({10, 125}, {0, 125});  // not farther out
    QVERIFY(!hand.edit);
    hand.drag({10, 125}, {60, 125});
    QVERIFY((hand.result<Box>() == Box{20, 100, 100, 50, 0}));
}

void SelectToolTest::afterCyclingTheObjectBelowIsDragged()
{
    ToolHand hand("select");
    const auto large = hand.put(Box{0, 0, 500, 500, 0});
    hand.put(Box{100, 100, 50, 50, 0});
    hand.click(125, 125);
    hand.click(125, 125);
    hand.drag({125, 125}, {135, 145});
    QVERIFY(hand.resultRow().id == large);
}

void SelectToolTest::theRubberBandSelectsWhatLiesInIt()
{
    ToolHand hand("select");
    const auto a = hand.put(Box{100, 100, 50, 50, 0});
    hand.put(Box{180, 100, 50, 50, 0});  // sticks out
    hand.put(Box{110, 110, 10, 10, 0}, {{"@locked", "1"}});
    hand.put(WholeSample{});
    hand.press(200, 200);
    hand.move(90, 90);
    QVERIFY((hand.gesture->band() == Rect{90, 90, 200, 200}));
    QVERIFY((*hand.gesture->selection() == std::vector{a}));
    hand.release(90, 90);
    QVERIFY((hand.selected == std::vector{a}));
    QVERIFY(!hand.edit);
}

void SelectToolTest::ctrlAddsTheRubberBandToTheSelection()
{
    ToolHand hand("select");
    const auto a = hand.put(Box{100, 100, 50, 50, 0}), b = hand.put(Box{500, 100, 50, 50, 0});
    hand.selected = {b};
    hand.pointer.ctrl = true;
    hand.drag({200, 200}, {90, 90});
    QVERIFY((hand.selected == std::vector{b, a}));
    hand.click(300, 300);
    QVERIFY((hand.selected == std::vector{b, a}));
}

void SelectToolTest::lockedAndHiddenObjectsAreNotGrabbed()
{
    ToolHand hand("select");
    hand.put(Box{100, 100, 20, 20, 0}, {{"@locked", "1"}});
    hand.put(Box{100, 100, 30, 30, 0}, {{"@hidden", "1"}});
    const auto below = hand.put(Box{100, 100, 400, 400, 0});
    hand.click(110, 110);
    QVERIFY((hand.selected == std::vector{below}));
    hand.selected = {AnnotationId{1}, below};  // selected in a list
    hand.drag({300, 300}, {310, 310});
    QCOMPARE(hand.edit->changes.size(), 1u);
    QVERIFY(hand.resultRow().id == below);
}

void SelectToolTest::aCornerResizesAgainstTheOppositeOne()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{100, 100, 50, 50, 0})};
    hand.drag({152, 151}, {182, 201});  // grabbed beside the corner: no jump
    QCOMPARE(hand.edit->name, "resize");
    QVERIFY((hand.result<Box>() == Box{100, 100, 80, 100, 0}));
    hand.drag({100, 100}, {200, 200});  // over the opposite corner
    QVERIFY((hand.result<Box>() == Box{150, 150, 50, 50, 0}));
}

void SelectToolTest::aWholeEdgeResizes()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{100, 100, 300, 300, 0})};
    hand.drag({101, 350}, {51, 200});
    QVERIFY((hand.result<Box>() == Box{50, 100, 350, 300, 0}));
    hand.drag({180, 400}, {180, 450});
    QVERIFY((hand.result<Box>() == Box{100, 100, 300, 350, 0}));
}

void SelectToolTest::resizingStopsAtTheBorder()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{100, 100, 300, 300, 0})};
    hand.drag({400, 400}, {4000, 4000});
    QVERIFY((hand.result<Box>() == Box{100, 100, 900, 700, 0}));
}

void SelectToolTest::aBoxDraggedFlatStaysAsItWas()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{100, 100, 300, 300, 0})};
    hand.drag({400, 250}, {101, 250});
    QVERIFY(!hand.edit);
}

void SelectToolTest::theHandleAboveABoxTurnsIt()
{
    ToolHand hand("select");
    hand.pointer.pixel = 2;
    hand.selected = {hand.put(Box{200, 200, 100, 100, 0})};
    hand.drag({250, 152}, {350, 250});  // from above to the right
    QCOMPARE(hand.edit->name, "rotate");
    QVERIFY(nearlyEqual(hand.result<Box>(), Box{200, 200, 100, 100, 90}, 1e-9));
}

void SelectToolTest::shiftTurnsInStepsOf15Degrees()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{200, 200, 100, 100, 0})};
    hand.pointer.shift = true;
    hand.drag({250, 176}, {290, 180});  // 29.7°
    QVERIFY((hand.result<Box>() == Box{200, 200, 100, 100, 30}));
}

void SelectToolTest::verticesMove()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Polygon{{Triangle}})};
    hand.drag({300, 300}, {350, 2000});
    QCOMPARE(hand.edit->name, "move-vertex");
    QVERIFY((hand.result<Polygon>().rings[0] == Ring{{100, 100}, {300, 100}, {350, 800}}));
}

void SelectToolTest::midpointsInsert()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Polygon{{Triangle}})};
    hand.drag({200, 200}, {150, 250});  // of the edge from the last vertex to the first
    QCOMPARE(hand.edit->name, "insert-vertex");
    QVERIFY((hand.result<Polygon>().rings[0] == Ring{{100, 100}, {300, 100}, {300, 300}, {150, 250}}));
    hand.click(200, 200);
    QVERIFY(!hand.edit);
}

void SelectToolTest::altClickRemovesAVertex()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Polygon{{Square}})};
    hand.pointer.alt = true;
    hand.click(301, 101);
    QCOMPARE(hand.edit->name, "remove-vertex");
    QVERIFY((hand.result<Polygon>().rings[0] == Ring{{100, 100}, {300, 300}, {100, 300}}));
    hand.drag({301, 101}, {400, 200});  // not a click
    QVERIFY(!hand.edit);
}

void SelectToolTest::aDoubleClickRemovesAVertex()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Polygon{{Square}})};
    hand.put(Box{200, 0, 300, 300, 0});  // a click may not go through to it
    hand.click(301, 101);
    hand.doubleClick(301, 101);
    hand.release(301, 101);
    QVERIFY((hand.result<Polygon>().rings[0] == Ring{{100, 100}, {300, 300}, {100, 300}}));
}

void SelectToolTest::threeVerticesStay()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Polygon{{Triangle}})};
    hand.pointer.alt = true;
    hand.click(100, 100);
    QVERIFY(!hand.edit);
}

void SelectToolTest::theRimResizesACircle()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Circle{{200, 200}, 50})};
    hand.drag({230, 240}, {260, 280});
    QCOMPARE(hand.edit->name, "resize");
    QVERIFY((hand.result<Circle>() == Circle{{200, 200}, 100}));
    hand.drag({230, 240}, {900, 700});
    QVERIFY((hand.result<Circle>() == Circle{{200, 200}, 200}));
    hand.drag({200, 200}, {210, 210});
    QCOMPARE(hand.edit->name, "move");
}

void SelectToolTest::theEndsOfALineMove()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Polyline{{{100, 100}, {200, 100}}, true})};
    hand.drag({200, 100}, {200, 150});
    QVERIFY((hand.result<Polyline>() == Polyline{{{100, 100}, {200, 150}}, true}));
    hand.pointer.shift = true;
    hand.drag({200, 100}, {200, 190});
    QVERIFY(nearlyEqual(hand.result<Polyline>(), Polyline{{{100, 100}, {195, 195}}, true}, 1e-9));
    hand.pointer.shift = false;
    hand.drag({150, 100}, {150, 110});  // no midpoint: the line stays one
    QCOMPARE(hand.edit->name, "move");
}

void SelectToolTest::smallShapesKeepAnInsideToMoveThemBy()
{
    const Ring ring{{100, 100}, {109, 100}, {112, 105}, {109, 112}, {100, 112}, {97, 105}};
    for (const Geometry &shape :
         {Geometry(Box{98, 99, 12, 12, 0}), Geometry(Circle{{104, 105}, 7}), Geometry(Polygon{{ring}})}) {
        ToolHand hand("select");
        hand.selected = {hand.put(shape)};
        hand.drag({104, 105}, {124, 105});
        QCOMPARE(hand.edit->name, "move");
        hand.drag({101, 94}, {101, 80});  // from outside a handle is as easy to hit as ever
        QVERIFY(hand.edit && hand.edit->name != "move");
    }
}

void SelectToolTest::aClickOnAHandleChangesNothing()
{
    ToolHand hand("select");
    hand.put(Box{390, 390, 20, 20, 0});
    hand.selected = {hand.put(Box{100, 100, 300, 300, 0})};
    hand.click(400, 400);
    QVERIFY(!hand.edit);
    QVERIFY((hand.selected == std::vector{AnnotationId{2}}));
}

void SelectToolTest::aDoubleClickOnTheBackgroundIsLeftToTheCanvas()
{
    ToolHand hand("select");
    hand.put(Box{100, 100, 300, 300, 0});
    QVERIFY(!hand.doubleClick(600, 600));
    QVERIFY(hand.doubleClick(200, 200));
}

void SelectToolTest::theCursorTellsWhatAPressWouldDo()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{200, 200, 100, 100, 0})};
    const auto tool = makeTool("select");
    const auto cursor = [&](double x, double y) { return tool->cursor(hand.at(x, y), hand.scene()); };
    QVERIFY(cursor(200, 200) == Cursor::SizeFalling);
    QVERIFY(cursor(300, 200) == Cursor::SizeRising);
    QVERIFY(cursor(250, 300) == Cursor::SizeVertical);
    QVERIFY(cursor(300, 230) == Cursor::SizeHorizontal);
    QVERIFY(cursor(250, 176) == Cursor::Rotate);
    QVERIFY(cursor(250, 250) == Cursor::SizeAll);
    QVERIFY(cursor(10, 10) == Cursor::Arrow);
    QVERIFY(makeTool("box")->cursor(hand.at(250, 250), hand.scene()) == Cursor::Cross);
}

void SelectToolTest::droppedGesturesLeaveNothing()
{
    ToolHand hand("select");
    hand.selected = {hand.put(Box{200, 200, 100, 100, 0})};
    const SampleContent before = hand.content;
    for (const Point from : {Point{250, 250}, Point{200, 200}, Point{250, 176}, Point{600, 600}}) {
        hand.press(from.x, from.y);
        hand.move(from.x + 30, from.y + 40);
        hand.escape();
        QVERIFY(!hand.edit);
        QVERIFY(hand.content == before);
        QCOMPARE(hand.selected.size(), 1u);
    }
}

// All tools, any order of events: no crash, one change per object, everything inside.
void SelectToolTest::whateverTheHandDoesShapesStayInside()
{
    std::mt19937 random(1);
    const auto number = [&random](double low, double high) {
        return std::uniform_real_distribution(low, high)(random);
    };
    int edits = 0;
    for (int round = 0; round < 900; ++round) {
        static constexpr const char *Tools[] = {"select", "box",    "rotated-box", "polygon", "circle",
                                                "line",   "dashed", "polyline",    "point"};
        ToolHand hand(Tools[round % 9], 400, 300);
        const AnnotationId all[] = {
            hand.put(boxOverEdge({100, 100}, {200, 120}, {150, 220}, 400, 300)), hand.put(Circle{{200, 150}, 60}),
            hand.put(Polygon{{{{50, 50}, {350, 60}, {300, 280}, {60, 250}}, {{150, 150}, {180, 150}, {170, 190}}}}),
            hand.put(Polyline{{{10, 10}, {390, 290}, {20, 280}}, false}), hand.put(Box{120, 90, 90, 80, 0})};
        hand.selected = {all[random() % 5]};
        for (int i = 0; i < 40; ++i) {
            hand.pointer.shift = random() % 4 == 0;
            hand.pointer.ctrl = random() % 5 == 0;
            hand.pointer.alt = random() % 5 == 0;
            const double x = number(-100, 500), y = number(-100, 400);
            switch (hand.gesture ? random() % 7 : 6 + random() % 2) {
            case 0: hand.release(x, y); break;
            case 1: hand.doubleClick(x, y); break;
            case 2: hand.enter(); break;
            case 3: hand.stepBack(); break;
            case 4:
            case 5: hand.move(x, y); break;
            case 6: hand.press(x, y); break;
            default: hand.doubleClick(x, y);
            }
            for (const Annotation &shown : hand.gesture ? hand.gesture->preview() : std::vector<Annotation>())
                QVERIFY(Border.contains(*bounds(shown.geometry)));
            if (hand.edit) {
                hand.apply();
                ++edits;
            }
        }
        for (const AnnotationPtr &row : hand.content.annotations)
            QVERIFY(Border.contains(*bounds(row->geometry)));
    }
    QVERIFY(edits > 1000);
}

REGISTER_TEST(SelectToolTest);
#include "select_tool_test.moc"
