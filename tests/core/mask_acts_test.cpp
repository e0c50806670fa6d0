// What is done to chosen masks.
#include "tests/core/mask_samples.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class MaskActsTest : public QObject {
    Q_OBJECT
private slots:
    void holesAreFilledOfTheChosenOnly();
    void specksGoAndLeaveTheOthers();
    void aMaskOfSpecksIsRemoved();
    void masksGrowAndShrink();
    void growingStopsAtOthersWhereMasksAreExclusive();
    void smoothingNeverRemovesAMask();
    void withoutASizeNothingGrows();
    void mergingKeepsTheLargest();
    void mergingHandsRelationsOver();
    void splittingMakesOneObjectOfEachIsland();
    void masksBecomePolygonsAndBack();
    void conversionsTellTheirLoss();
    void shapesBecomeMasks();
    void lockedOnesStay();
    void pastingTakesThePixelsWhereMasksAreExclusive();
    void movedMasksTakeThePixelsWhereMasksAreExclusive();
};

namespace {

const AnnotationId one{1}, two{2};
const std::vector<AnnotationId> both{one, two};

MaskRuns square(int x, int y, int size)
{
    MaskBuilder builder;
    for (int row = y; row < y + size; ++row)
        builder.add(row, {x, x + size});
    return builder.take();
}

}  // namespace

void MaskActsTest::holesAreFilledOfTheChosenOnly()
{
    const MaskRuns ring = runsOf({"###", "#.#", "###"});
    const SampleContent content = sample({mask(1, ring), mask(2, translated(ring, 5, 0)), box(3, 10, 0, 0)});
    const SampleContent after = done(content, fillHoles(canvas(content), {&one, 1}));
    QVERIFY(runs(after, 1) == square(0, 0, 3));
    QVERIFY(runs(after, 2) == translated(ring, 5, 0));
    QVERIFY(isNothing(fillHoles(canvas(after), {&one, 1})));
    const AnnotationId shape{3};
    QVERIFY(isNothing(fillHoles(canvas(content), {&shape, 1})));
}

void MaskActsTest::specksGoAndLeaveTheOthers()
{
    const SampleContent content = sample({mask(1, runsOf({"##..#", "##", "....##"}))});
    const SampleContent after = done(content, dropSpecks(canvas(content), {&one, 1}, 3));
    QVERIFY(runs(after, 1) == runsOf({"##", "##"}));
}

void MaskActsTest::aMaskOfSpecksIsRemoved()
{
    SampleContent content = sample({mask(1, runsOf({"#.#"})), mask(2, runsOf({"", "###"}))});
    content.relations = {relation(5, 1, 2)};
    const SampleContent after = done(content, dropSpecks(canvas(content), both, 2));
    QVERIFY(!after.annotation(one) && after.annotation(two));
    QVERIFY(after.relations.empty());
}

void MaskActsTest::masksGrowAndShrink()
{
    const SampleContent content = sample({mask(1, square(10, 10, 5)), mask(2, square(0, 0, 2))});
    const SampleContent after = done(content, growMask(canvas(content), both, 1));
    QCOMPARE(area(runs(after, 1)), 45.0);
    QVERIFY(runs(after, 2) == runsOf({"###", "###", "##"}));
    QVERIFY(runs(done(content, growMask(canvas(content), {&one, 1}, -2)), 1) == square(12, 12, 1));
    QVERIFY(!done(content, growMask(canvas(content), {&one, 1}, -3)).annotation(one));
    QCOMPARE(growMask(canvas(content), both, -1).name, std::string("shrink-mask"));
}

void MaskActsTest::growingStopsAtOthersWhereMasksAreExclusive()
{
    const SampleContent content =
        sample({mask(1, square(10, 10, 6)), mask(2, square(16, 10, 6)), mask(3, square(10, 16, 6))});
    const SampleContent after = done(content, growMask(canvas(content, true), both, 2));
    QVERIFY(intersected(runs(after, 1), runs(content, 2)).isEmpty());
    QVERIFY(intersected(runs(after, 2), runs(content, 1)).isEmpty());
    QVERIFY(!meets(runs(after, 1), runs(after, 2)) && !meets(runs(after, 1), runs(after, 3)));
    QVERIFY(meets(runs(after, 1), runs(content, 3)));
    QVERIFY(runs(after, 3) == subtracted(runs(content, 3), united(runs(after, 1), runs(after, 2))));
}

