#include "tests/core/mask_hand.h"
#include "tests/test_registry.h"

using namespace core;
using tests::MaskHand;
using tests::naiveMask;
using tests::rectangle;

namespace {

constexpr int Width = 200, Height = 160;

MaskRuns naiveStroke(const std::vector<Point> &way, double radius)
{
    return naiveMask(Width, Height, [&](Point pixel) {
        for (std::size_t i = 0; i < way.size(); ++i)
            if (distanceToSegment(pixel, way[i == 0 ? 0 : i - 1], way[i]) <= radius)
                return true;
        return false;
    });
}

void stroke(MaskHand &hand, const std::vector<Point> &way)
{
    hand.press(way.front().x, way.front().y);
    for (const Point p : way)
        hand.move(p.x, p.y);
    hand.release(way.back().x, way.back().y);
}

}  // namespace

class BrushToolTest : public QObject {
    Q_OBJECT
private slots:
    void aClickPaintsOneDiskAsANewObject();
    void aStrokePaintsEverythingBetweenItsSubPixelPositions();
    void eachMoveAddsOneDab();
    void aStrokeIsCutToTheSample();
    void paintingAddsToTheOneSelectedMask();
    void withTwoMasksSelectedTheBrushMakesAnObject();
    void altSwapsBrushAndEraserAtThePress();
    void theEraserTakesFromTheSelectedMasksOnly();
    void theEraserTakesFromTheUpperMostMaskUnderThePress();
    void startedBesideMasksTheEraserTakesFromTheUpperMostItMeets();
    void aMaskErasedWhollyIsGone();
    void lockedAndHiddenSelectionsAreNotPainted();
    void exclusivePaintingTakesFromOthersButNotFromLockedOnes();
    void paintingWhatIsThereChangesNothing();
    void shiftDrawsStraightFromTheLastEnd();
    void shiftDrawsNoLineFromAnotherSampleOrADroppedStroke();
    void theRingIsTheBrush();
};

void BrushToolTest::aClickPaintsOneDiskAsANewObject()
{
    MaskHand hand("brush");
    QVERIFY(!hand.click(50.3, 60.7));
    QCOMPARE(hand.edit->name, "paint-mask");
    QCOMPARE(hand.edit->changes.size(), 1u);
    QCOMPARE(hand.resultRow().label, LabelId{5});
    QCOMPARE(hand.resultRow().sample, SampleId{7});
    QVERIFY(hand.made() == naiveStroke({{50.3, 60.7}}, 7.5));
}

void BrushToolTest::aStrokePaintsEverythingBetweenItsSubPixelPositions()
{
    const std::vector<Point> way{{20.25, 20.5}, {90.1, 33.9}, {90.7, 33.2}, {60, 120.4}, {20.3, 20.6}};
    for (const double radius : {1.5, 4.25, 12.0}) {
        MaskHand hand("brush");
        hand.bench.options.brushRadius = radius;
        stroke(hand, way);
        QVERIFY(hand.made() == naiveStroke(way, radius));
    }
}

void BrushToolTest::eachMoveAddsOneDab()
{
    MaskHand hand("brush");
    hand.press(40.5, 40.5);
    QCOMPARE(hand.gesture->dabs().size(), 1u);
    hand.move(60.5, 40.5);
    hand.move(60.5, 40.5);  // standing still
    QCOMPARE(hand.gesture->dabs().size(), 2u);
    QVERIFY(!hand.gesture->erases());
    QVERIFY(hand.gesture->dabs()[0] == naiveStroke({{40.5, 40.5}}, 7.5));
    QVERIFY(hand.gesture->dabs()[1] == naiveStroke({{40.5, 40.5}, {60.5, 40.5}}, 7.5));
    hand.release(80, 41);
    QVERIFY(hand.made() == naiveStroke({{40.5, 40.5}, {60.5, 40.5}, {80, 41}}, 7.5));
}

void BrushToolTest::aStrokeIsCutToTheSample()
{
    MaskHand hand("brush");
    const std::vector<Point> way{{-3, 5}, {Width + 10.0, 5}, {Width - 2.0, Height + 20.0}};
    hand.press(way[0].x, way[0].y);
    hand.move(way[1].x, way[1].y);
    QVERIFY(bounds(hand.gesture->dabs()[1])->left == 0 && bounds(hand.gesture->dabs()[1])->right == Width);
    hand.release(way[2].x, way[2].y);
    QVERIFY(hand.made() == naiveStroke(way, 7.5));
    QVERIFY(!hand.click(-50, -50));
    QVERIFY(!hand.edit);
}

