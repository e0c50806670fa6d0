#include "tests/core/passages.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class RelationEditsTest : public QObject {
    Q_OBJECT
private slots:
    void aRelationJoinsTwoEntities();
    void theLabelSaysWhichEndsFit();
    void offersTheLabelsThatFit();
    void offersTheNearestTargetsFirst();
    void refusesToItselfTwiceAndMisfits();
    void flagsMisfitsWhereTheJobAllows();
    void relabelsUnderTheSameRules();
    void turnsUnderTheSameRules();
    void removesTheChosen();
    void goesWithItsEntities();
    void everyActCanBeTakenBack();
};

namespace {

SampleContent three(const Passages &p)
{
    return p.content({entity(1, person, {{0, 3}}), entity(2, person, {{8, 11}}), entity(3, place, {{15, 20}})});
}

}  // namespace

void RelationEditsTest::aRelationJoinsTwoEntities()
{
    Passages p;
    const SampleContent content = three(p);
    const SampleContent after = done(content, addRelation(content, p.rules(), {bornIn}, {1}, {3}));
    QCOMPARE(after.relations.size(), 1u);
    const Relation &added = after.relations[0];
    QVERIFY(added.id.value < 0 && added.job == content.job && added.sample == content.sample.id);
    QVERIFY(added.label == LabelId{bornIn} && added.from == AnnotationId{1} && added.to == AnnotationId{3});
}

void RelationEditsTest::theLabelSaysWhichEndsFit()
{
    Passages p;
    const Label &born = *labelOf(p.rules(), {bornIn}), &near = *labelOf(p.rules(), {anyToPlace});
    QVERIFY(fits(born, {person}, {place}));
    QVERIFY(!fits(born, {place}, {place}));
    QVERIFY(!fits(born, {person}, {person}));
    QVERIFY(fits(near, {firm}, {place}) && !fits(near, {firm}, {firm}));
}

void RelationEditsTest::offersTheLabelsThatFit()
{
    Passages p;
    QCOMPARE(fittingRelations(p.rules(), {person}, LabelId{place}), (std::vector<LabelId>{{bornIn}, {anyToPlace}}));
    QCOMPARE(fittingRelations(p.rules(), {person}, LabelId{person}), std::vector<LabelId>{{knows}});
    QCOMPARE(fittingRelations(p.rules(), {firm}, std::nullopt), std::vector<LabelId>{{anyToPlace}});
    QCOMPARE(fittingRelations(p.rules(), {firm}, LabelId{firm}), std::vector<LabelId>{});
}

void RelationEditsTest::offersTheNearestTargetsFirst()
{
    Passages p("0123456789 0123456789 0123456789");
    SampleContent content =
        p.content({entity(1, person, {{14, 16}}), entity(2, place, {{0, 2}}), entity(3, place, {{20, 22}}),
                   entity(4, place, {{13, 17}}), entity(5, firm, {{17, 18}}), entity(6, place, {{30, 31}})});
    QCOMPARE(fittingTargets(content, p.rules(), {bornIn}, {1}), (std::vector<AnnotationId>{{4}, {3}, {2}, {6}}));
    content.relations = {relation(9, bornIn, 1, 3), relation(10, anyToPlace, 1, 2)};
    QCOMPARE(fittingTargets(content, p.rules(), {bornIn}, {1}), (std::vector<AnnotationId>{{4}, {2}, {6}}));
    QCOMPARE(fittingTargets(content, p.rules(), {bornIn}, {5}), std::vector<AnnotationId>{});
    QCOMPARE(fittingTargets(content, p.rules(), {person}, {1}), std::vector<AnnotationId>{});
    QCOMPARE(fittingTargets(content, p.rules(), {knows}, {99}), std::vector<AnnotationId>{});
}

void RelationEditsTest::refusesToItselfTwiceAndMisfits()
{
    Passages p;
    SampleContent content = three(p);
    content.relations = {relation(5, bornIn, 1, 3)};
    const auto refused = [&](std::int64_t label, std::int64_t from, std::int64_t to) {
        return std::get<Refused>(addRelation(content, p.rules(), {label}, {from}, {to}));
    };
    QVERIFY(refused(knows, 1, 1) == (Refused{Refusal::ToItself, {1}, {}, {}}));
    QVERIFY(refused(bornIn, 1, 3) == (Refused{Refusal::Twice, {1}, {bornIn}, {}}));
    QVERIFY(refused(bornIn, 3, 1) == (Refused{Refusal::Misfit, {3}, {bornIn}, {person}}));
    QVERIFY(refused(bornIn, 1, 2) == (Refused{Refusal::Misfit, {2}, {bornIn}, {place}}));
    QVERIFY(refused(person, 1, 2) == (Refused{Refusal::WrongRole, {}, {}, {person}}));
    QCOMPARE(refused(bornIn, 1, 99).why, Refusal::Empty);
}

