#include "core/span_index.h"
#include "core/text/boundaries.h"
#include "tests/test_registry.h"
#include <algorithm>
#include <random>

using namespace core;

namespace {

AnnotationPtr entity(std::int64_t id, std::vector<TextRange> parts)
{
    Annotation annotation;
    annotation.id = {id};
    annotation.geometry = TextSpan{std::move(parts)};
    return std::make_shared<const Annotation>(annotation);
}

std::vector<std::int64_t> idsOf(const std::vector<AnnotationPtr> &entities)
{
    std::vector<std::int64_t> ids;
    for (const AnnotationPtr &each : entities)
        ids.push_back(each->id.value);
    return ids;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

class SpanIndexTest : public QObject {
    Q_OBJECT
private slots:
    void smallestComesFirstAtAPlace();
    void aGapBetweenPartsIsNotCovered();
    void whatCoversNoTextIsLeftOut();
    void segmentsOfASoundAreFoundByTime();
    void answersLikeALookAtAllOfThem();
};

void SpanIndexTest::smallestComesFirstAtAPlace()
{
    SpanIndex index;
    index.build(std::vector{entity(1, {{0, 20}}), entity(2, {{5, 10}}), entity(3, {{5, 8}}), entity(4, {{30, 40}})});
    QCOMPARE(idsOf(index.at(6)), (Ids{3, 2, 1}));
    QCOMPARE(idsOf(index.at(9)), (Ids{2, 1}));
    QCOMPARE(idsOf(index.at(20)), Ids{});
    QCOMPARE(idsOf(index.within({0, 100})), (Ids{1, 2, 3, 4}));
}

void SpanIndexTest::aGapBetweenPartsIsNotCovered()
{
    SpanIndex index;
    index.build(std::vector{entity(1, {{0, 4}, {10, 14}})});
    QVERIFY(index.at(6).empty());
    QCOMPARE(idsOf(index.at(12)), Ids{1});
    QCOMPARE(idsOf(index.within({6, 7})), Ids{1});
}

void SpanIndexTest::whatCoversNoTextIsLeftOut()
{
    Annotation whole;
    whole.id = {1};
    SpanIndex index;
    index.build(std::vector{std::make_shared<const Annotation>(whole), entity(2, {})});
    index.insert(std::make_shared<const Annotation>(whole));
    QCOMPARE(index.count(), std::size_t{0});
    index.remove({1});
    QVERIFY(index.find({2}) == nullptr);
}

void SpanIndexTest::segmentsOfASoundAreFoundByTime()
{
    Annotation segment;
    segment.id = {1};
    segment.geometry = TimeSpan{100, 200, 0};
    const auto shared = std::make_shared<const Annotation>(segment);
    SpanIndex texts, sounds(Along::Sound);
    for (SpanIndex *each : {&texts, &sounds}) {
        each->insert(shared);
        each->insert(entity(2, {{100, 200}}));
    }
    QCOMPARE(idsOf(sounds.within({199, 300})), Ids{1});
    QCOMPARE(idsOf(sounds.at(100)), Ids{1});
    QVERIFY(sounds.within({200, 300}).empty());
    QCOMPARE(idsOf(texts.within({0, 300})), Ids{2});
}

void SpanIndexTest::answersLikeALookAtAllOfThem()
{
    std::mt19937 random(12);
    std::vector<AnnotationPtr> all;
    const auto newEntity = [&](std::int64_t id) {
        const auto begin = std::int64_t(random() % 5000);
        return entity(id, {{begin, begin + 1 + std::int64_t(random() % (random() % 50 == 0 ? 2000 : 30))}});
    };
    for (std::int64_t id = 1; id <= 1200; ++id)
        all.push_back(newEntity(id));
    SpanIndex index;
    index.build(all);
    for (int turn = 0; turn < 1500; ++turn) {
        const auto id = std::int64_t(1 + random() % 1600);
        std::erase_if(all, [id](const AnnotationPtr &each) { return each->id.value == id; });
        if (random() % 3 == 0) {
            index.remove({id});
        } else {
            all.push_back(newEntity(id));
            index.insert(all.back());  // in place of one of that id
        }
        if (turn % 10)
            continue;
        const auto begin = std::int64_t(random() % 5000), end = begin + std::int64_t(random() % 300);
        Ids expected;
        for (const AnnotationPtr &each : all) {
            const auto [from, to] = std::get<TextSpan>(each->geometry).parts.front();
            if (from < end && to > begin)
                expected.push_back(each->id.value);
        }
        Ids found = idsOf(index.within({begin, end}));
        std::ranges::sort(expected);
        std::ranges::sort(found);
        QCOMPARE(found, expected);
        QCOMPARE(index.count(), all.size());
    }
}

REGISTER_TEST(SpanIndexTest);
#include "span_index_test.moc"
