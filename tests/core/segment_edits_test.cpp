#include "tests/core/segments.h"
#include "tests/core/random_edits.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using namespace tests;

namespace {

constexpr SegmentRule free_ = SegmentRule::Free, none = SegmentRule::None, gapless = SegmentRule::Gapless;

AnnotationId someSegment(const SampleContent &content, std::mt19937 &random)
{
    return content.annotations.empty() ? AnnotationId{}
                                       : content.annotations[random() % content.annotations.size()]->id;
}

// One act by chance, with places that lie outside, too.
SegmentAct tried(const SampleContent &content, SegmentRule rule, std::mt19937 &random)
{
    const auto place = [&random] { return std::int64_t(random() % 1100) - 50; };
    const AnnotationId one = someSegment(content, random), other = someSegment(content, random);
    const AnnotationId two[]{one, other};
    const Fold fold = random() % 2 ? Fold::Yes : Fold::No;
    const TimeEdge edge = random() % 2 ? TimeEdge::Begin : TimeEdge::End;
    switch (random() % 12) {
    case 0:
    case 1:
    case 2: {
        const std::int64_t from = place();
        return addSegment(content, rule, {from, from + std::int64_t(random() % 200) - 100, int(random() % 2) - 1},
                          {10 + std::int64_t(random() % 3)});
    }
    case 3: return moveEdge(content, rule, one, edge, place(), fold);
    case 4: return moveSegments(content, rule, {two, 1 + random() % 2}, std::int64_t(random() % 200) - 100, fold);
    case 5: {
        const std::int64_t from = place();
        return setTimes(content, rule, one, from, from + std::int64_t(random() % 200));
    }
    case 6:
        return splitSegment(content, one, place(),
                            random() % 2 ? std::optional<std::size_t>(random() % 9) : std::nullopt);
    case 7: return mergeSegments(content, rule, {two, 1 + random() % 2});
    case 8: return duplicateSegment(content, rule, one);
    case 9: return setSegmentValue(content, {two, 2}, builtin::Content, random() % 4 ? "gut 好" : "");
    case 10: return relabel(content, {two, 2}, {10 + std::int64_t(random() % 3)});
    default: return random() % 3 ? SegmentAct(Edit{}) : removeSegments(content, rule, {two, 1 + random() % 2});
    }
}

}  // namespace

class SegmentEditsTest : public QObject {
    Q_OBJECT
private slots:
    void aDragMakesASegmentEitherWay();
    void withoutOverlapADragStopsAtItsNeighbour();
    void withoutGapsADragCutsATile();
    void theFirstTileBringsTheRest();
    void anEdgeStopsAtItsNeighbourOrTakesItAlong();
    void channelsDoNotDisturbEachOther();
    void severalMoveTogetherAsFarAsTheFirstCan();
    void nudgesFoldIntoOneStep();
    void typedTimesAreExactOrRefused();
    void aSplitKeepsWhatIsSaidOnTheLeftOrCutsItAtTheCaret();
    void aMergeJoinsWhatIsSaid();
    void aDuplicateLiesBesideOrBehind();
    void theTileBeforeTakesTheTimeOfARemovedOne();
    void whatIsAgainstTheRuleAlreadyHoldsNothingUp();
    void lockedSegmentsStay();
    void tenThousandActsKeepTheRule_data();
    void tenThousandActsKeepTheRule();
    void patchedEqualsAReload();
};

void SegmentEditsTest::aDragMakesASegmentEitherWay()
{
    const SampleContent empty = sound({});
    const SampleContent one = done(empty, addSegment(empty, free_, {300, 200}, {10}));
    QCOMPARE(timesOf(one), (Times{{200, 300}}));
    QCOMPARE(one.annotations[0]->label, LabelId{10});
    QCOMPARE(one.state(), State::Labeled);
    const SampleContent stored = sound({segment(1, 200, 300)});
    QCOMPARE(timesOf(done(stored, addSegment(stored, free_, {-30, 250}, {10}))), (Times{{0, 250}, {200, 300}}));
    QCOMPARE(refusalOf(addSegment(empty, free_, {5, 5}, {10})), SegmentRefusal::Empty);
    QCOMPARE(refusalOf(addSegment(empty, free_, {1000, 1200}, {10})), SegmentRefusal::Outside);
}

