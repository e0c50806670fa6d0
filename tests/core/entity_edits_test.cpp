#include "tests/core/passages.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class EntityEditsTest : public QObject {
    Q_OBJECT
private slots:
    void anEntityCoversWholeCharacters();
    void partsAreSortedJoinedAndNeverEmpty();
    void nothingCoveredIsRefused();
    void theSameIsNotMarkedTwice();
    void markingWhatIsProposedAcceptsIt();
    void withoutOverlapNoTextIsShared();
    void nestedOnesDoNotCross();
    void interleavedPartsShareNothing();
    void whatIsAgainstTheRuleAlreadyHoldsNothingUp();
    void movesUnderTheSameRule();
    void lockedEntitiesStay();
    void endsGoByCharacters();
    void endsGoByWords();
    void anEntityKeepsACharacter();
    void stretchesFoldIntoOneStep();
    void relabelsWhatHasNoRelationsFreely();
    void relabellingIsRefusedWhereARelationWouldNotFit();
    void relabellingDoesNotMakeTwins();
    void relationLabelsAreNotForEntities();
    void theRuleOfManyAtOnceIsTheRuleOfEach();
};

void EntityEditsTest::anEntityCoversWholeCharacters()
{
    Passages p("a👩‍👩‍👧e\u0301z");
    const TextRange part{2, 3};
    const SampleContent after =
        done(p.content(), addEntity(p.content(), p.rules(), p.boundaries, {&part, 1}, {person}));
    QCOMPARE(surfaces(p.map, after), std::vector<std::string>{"👩‍👩‍👧"});
    QCOMPARE(after.state(), State::Labeled);
    const Annotation &added = *after.annotations[0];
    QVERIFY(added.id.value < 0 && !added.proposed && added.label == LabelId{person} && added.author.empty());
}

void EntityEditsTest::partsAreSortedJoinedAndNeverEmpty()
{
    Passages p;
    const TextRange parts[]{{15, 20}, {3, 3}, {0, 2}, {2, 3}, {16, 18}};
    const SampleContent after = done(p.content(), addEntity(p.content(), p.rules(), p.boundaries, parts, {person}));
    QVERIFY(std::get<TextSpan>(after.annotations[0]->geometry) == (TextSpan{{{0, 3}, {15, 20}}}));
}

void EntityEditsTest::nothingCoveredIsRefused()
{
    Passages p;
    const TextRange parts[]{{3, 3}, {90, 99}};
    QCOMPARE(refusalOf(addEntity(p.content(), p.rules(), p.boundaries, parts, {person})), Refusal::Empty);
    QCOMPARE(refusalOf(addEntity(p.content(), p.rules(), p.boundaries, {}, {person})), Refusal::Empty);
    const SampleContent content = p.content({entity(1, person, {{0, 3}})});
    QCOMPARE(refusalOf(moveEntity(content, p.rules(), p.boundaries, {1}, {})), Refusal::Empty);
}

void EntityEditsTest::theSameIsNotMarkedTwice()
{
    Passages p;
    const SampleContent content = p.content({entity(1, person, {{0, 3}})});
    const TextRange part{0, 3};
    const TextAct again = addEntity(content, p.rules(), p.boundaries, {&part, 1}, {person});
    QVERIFY(std::get<Refused>(again) == (Refused{Refusal::Twice, {1}, {}, {}}));
    QCOMPARE(done(content, addEntity(content, p.rules(), p.boundaries, {&part, 1}, {firm})).annotations.size(), 2u);
}

void EntityEditsTest::markingWhatIsProposedAcceptsIt()
{
    Passages p;
    SampleContent content = p.content({proposed(entity(1, person, {{0, 3}}))});
    const TextRange part{0, 3};
    const SampleContent after = done(content, addEntity(content, p.rules(), p.boundaries, {&part, 1}, {person}));
    QCOMPARE(after.annotations.size(), 1u);
    QVERIFY(!after.annotations[0]->proposed);
    QCOMPARE(refusalOf(addEntity(content, p.rules(), p.boundaries, {&part, 1}, {person}, true)), Refusal::Twice);
}

