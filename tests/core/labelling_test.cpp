#include "core/labelling.h"
#include "tests/core/labelling_samples.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class LabellingTest : public QObject {
    Q_OBJECT
private slots:
    void aSingleLabelReplacesTheOthers();
    void multipleLabelsAdd();
    void aLabelThatIsThereAlreadyIsNothing();
    void assigningAcceptsTheProposalOfThatLabel();
    void assigningToManySamplesIsOneEdit();
    void togglingTakesTheLabelAwayAgain();
    void removingLabelsLeavesObjects();
    void theFirstAnnotationMakesItLabeledAndTheLastRemovalUnlabeled();
    void proposalsMakeItToConfirmAndTheLastAnswerLabeled();
    void anEditThatSetsTheStateIsLeftAlone();
    void otherJobsDoNotCount();
    void markingLabeledAcceptsWhatIsProposed();
    void verifiedEmptyRemovesAllAndStaysLabeled();
    void hardTouchesOnlyThoseThatDiffer();
    void confirmsAllOrSome();
    void usageChangesTheSampleRow();
    void everyEditCanBeTakenBack();
};

void LabellingTest::aSingleLabelReplacesTheOthers()
{
    const SampleContent content = sample({whole(1, 10), whole(2, 11), box(3, 12, 0, 0)});
    const SampleContent after = done(content, assignLabel({&content, 1}, {20}, Labels::Single));
    QCOMPARE(labelsOf(after), (std::vector<std::int64_t>{12, 20}));
    QCOMPARE(after.annotations.back()->job, content.job);
    QCOMPARE(after.annotations.back()->sample, content.sample.id);
    QVERIFY(!after.annotations.back()->id.isStored());
}

void LabellingTest::multipleLabelsAdd()
{
    const SampleContent content = sample({whole(1, 10)});
    QCOMPARE(labelsOf(done(content, assignLabel({&content, 1}, {20}, Labels::Multiple))),
             (std::vector<std::int64_t>{10, 20}));
}

void LabellingTest::aLabelThatIsThereAlreadyIsNothing()
{
    const SampleContent content = sample({whole(1, 10)}, State::Labeled);
    QVERIFY(isNothing(assignLabel({&content, 1}, {10}, Labels::Single)));
    QVERIFY(isNothing(assignLabel({&content, 1}, {10}, Labels::Multiple)));
    const SampleContent waiting = sample({whole(1, 10)}, State::ToConfirm);
    QCOMPARE(done(waiting, assignLabel({&waiting, 1}, {10}, Labels::Single)).state(), State::Labeled);
}

void LabellingTest::assigningAcceptsTheProposalOfThatLabel()
{
    const SampleContent content = sample({proposed(whole(1, 10)), proposed(whole(2, 11))}, State::ToConfirm);
    const SampleContent single = done(content, assignLabel({&content, 1}, {11}, Labels::Single));
    QCOMPARE(single.annotations.size(), 1u);
    QCOMPARE(single.annotations[0]->id, AnnotationId{2});
    QVERIFY(!single.annotations[0]->proposed);
    QCOMPARE(single.annotations[0]->confidence, std::optional(0.5));
    QCOMPARE(single.state(), State::Labeled);
    const SampleContent multiple = done(content, assignLabel({&content, 1}, {11}, Labels::Multiple));
    QCOMPARE(multiple.annotations.size(), 2u);
    QCOMPARE(multiple.state(), State::ToConfirm);
}

void LabellingTest::assigningToManySamplesIsOneEdit()
{
    SampleContent a = sample({}), b = sample({});
    b.sample.id = {8};
    const std::vector<SampleContent> contents{a, b};
    const Edit edit = withImpliedState(assignLabel(contents, {10}, Labels::Single), contents);
    QCOMPARE(touchedSamples(edit), (std::vector<SampleId>{{7}, {8}}));
    std::vector<std::int64_t> ids;
    for (const Change &change : edit.changes)
        if (const auto *annotation = std::get_if<RowChange<Annotation>>(&change))
            ids.push_back(annotation->after->id.value);
    QCOMPARE(ids, (std::vector<std::int64_t>{-1, -2}));
    QCOMPARE(patched(b, edit).state(), State::Labeled);
}

