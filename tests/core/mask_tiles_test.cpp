#include "core/mask_tiles.h"
#include "core/masks.h"
#include "tests/test_registry.h"
#include <random>
#include <set>

using namespace core;

class MaskTilesTest : public QObject {
    Q_OBJECT
private slots:
    void theUpperMaskHasThePixel();
    void hiddenOnesLieBelowAllOthersAndAreNotCounted();
    void aCoarseTileTakesThePixelInTheMiddle();
    void anEmptyTileIsOneNumber();
    void editsLeaveTheTilesAsIfMadeAnew_data();
    void editsLeaveTheTilesAsIfMadeAnew();
    void whatIsToldStaleHoldsAllThatChanged();
    void aColourOrAHiddenMaskThatLiesAloneMakesNoTileAnew();
    void numbersOfRemovedMasksAreUsedAgain();
    void differencesAreNarrow();
};

namespace {

constexpr int side = MaskTile::Side;

AnnotationPtr mask(std::int64_t id, std::int64_t order, MaskRuns runs, bool hidden = false)
{
    Annotation row;
    row.id = {id};
    row.order = order;
    row.geometry = Mask{std::make_shared<const MaskRuns>(std::move(runs))};
    if (hidden)
        set(row.attributes, builtin::Hidden, "1");
    return std::make_shared<const Annotation>(std::move(row));
}

MaskRuns block(int left, int top, int right, int bottom)
{
    MaskBuilder builder;
    for (int y = top; y < bottom; ++y)
        builder.add(y, Span{left, right});
    return builder.take();
}

MaskRuns scattered(std::mt19937 &random)
{
    const auto number = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    const int left = number(600), width = 20 + number(300);
    MaskBuilder builder;
    for (int y = number(500), end = y + 1 + number(200); y < end; ++y)
        for (int x = left; x < left + width; x += 5 + number(30))
            builder.add(y, Span{x, x + 1 + number(25)});
    return builder.take();
}

bool isHidden(const Annotation &annotation)
{
    return isSet(annotation.attributes, builtin::Hidden);
}

struct Shown {
    SpatialIndex index;
    MaskTiles tiles{index};
    std::vector<AnnotationPtr> all;

    std::vector<Rect> show(std::vector<AnnotationPtr> annotations)
    {
        std::ranges::sort(annotations, {}, [](const AnnotationPtr &each) { return std::pair(each->order, each->id); });
        all = std::move(annotations);
        index.show(all);
        return tiles.show(all, isHidden);
    }
    AnnotationId at(int x, int y, int level = 0)
    {
        const int shift = level + MaskTile::Bits;
        const MaskTile &tile = tiles.tile({level, x >> shift, y >> shift});
        const AnnotationPtr found = tiles.object(tile.at((x >> level) & (side - 1), (y >> level) & (side - 1)));
        return found ? found->id : AnnotationId{};
    }
    bool isSeveral(int x, int y)
    {
        const MaskTile &tile = tiles.tile({0, x >> MaskTile::Bits, y >> MaskTile::Bits});
        return !tile.several.empty() && tile.several[std::size_t((y % side) * side + x % side)];
    }
    // The ids of a region at that level, and where several lie.
    std::vector<std::int64_t> picture(int level)
    {
        std::vector<std::int64_t> ids;
        for (int y = 0; y < 800 >> level; ++y)
            for (int x = 0; x < 1000 >> level; ++x) {
                ids.push_back(at(x << level, y << level, level).value);
                if (level == 0)
                    ids.back() += isSeveral(x, y) ? 1000 : 0;
            }
        return ids;
    }
};

}  // namespace

void MaskTilesTest::theUpperMaskHasThePixel()
{
    Shown s;
    s.show({mask(1, 5, block(10, 10, 50, 50)), mask(2, 4, block(30, 30, 300, 80))});
    QCOMPARE(s.at(40, 40), AnnotationId{1});
    QCOMPARE(s.at(60, 40), AnnotationId{2});
    QCOMPARE(s.at(299, 79), AnnotationId{2});
    QCOMPARE(s.at(300, 79), AnnotationId{});
    QVERIFY(s.isSeveral(40, 40) && !s.isSeveral(60, 40) && !s.isSeveral(20, 20));
}

void MaskTilesTest::hiddenOnesLieBelowAllOthersAndAreNotCounted()
{
    Shown s;
    s.show({mask(1, 5, block(10, 10, 50, 50), true), mask(2, 4, block(30, 30, 80, 80))});
    QCOMPARE(s.at(40, 40), AnnotationId{2});
    QCOMPARE(s.at(20, 20), AnnotationId{1});
    QVERIFY(!s.isSeveral(40, 40));
    s.show({mask(1, 5, block(10, 10, 50, 50)), s.all[0]});
    QCOMPARE(s.at(40, 40), AnnotationId{1});
    QVERIFY(s.isSeveral(40, 40));
}

