#include "core/labelling.h"
#include "tests/core/labelling_samples.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class LabellingObjectsTest : public QObject {
    Q_OBJECT
private slots:
    void removalTakesRelationsAlong();
    void relabelSkipsWhatHasTheLabel();
    void attributesAreSetAndUnset();
    void nudgesOfOneSelectionFoldIntoOneStep();
    void nudgesStopTogetherAtTheBorder();
    void lockedObjectsStay();
    void edgesMoveAloneAndStopBeforeTheyMeet();
    void edgesOfTurnedBoxesMoveAlongTheBox();
    void reorderMovesToTheEndsAndByOne();
    void reorderWorksWhereOrdersAreEqual();
    void reorderOfWhatIsThereAlreadyIsNothing();
    void pastedObjectsAreNewAndOnTop();
    void pastingOnTheSameSampleMovesByTheOffset();
    void pastedObjectsAreKeptInside();
};

namespace {

const Box &boxOf(const SampleContent &content, std::int64_t id)
{
    return std::get<Box>(content.annotation({id})->geometry);
}

std::vector<std::int64_t> idsOf(const SampleContent &content)
{
    std::vector<std::int64_t> ids;
    for (const auto &annotation : content.annotations)
        ids.push_back(annotation->id.value);
    return ids;
}

std::vector<std::int64_t> after(const SampleContent &content, std::vector<AnnotationId> which, Layer where)
{
    return idsOf(done(content, reorder(content, which, where)));
}

using Ids = std::vector<std::int64_t>;

}  // namespace

void LabellingObjectsTest::removalTakesRelationsAlong()
{
    SampleContent content = sample({box(1, 10, 0, 0), box(2, 10, 20, 0), box(3, 10, 40, 0)}, State::Labeled);
    content.relations = {relation(5, 1, 2), relation(6, 2, 3), relation(7, 3, 1)};
    const AnnotationId second{2}, unknown{9};
    const SampleContent left = done(content, removeAnnotations(content, {&second, 1}));
    QCOMPARE(idsOf(left), (Ids{1, 3}));
    QCOMPARE(left.relations.size(), 1u);
    QCOMPARE(left.relations[0].id, RelationId{7});
    QVERIFY(isNothing(removeAnnotations(content, {&unknown, 1})));
    QVERIFY(isNothing(removeAnnotations(content, {})));
}

void LabellingObjectsTest::relabelSkipsWhatHasTheLabel()
{
    const SampleContent content = sample({box(1, 10, 0, 0), box(2, 11, 0, 0)});
    const AnnotationId both[]{{1}, {2}};
    QCOMPARE(relabel(content, both, {11}).changes.size(), 1u);
    QCOMPARE(labelsOf(done(content, relabel(content, both, {12}))), (Ids{12, 12}));
}

void LabellingObjectsTest::attributesAreSetAndUnset()
{
    const SampleContent content = sample({box(1, 10, 0, 0)});
    const AnnotationId first{1};
    const SampleContent red = done(content, setAttribute(content, {&first, 1}, "颜色", "红"));
    QCOMPARE(*valueOf(red.annotations[0]->attributes, "颜色"), "红");
    QVERIFY(isNothing(setAttribute(red, {&first, 1}, "颜色", "红")));
    QVERIFY(done(red, setAttribute(red, {&first, 1}, "颜色", std::nullopt)).annotations[0]->attributes.empty());
    QVERIFY(isNothing(setAttribute(content, {&first, 1}, "颜色", std::nullopt)));
}

void LabellingObjectsTest::nudgesOfOneSelectionFoldIntoOneStep()
{
    const SampleContent content = sample({box(1, 10, 5, 5), box(2, 10, 30, 30)}, State::Labeled);
    const AnnotationId first{1}, second{2};
    Edit last = nudge(content, {&first, 1}, 1, 0);
    const SampleContent moved = done(content, last);
    QVERIFY(merge(last, nudge(moved, {&first, 1}, 0, -2)));
    QVERIFY(boxOf(done(content, last), 1) == (Box{6, 3, 10, 10, 0}));
    QVERIFY(!merge(last, nudge(content, {&second, 1}, 1, 0)));
    Edit edge = nudgeEdge(content, {&first, 1}, Edge::Left, 1);
    QVERIFY(!merge(edge, nudgeEdge(done(content, edge), {&first, 1}, Edge::Top, 1)));
}

