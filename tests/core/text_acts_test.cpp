// Any series of acts on any text: the rules hold, no character is split, every surface is the slice of its offsets.
#include "tests/core/passages.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"
#include <random>
#include <set>

using namespace core;
using namespace tests;

class TextActsTest : public QObject {
    Q_OBJECT
private slots:
    void theRuleHoldsAfterAnySeriesOfActs_data();
    void theRuleHoldsAfterAnySeriesOfActs();
    void everySurfaceIsTheSliceOfItsOffsets();
    void manyChangesArePatchedInOnePass();
};

namespace {

// A labeler without a plan.
class Hand {
public:
    Hand(const Passages &passages, SampleContent &content, unsigned seed)
        : m_passages(passages),
          m_content(content),
          m_random(seed)
    {
    }

    void act()
    {
        const TextAct made = chosen();
        if (const auto *edit = std::get_if<Edit>(&made)) {
            Edit applied = *edit;
            for (Change &change : applied.changes)
                giveId(change);
            m_content = patched(m_content, applied);
        }
    }

private:
    TextAct chosen()
    {
        const TextRules rules = m_passages.rules();
        const std::int64_t entityLabel = person + any(3), relationLabel = bornIn + any(3);
        const AnnotationId entity = anyEntity(), other = anyEntity();
        const RelationId relation =
            m_content.relations.empty() ? RelationId{} : m_content.relations[any(m_content.relations.size())].id;
        switch (any(9)) {
        case 0:
        case 1: return addEntity(m_content, rules, m_passages.boundaries, anyParts(), {entityLabel}, any(3) == 0);
        case 2: return moveEntity(m_content, rules, m_passages.boundaries, entity, anyParts());
        case 3:
            return stretchEntity(m_content, rules, m_passages.boundaries, entity, any(2) ? Side::Begin : Side::End,
                                 any(2) ? Step::Word : Step::Character, any(2) == 0);
        case 4: return relabelEntities(m_content, rules, {&entity, 1}, {entityLabel});
        case 5: return addRelation(m_content, rules, {relationLabel}, entity, other);
        case 6: return relabelRelation(m_content, rules, relation, {relationLabel});
        case 7: return turnRelation(m_content, rules, relation);
        default:
            return any(4) == 0 ? removeAnnotations(m_content, {&entity, 1})
                               : removeRelations(m_content, {&relation, 1});
        }
    }
    std::vector<TextRange> anyParts()
    {
        std::vector<TextRange> parts(1 + any(3) / 2);
        for (TextRange &part : parts) {
            part.first = any(m_passages.map.codePoints() + 1);
            part.second = part.first + any(12);
        }
        return parts;
    }
    AnnotationId anyEntity()
    {
        return m_content.annotations.empty() ? AnnotationId{}
                                             : m_content.annotations[any(m_content.annotations.size())]->id;
    }
    void giveId(Change &change)
    {
        if (auto *entity = std::get_if<RowChange<Annotation>>(&change); entity && entity->after && !entity->before)
            entity->after->id = {++m_lastId};
        if (auto *relation = std::get_if<RowChange<Relation>>(&change);
            relation && relation->after && !relation->before)
            relation->after->id = {++m_lastId};
    }
    std::int64_t any(auto below) { return std::int64_t(m_random() % std::uint64_t(below)); }

    const Passages &m_passages;
    SampleContent &m_content;
    std::mt19937_64 m_random;
    std::int64_t m_lastId = 100;
};

bool relationsHold(const SampleContent &content, const TextRules &rules)
{
    std::set<std::tuple<LabelId, AnnotationId, AnnotationId>> seen;
    for (const Relation &each : content.relations)
        if (each.from == each.to || !content.annotation(each.from) || !content.annotation(each.to)
            || !seen.insert({each.label, each.from, each.to}).second)
            return false;
    return flagsMisfits(rules.job) || misfits(content, rules).empty();
}

bool splitsNone(const Boundaries &text, const SampleContent &content)
{
    return std::ranges::all_of(content.annotations, [&text](const AnnotationPtr &each) {
        return std::ranges::all_of(std::get<TextSpan>(each->geometry).parts, [&text](const TextRange &part) {
            return part.first < part.second && text.clusters(part) == part;
        });
    });
}

}  // namespace

