#include "core/masks.h"
#include "core/mask_spans.h"
#include "core/store/geometry_codec.h"
#include "tests/core/bitmap.h"
#include "tests/test_registry.h"
#include <functional>

using namespace core;
using namespace tests;

class MasksTest : public QObject {
    Q_OBJECT
private slots:
    void setOperationsAgreeWithPixels();
    void unionOfManyAgreesWithPixels();
    void measuresAgreeWithPixels();
    void spansInAnyOrderMakeTheSameMask();
    void rowsAreCopiedWhole();
    void masksReadBackFromTheStoreEqual();
    void theStoreRefusesSpansNoBuilderMakes();
};

namespace {

constexpr int cases = 2500;

// Calls check(random number generator) with the seed in the message of a failure.
void forSeeds(int count, const std::function<void(std::mt19937 &)> &check)
{
    for (int seed = 1; seed <= count; ++seed) {
        std::mt19937 random(static_cast<unsigned>(seed));
        check(random);
        if (QTest::currentTestFailed()) {
            qWarning("seed %d", seed);
            return;
        }
    }
}

}  // namespace

void MasksTest::setOperationsAgreeWithPixels()
{
    forSeeds(cases, [](std::mt19937 &random) {
        const Bitmap a = anyBitmap(random), b = anyBitmap(random);
        const MaskRuns runsA = runsOf(a), runsB = runsOf(b);
        QVERIFY(united(runsA, runsB) == runsOf(each(a, b, std::logical_or())));
        QVERIFY(intersected(runsA, runsB) == runsOf(each(a, b, std::logical_and())));
        QVERIFY(subtracted(runsA, runsB) == runsOf(each(a, b, [](bool x, bool y) { return x && !y; })));
        const int both = each(a, b, std::logical_and()).count(), either = each(a, b, std::logical_or()).count();
        QCOMPARE(meets(runsA, runsB), both > 0);
        QCOMPARE(iou(runsA, runsB), either > 0 ? double(both) / either : 0.0);
    });
}

void MasksTest::unionOfManyAgreesWithPixels()
{
    forSeeds(500, [](std::mt19937 &random) {
        Bitmap all;
        std::vector<MaskRuns> many;
        for (int i = anyInt(random, 0, 7); i > 0; --i) {
            const Bitmap next = anyBitmap(random);
            all = each(all, next, std::logical_or());
            many.push_back(runsOf(next));
        }
        QVERIFY(united(many) == runsOf(all));
    });
}

void MasksTest::measuresAgreeWithPixels()
{
    forSeeds(1000, [](std::mt19937 &random) {
        const Bitmap bitmap = anyBitmap(random);
        const MaskRuns runs = runsOf(bitmap);
        QCOMPARE(area(runs), double(bitmap.count()));
        const int dx = anyInt(random, -60, 60), dy = anyInt(random, -60, 60);
        Bitmap moved(bitmap.left() + dx, bitmap.top() + dy, bitmap.right() - bitmap.left(),
                     bitmap.bottom() - bitmap.top());
        Bitmap inside(0, 0, 40, 30);
        std::optional<Rect> box;
        for (int y = bitmap.top(); y < bitmap.bottom(); ++y)
            for (int x = bitmap.left(); x < bitmap.right(); ++x) {
                QCOMPARE(contains(runs, {x + 0.5, y + 0.5}), bitmap.at(x, y));
                if (!bitmap.at(x, y))
                    continue;
                moved.set(x + dx, y + dy, true);
                inside.set(x, y, true);
                const Rect pixel{double(x), double(y), x + 1.0, y + 1.0};
                box = box ? united(*box, pixel) : pixel;
            }
        QVERIFY(translated(runs, dx, dy) == runsOf(moved));
        QVERIFY(cut(runs, 40, 30) == runsOf(inside));
        QVERIFY(bounds(runs) == box);
    });
}

void MasksTest::spansInAnyOrderMakeTheSameMask()
{
    forSeeds(500, [](std::mt19937 &random) {
        const MaskRuns runs = runsOf(anyBitmap(random));
        std::vector<RowSpan> spans;
        for (std::int32_t y = runs.top(); y < runs.bottom(); ++y)
            for (const Span span : runs.row(y)) {
                const int middle = anyInt(random, span.begin, span.end);
                spans.insert(spans.end(), {{y, {span.begin, middle}}, {y, {middle, span.end}}, {y, span}});
            }
        std::ranges::shuffle(spans, random);
        QVERIFY(maskOf(spans) == runs);
    });
}

void MasksTest::rowsAreCopiedWhole()
{
    forSeeds(500, [](std::mt19937 &random) {
        const Bitmap bitmap = anyBitmap(random);
        const MaskRuns runs = runsOf(bitmap);
        Bitmap some;
        MaskBuilder builder;
        for (int from = -12; from < 45;) {
            const int to = from + anyInt(random, 0, 9);
            builder.add(runs, from, to);
            for (int y = from; y < to; ++y)
                for (int x = bitmap.left(); x < bitmap.right(); ++x)
                    some.set(x, y, bitmap.at(x, y));
            from = to + anyInt(random, 0, 4);
        }
        QVERIFY(builder.take() == runsOf(some));
    });
}

void MasksTest::masksReadBackFromTheStoreEqual()
{
    forSeeds(cases, [](std::mt19937 &random) {
        const Geometry mask = Mask{std::make_shared<const MaskRuns>(
            translated(runsOf(anyBitmap(random)), anyInt(random, -1, 1) * 2'000'000'000, anyInt(random, -1, 1) * 9))};
        QVERIFY(store::decodeGeometry(static_cast<std::int64_t>(mask.index()), store::encodeGeometry(mask)) == mask);
    });
}

void MasksTest::theStoreRefusesSpansNoBuilderMakes()
{
    const Geometry mask = Mask{std::make_shared<const MaskRuns>(runsOf({"##.#", "#"}))};
    const std::string good = store::encodeGeometry(mask);
    int refused = 0;
    for (std::size_t i = 0; i < good.size(); ++i)
        for (int value = 0; value < 256; ++value) {
            std::string bytes = good;
            bytes[i] = static_cast<char>(value);
            const auto read = store::decodeGeometry(static_cast<std::int64_t>(mask.index()), bytes);
            refused += !read;
            if (read)
                QVERIFY(store::decodeGeometry(static_cast<std::int64_t>(mask.index()), store::encodeGeometry(*read))
                        == read);
        }
    QVERIFY(refused > 1000);
}

REGISTER_TEST(MasksTest);
#include "masks_test.moc"
