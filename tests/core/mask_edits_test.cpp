#include "tests/core/mask_samples.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class MaskEditsTest : public QObject {
    Q_OBJECT
private slots:
    void paintingWithoutATargetMakesAnObjectOnTop();
    void paintingAddsToTheTarget();
    void pixelsOutsideTheSampleAreCut();
    void paintingWhatIsThereIsNothing();
    void lockedMasksAreNotPaintedOn();
    void erasingTakesPixelsAndEmptyObjects();
    void exclusivePaintingTakesThePixelsFromOthers();
    void exclusivePaintingLeavesLockedPixelsAlone();
    void exclusivePaintingUnderALockedMaskIsNothing();
    void exclusiveMasksNeverOverlap();
};

void MaskEditsTest::paintingWithoutATargetMakesAnObjectOnTop()
{
    const SampleContent content = sample({box(1, 10, 0, 0), mask(2, runsOf({"##"}))});
    const Edit edit = paintMask(canvas(content), nullptr, at(4, 5, {"###"}), "paint");
    QCOMPARE(edit.name, std::string("paint"));
    const SampleContent after = done(content, edit);
    const AnnotationPtr made = after.annotation({-1});
    QVERIFY(made && after.annotations.back() == made);
    QCOMPARE(made->label, LabelId{12});
    QVERIFY(runs(after, -1) == at(4, 5, {"###"}));
    QVERIFY(runs(after, 2) == runsOf({"##"}));
    QCOMPARE(after.state(), State::Labeled);
}

void MaskEditsTest::paintingAddsToTheTarget()
{
    const SampleContent content = sample({mask(1, runsOf({"##"})), mask(2, runsOf({"..##"}))});
    const SampleContent after =
        done(content, paintMask(canvas(content), content.annotation({1}), runsOf({".##"}), "p"));
    QVERIFY(runs(after, 1) == runsOf({"###"}));
    QVERIFY(runs(after, 2) == runsOf({"..##"}));
    QCOMPARE(after.annotation({1})->label, LabelId{10});
}

void MaskEditsTest::pixelsOutsideTheSampleAreCut()
{
    const SampleContent content = sample({});
    const SampleContent after = done(content, paintMask(canvas(content), nullptr, at(98, 79, {"####", "####"}), "p"));
    QVERIFY(runs(after, -1) == at(98, 79, {"##"}));
    QVERIFY(isNothing(paintMask(canvas(content), nullptr, at(-5, -5, {"##"}), "p")));
    const SampleContent unknown = done(content, paintMask({content, {12}}, nullptr, at(200, 9, {"#"}), "p"));
    QVERIFY(runs(unknown, -1) == at(200, 9, {"#"}));
}

void MaskEditsTest::paintingWhatIsThereIsNothing()
{
    const SampleContent content = sample({mask(1, runsOf({"####"}))});
    QVERIFY(isNothing(paintMask(canvas(content), content.annotation({1}), runsOf({".##"}), "p")));
    QVERIFY(isNothing(paintMask(canvas(content, true), content.annotation({1}), runsOf({".##"}), "p")));
    QVERIFY(isNothing(paintMask(canvas(content), nullptr, {}, "p")));
}

void MaskEditsTest::lockedMasksAreNotPaintedOn()
{
    const SampleContent content = sample({locked(mask(1, runsOf({"##"})))});
    const AnnotationPtr target = content.annotation({1});
    QVERIFY(isNothing(paintMask(canvas(content), target, runsOf({"####"}), "p")));
    QVERIFY(isNothing(eraseMask(canvas(content), {&target, 1}, runsOf({"#"}), "e")));
}

void MaskEditsTest::erasingTakesPixelsAndEmptyObjects()
{
    SampleContent content = sample({mask(1, runsOf({"##"})), mask(2, runsOf({"####"})), mask(3, at(9, 9, {"#"}))});
    content.relations = {relation(5, 1, 2), relation(6, 3, 2)};
    const Edit edit = eraseMask(canvas(content), content.annotations, runsOf({"###"}), "e");
    const SampleContent after = done(content, edit);
    QVERIFY(!after.annotation({1}));
    QVERIFY(runs(after, 2) == runsOf({"...#"}));
    QVERIFY(runs(after, 3) == at(9, 9, {"#"}));
    QCOMPARE(after.relations.size(), 1u);
    QCOMPARE(after.relations[0].id, RelationId{6});
    QVERIFY(isNothing(eraseMask(canvas(content), content.annotations, at(50, 50, {"#"}), "e")));
}

void MaskEditsTest::exclusivePaintingTakesThePixelsFromOthers()
{
    Annotation hidden = mask(2, runsOf({"..##"}));
    set(hidden.attributes, builtin::Hidden, "1");
    SampleContent content = sample({mask(1, runsOf({"##"})), hidden, mask(3, at(3, 0, {".#"})), box(4, 10, 0, 0)});
    content.relations = {relation(5, 3, 4)};
    const SampleContent after =
        done(content, paintMask(canvas(content, true), content.annotation({1}), at(1, 0, {"####"}), "p"));
    QVERIFY(runs(after, 1) == runsOf({"#####"}));
    QVERIFY(!after.annotation({2}) && !after.annotation({3}));
    QVERIFY(after.annotation({4}));
    QVERIFY(after.relations.empty());
}

void MaskEditsTest::exclusivePaintingLeavesLockedPixelsAlone()
{
    const SampleContent content = sample({mask(1, runsOf({"##"})), locked(mask(2, runsOf({"..##"})))});
    const SampleContent after =
        done(content, paintMask(canvas(content, true), content.annotation({1}), runsOf({"######"}), "p"));
    QVERIFY(runs(after, 1) == runsOf({"##..##"}));
    QVERIFY(runs(after, 2) == runsOf({"..##"}));
}

void MaskEditsTest::exclusivePaintingUnderALockedMaskIsNothing()
{
    const SampleContent content = sample({mask(1, runsOf({"##"})), locked(mask(2, runsOf({"..##"})))});
    QVERIFY(isNothing(paintMask(canvas(content, true), nullptr, runsOf({"..##"}), "p")));
    QVERIFY(isNothing(paintMask(canvas(content, true), content.annotation({1}), runsOf({"..##"}), "p")));
}

void MaskEditsTest::exclusiveMasksNeverOverlap()
{
    std::mt19937 random(3);
    SampleContent content = sample({});
    std::int64_t next = 1;
    for (int i = 0; i < 400; ++i) {
        const Bitmap pixels = anyBitmap(random, Bitmap(-4, -4, 110, 90));
        AnnotationPtr target;
        if (!content.annotations.empty() && anyInt(random, 0, 2))
            target = content.annotations[std::size_t(anyInt(random, 0, int(content.annotations.size()) - 1))];
        Edit edit = anyInt(random, 0, 3) ? paintMask(canvas(content, true), target, runsOf(pixels), "p")
                                         : eraseMask(canvas(content, true), content.annotations, runsOf(pixels), "e");
        for (Change &change : edit.changes)
            if (auto *row = std::get_if<RowChange<Annotation>>(&change); row && !row->before)
                row->after->id = {next++};
        QVERIFY(withExclusion(edit, canvas(content, true)) == edit);
        content = patched(content, edit);
        MaskRuns all;
        for (const AnnotationPtr &each : content.annotations) {
            const MaskRuns &own = runs(content, each->id.value);
            QVERIFY(!own.isEmpty());
            QVERIFY(!meets(all, own));
            all = united(all, own);
        }
    }
}

REGISTER_TEST(MaskEditsTest);
#include "mask_edits_test.moc"