void LabellingObjectsTest::nudgesStopTogetherAtTheBorder()
{
    const SampleContent content = sample({box(1, 10, 5, 5), box(2, 10, 85, 30)}, State::Labeled);
    const AnnotationId both[]{{1}, {2}};
    const SampleContent right = done(content, nudge(content, both, 10, 0));
    QVERIFY(boxOf(right, 1) == (Box{10, 5, 10, 10, 0}));
    QVERIFY(boxOf(right, 2) == (Box{90, 30, 10, 10, 0}));
    const SampleContent up = done(content, nudge(content, both, 0, -10));
    QVERIFY(boxOf(up, 2) == (Box{85, 25, 10, 10, 0}));
    QVERIFY(isNothing(nudge(right, both, 1, 0)));
    SampleContent unknown = content;
    unknown.sample.media = {};
    QVERIFY(boxOf(done(unknown, nudge(unknown, both, 100, 0)), 1) == (Box{105, 5, 10, 10, 0}));
}

void LabellingObjectsTest::lockedObjectsStay()
{
    Annotation locked = box(1, 10, 5, 5);
    set(locked.attributes, builtin::Locked, "1");
    const SampleContent content = sample({locked});
    const AnnotationId first{1};
    QVERIFY(isNothing(nudge(content, {&first, 1}, 1, 1)));
    QVERIFY(isNothing(nudgeEdge(content, {&first, 1}, Edge::Left, 1)));
}

void LabellingObjectsTest::edgesMoveAloneAndStopBeforeTheyMeet()
{
    const SampleContent content = sample({box(1, 10, 20, 20)});
    const AnnotationId first{1};
    const auto moved = [&](Edge edge, double by) {
        return boxOf(done(content, nudgeEdge(content, {&first, 1}, edge, by)), 1);
    };
    QVERIFY(moved(Edge::Left, -3) == (Box{17, 20, 13, 10, 0}));
    QVERIFY(moved(Edge::Right, -3) == (Box{20, 20, 7, 10, 0}));
    QVERIFY(moved(Edge::Top, 2) == (Box{20, 22, 10, 8, 0}));
    QVERIFY(moved(Edge::Bottom, 2) == (Box{20, 20, 10, 12, 0}));
    QVERIFY(moved(Edge::Left, 50) == (Box{29, 20, 1, 10, 0}));
    QVERIFY(moved(Edge::Bottom, -50) == (Box{20, 20, 10, 1, 0}));
    QVERIFY(moved(Edge::Left, -50) == (Box{0, 20, 30, 10, 0}));
    QVERIFY(moved(Edge::Right, 500) == (Box{20, 20, 80, 10, 0}));
}

void LabellingObjectsTest::edgesOfTurnedBoxesMoveAlongTheBox()
{
    const SampleContent content = sample({annotation(1, 10, Box{40, 30, 20, 10, 90})});
    const AnnotationId first{1};
    const Box after = boxOf(done(content, nudgeEdge(content, {&first, 1}, Edge::Right, 4)), 1);
    QCOMPARE(after.w, 24.0);
    QCOMPARE(after.h, 10.0);
    QCOMPARE(after.angle, 90.0);
    QCOMPARE(after.center().x, 50.0);
    QCOMPARE(after.center().y, 37.0);
}

void LabellingObjectsTest::reorderMovesToTheEndsAndByOne()
{
    const SampleContent content = sample({box(1, 1, 0, 0), box(2, 1, 0, 0), box(3, 1, 0, 0), box(4, 1, 0, 0)});
    QCOMPARE(after(content, {{1}, {3}}, Layer::Front), (Ids{2, 4, 1, 3}));
    QCOMPARE(after(content, {{2}, {4}}, Layer::Back), (Ids{2, 4, 1, 3}));
    QCOMPARE(after(content, {{1}, {2}}, Layer::Forward), (Ids{3, 1, 2, 4}));
    QCOMPARE(after(content, {{3}, {4}}, Layer::Backward), (Ids{1, 3, 4, 2}));
    QCOMPARE(after(content, {{1}, {4}}, Layer::Forward), (Ids{2, 1, 3, 4}));
    const AnnotationId first{1}, last{4};
    QCOMPARE(reorder(content, {&first, 1}, Layer::Front).changes.size(), 1u);
    QCOMPARE(reorder(content, {&last, 1}, Layer::Back).changes.size(), 1u);
    QCOMPARE(reorder(content, {&first, 1}, Layer::Forward).changes.size(), 2u);
}