void EntityEditsTest::withoutOverlapNoTextIsShared()
{
    Passages p("Ada met Bob in Paris.", Overlap::None);
    const SampleContent content = p.content({entity(1, person, {{4, 11}})});
    const TextRange inside{8, 11}, beside{11, 14}, across{0, 5};
    const TextAct within = addEntity(content, p.rules(), p.boundaries, {&inside, 1}, {place});
    QVERIFY(std::get<Refused>(within) == (Refused{Refusal::Overlaps, {1}, {}, {}}));
    QCOMPARE(refusalOf(addEntity(content, p.rules(), p.boundaries, {&across, 1}, {place})), Refusal::Overlaps);
    QCOMPARE(refusalOf(addEntity(content, p.rules(), p.boundaries, {&beside, 1}, {place})), std::nullopt);
}

void EntityEditsTest::nestedOnesDoNotCross()
{
    Passages p("Ada met Bob in Paris.", Overlap::Nested);
    const SampleContent content = p.content({entity(1, person, {{4, 11}})});
    const TextRange inside{8, 11}, around{0, 14}, same{4, 11}, across{0, 5};
    for (const TextRange &fine : {inside, around, same})
        QCOMPARE(refusalOf(addEntity(content, p.rules(), p.boundaries, {&fine, 1}, {place})), std::nullopt);
    const TextAct crossing = addEntity(content, p.rules(), p.boundaries, {&across, 1}, {place});
    QVERIFY(std::get<Refused>(crossing) == (Refused{Refusal::CrossesOther, {1}, {}, {}}));
}

void EntityEditsTest::interleavedPartsShareNothing()
{
    Passages p("Ada met Bob in Paris.", Overlap::None);
    const SampleContent content = p.content({entity(1, person, {{0, 3}, {8, 11}})});
    const TextRange between{4, 7}, halves[]{{4, 7}, {10, 14}}, apart[]{{4, 7}, {12, 14}};
    QCOMPARE(refusalOf(addEntity(content, p.rules(), p.boundaries, {&between, 1}, {place})), std::nullopt);
    QCOMPARE(refusalOf(addEntity(content, p.rules(), p.boundaries, apart, {place})), std::nullopt);
    QCOMPARE(refusalOf(addEntity(content, p.rules(), p.boundaries, halves, {place})), Refusal::Overlaps);
}

void EntityEditsTest::whatIsAgainstTheRuleAlreadyHoldsNothingUp()
{
    Passages p("Ada met Bob in Paris.", Overlap::None);
    const SampleContent content =
        p.content({entity(1, person, {{0, 7}}), entity(2, place, {{4, 11}}), entity(3, place, {{12, 14}})});
    const TextRange smaller{0, 5}, onto{0, 14};
    QCOMPARE(refusalOf(moveEntity(content, p.rules(), p.boundaries, {1}, {&smaller, 1})), std::nullopt);
    const TextAct further = moveEntity(content, p.rules(), p.boundaries, {1}, {&onto, 1});
    QVERIFY(std::get<Refused>(further) == (Refused{Refusal::Overlaps, {3}, {}, {}}));
}

void EntityEditsTest::movesUnderTheSameRule()
{
    Passages p("Ada met Bob in Paris.", Overlap::None);
    const SampleContent content = p.content({entity(1, person, {{0, 3}}), entity(2, person, {{8, 11}})});
    const TextRange onto{7, 9}, free{15, 20};
    QCOMPARE(refusalOf(moveEntity(content, p.rules(), p.boundaries, {1}, {&onto, 1})), Refusal::Overlaps);
    const SampleContent after = done(content, moveEntity(content, p.rules(), p.boundaries, {1}, {&free, 1}));
    QCOMPARE(surfaces(p.map, after), (std::vector<std::string>{"Paris", "Bob"}));
    const TextRange same{0, 3};
    QVERIFY(tests::isNothing(moveEntity(content, p.rules(), p.boundaries, {1}, {&same, 1})));
    QVERIFY(tests::isNothing(moveEntity(content, p.rules(), p.boundaries, {99}, {&free, 1})));
}