void MaskTilesTest::aCoarseTileTakesThePixelInTheMiddle()
{
    Shown s;
    s.show({mask(1, 1, block(1002, 6, 1003, 7))});  // the middle of the 4 × 4 pixels from (1000, 4)
    QCOMPARE(s.at(1000, 4, 2), AnnotationId{1});
    s.show({mask(1, 1, block(1001, 6, 1002, 7))});
    QCOMPARE(s.at(1000, 4, 2), AnnotationId{});
}

void MaskTilesTest::anEmptyTileIsOneNumber()
{
    Shown s;
    s.show({mask(1, 1, block(0, 0, 256, 256)), mask(2, 2, block(300, 0, 310, 10))});
    QCOMPARE(s.tiles.tile({0, 0, 0}).numbers.size(), 1u);
    QCOMPARE(s.at(255, 255), AnnotationId{1});
    QCOMPARE(s.tiles.tile({0, 5, 5}).numbers.size(), 1u);
    QCOMPARE(s.tiles.tile({0, 1, 0}).numbers.size(), std::size_t(side) * side);
}

void MaskTilesTest::editsLeaveTheTilesAsIfMadeAnew_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void MaskTilesTest::editsLeaveTheTilesAsIfMadeAnew()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto number = [&](int most) { return std::uniform_int_distribution(0, most)(random); };
    Shown s;
    std::map<int, AnnotationPtr> masks;
    for (int step = 0; step < 40; ++step) {
        const int id = 1 + number(7);
        const auto known = masks.find(id);
        if (number(5) == 0)
            masks.erase(id);
        else if (known != masks.end() && number(2) == 0)  // the same pixels, hidden or elsewhere in the order
            masks[id] = mask(id, number(20), *std::get<Mask>(known->second->geometry).runs, number(1));
        else
            masks[id] = mask(id, number(20), scattered(random), number(3) == 0);
        std::vector<AnnotationPtr> all;
        for (const auto &each : masks)
            all.push_back(each.second);
        s.show(all);
        for (int i = 0; i < 6; ++i)
            s.at(number(999), number(799), number(2));  // some tiles are made at each step
    }
    Shown anew;
    anew.show(s.all);
    for (const int level : {0, 1, 2})
        QVERIFY(s.picture(level) == anew.picture(level));
}

void MaskTilesTest::whatIsToldStaleHoldsAllThatChanged()
{
    std::mt19937 random(11);
    Shown s;
    s.show({mask(1, 1, scattered(random)), mask(2, 2, scattered(random)), mask(3, 3, scattered(random))});
    for (int step = 0; step < 10; ++step) {
        const auto before = s.picture(0);
        std::vector<AnnotationPtr> all = s.all;
        const auto id = 1 + step % 3;
        std::erase_if(all, [id](const AnnotationPtr &each) { return each->id.value == id; });
        all.push_back(mask(id, 10 - step, scattered(random), step % 4 == 0));
        const std::vector<Rect> stale = s.show(all);
        const auto after = s.picture(0);
        for (int y = 0; y < 800; ++y)
            for (int x = 0; x < 1000; ++x)
                if (const auto i = std::size_t(y * 1000 + x); before[i] != after[i])
                    QVERIFY(std::ranges::any_of(stale, [&](const Rect &rect) {
                        return rect.left <= x && x + 1 <= rect.right && rect.top <= y && y + 1 <= rect.bottom;
                    }));
    }
}

void MaskTilesTest::aColourOrAHiddenMaskThatLiesAloneMakesNoTileAnew()
{
    Shown s;
    const AnnotationPtr other = mask(2, 2, block(100, 100, 150, 150));
    s.show({mask(1, 1, block(10, 10, 50, 50)), other});
    s.tiles.tile({0, 0, 0});
    QVERIFY(s.show({mask(1, 1, block(10, 10, 50, 50), true), other}).empty());
    QVERIFY(s.tiles.has({0, 0, 0}));
    QVERIFY(!s.show({mask(1, 1, block(10, 10, 50, 51)), other}).empty());
    QVERIFY(!s.tiles.has({0, 0, 0}));
}

void MaskTilesTest::numbersOfRemovedMasksAreUsedAgain()
{
    Shown s;
    for (int i = 1; i <= 300; ++i)
        s.show({mask(i, i, block(i, i, i + 10, i + 10)), mask(1000 + i, i, block(200 + i, 3, 300 + i, 4))});
    QVERIFY(s.tiles.numbers() <= 5);
    QCOMPARE(s.at(305, 305), AnnotationId{300});
    QCOMPARE(s.at(12, 12), AnnotationId{});
}

void MaskTilesTest::differencesAreNarrow()
{
    const MaskRuns before = block(0, 0, 4000, 4000);
    const MaskRuns after = [] {
        MaskBuilder builder;
        for (int y = 0; y < 4000; ++y)
            builder.add(y, Span{0, y == 1000 ? 4010 : 4000});
        return builder.take();
    }();
    const std::vector<Rect> found = differences(&before, &after);
    QCOMPARE(found.size(), 1u);
    QVERIFY((found[0] == Rect{4000, 1000, 4010, 1001}));
    QVERIFY(differences(&before, &before).empty());
    QVERIFY((differences(nullptr, &after).front().top == 0));
}

REGISTER_TEST(MaskTilesTest);
#include "mask_tiles_test.moc"