void MaskActsTest::smoothingNeverRemovesAMask()
{
    const SampleContent content =
        sample({mask(1, at(5, 5, {"##########"})), mask(2, united(square(20, 20, 20), at(40, 30, {"#####"})))});
    const SampleContent after = done(content, smoothMask(canvas(content), both, 3));
    QVERIFY(runs(after, 1) == runs(content, 1));
    QVERIFY(!contains(runs(after, 2), {44.5, 30.5}));
    QVERIFY(iou(runs(after, 2), square(20, 20, 20)) > 0.9);
}

void MaskActsTest::withoutASizeNothingGrows()
{
    const SampleContent content = sample({mask(1, square(1, 1, 5))});
    const MaskCanvas unknown{content, {12}};
    QVERIFY(isNothing(growMask(unknown, {&one, 1}, 2)));
    QVERIFY(isNothing(smoothMask(unknown, {&one, 1}, 2)));
    QVERIFY(isNothing(masksToPolygons(unknown, {&one, 1}, 0).edit));
    QVERIFY(isNothing(polygonsToMasks(unknown, {&one, 1}).edit));
}

void MaskActsTest::mergingKeepsTheLargest()
{
    Annotation large = mask(2, square(0, 0, 4));
    large.label = {11};
    const SampleContent content = sample({mask(1, square(3, 3, 3)), large});
    const SampleContent after = done(content, mergeMasks(canvas(content), both));
    QCOMPARE(after.annotations.size(), 1u);
    QCOMPARE(after.annotations[0]->id, two);
    QCOMPARE(after.annotations[0]->label, LabelId{11});
    QVERIFY(runs(after, 2) == united(square(0, 0, 4), square(3, 3, 3)));
    QVERIFY(isNothing(mergeMasks(canvas(content), {&one, 1})));
}

void MaskActsTest::mergingHandsRelationsOver()
{
    SampleContent content = sample({mask(1, square(0, 0, 4)), mask(2, square(9, 9, 2)), box(3, 10, 0, 0)});
    content.relations = {relation(5, 2, 3), relation(6, 1, 2), relation(7, 3, 2), relation(8, 3, 1)};
    const SampleContent after = done(content, mergeMasks(canvas(content), both));
    QCOMPARE(after.relations.size(), 2u);
    QCOMPARE(after.relations[0].id, RelationId{5});
    QCOMPARE(after.relations[0].from, one);
    QCOMPARE(after.relations[1], content.relations[3]);  // 7 would have said the same again
}

void MaskActsTest::splittingMakesOneObjectOfEachIsland()
{
    SampleContent content = sample({mask(1, runsOf({"#..##", ".....", "#"})), mask(2, square(9, 9, 2))});
    content.relations = {relation(5, 1, 2)};
    const Edit edit = splitMask(canvas(content), both);
    QCOMPARE(edit.changes.size(), 3u);
    const SampleContent after = done(content, edit);
    QVERIFY(runs(after, 1) == at(3, 0, {"##"}));
    QVERIFY(runs(after, -1) == runsOf({"#"}));
    QVERIFY(runs(after, -2) == at(0, 2, {"#"}));
    QCOMPARE(after.annotation({-1})->order, after.annotation(one)->order);
    QCOMPARE(after.annotation({-1})->label, LabelId{10});
    QVERIFY(after.annotation({-1})->uuid == Uuid{} && after.annotation({-1})->author.empty());
    QCOMPARE(after.relations.size(), 1u);
}

void MaskActsTest::masksBecomePolygonsAndBack()
{
    const MaskRuns ring = runsOf({"####.#", "#..#", "####"});
    const SampleContent content = sample({mask(1, ring)});
    const Conversion there = masksToPolygons(canvas(content), {&one, 1}, 0);
    QVERIFY(there.loss == ConversionLoss{});
    const SampleContent polygons = done(content, there.edit);
    QCOMPARE(polygons.annotations.size(), 2u);
    QCOMPARE(std::get<Polygon>(polygons.annotation(one)->geometry).rings.size(), 2u);
    const std::vector<AnnotationId> all{one, {-1}};
    const Conversion back = polygonsToMasks(canvas(polygons), all);
    QVERIFY(back.loss == ConversionLoss{});
    const SampleContent masks = done(polygons, back.edit);
    QVERIFY(united(runs(masks, 1), runs(masks, -1)) == ring);
}