void TextActsTest::theRuleHoldsAfterAnySeriesOfActs_data()
{
    QTest::addColumn<int>("rule");
    QTest::newRow("free") << int(Overlap::Free);
    QTest::newRow("nested") << int(Overlap::Nested);
    QTest::newRow("none") << int(Overlap::None);
}

void TextActsTest::theRuleHoldsAfterAnySeriesOfActs()
{
    QFETCH(int, rule);
    std::size_t entities = 0, relations = 0;
    const auto texts = textSamples(24, 11);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Passages p(texts[i], Overlap(rule));
        p.job = withFlaggedMisfits(p.job, i % 4 == 0);
        SampleContent content = p.content();
        Hand hand(p, content, unsigned(i) + 1);
        for (int act = 0; act < 100; ++act) {
            hand.act();
            QVERIFY(splitsNone(p.boundaries, content));
            QVERIFY(relationsHold(content, p.rules()));
        }
        QVERIFY(holds(Overlap(rule), content));
        entities += content.annotations.size();
        relations += content.relations.size();
    }
    QVERIFY2(entities > 60 && relations > 10, qPrintable(QString("%1 %2").arg(entities).arg(relations)));
}

void TextActsTest::everySurfaceIsTheSliceOfItsOffsets()
{
    std::size_t checked = 0;
    for (const std::string &text : textSamples(200, 5)) {
        Passages p(text);
        SampleContent content = p.content();
        Hand hand(p, content, unsigned(text.size()));
        for (int act = 0; act < 30; ++act)
            hand.act();
        const std::u32string points = toUtf32(text);
        QString units;
        for (const char32_t point : points)
            units += QChar::fromUcs4(point);
        for (const AnnotationPtr &each : content.annotations)
            for (const auto &[begin, end] : std::get<TextSpan>(each->geometry).parts) {
                const std::string surface(p.map.slice(begin, end));
                QCOMPARE(surface, toUtf8(points.substr(std::size_t(begin), std::size_t(end - begin))));
                const std::int64_t from = p.map.toUtf16(begin), to = p.map.toUtf16(end);
                QCOMPARE(units.mid(from, to - from).toStdString(), surface);
                const auto first = std::size_t(p.map.toByte(begin)), behind = std::size_t(p.map.toByte(end));
                QCOMPARE(text.substr(first, behind - first), surface);
                ++checked;
            }
    }
    QVERIFY(checked > 1000);
}

void TextActsTest::manyChangesArePatchedInOnePass()
{
    Passages p;
    SampleContent content = p.content({entity(1, person, {{0, 3}}), entity(2, person, {{8, 11}})});
    for (std::int64_t id = 1; id <= 6; ++id)
        content.relations.push_back(relation(10 * id, knows, 1 + id % 2, 2 - id % 2));
    Relation turned = content.relations[2];
    std::swap(turned.from, turned.to);
    const Edit edit{"",
                    "",
                    {removed(content.relations[4]), created(relation(25, knows, 1, 2)),
                     changed(content.relations[2], turned), created(relation(5, knows, 2, 1))}};
    const SampleContent after = patched(content, edit);
    std::vector<std::int64_t> ids;
    for (const Relation &each : after.relations)
        ids.push_back(each.id.value);
    QCOMPARE(ids, (std::vector<std::int64_t>{5, 10, 20, 25, 30, 40, 60}));
    QVERIFY(after.relations[4] == turned);
}

REGISTER_TEST(TextActsTest);
#include "text_acts_test.moc"