void SegmentEditsTest::withoutOverlapADragStopsAtItsNeighbour()
{
    const SampleContent content = sound({segment(1, 200, 300), segment(2, 400, 500)});
    const auto added = [&](TimeDrag drag) { return timesOf(done(content, addSegment(content, none, drag, {10}))); };
    QCOMPARE(added({100, 450}), (Times{{100, 200}, {200, 300}, {400, 500}}));
    QCOMPARE(added({600, 350}), (Times{{200, 300}, {400, 500}, {500, 600}}));
    QCOMPARE(added({250, 350}), (Times{{200, 300}, {300, 350}, {400, 500}}));
    const SegmentAct within = addSegment(content, none, {210, 290}, {10});
    QCOMPARE(std::get<SegmentRefused>(within), (SegmentRefused{SegmentRefusal::Overlaps, {1}}));
}

void SegmentEditsTest::withoutGapsADragCutsATile()
{
    const SampleContent content = sound({saying(segment(1, 0, 600), "one"), segment(2, 600, 1000)});
    const SampleContent after = done(content, addSegment(content, gapless, {200, 300}, {11}));
    QCOMPARE(timesOf(after), (Times{{0, 200}, {200, 300}, {300, 600}, {600, 1000}}));
    QCOMPARE(contentOf(*after.annotation({1})), "one");
    QCOMPARE(timesOf(done(content, addSegment(content, gapless, {500, 800}, {11}))),
             (Times{{0, 500}, {500, 600}, {600, 1000}}));
    const SampleContent whole = done(content, addSegment(content, gapless, {-10, 700}, {11}));
    QCOMPARE(timesOf(whole), timesOf(content));
    QCOMPARE(whole.annotation({1})->label, LabelId{11});
}

void SegmentEditsTest::theFirstTileBringsTheRest()
{
    const SampleContent empty = sound({});
    const SampleContent after = done(empty, addSegment(empty, gapless, {200, 300}, {11}));
    QCOMPARE(timesOf(after), (Times{{0, 200}, {200, 300}, {300, 1000}}));
    QCOMPARE(labelsOf(after), (std::vector<std::int64_t>{11, 0, 0}));
}

void SegmentEditsTest::anEdgeStopsAtItsNeighbourOrTakesItAlong()
{
    const SampleContent apart = sound({segment(1, 100, 200), segment(2, 300, 400)});
    QCOMPARE(timesOf(done(apart, moveEdge(apart, free_, {1}, TimeEdge::End, 350))), (Times{{100, 350}, {300, 400}}));
    QCOMPARE(timesOf(done(apart, moveEdge(apart, none, {1}, TimeEdge::End, 350))), (Times{{100, 300}, {300, 400}}));
    QCOMPARE(timesOf(done(apart, moveEdge(apart, none, {1}, TimeEdge::End, 20))), (Times{{100, 101}, {300, 400}}));
    QCOMPARE(timesOf(done(apart, moveEdge(apart, free_, {2}, TimeEdge::End, 5000))), (Times{{100, 200}, {300, 1000}}));
    const SampleContent tiles = sound({segment(1, 0, 500), segment(2, 500, 1000)});
    QCOMPARE(timesOf(done(tiles, moveEdge(tiles, gapless, {2}, TimeEdge::Begin, 300))), (Times{{0, 300}, {300, 1000}}));
    QCOMPARE(timesOf(done(tiles, moveEdge(tiles, gapless, {1}, TimeEdge::End, 2000))), (Times{{0, 999}, {999, 1000}}));
    QCOMPARE(refusalOf(moveEdge(tiles, gapless, {1}, TimeEdge::Begin, 20)), SegmentRefusal::NoGap);
}

void SegmentEditsTest::channelsDoNotDisturbEachOther()
{
    const SampleContent content = sound({segment(1, 100, 200, 10, 0), segment(2, 150, 400, 10, 1)});
    QCOMPARE(timesOf(done(content, moveEdge(content, none, {1}, TimeEdge::End, 300))), (Times{{100, 300}, {150, 400}}));
    QCOMPARE(refusalOf(addSegment(content, none, {120, 160, 0}, {10})), SegmentRefusal::Overlaps);
    QCOMPARE(refusalOf(addSegment(content, none, {120, 160, 1}, {10})), std::nullopt);
}