void EntityEditsTest::lockedEntitiesStay()
{
    Passages p;
    Annotation locked = entity(1, person, {{0, 3}});
    set(locked.attributes, builtin::Locked, "1");
    const SampleContent content = p.content({locked});
    const TextRange free{15, 20};
    QVERIFY(tests::isNothing(moveEntity(content, p.rules(), p.boundaries, {1}, {&free, 1})));
    QVERIFY(tests::isNothing(stretchEntity(content, p.rules(), p.boundaries, {1}, Side::End, Step::Character, true)));
}

namespace {

// "begin[entity]end" after the step.
std::string stretchedText(const char *text, TextRange part, Side side, Step step, bool outwards)
{
    Passages p(text);
    const SampleContent content = p.content({entity(1, person, {part})});
    const SampleContent after =
        done(content, stretchEntity(content, p.rules(), p.boundaries, {1}, side, step, outwards));
    const TextRange now = std::get<TextSpan>(after.annotations[0]->geometry).parts[0];
    return std::string(p.map.slice(0, now.first)) + '[' + std::string(p.map.slice(now.first, now.second)) + ']'
           + std::string(p.map.slice(now.second, p.map.codePoints()));
}

}  // namespace

void EntityEditsTest::endsGoByCharacters()
{
    const char *text = "a👩‍👩‍👧be\u0301z";
    QCOMPARE(stretchedText(text, {6, 7}, Side::Begin, Step::Character, true),
             std::string("a[👩‍👩‍👧b]e\u0301z"));
    QCOMPARE(stretchedText(text, {6, 7}, Side::End, Step::Character, true),
             std::string("a👩‍👩‍👧[be\u0301]z"));
    QCOMPARE(stretchedText(text, {1, 9}, Side::End, Step::Character, false),
             std::string("a[👩‍👩‍👧b]e\u0301z"));
    QCOMPARE(stretchedText(text, {1, 9}, Side::Begin, Step::Character, false),
             std::string("a👩‍👩‍👧[be\u0301]z"));
    QCOMPARE(stretchedText(text, {0, 10}, Side::End, Step::Character, true),
             std::string("[a👩‍👩‍👧be\u0301z]"));
    QCOMPARE(stretchedText(text, {0, 10}, Side::Begin, Step::Character, true),
             std::string("[a👩‍👩‍👧be\u0301z]"));
}

void EntityEditsTest::endsGoByWords()
{
    const char *text = "Ada met  Bob in 中国北京";
    QCOMPARE(stretchedText(text, {4, 7}, Side::End, Step::Word, true), std::string("Ada [met  Bob] in 中国北京"));
    QCOMPARE(stretchedText(text, {4, 7}, Side::Begin, Step::Word, true), std::string("[Ada met]  Bob in 中国北京"));
    QCOMPARE(stretchedText(text, {4, 12}, Side::End, Step::Word, false), std::string("Ada [met]  Bob in 中国北京"));
    QCOMPARE(stretchedText(text, {4, 12}, Side::Begin, Step::Word, false), std::string("Ada met  [Bob] in 中国北京"));
    QCOMPARE(stretchedText(text, {16, 20}, Side::End, Step::Word, false), std::string("Ada met  Bob in [中国]北京"));
    QCOMPARE(stretchedText(text, {0, 2}, Side::End, Step::Word, true), std::string("[Ada] met  Bob in 中国北京"));
}

void EntityEditsTest::anEntityKeepsACharacter()
{
    for (const Side side : {Side::Begin, Side::End}) {
        QCOMPARE(stretchedText("Ada e\u0301 z", {4, 6}, side, Step::Character, false), std::string("Ada [e\u0301] z"));
        QCOMPARE(stretchedText("Ada met", {4, 7}, side, Step::Word, false), std::string("Ada [met]"));
    }
}

void EntityEditsTest::stretchesFoldIntoOneStep()
{
    Passages p;
    SampleContent content = p.content({entity(1, person, {{4, 5}})});
    const auto stretch = [&](Side side) {
        const auto act = stretchEntity(content, p.rules(), p.boundaries, {1}, side, Step::Character, true);
        content = done(content, act);
        return std::get<Edit>(act);
    };
    Edit first = stretch(Side::End);
    QVERIFY(merge(first, stretch(Side::End)));
    QVERIFY(!merge(first, stretch(Side::Begin)));
    QCOMPARE(surfaces(p.map, content), std::vector<std::string>{" met"});
}

