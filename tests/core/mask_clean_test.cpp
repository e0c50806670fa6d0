#include "core/mask_clean.h"
#include "core/mask_flood.h"
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "tests/core/bitmap.h"
#include "tests/test_registry.h"
#include <cmath>

using namespace core;
using namespace tests;

class MaskCleanTest : public QObject {
    Q_OBJECT
private slots:
    void islandsHangTogetherAtCorners();
    void holesAreGapsThatDoNotReachOut();
    void specksAreSmallIslands();
    void growingAndShrinkingReachTheirRadius();
    void aMaskAtTheBorderKeepsReachingIt();
    void smoothingClosesCracksAndCutsSpikes();
    void smoothingLeavesWideShapesNearlyAlone();
    void floodedAgreesWithPixels();
    void floodedComparesEachChannel();
};

namespace {

constexpr int width = 40, height = 30;

Bitmap blank()
{
    return Bitmap(0, 0, width, height);
}

// Pixels that have a neighbour of that value within the radius; beyond the border the picture goes on.
Bitmap reached(const Bitmap &bitmap, double radius, bool value)
{
    const int reach = static_cast<int>(radius);
    Bitmap result = blank();
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int dy = -reach; dy <= reach; ++dy)
                for (int dx = -reach; dx <= reach; ++dx) {
                    const int px = std::clamp(x + dx, 0, width - 1), py = std::clamp(y + dy, 0, height - 1);
                    if (dx * dx + dy * dy <= radius * radius && bitmap.at(px, py) == value)
                        result.set(x, y, true);
                }
    return result;
}

Raster picture(const std::vector<std::string_view> &rows)
{
    Raster raster{static_cast<int>(rows.front().size()), static_cast<int>(rows.size()), PixelFormat::Rgba8, {}};
    for (const std::string_view row : rows)
        for (const char c : row) {
            const auto gray = static_cast<std::uint8_t>((c - '0') * 10);
            raster.bytes.insert(raster.bytes.end(), {gray, gray, gray, 255});
        }
    return raster;
}

}  // namespace

void MaskCleanTest::islandsHangTogetherAtCorners()
{
    std::mt19937 random(11);
    for (int i = 0; i < 700; ++i) {
        const Bitmap bitmap = anyBitmap(random, blank());
        Bitmap left = bitmap;
        std::vector<MaskRuns> expected;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (left.at(x, y)) {
                    Bitmap island = blank();
                    for (const Pixel pixel : around(bitmap, x, y, true)) {
                        island.set(pixel.x, pixel.y, true);
                        left.set(pixel.x, pixel.y, false);
                    }
                    expected.push_back(runsOf(island));
                }
        QVERIFY2(islands(runsOf(bitmap)) == expected, qPrintable(QString::number(i)));
    }
}

void MaskCleanTest::holesAreGapsThatDoNotReachOut()
{
    std::mt19937 random(12);
    for (int i = 0; i < 700; ++i) {
        const MaskRuns runs = runsOf(anyBitmap(random, blank()));
        const Bitmap wide = bitmapOf(runs, Bitmap(-1, -1, width + 2, height + 2));
        Bitmap expected(-1, -1, width + 2, height + 2);
        for (int y = -1; y <= height; ++y)
            for (int x = -1; x <= width; ++x)
                expected.set(x, y, true);
        for (const Pixel pixel : around(wide, -1, -1, false))
            expected.set(pixel.x, pixel.y, false);
        QVERIFY2(withHolesFilled(runs) == runsOf(expected), qPrintable(QString::number(i)));
    }
}

void MaskCleanTest::specksAreSmallIslands()
{
    std::mt19937 random(13);
    for (int i = 0; i < 300; ++i) {
        const MaskRuns runs = runsOf(anyBitmap(random, blank()));
        const int least = anyInt(random, 0, 12);
        std::vector<MaskRuns> kept;
        for (const MaskRuns &island : islands(runs))
            if (area(island) >= least)
                kept.push_back(island);
        QVERIFY(withoutSpecks(runs, least) == united(kept));
    }
}