void BrushToolTest::paintingAddsToTheOneSelectedMask()
{
    MaskHand hand("brush");
    const AnnotationId other = hand.putMask(rectangle(0, 0, 10, 10));
    const AnnotationId mask = hand.putMask(rectangle(40, 40, 60, 60));
    hand.put(Box{1, 1, 5, 5, 0});
    hand.selected = {mask};
    hand.click(60, 50);
    QCOMPARE(hand.edit->changes.size(), 1u);
    QVERIFY(hand.after(mask) == united(rectangle(40, 40, 60, 60), naiveStroke({{60, 50}}, 7.5)));
    QVERIFY(hand.after(other) == rectangle(0, 0, 10, 10));
    QVERIFY(hand.selected == std::vector{mask});
}

void BrushToolTest::withTwoMasksSelectedTheBrushMakesAnObject()
{
    MaskHand hand("brush");
    hand.selected = {hand.putMask(rectangle(40, 40, 60, 60)), hand.putMask(rectangle(70, 40, 90, 60))};
    hand.click(60, 50);
    QVERIFY(!std::get<RowChange<Annotation>>(hand.edit->changes.at(0)).before);
    QVERIFY(hand.made() == naiveStroke({{60, 50}}, 7.5));
}

void BrushToolTest::altSwapsBrushAndEraserAtThePress()
{
    for (const auto &[tool, alt, name] : {std::tuple{"brush", true, "erase-mask"},
                                          {"eraser", false, "erase-mask"},
                                          {"eraser", true, "paint-mask"},
                                          {"brush", false, "paint-mask"}}) {
        MaskHand hand(tool);
        const AnnotationId mask = hand.putMask(rectangle(40, 40, 60, 60));
        hand.selected = {mask};
        hand.pointer.alt = alt;
        hand.press(60, 50);
        const bool erases = hand.gesture->erases();
        QCOMPARE(erases, name == std::string("erase-mask"));
        hand.pointer.alt = !alt;
        hand.release(60, 50);
        QCOMPARE(hand.edit->name, name);
        const MaskRuns disc = naiveStroke({{60, 50}}, 7.5), before = rectangle(40, 40, 60, 60);
        QVERIFY(hand.after(mask) == (erases ? subtracted(before, disc) : united(before, disc)));
    }
}

void BrushToolTest::theEraserTakesFromTheSelectedMasksOnly()
{
    MaskHand hand("eraser");
    const AnnotationId first = hand.putMask(rectangle(40, 40, 60, 60));
    const AnnotationId second = hand.putMask(rectangle(45, 40, 65, 60));
    const AnnotationId third = hand.putMask(rectangle(42, 40, 62, 60));
    hand.selected = {first, second};
    hand.click(50, 50);
    const MaskRuns disc = naiveStroke({{50, 50}}, 7.5);
    QVERIFY(hand.after(first) == subtracted(rectangle(40, 40, 60, 60), disc));
    QVERIFY(hand.after(second) == subtracted(rectangle(45, 40, 65, 60), disc));
    QVERIFY(hand.after(third) == rectangle(42, 40, 62, 60));
    QVERIFY((hand.selected == std::vector{first, second}));
}

void BrushToolTest::theEraserTakesFromTheUpperMostMaskUnderThePress()
{
    MaskHand hand("eraser");
    const AnnotationId low = hand.putMask(rectangle(40, 40, 60, 60));
    const AnnotationId high = hand.putMask(rectangle(45, 40, 65, 60));
    const AnnotationId beside = hand.putMask(rectangle(52, 40, 65, 60));  // touched, but not where pressed
    const AnnotationId locked = hand.putMask(rectangle(30, 30, 70, 70), {{std::string(builtin::Locked), "1"}});
    const AnnotationId hidden = hand.putMask(rectangle(30, 30, 70, 70), {{std::string(builtin::Hidden), "1"}});
    hand.click(50, 50);
    QCOMPARE(hand.edit->changes.size(), 1u);
    QVERIFY(hand.after(high) == subtracted(rectangle(45, 40, 65, 60), naiveStroke({{50, 50}}, 7.5)));
    for (const AnnotationId id : {low, beside, locked, hidden})
        QVERIFY(hand.after(id) == *std::get<Mask>(hand.content.annotation(id)->geometry).runs);
    QVERIFY(hand.selected == std::vector{high});
}