void SegmentEditsTest::severalMoveTogetherAsFarAsTheFirstCan()
{
    const SampleContent content = sound({segment(1, 100, 200), segment(2, 300, 400), segment(3, 450, 500)});
    const AnnotationId both[]{{1}, {2}};
    QCOMPARE(timesOf(done(content, moveSegments(content, none, both, 80))),
             (Times{{150, 250}, {350, 450}, {450, 500}}));
    QCOMPARE(timesOf(done(content, moveSegments(content, free_, both, -500))),
             (Times{{0, 100}, {200, 300}, {450, 500}}));
    const SampleContent tiles = sound({segment(1, 0, 300), segment(2, 300, 400), segment(3, 400, 1000)});
    const AnnotationId middle{2};
    QCOMPARE(timesOf(done(tiles, moveSegments(tiles, gapless, {&middle, 1}, 50))),
             (Times{{0, 350}, {350, 450}, {450, 1000}}));
    QCOMPARE(refusalOf(moveSegments(tiles, gapless, both, 50)), SegmentRefusal::NoGap);
}

void SegmentEditsTest::nudgesFoldIntoOneStep()
{
    const SampleContent tiles = sound({segment(1, 0, 500), segment(2, 500, 1000)});
    Edit first = std::get<Edit>(moveEdge(tiles, gapless, {2}, TimeEdge::Begin, 510, Fold::Yes));
    const SampleContent between = done(tiles, first);
    const Edit second = std::get<Edit>(moveEdge(between, gapless, {2}, TimeEdge::Begin, 520, Fold::Yes));
    QVERIFY(merge(first, second));
    QCOMPARE(timesOf(done(tiles, first)), (Times{{0, 520}, {520, 1000}}));
    QVERIFY(!merge(first, std::get<Edit>(moveEdge(between, gapless, {2}, TimeEdge::Begin, 530))));
}

void SegmentEditsTest::typedTimesAreExactOrRefused()
{
    const SampleContent content = sound({segment(1, 100, 200), segment(2, 300, 400)});
    QCOMPARE(timesOf(done(content, setTimes(content, none, {1}, 500, 600))), (Times{{300, 400}, {500, 600}}));
    QCOMPARE(refusalOf(setTimes(content, none, {1}, 100, 301)), SegmentRefusal::Overlaps);
    QCOMPARE(refusalOf(setTimes(content, free_, {1}, 100, 301)), std::nullopt);
    QCOMPARE(refusalOf(setTimes(content, free_, {1}, 100, 100)), SegmentRefusal::Empty);
    QCOMPARE(refusalOf(setTimes(content, free_, {1}, 100, 1001)), SegmentRefusal::Outside);
    const SampleContent tiles = sound({segment(1, 0, 300), segment(2, 300, 400), segment(3, 400, 1000)});
    QCOMPARE(timesOf(done(tiles, setTimes(tiles, gapless, {2}, 200, 600))), (Times{{0, 200}, {200, 600}, {600, 1000}}));
    QCOMPARE(refusalOf(setTimes(tiles, gapless, {2}, 0, 400)), SegmentRefusal::Overlaps);
    QCOMPARE(refusalOf(setTimes(tiles, gapless, {1}, 10, 300)), SegmentRefusal::NoGap);
}

void SegmentEditsTest::aSplitKeepsWhatIsSaidOnTheLeftOrCutsItAtTheCaret()
{
    Annotation first = saying(segment(1, 100, 300), "guten Tag");
    set(first.attributes, builtin::Speaker, "Li");
    set(first.attributes, "mood", "calm");
    const SampleContent content = sound({first});
    const SampleContent kept = done(content, splitSegment(content, {1}, 150));
    QCOMPARE(timesOf(kept), (Times{{100, 150}, {150, 300}}));
    QCOMPARE(contentOf(*kept.annotations[0]), "guten Tag");
    QCOMPARE(contentOf(*kept.annotations[1]), "");
    QCOMPARE(kept.annotations[1]->label, LabelId{10});
    QCOMPARE(*valueOf(kept.annotations[1]->attributes, builtin::Speaker), "Li");
    QCOMPARE(*valueOf(kept.annotations[1]->attributes, "mood"), "calm");
    const SampleContent cut = done(content, splitSegment(content, {1}, 150, 5));
    QCOMPARE(contentOf(*cut.annotations[0]), "guten");
    QCOMPARE(contentOf(*cut.annotations[1]), "Tag");
    const SampleContent atFront = done(content, splitSegment(content, {1}, 150, 0));
    QCOMPARE(contentOf(*atFront.annotations[0]), "");
    QCOMPARE(contentOf(*atFront.annotations[1]), "guten Tag");
    QCOMPARE(refusalOf(splitSegment(content, {1}, 100)), SegmentRefusal::NotInside);
    QCOMPARE(refusalOf(splitSegment(content, {1}, 300)), SegmentRefusal::NotInside);
}

