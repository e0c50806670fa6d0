#include "tests/core/mask_hand.h"
#include "tests/test_registry.h"

using namespace core;
using tests::MaskHand;
using tests::naiveMask;
using tests::rectangle;

namespace {

MaskRuns insideOf(const Ring &ring)
{
    return naiveMask(200, 160, [&](Point pixel) { return contains(std::span(ring), pixel); });
}

const Ring Quad{{20, 20}, {120, 33}, {77, 118}, {61, 60}};

}  // namespace

class MaskOutlineToolTest : public QObject {
    Q_OBJECT
private slots:
    void aPolygonPaintsThePixelsInside();
    void aDoubleClickEndsAndBackspaceTakesBack();
    void crossingItselfAPolygonIsEvenOdd();
    void altAtTheFirstPressErases();
    void aPolygonAddsToTheSelectedMaskInItsLabel();
    void theLassoClosesWhereItIsReleased();
    void theLassoErasesTheUpperMostMaskItMeets();
    void aClickIsNoLasso();
    void backspaceDropsTheLasso();
};

void MaskOutlineToolTest::aPolygonPaintsThePixelsInside()
{
    MaskHand hand("mask-polygon");
    hand.click(Quad);
    QVERIFY(!hand.click(Quad[0].x + 2, Quad[0].y));
    QCOMPARE(hand.edit->name, "paint-mask");
    QCOMPARE(hand.resultRow().label, LabelId{5});
    QVERIFY(hand.made() == insideOf(Quad));
}

void MaskOutlineToolTest::aDoubleClickEndsAndBackspaceTakesBack()
{
    MaskHand hand("mask-polygon");
    hand.click({Quad[0], Quad[1], {150, 150}});
    QVERIFY(hand.stepBack());
    hand.click({Quad[2], Quad[3]});
    QVERIFY(!hand.doubleClick(Quad[3].x, Quad[3].y));
    QVERIFY(hand.made() == insideOf(Quad));
    QVERIFY(hand.doubleClick(Quad[3].x, Quad[3].y));  // the echo begins nothing
    QVERIFY(!hand.release(Quad[3].x, Quad[3].y));
    QVERIFY(!hand.edit);
}

void MaskOutlineToolTest::crossingItselfAPolygonIsEvenOdd()
{
    const Ring star{{100, 10}, {140, 140}, {20, 60}, {180, 60}, {60, 140}};
    MaskHand hand("mask-polygon");
    hand.click(star);
    QVERIFY(!hand.enter());
    QVERIFY(hand.made() == insideOf(star));
    QVERIFY(!contains(hand.made(), {100.5, 80.5}));
}

void MaskOutlineToolTest::altAtTheFirstPressErases()
{
    MaskHand hand("mask-polygon");
    const AnnotationId mask = hand.putMask(rectangle(10, 10, 100, 100));
    hand.pointer.alt = true;
    hand.click(Quad[0].x, Quad[0].y);
    QVERIFY(hand.gesture->erases());
    hand.pointer.alt = false;
    hand.click({Quad[1], Quad[2], Quad[3]});
    QVERIFY(!hand.enter());
    QCOMPARE(hand.edit->name, "erase-mask");
    QVERIFY(hand.after(mask) == subtracted(rectangle(10, 10, 100, 100), insideOf(Quad)));
}

void MaskOutlineToolTest::aPolygonAddsToTheSelectedMaskInItsLabel()
{
    MaskHand hand("mask-polygon");
    const AnnotationId mask = hand.putMask(rectangle(100, 100, 180, 150));
    Annotation labelled = *hand.content.annotation(mask);
    labelled.label = {9};
    hand.content.annotations = {std::make_shared<const Annotation>(labelled)};
    hand.selected = {mask};
    hand.click(Quad);
    QCOMPARE(hand.gesture->preview().at(0).label, LabelId{9});
    QVERIFY(!hand.enter());
    QCOMPARE(hand.resultRow().label, LabelId{9});
    QVERIFY(hand.after(mask) == united(rectangle(100, 100, 180, 150), insideOf(Quad)));
    QVERIFY(hand.selected == std::vector{mask});
}

void MaskOutlineToolTest::theLassoClosesWhereItIsReleased()
{
    MaskHand hand("lasso");
    hand.press(Quad[0].x, Quad[0].y);
    for (std::size_t i = 1; i < Quad.size(); ++i)
        hand.move(Quad[i].x, Quad[i].y);
    QVERIFY((std::get<Polygon>(hand.gesture->preview().at(0).geometry) == Polygon{{Quad}}));
    QVERIFY(!hand.release(Quad.back().x, Quad.back().y));
    QCOMPARE(hand.edit->name, "paint-mask");
    QVERIFY(hand.made() == insideOf(Quad));
}

void MaskOutlineToolTest::theLassoErasesTheUpperMostMaskItMeets()
{
    MaskHand hand("lasso");
    const AnnotationId low = hand.putMask(rectangle(30, 30, 100, 100));
    const AnnotationId high = hand.putMask(rectangle(40, 30, 90, 100));
    hand.pointer.alt = true;
    hand.press(Quad[0].x, Quad[0].y);
    for (const Point corner : Quad)
        hand.move(corner.x, corner.y);
    QVERIFY(!hand.release(Quad.back().x, Quad.back().y));
    QCOMPARE(hand.edit->changes.size(), 1u);
    QVERIFY(hand.after(low) == rectangle(30, 30, 100, 100));
    QVERIFY(hand.after(high) == subtracted(rectangle(40, 30, 90, 100), insideOf(Quad)));
}

void MaskOutlineToolTest::aClickIsNoLasso()
{
    MaskHand hand("lasso");
    QVERIFY(!hand.click(50, 50));
    QVERIFY(!hand.edit);
}

void MaskOutlineToolTest::backspaceDropsTheLasso()
{
    MaskHand hand("lasso");
    hand.press(50, 50);
    hand.move(100, 50);
    hand.move(100, 100);
    QVERIFY(!hand.stepBack());
    QVERIFY(!hand.edit);
}

REGISTER_TEST(MaskOutlineToolTest);
#include "mask_outline_tool_test.moc"