void EntityEditsTest::relabelsWhatHasNoRelationsFreely()
{
    Passages p;
    const SampleContent content = p.content({entity(1, person, {{0, 3}}), entity(2, person, {{8, 11}})});
    const AnnotationId both[]{{1}, {2}};
    QCOMPARE(labelsOf(done(content, relabelEntities(content, p.rules(), both, {firm}))),
             (std::vector<std::int64_t>{firm, firm}));
    QVERIFY(tests::isNothing(relabelEntities(content, p.rules(), both, {person})));
}

void EntityEditsTest::relabellingIsRefusedWhereARelationWouldNotFit()
{
    Passages p;
    SampleContent content =
        p.content({entity(1, person, {{0, 3}}), entity(2, place, {{15, 20}}), entity(3, person, {{8, 11}})});
    content.relations = {relation(5, bornIn, 1, 2)};
    const AnnotationId first{1}, second{2}, third{3};
    QVERIFY(std::get<Refused>(relabelEntities(content, p.rules(), {&first, 1}, {firm}))
            == (Refused{Refusal::Misfit, {1}, {bornIn}, {person}}));
    QVERIFY(std::get<Refused>(relabelEntities(content, p.rules(), {&second, 1}, {firm}))
            == (Refused{Refusal::Misfit, {2}, {bornIn}, {place}}));
    QCOMPARE(refusalOf(relabelEntities(content, p.rules(), {&third, 1}, {firm})), std::nullopt);
    p.job = withFlaggedMisfits(p.job, true);
    const SampleContent after = done(content, relabelEntities(content, p.rules(), {&first, 1}, {firm}));
    QCOMPARE(misfits(after, p.rules()), std::vector<RelationId>{{5}});
    p.job = withFlaggedMisfits(p.job, false);  // a misfit already: another label is no harm
    QCOMPARE(refusalOf(relabelEntities(after, p.rules(), {&first, 1}, {place})), std::nullopt);
}

void EntityEditsTest::relabellingDoesNotMakeTwins()
{
    Passages p;
    const SampleContent content =
        p.content({entity(1, person, {{0, 3}}), entity(2, place, {{0, 3}}), entity(3, person, {{8, 11}})});
    const AnnotationId one[]{{1}, {3}}, two[]{{1}, {2}};
    QCOMPARE(refusalOf(relabelEntities(content, p.rules(), one, {place})), Refusal::Twice);
    QCOMPARE(refusalOf(relabelEntities(content, p.rules(), two, {firm})), Refusal::Twice);
    QCOMPARE(refusalOf(relabelEntities(content, p.rules(), one, {firm})), std::nullopt);
}

void EntityEditsTest::relationLabelsAreNotForEntities()
{
    Passages p;
    const SampleContent content = p.content({entity(1, person, {{0, 3}})});
    const TextRange part{8, 11};
    QVERIFY(std::get<Refused>(addEntity(content, p.rules(), p.boundaries, {&part, 1}, {knows}))
            == (Refused{Refusal::WrongRole, {}, {}, {knows}}));
    const AnnotationId first{1};
    QCOMPARE(refusalOf(relabelEntities(content, p.rules(), {&first, 1}, {knows})), Refusal::WrongRole);
}

void EntityEditsTest::theRuleOfManyAtOnceIsTheRuleOfEach()
{
    Passages p("Ada met Bob in Paris.");
    const SampleContent content = p.content({entity(1, person, {{0, 11}}), entity(2, person, {{4, 7}}),
                                             entity(3, place, {{6, 14}}), entity(4, person, {{0, 1}, {15, 20}})});
    for (const Overlap rule : {Overlap::Free, Overlap::Nested, Overlap::None}) {
        EntitySweep sweep(rule, content.annotations);
        for (std::int64_t begin = 0; begin < 20; ++begin)
            for (std::int64_t end = begin + 1; end <= 20; ++end) {
                const TextRange range{begin, end};
                bool clashes = false;
                for (const AnnotationPtr &each : content.annotations)
                    clashes = clashes || clash(rule, {&range, 1}, {person}, *each);
                QCOMPARE(sweep.clash(range, {person}).has_value(), clashes);
            }
    }
}

REGISTER_TEST(EntityEditsTest);
#include "entity_edits_test.moc"