void SegmentEditsTest::aMergeJoinsWhatIsSaid()
{
    const SampleContent content = sound({saying(segment(1, 100, 200), "你好"), saying(segment(2, 250, 300), "世界"),
                                         saying(segment(3, 300, 400, 11), "ok"), segment(4, 10, 900, 10, 0)});
    const AnnotationId first{1}, all[]{{3}, {1}, {2}}, ends[]{{1}, {3}}, last{3};
    const SampleContent two = done(content, mergeSegments(content, none, {&first, 1}));
    QCOMPARE(timesOf(two), (Times{{10, 900}, {100, 300}, {300, 400}}));
    QCOMPARE(contentOf(*two.annotation({1})), "你好世界");
    const SampleContent three = done(content, mergeSegments(content, none, all));
    QCOMPARE(timesOf(three), (Times{{10, 900}, {100, 400}}));
    QCOMPARE(contentOf(*three.annotation({1})), "你好世界 ok");
    QCOMPARE(three.annotation({1})->label, LabelId{10});
    QCOMPARE(refusalOf(mergeSegments(content, none, ends)), SegmentRefusal::Overlaps);
    QCOMPARE(refusalOf(mergeSegments(content, free_, ends)), std::nullopt);
    QCOMPARE(refusalOf(mergeSegments(content, none, {&last, 1})), SegmentRefusal::NoNeighbour);
    QCOMPARE(joinedContents("", "a"), "a");
    QCOMPARE(joinedContents("中", "a"), "中 a");
    QCOMPARE(joinedContents("中。", "文"), "中。文");
}

void SegmentEditsTest::aDuplicateLiesBesideOrBehind()
{
    const SampleContent content = sound({segment(1, 100, 200), segment(2, 260, 400)});
    QCOMPARE(timesOf(done(content, duplicateSegment(content, free_, {1}))),
             (Times{{100, 200}, {100, 200}, {260, 400}}));
    QCOMPARE(timesOf(done(content, duplicateSegment(content, none, {1}))), (Times{{100, 200}, {200, 260}, {260, 400}}));
    const SampleContent tight = sound({segment(1, 100, 200), segment(2, 200, 400)});
    QCOMPARE(refusalOf(duplicateSegment(tight, none, {1})), SegmentRefusal::Overlaps);
    QCOMPARE(refusalOf(duplicateSegment(tight, gapless, {1})), SegmentRefusal::NoGap);
}

void SegmentEditsTest::theTileBeforeTakesTheTimeOfARemovedOne()
{
    const SampleContent tiles =
        sound({segment(1, 0, 300), segment(2, 300, 400), segment(3, 400, 600), segment(4, 600, 1000)});
    const AnnotationId middle[]{{2}, {3}}, first[]{{1}}, all[]{{1}, {2}, {3}, {4}};
    QCOMPARE(timesOf(done(tiles, removeSegments(tiles, gapless, middle))), (Times{{0, 600}, {600, 1000}}));
    QCOMPARE(timesOf(done(tiles, removeSegments(tiles, gapless, first))), (Times{{0, 400}, {400, 600}, {600, 1000}}));
    QCOMPARE(timesOf(done(tiles, removeSegments(tiles, gapless, all))), Times{});
    QCOMPARE(timesOf(done(tiles, removeSegments(tiles, none, middle))), (Times{{0, 300}, {600, 1000}}));
}

void SegmentEditsTest::whatIsAgainstTheRuleAlreadyHoldsNothingUp()
{
    const SampleContent over = sound({segment(1, 100, 300), segment(2, 200, 400), segment(3, 900, 1100)});
    QCOMPARE(timesOf(done(over, moveEdge(over, none, {1}, TimeEdge::End, 350)))[0],
             (std::pair<std::int64_t, std::int64_t>{100, 350}));
    QCOMPARE(refusalOf(setTimes(over, none, {2}, 210, 390)), std::nullopt);
    const AnnotationId last{3};
    QCOMPARE(timesOf(done(over, moveSegments(over, none, {&last, 1}, -50)))[2],
             (std::pair<std::int64_t, std::int64_t>{850, 1050}));
    const SampleContent gaps = sound({segment(1, 100, 200), segment(2, 500, 600)});
    QCOMPARE(timesOf(done(gaps, moveEdge(gaps, gapless, {1}, TimeEdge::End, 700))), (Times{{100, 500}, {500, 600}}));
    QCOMPARE(timesOf(done(gaps, addSegment(gaps, gapless, {250, 300}, {10}))),
             (Times{{100, 200}, {200, 250}, {250, 300}, {300, 500}, {500, 600}}));
}