void LabellingTest::togglingTakesTheLabelAwayAgain()
{
    const SampleContent content = sample({whole(1, 10)}, State::Labeled);
    const SampleContent off = done(content, toggleLabel(content, {10}, Labels::Multiple));
    QVERIFY(off.annotations.empty());
    QCOMPARE(off.state(), State::Unlabeled);
    QCOMPARE(labelsOf(done(content, toggleLabel(content, {11}, Labels::Multiple))),
             (std::vector<std::int64_t>{10, 11}));
    QCOMPARE(labelsOf(done(content, toggleLabel(content, {11}, Labels::Single))), (std::vector<std::int64_t>{11}));
    const SampleContent waiting = sample({proposed(whole(1, 10))}, State::ToConfirm);
    const SampleContent taken = done(waiting, toggleLabel(waiting, {10}, Labels::Multiple));
    QVERIFY(!taken.annotations.at(0)->proposed);
}

void LabellingTest::removingLabelsLeavesObjects()
{
    const SampleContent content = sample({whole(1, 10), whole(2, 11), box(3, 10, 0, 0)}, State::Labeled);
    QCOMPARE(labelsOf(done(content, removeLabel({&content, 1}, {10}))), (std::vector<std::int64_t>{11, 10}));
    QCOMPARE(labelsOf(done(content, removeAllLabels({&content, 1}))), (std::vector<std::int64_t>{10}));
    QVERIFY(isNothing(removeLabel({&content, 1}, {12})));
}

void LabellingTest::theFirstAnnotationMakesItLabeledAndTheLastRemovalUnlabeled()
{
    const SampleContent empty = sample({});
    QCOMPARE(done(empty, {"draw", "", {created(box(-1, 10, 0, 0))}}).state(), State::Labeled);
    const SampleContent one = sample({box(1, 10, 0, 0)}, State::Labeled);
    QCOMPARE(done(one, {"remove", "", {removed(box(1, 10, 0, 0))}}).state(), State::Unlabeled);
    QCOMPARE(done(one, {"replace", "", {removed(box(1, 10, 0, 0)), created(box(-1, 10, 5, 0))}}).state(),
             State::Labeled);
    const SampleContent verified = sample({}, State::Labeled);
    QCOMPARE(done(verified, {"draw", "", {created(box(-1, 10, 0, 0))}}).state(), State::Labeled);
    QCOMPARE(withImpliedState({"draw", "", {created(box(-1, 10, 0, 0))}}, {&verified, 1}).changes.size(), 1u);
}

void LabellingTest::proposalsMakeItToConfirmAndTheLastAnswerLabeled()
{
    const SampleContent empty = sample({});
    QCOMPARE(done(empty, {"predict", "", {created(proposed(box(-1, 10, 0, 0)))}}).state(), State::ToConfirm);
    const SampleContent two = sample({proposed(box(1, 10, 0, 0)), box(2, 10, 0, 0)}, State::ToConfirm);
    QCOMPARE(done(two, {"reject", "", {removed(*two.annotation({1}))}}).state(), State::Labeled);
    QCOMPARE(done(two, {"remove", "", {removed(*two.annotation({2}))}}).state(), State::ToConfirm);
    const SampleContent one = sample({proposed(box(1, 10, 0, 0))}, State::ToConfirm);
    QCOMPARE(done(one, {"reject", "", {removed(*one.annotation({1}))}}).state(), State::Unlabeled);
}

void LabellingTest::anEditThatSetsTheStateIsLeftAlone()
{
    const SampleContent content = sample({});
    WorkState work = workOf(content);
    work.state = State::ToConfirm;
    const Edit edit{"both", "", {created(box(-1, 10, 0, 0)), workChange(content, work)}};
    QVERIFY(withImpliedState(edit, {&content, 1}) == edit);
    const Edit rename{"property", "", {changed(content.sample, content.sample)}};
    QVERIFY(withImpliedState(rename, {&content, 1}) == rename);
}

void LabellingTest::otherJobsDoNotCount()
{
    const SampleContent content = sample({});
    Annotation other = box(-1, 10, 0, 0);
    other.job = {99};
    const Edit edit{"draw", "", {created(other)}};
    QVERIFY(withImpliedState(edit, {&content, 1}) == edit);
}