void MaskCleanTest::growingAndShrinkingReachTheirRadius()
{
    std::mt19937 random(14);
    for (int i = 0; i < 300; ++i) {
        const Bitmap bitmap = anyBitmap(random, blank());
        const double radius = anyInt(random, 2, 16) / 4.0;
        QVERIFY(grown(runsOf(bitmap), radius, width, height) == runsOf(reached(bitmap, radius, true)));
        const Bitmap away = reached(bitmap, radius, false);
        QVERIFY(shrunk(runsOf(bitmap), radius, width, height)
                == runsOf(each(bitmap, away, [](bool in, bool gone) { return in && !gone; })));
    }
}

void MaskCleanTest::aMaskAtTheBorderKeepsReachingIt()
{
    const Ring all{{0, 0}, {width, 0}, {width, height}, {0, height}};
    const Ring left{{0, 0}, {9, 0}, {9, height}, {0, height}};
    const MaskRuns picture = rasterised({&all, 1}, FillRule::Centres, width, height);
    const MaskRuns side = rasterised({&left, 1}, FillRule::Centres, width, height);
    QVERIFY(shrunk(picture, 5, width, height) == picture);
    QVERIFY(smoothed(picture, 5, width, height) == picture);
    QVERIFY(smoothed(side, 4, width, height) == side);
    QCOMPARE(area(shrunk(side, 2, width, height)), 7.0 * height);
}

void MaskCleanTest::smoothingClosesCracksAndCutsSpikes()
{
    const MaskRuns block = translated(disk({0, 0}, 9), 20, 15);
    const MaskRuns spike = capsule({20.5, 15.5}, {20.5, 0.5}, 0.5);
    const MaskRuns crack = capsule({20.5, 15.5}, {28.5, 15.5}, 0.5);
    const MaskRuns tidy = smoothed(block, 2, width, height);
    const MaskRuns cut = smoothed(united(block, spike), 2, width, height);
    QVERIFY(!meets(cut, translated(spike, 0, -12)));
    QVERIFY(area(subtracted(cut, tidy)) <= 12);  // the corners beside the spike are rounded
    QVERIFY(area(subtracted(tidy, smoothed(subtracted(block, crack), 2, width, height))) <= 4);
}

void MaskCleanTest::smoothingLeavesWideShapesNearlyAlone()
{
    const MaskRuns round = cut(disk({20, 15}, 12), width, height);
    QVERIFY(iou(smoothed(round, 3, width, height), round) > 0.97);
    QVERIFY(smoothed(round, 0.9, width, height) == round);
    QVERIFY(smoothed({}, 3, width, height).isEmpty());
}

void MaskCleanTest::floodedAgreesWithPixels()
{
    std::mt19937 random(15);
    for (int i = 0; i < 700; ++i) {
        const Bitmap bitmap = anyBitmap(random, blank());
        Raster raster{width, height, PixelFormat::Rgba8, {}};
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const auto gray =
                    static_cast<std::uint8_t>(bitmap.at(x, y) ? anyInt(random, 200, 210) : anyInt(random, 40, 50));
                raster.bytes.insert(raster.bytes.end(), {gray, 7, gray, 255});
            }
        const int x = anyInt(random, 0, width - 1), y = anyInt(random, 0, height - 1);
        Bitmap expected = blank();
        for (const Pixel pixel : around(bitmap, x, y, false))
            expected.set(pixel.x, pixel.y, true);
        QVERIFY2(flooded(raster, x, y, 10.9) == runsOf(expected), qPrintable(QString::number(i)));
    }
}

void MaskCleanTest::floodedComparesEachChannel()
{
    const Raster steps = picture({"0123", "9993", "0123"});
    QVERIFY(flooded(steps, 0, 0, 10) == runsOf({"##"}));
    QVERIFY(flooded(steps, 0, 0, 29.9) == runsOf({"###"}));
    QVERIFY(flooded(steps, 3, 0, 30) == runsOf({"####", "...#", "####"}));
    QVERIFY(flooded(steps, 1, 1, 0) == translated(runsOf({"###"}), 0, 1));
    QVERIFY(flooded(steps, 4, 0, 255).isEmpty());
    QVERIFY(flooded(steps, 0, -1, 255).isEmpty());
    Raster coloured = picture({"00"});
    coloured.bytes[4 + 2] = 50;  // blue
    QVERIFY(flooded(coloured, 0, 0, 49) == runsOf({"#"}));
    QVERIFY(flooded(coloured, 0, 0, 50) == runsOf({"##"}));
}

REGISTER_TEST(MaskCleanTest);
#include "mask_clean_test.moc"