void SegmentEditsTest::lockedSegmentsStay()
{
    Annotation fixed = segment(1, 0, 500);
    set(fixed.attributes, builtin::Locked, "1");
    const SampleContent content = sound({fixed, segment(2, 500, 1000)});
    const AnnotationId first{1};
    QCOMPARE(refusalOf(moveEdge(content, gapless, {2}, TimeEdge::Begin, 300)), SegmentRefusal::Locked);
    QCOMPARE(refusalOf(moveSegments(content, free_, {&first, 1}, 10)), SegmentRefusal::Locked);
    QCOMPARE(refusalOf(splitSegment(content, {1}, 100)), SegmentRefusal::Locked);
    QCOMPARE(refusalOf(mergeSegments(content, free_, {&first, 1})), SegmentRefusal::Locked);
}

void SegmentEditsTest::tenThousandActsKeepTheRule_data()
{
    QTest::addColumn<int>("rule");
    QTest::newRow("free") << int(free_);
    QTest::newRow("none") << int(none);
    QTest::newRow("gapless") << int(gapless);
}

void SegmentEditsTest::tenThousandActsKeepTheRule()
{
    QFETCH(int, rule);
    const auto kept = SegmentRule(rule);
    std::mt19937 random(17 + unsigned(rule));
    SampleContent content = sound({});
    int acted = 0;
    for (std::int64_t i = 0; i < 10'000; ++i) {
        const SegmentAct act = tried(content, kept, random);
        const auto *edit = std::get_if<Edit>(&act);
        if (!edit || isNothing(*edit))
            continue;
        Edit stored = withImpliedState(*edit, {&content, 1});
        for (Change &change : stored.changes)  // as the project does with new rows
            if (auto *row = std::get_if<RowChange<Annotation>>(&change); row && !row->before)
                row->after->id.value = 1000 + i * 10 - row->after->id.value;
        const SampleContent after = patched(content, stored);
        QVERIFY2(holds(kept, after), edit->name.c_str());
        QVERIFY2(patched(after, inverse(stored)) == content, edit->name.c_str());
        content = after;
        ++acted;
    }
    QVERIFY(acted > 3000);
}

void SegmentEditsTest::patchedEqualsAReload()
{
    for (const SegmentRule rule : {free_, none, gapless}) {
        Folder folder;
        NewProject what;
        what.kind = JobKind::SpeechSegmentation;
        what.labels.resize(3);
        for (std::size_t i = 0; i < 3; ++i)
            what.labels[i].name = "l" + std::to_string(i);
        auto project = Project::create(folder / "p.labelwright", what);
        QVERIFY_OK(project);
        SampleContent start = sound({});
        start.sample.id = {-1};
        QVERIFY_OK((*project)->apply(Edit{"add", "", {created(start.sample)}}));
        const Reader &reader = (*project)->reader();
        const JobId job = (*reader.jobs())[0].id;
        const SampleId sample = **reader.sampleByUri(start.sample.uri);
        SampleContent content = *reader.load(job, sample);
        std::mt19937 random(99);
        for (int i = 0; i < 300; ++i) {
            SegmentAct act = tried(content, rule, random);
            auto *edit = std::get_if<Edit>(&act);
            if (!edit || isNothing(*edit))
                continue;
            for (Change &change : edit->changes)
                if (auto *row = std::get_if<RowChange<Annotation>>(&change); row && row->after)
                    row->after->label = {row->after->label.value % 3 + 1};
            const SampleContent before = content;
            const auto applied = (*project)->apply(withImpliedState(*edit, {&content, 1}));
            QVERIFY_OK(applied);
            content = patched(content, *applied->edit);
            QVERIFY(content == *reader.load(job, sample));
            if (i % 5 == 0) {
                QVERIFY_OK((*project)->undo());
                QVERIFY(!edit->mergeKey.empty() || before == *reader.load(job, sample));
                content = *reader.load(job, sample);
            }
        }
    }
}

REGISTER_TEST(SegmentEditsTest);
#include "segment_edits_test.moc"