void RelationEditsTest::flagsMisfitsWhereTheJobAllows()
{
    Passages p;
    const SampleContent content = three(p);
    p.job = withFlaggedMisfits(p.job, true);
    const SampleContent after = done(content, addRelation(content, p.rules(), {bornIn}, {3}, {1}));
    QCOMPARE(misfits(after, p.rules()), std::vector<RelationId>{{-1}});
    QCOMPARE(refusalOf(addRelation(content, p.rules(), {knows}, {1}, {1})), Refusal::ToItself);
    QCOMPARE(misfits(content, p.rules()), std::vector<RelationId>{});
}

void RelationEditsTest::relabelsUnderTheSameRules()
{
    Passages p;
    SampleContent content = three(p);
    content.relations = {relation(5, bornIn, 1, 3), relation(6, anyToPlace, 1, 3), relation(7, anyToPlace, 2, 3)};
    QCOMPARE(refusalOf(relabelRelation(content, p.rules(), {5}, {anyToPlace})), Refusal::Twice);
    QCOMPARE(refusalOf(relabelRelation(content, p.rules(), {7}, {knows})), Refusal::Misfit);
    QCOMPARE(refusalOf(relabelRelation(content, p.rules(), {7}, {place})), Refusal::WrongRole);
    const SampleContent after = done(content, relabelRelation(content, p.rules(), {7}, {bornIn}));
    QCOMPARE(after.relations[2].label, LabelId{bornIn});
    QVERIFY(tests::isNothing(relabelRelation(content, p.rules(), {7}, {anyToPlace})));
    QVERIFY(tests::isNothing(relabelRelation(content, p.rules(), {99}, {knows})));
}

void RelationEditsTest::turnsUnderTheSameRules()
{
    Passages p;
    SampleContent content = three(p);
    content.relations = {relation(5, knows, 1, 2), relation(6, bornIn, 1, 3)};
    const SampleContent after = done(content, turnRelation(content, p.rules(), {5}));
    QVERIFY(after.relations[0].from == AnnotationId{2} && after.relations[0].to == AnnotationId{1});
    QCOMPARE(refusalOf(turnRelation(content, p.rules(), {6})), Refusal::Misfit);
    content.relations.push_back(relation(7, knows, 2, 1));
    QCOMPARE(refusalOf(turnRelation(content, p.rules(), {5})), Refusal::Twice);
}

void RelationEditsTest::removesTheChosen()
{
    Passages p;
    SampleContent content = three(p);
    content.relations = {relation(5, knows, 1, 2), relation(6, bornIn, 1, 3), relation(7, bornIn, 2, 3)};
    const RelationId which[]{{7}, {5}, {99}};
    const SampleContent after = done(content, removeRelations(content, which));
    QCOMPARE(after.relations, std::vector<Relation>{content.relations[1]});
    QCOMPARE(after.annotations.size(), 3u);
    QVERIFY(core::isNothing(removeRelations(content, {})));
}

void RelationEditsTest::goesWithItsEntities()
{
    Passages p;
    SampleContent content = three(p);
    content.relations = {relation(5, knows, 1, 2), relation(6, bornIn, 1, 3), relation(7, bornIn, 2, 3)};
    const AnnotationId first{1};
    const SampleContent after = done(content, removeAnnotations(content, {&first, 1}));
    QCOMPARE(after.relations, std::vector<Relation>{content.relations[2]});
}

void RelationEditsTest::everyActCanBeTakenBack()
{
    Passages p;
    SampleContent content = three(p);
    content.relations = {relation(5, knows, 1, 2), relation(6, bornIn, 1, 3)};
    const TextRange part{4, 7};
    const AnnotationId second{2}, third{3};
    const RelationId both[]{{5}, {6}};
    for (const TextAct &act :
         {addEntity(content, p.rules(), p.boundaries, {&part, 1}, {firm}),
          moveEntity(content, p.rules(), p.boundaries, {1}, {&part, 1}),
          stretchEntity(content, p.rules(), p.boundaries, {1}, Side::End, Step::Word, true),
          addRelation(content, p.rules(), {anyToPlace}, {2}, {3}),
          relabelRelation(content, p.rules(), {6}, {anyToPlace}), turnRelation(content, p.rules(), {5}),
          TextAct(removeRelations(content, both)), TextAct(removeAnnotations(content, {&second, 1})),
          relabelEntities(content, p.rules(), {&third, 1}, {place})}) {
        const Edit &edit = std::get<Edit>(act);
        QVERIFY2(patched(patched(content, edit), inverse(edit)) == content, edit.name.c_str());
    }
}

REGISTER_TEST(RelationEditsTest);
#include "relation_edits_test.moc"