void MaskActsTest::conversionsTellTheirLoss()
{
    const SampleContent content = sample({mask(1, cut(disk({50, 40}, 30), 100, 80))});
    const Conversion rough = masksToPolygons(canvas(content), {&one, 1}, 6);
    QVERIFY(rough.loss.lost + rough.loss.gained > 20);
    const SampleContent shape = sample({annotation(1, 10, Circle{{50, 40}, 30.25})});
    const ConversionLoss loss = polygonsToMasks(canvas(shape), {&one, 1}).loss;
    QVERIFY((loss.gained > 0) != (loss.lost > 0));
    QVERIFY(loss.gained + loss.lost < 30);
}

void MaskActsTest::shapesBecomeMasks()
{
    const SampleContent content = sample(
        {annotation(1, 10, Box{2, 3, 4, 5, 0}), annotation(2, 10, Box{-5, -5, 8, 7, 0}), annotation(3, 10, Point{4, 4}),
         annotation(4, 10, Box{9.6, 9.6, 0.3, 0.3, 0}), annotation(5, 10, Circle{{30, 30}, 6})});
    std::vector<AnnotationId> all{one, two, {3}, {4}, {5}};
    const SampleContent after = done(content, polygonsToMasks(canvas(content), all).edit);
    QVERIFY(runs(after, 1) == at(2, 3, {"####", "####", "####", "####", "####"}));
    QVERIFY(runs(after, 2) == runsOf({"###", "###"}));
    QVERIFY(after.annotation({3})->geometry == content.annotation({3})->geometry);
    QVERIFY(after.annotation({4})->geometry == content.annotation({4})->geometry);
    QVERIFY(runs(after, 5) == disk({30, 30}, 6));
}

void MaskActsTest::lockedOnesStay()
{
    const SampleContent content =
        sample({locked(mask(1, runsOf({"###", "#.#", "###"}))), locked(mask(2, runsOf({"#.#"})))});
    QVERIFY(isNothing(fillHoles(canvas(content), both)));
    QVERIFY(isNothing(dropSpecks(canvas(content), both, 50)));
    QVERIFY(isNothing(growMask(canvas(content), both, 3)));
    QVERIFY(isNothing(mergeMasks(canvas(content), both)));
    QVERIFY(isNothing(splitMask(canvas(content), both)));
    QVERIFY(isNothing(masksToPolygons(canvas(content), both, 1).edit));
}

void MaskActsTest::pastingTakesThePixelsWhereMasksAreExclusive()
{
    SampleContent other = sample({mask(1, square(0, 0, 4)), mask(2, square(4, 0, 4)), box(3, 10, 0, 0)});
    other.sample.id = {8};
    for (auto &each : other.annotations) {
        Annotation moved = *each;
        moved.sample = {8};
        each = std::make_shared<const Annotation>(moved);
    }
    const SampleContent content = sample({mask(1, square(2, 0, 4)), locked(mask(2, square(0, 0, 2)))});
    const SampleContent after = done(content, pasteExclusive(canvas(content, true), other.annotations, {0, 0}));
    QCOMPARE(after.annotations.size(), 4u);  // the first is covered
    QVERIFY(!after.annotation(one));
    QVERIFY(runs(after, -1) == subtracted(square(0, 0, 4), square(0, 0, 2)));
    QVERIFY(runs(after, -2) == square(4, 0, 4));
    const SampleContent free = done(content, pasteExclusive(canvas(content), other.annotations, {0, 0}));
    QVERIFY(runs(free, 1) == square(2, 0, 4) && runs(free, -1) == square(0, 0, 4));
}

void MaskActsTest::movedMasksTakeThePixelsWhereMasksAreExclusive()
{
    const SampleContent content =
        sample({mask(1, square(0, 0, 4)), mask(2, square(4, 0, 4)), mask(3, square(8, 0, 4))});
    const Edit edit = withExclusion(nudge(content, both, 2, 0), canvas(content, true));
    const SampleContent after = done(content, edit);
    QVERIFY(runs(after, 1) == square(2, 0, 4) && runs(after, 2) == square(6, 0, 4));
    QVERIFY(runs(after, 3) == subtracted(square(8, 0, 4), square(6, 0, 4)));
}

REGISTER_TEST(MaskActsTest);
#include "mask_acts_test.moc"