void LabellingTest::markingLabeledAcceptsWhatIsProposed()
{
    const SampleContent content = sample({proposed(box(1, 10, 0, 0)), box(2, 10, 0, 0)}, State::ToConfirm);
    const SampleContent after = done(content, setState({&content, 1}, State::Labeled));
    QCOMPARE(after.state(), State::Labeled);
    QVERIFY(!after.annotations[0]->proposed);
    QVERIFY(isNothing(setState({&after, 1}, State::Labeled)));
    const SampleContent empty = sample({});
    QCOMPARE(done(empty, setState({&empty, 1}, State::Labeled)).state(), State::Labeled);
}

void LabellingTest::verifiedEmptyRemovesAllAndStaysLabeled()
{
    SampleContent content = sample({box(1, 10, 0, 0), box(2, 10, 0, 0)}, State::Labeled);
    content.relations.push_back(relation(5, 1, 2));
    const SampleContent after = done(content, verifyEmpty(content));
    QVERIFY(after.annotations.empty());
    QVERIFY(after.relations.empty());
    QCOMPARE(after.state(), State::Labeled);
    QVERIFY(isNothing(verifyEmpty(after)));
    const SampleContent fresh = sample({});
    QCOMPARE(done(fresh, verifyEmpty(fresh)).state(), State::Labeled);
}

void LabellingTest::hardTouchesOnlyThoseThatDiffer()
{
    std::vector<SampleContent> contents{sample({}), sample({}, State::Labeled)};
    contents[1].sample.id = {8};
    contents[1].work->sample = {8};
    contents[1].work->hard = true;
    const Edit edit = setHard(contents, true);
    QCOMPARE(edit.changes.size(), 1u);
    const SampleContent after = done(contents[0], edit);
    QVERIFY(after.work->hard);
    QCOMPARE(after.state(), State::Unlabeled);
    QCOMPARE(setHard(contents, false).changes.size(), 1u);
}

void LabellingTest::confirmsAllOrSome()
{
    const SampleContent content =
        sample({proposed(box(1, 10, 0, 0)), proposed(box(2, 10, 0, 0)), box(3, 10, 0, 0)}, State::ToConfirm);
    const SampleContent all = done(content, confirm(content, {}));
    QCOMPARE(all.state(), State::Labeled);
    QVERIFY(!all.annotations[0]->proposed && !all.annotations[1]->proposed);
    const AnnotationId second{2}, third{3};
    const SampleContent some = done(content, confirm(content, {&second, 1}));
    QCOMPARE(some.state(), State::ToConfirm);
    QVERIFY(some.annotations[0]->proposed && !some.annotations[1]->proposed);
    QVERIFY(isNothing(confirm(content, {&third, 1})));
    const SampleContent none = sample({box(1, 10, 0, 0)}, State::ToConfirm);
    QCOMPARE(done(none, confirm(none, {})).state(), State::Labeled);
    const SampleContent unlabeled = sample({});
    QVERIFY(isNothing(confirm(unlabeled, {})));
}

void LabellingTest::usageChangesTheSampleRow()
{
    const SampleContent content = sample({});
    QCOMPARE(done(content, setUsage({&content, 1}, Usage::Eval)).sample.usage, Usage::Eval);
    QVERIFY(isNothing(setUsage({&content, 1}, Usage::None)));
}

void LabellingTest::everyEditCanBeTakenBack()
{
    SampleContent content =
        sample({proposed(whole(1, 10)), whole(2, 11), box(3, 12, 0, 0), proposed(box(4, 12, 5, 5))}, State::ToConfirm);
    content.relations.push_back(relation(5, 3, 4));
    const AnnotationId which[]{{3}, {4}};
    for (const Edit &bare :
         {assignLabel({&content, 1}, {20}, Labels::Single), toggleLabel(content, {11}, Labels::Multiple),
          removeAllLabels({&content, 1}), setState({&content, 1}, State::Labeled), verifyEmpty(content),
          setHard({&content, 1}, true), confirm(content, {}), setUsage({&content, 1}, Usage::Test),
          removeAnnotations(content, which), relabel(content, which, {30}),
          setAttribute(content, which, "colour", "red"), nudge(content, which, 1, 1),
          nudgeEdge(content, which, Edge::Right, 2), reorder(content, which, Layer::Back)}) {
        const Edit edit = withImpliedState(bare, {&content, 1});
        QVERIFY2(!isNothing(edit), edit.name.c_str());
        QVERIFY2(patched(patched(content, edit), inverse(edit)) == content, edit.name.c_str());
    }
}

REGISTER_TEST(LabellingTest);
#include "labelling_test.moc"
