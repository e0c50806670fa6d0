#include "core/project.h"
#include "core/store/id_set.h"
#include "core/media_location.h"
#include "core/store/text_arena.h"
#include "tests/test_registry.h"
#include <algorithm>
#include <random>

using namespace core;
using store::IdSet;
using store::TextArena;

class IdSetTest : public QObject {
    Q_OBJECT
private slots:
    void agreesWithAnOrderedSetWhateverTheIds();
    void namesMatchOnlyWithinTheLastPartOfAUri_data();
    void namesMatchOnlyWithinTheLastPartOfAUri();
};

namespace {

std::set<SampleId> randomIds(std::mt19937 &random)
{
    constexpr std::int64_t starts[] = {0, 0, 1000, std::int64_t{1} << 40, -100};
    std::set<SampleId> ids;
    for (auto n = random() % 60; n > 0; --n)
        ids.insert({starts[random() % 5] + static_cast<std::int64_t>(random() % 99)});
    return ids;
}

IdSet setOf(const std::set<SampleId> &ids)
{
    IdSet set;
    for (const SampleId id : ids)
        set.insert(id);
    return set;
}

}  // namespace

void IdSetTest::agreesWithAnOrderedSetWhateverTheIds()
{
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        const std::set<SampleId> a = randomIds(random), b = randomIds(random);
        std::vector<SampleId> both, either, rest;
        std::ranges::set_intersection(a, b, std::back_inserter(both));
        std::ranges::set_union(a, b, std::back_inserter(either));
        std::ranges::set_difference(a, b, std::back_inserter(rest));
        IdSet set = setOf(a);
        QVERIFY((set &= setOf(b)).sorted() == both);
        QCOMPARE(set.size(), both.size());
        set = setOf(a);
        QVERIFY((set |= setOf(b)).sorted() == either);
        set = setOf(a);
        QVERIFY((set -= setOf(b)).sorted() == rest);
        for (const SampleId id : b) {
            QCOMPARE(set.contains(id), false);
            QCOMPARE(set.erase(id), false);
        }
        for (const SampleId id : rest)
            QVERIFY(set.erase(id));
        QCOMPARE(set.size(), 0u);
    }
}

void IdSetTest::namesMatchOnlyWithinTheLastPartOfAUri_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<int>>("found");
    QTest::newRow("whole") << QByteArray("IMG") << QList{1, 4};
    QTest::newRow("either case") << QByteArray("iMg") << QList{1, 4};
    QTest::newRow("end of one") << QByteArray(".jpg") << QList{1, 4};
    QTest::newRow("across two") << QByteArray("jpgb") << QList<int>();
    QTest::newRow("folder") << QByteArray("x") << QList<int>();
    QTest::newRow("across, then within") << QByteArray("bb") << QList{2};
    QTest::newRow("last") << QByteArray("g2") << QList{4};
    QTest::newRow("longer than all") << QByteArray(1000, 'b') << QList<int>();
    QTest::newRow("not ASCII") << QByteArray("É") << QList{5};
    QTest::newRow("other case, not ASCII") << QByteArray("é") << QList<int>();
}

void IdSetTest::namesMatchOnlyWithinTheLastPartOfAUri()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<int>, found);
    TextArena names;
    std::int64_t id = 0;
    for (const char *uri : {"x/img1.jpg", "bbb", "b", "a/x/IMG2.jpg", "É", "x/"})
        names.addFolded({++id}, fileName(uri));
    QList<int> ids;
    names.containingFolded(text.toStdString()).forEach([&](SampleId each) { ids << int(each.value); });
    QCOMPARE(ids, found);
}

REGISTER_TEST(IdSetTest);
#include "id_set_test.moc"