void LabellingObjectsTest::reorderWorksWhereOrdersAreEqual()
{
    std::vector<Annotation> equal{box(1, 1, 0, 0), box(2, 1, 0, 0), box(3, 1, 0, 0)};
    for (Annotation &annotation : equal)
        annotation.order = 0;
    const SampleContent content = sample(equal);
    QCOMPARE(after(content, {{1}}, Layer::Front), (Ids{2, 3, 1}));
    QCOMPARE(after(content, {{3}}, Layer::Back), (Ids{3, 1, 2}));
    QCOMPARE(after(content, {{1}}, Layer::Forward), (Ids{2, 1, 3}));
    QCOMPARE(after(content, {{3}}, Layer::Backward), (Ids{1, 3, 2}));
}

void LabellingObjectsTest::reorderOfWhatIsThereAlreadyIsNothing()
{
    const SampleContent content = sample({box(1, 1, 0, 0), box(2, 1, 0, 0)});
    const AnnotationId first{1}, second{2}, unknown{9};
    QVERIFY(isNothing(reorder(content, {&second, 1}, Layer::Front)));
    QVERIFY(isNothing(reorder(content, {&first, 1}, Layer::Backward)));
    QVERIFY(isNothing(reorder(content, {&unknown, 1}, Layer::Front)));
    QVERIFY(isNothing(reorder(sample({}), {&first, 1}, Layer::Back)));
}

void LabellingObjectsTest::pastedObjectsAreNewAndOnTop()
{
    const SampleContent source = sample({proposed(box(1, 10, 5, 5)), whole(2, 11)});
    SampleContent target = sample({box(3, 10, 0, 0), whole(4, 11)}, State::Labeled);
    target.sample.id = {8};
    const Edit edit = paste(target, source.annotations, {3, 3}, 100, 80);
    QCOMPARE(edit.changes.size(), 1u);  // the whole-sample label is there already
    const auto &pasted = *std::get<RowChange<Annotation>>(edit.changes[0]).after;
    QVERIFY(!pasted.id.isStored() && pasted.uuid == Uuid{} && pasted.author.empty());
    QCOMPARE(pasted.sample, SampleId{8});
    QVERIFY(!pasted.proposed && !pasted.confidence);
    QVERIFY(pasted.order > target.annotations.back()->order);
    QVERIFY(std::get<Box>(pasted.geometry) == (Box{5, 5, 10, 10, 0}));
}

void LabellingObjectsTest::pastingOnTheSameSampleMovesByTheOffset()
{
    const SampleContent content = sample({box(1, 10, 5, 5)});
    const SampleContent twice = done(content, paste(content, content.annotations, {3, 4}, 100, 80));
    QVERIFY(std::get<Box>(twice.annotations[1]->geometry) == (Box{8, 9, 10, 10, 0}));
}

void LabellingObjectsTest::pastedObjectsAreKeptInside()
{
    const SampleContent source = sample({box(1, 10, 88, 60), annotation(2, 10, Polygon{{{{0, 0}, {60, 0}, {0, 60}}}})});
    SampleContent small = sample({});
    small.sample.id = {8};
    const SampleContent pasted = done(small, paste(small, source.annotations, {}, 50, 40));
    QVERIFY(std::get<Box>(pasted.annotations[0]->geometry) == (Box{40, 30, 10, 10, 0}));
    const auto &polygon = std::get<Polygon>(pasted.annotations[1]->geometry);
    for (const Point &p : polygon.rings[0])
        QVERIFY(p.x >= 0 && p.x <= 50 && p.y >= 0 && p.y <= 40);
}

REGISTER_TEST(LabellingObjectsTest);
#include "labelling_objects_test.moc"