void BrushToolTest::startedBesideMasksTheEraserTakesFromTheUpperMostItMeets()
{
    MaskHand hand("eraser");
    hand.putMask(rectangle(40, 40, 60, 60));
    const AnnotationId high = hand.putMask(rectangle(45, 40, 60, 60));
    hand.putMask(rectangle(100, 100, 110, 110));
    stroke(hand, {{20, 50}, {50, 50}});
    QCOMPARE(hand.edit->changes.size(), 1u);
    QVERIFY(hand.after(high) == subtracted(rectangle(45, 40, 60, 60), naiveStroke({{20, 50}, {50, 50}}, 7.5)));
    stroke(hand, {{20, 100}, {20, 120}});
    QVERIFY(!hand.edit);
}

void BrushToolTest::aMaskErasedWhollyIsGone()
{
    MaskHand hand("eraser");
    const AnnotationId mask = hand.putMask(rectangle(50, 50, 54, 54));
    hand.selected = {mask};
    hand.click(52, 52);
    QVERIFY(!patched(hand.content, hand.edit.value()).annotation(mask));
    QVERIFY(hand.selected.empty());
}

void BrushToolTest::lockedAndHiddenSelectionsAreNotPainted()
{
    for (const char *tool : {"brush", "eraser", "fill", "lasso", "mask-polygon", "scissors", "grabcut", "extreme"})
        for (const std::string_view key : {builtin::Locked, builtin::Hidden}) {
            MaskHand hand(tool);
            hand.show(tests::picture(Width, Height, [](Point) { return tests::Color{9, 9, 9}; }));
            hand.selected = {hand.putMask(rectangle(40, 40, 60, 60), {{std::string(key), "1"}})};
            QVERIFY(!hand.press(50, 50));
            hand.selected.clear();
            QVERIFY(hand.press(50, 50));
        }
}

void BrushToolTest::exclusivePaintingTakesFromOthersButNotFromLockedOnes()
{
    MaskHand hand("brush");
    hand.bench.options.exclusive = true;
    const AnnotationId other = hand.putMask(rectangle(0, 0, 50, 100));
    const AnnotationId locked = hand.putMask(rectangle(50, 0, 54, 100), {{std::string(builtin::Locked), "1"}});
    const AnnotationId mask = hand.putMask(rectangle(80, 0, 90, 100));
    hand.selected = {mask};
    stroke(hand, {{45, 50}, {70, 50}});
    const MaskRuns painted = naiveStroke({{45, 50}, {70, 50}}, 7.5);
    QVERIFY(hand.after(other) == subtracted(rectangle(0, 0, 50, 100), painted));
    QVERIFY(hand.after(locked) == rectangle(50, 0, 54, 100));
    QVERIFY(hand.after(mask) == united(rectangle(80, 0, 90, 100), subtracted(painted, rectangle(50, 0, 54, 100))));
}

void BrushToolTest::paintingWhatIsThereChangesNothing()
{
    MaskHand hand("brush");
    hand.selected = {hand.putMask(rectangle(0, 0, 100, 100))};
    QVERIFY(!hand.click(50, 50));
    QVERIFY(!hand.edit);
}

void BrushToolTest::shiftDrawsStraightFromTheLastEnd()
{
    MaskHand hand("brush");
    hand.pointer.shift = true;
    hand.click(30, 30);  // nothing to begin at
    QVERIFY(hand.made() == naiveStroke({{30, 30}}, 7.5));
    hand.pointer.shift = false;
    stroke(hand, {{30, 30}, {50, 30.5}});
    hand.pointer.shift = true;
    hand.click(120.2, 90);
    QVERIFY(hand.made() == naiveStroke({{50, 30.5}, {120.2, 90}}, 7.5));
    hand.click(30, 140);
    QVERIFY(hand.made() == naiveStroke({{120.2, 90}, {30, 140}}, 7.5));
}

void BrushToolTest::shiftDrawsNoLineFromAnotherSampleOrADroppedStroke()
{
    MaskHand hand("brush");
    hand.click(30, 30);
    hand.press(100, 100);
    hand.escape();
    hand.pointer.shift = true;
    hand.click(60, 30);
    QVERIFY(hand.made() == naiveStroke({{30, 30}, {60, 30}}, 7.5));
    hand.content.sample.id = {8};
    hand.click(120, 120);
    QVERIFY(hand.made() == naiveStroke({{120, 120}}, 7.5));
}

void BrushToolTest::theRingIsTheBrush()
{
    for (const char *tool : {"brush", "eraser"}) {
        MaskHand hand(tool);
        hand.bench.options.brushRadius = 33;
        QVERIFY(hand.ring(5, 5) == 33.0);
    }
    QVERIFY(!MaskHand("lasso").ring(5, 5));
}

REGISTER_TEST(BrushToolTest);
#include "brush_tool_test.moc"
