#include "core/similarity.h"
#include "tests/test_registry.h"

using namespace core;

class SimilarityTest : public QObject {
    Q_OBJECT
private slots:
    void aPictureLooksLikeItself();
    void sizeMakesNoDifferenceToSpeakOf();
    void aLittleLightIsLessThanAnotherColour();
    void theSideOfAThingCounts();
    void deepGreyIsSeenFromItsDarkestToItsBrightest();
};

namespace {

// A disc of that colour on grey.
Raster disc(int side, double centreX, std::array<int, 3> rgb, int ground = 120)
{
    Raster picture{side, side, PixelFormat::Rgba8, {}};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            const double dx = (x + 0.5) / side - centreX, dy = (y + 0.5) / side - 0.5;
            const bool inside = dx * dx + dy * dy < 0.04;
            for (const int value : rgb)
                picture.bytes.push_back(std::uint8_t(inside ? value : ground));
            picture.bytes.push_back(255);
        }
    return picture;
}

constexpr std::array red{200, 40, 40}, blue{40, 40, 200};

int between(const Raster &a, const Raster &b)
{
    return difference(lookOf(a), lookOf(b));
}

}  // namespace

void SimilarityTest::aPictureLooksLikeItself()
{
    QCOMPARE(between(disc(256, 0.5, red), disc(256, 0.5, red)), 0);
}

void SimilarityTest::sizeMakesNoDifferenceToSpeakOf()
{
    const int bySize = between(disc(256, 0.5, red), disc(640, 0.5, red));
    const int byColour = between(disc(256, 0.5, red), disc(256, 0.5, blue));
    QVERIFY2(bySize * 10 < byColour, qPrintable(QString("%1 %2").arg(bySize).arg(byColour)));
}

void SimilarityTest::aLittleLightIsLessThanAnotherColour()
{
    QVERIFY(between(disc(256, 0.5, red), disc(256, 0.5, red, 124))
            < between(disc(256, 0.5, red), disc(256, 0.5, blue)));
}

void SimilarityTest::theSideOfAThingCounts()
{
    const int left = between(disc(256, 0.25, red), disc(256, 0.28, red));
    const int right = between(disc(256, 0.25, red), disc(256, 0.75, red));
    QVERIFY2(left * 2 < right, qPrintable(QString("%1 %2").arg(left).arg(right)));
}

void SimilarityTest::deepGreyIsSeenFromItsDarkestToItsBrightest()
{
    const auto ramp = [](int from, int step) {
        Raster picture{64, 64, PixelFormat::Gray16, {}};
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) {
                const auto value = std::uint16_t(from + x * step);
                picture.bytes.push_back(std::uint8_t(value & 0xff));
                picture.bytes.push_back(std::uint8_t(value >> 8));
            }
        return picture;
    };
    QVERIFY(between(ramp(0, 10), ramp(30000, 500)) < 40);
    QVERIFY(between(ramp(0, 10), ramp(630, -10)) > 1000);
}

REGISTER_TEST(SimilarityTest);
#include "similarity_test.moc"
