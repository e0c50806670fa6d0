// Masks as run lengths of COCO and as values in pictures.
#include "core/mask_raster.h"
#include "core/mask_rle.h"
#include "core/masks.h"
#include "tests/core/bitmap.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class MaskPixelsTest : public QObject {
    Q_OBJECT
private slots:
    void runLengthsAreThoseOfPycocotools_data();
    void runLengthsAreThoseOfPycocotools();
    void runLengthsReadBackEqual();
    void pixelsOutsideThePictureAreLeftOut();
    void countsThatDoNotAddUpAreRefused();
    void textThatIsNoneIsRefused();
    void hugePicturesAreRefused();
    void emptyRunsBetweenAreRead();
    void valuesReadBackEqual();
    void paintingStaysInside();
};

namespace {

using Rows = std::vector<std::string_view>;
using Counts = std::vector<std::uint32_t>;

Counts naiveCounts(const Bitmap &bitmap)
{
    Counts counts{0};
    bool value = false;
    for (int x = 0; x < bitmap.right(); ++x)
        for (int y = 0; y < bitmap.bottom(); ++y) {
            if (bitmap.at(x, y) != value) {
                counts.push_back(0);
                value = !value;
            }
            ++counts.back();
        }
    return counts;
}

}  // namespace

// Made by a port of pycocotools' rleEncode and rleToString to another language.
void MaskPixelsTest::runLengthsAreThoseOfPycocotools_data()
{
    QTest::addColumn<Rows>("rows");
    QTest::addColumn<Counts>("counts");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("one pixel") << Rows{"#"} << Counts{0, 1} << QByteArray("01");
    QTest::newRow("no pixel") << Rows{"."} << Counts{1} << QByteArray("1");
    QTest::newRow("runs over the foot of a column")
        << Rows{"..#", "#.#", "##."} << Counts{1, 2, 2, 3, 1} << QByteArray("1221O");
    QTest::newRow("plus") << Rows{".##.", "####", ".##."} << Counts{1, 1, 1, 6, 1, 1, 1} << QByteArray("11150K0");
    QTest::newRow("long runs") << Rows(40, "########################################") << Counts{0, 1600}
                               << QByteArray("0Pb1");
    QTest::newRow("noise") << Rows{"..#.####.", ".#.##.##.", ".#....#.#", "..##.#..#",
                                   "#.#..#.##", ".####.#.#", "#.##.#..#"}
                           << Counts{} << QByteArray("4110011OO013OM00032MN011O21MO11O24");
}

void MaskPixelsTest::runLengthsAreThoseOfPycocotools()
{
    QFETCH(Rows, rows);
    QFETCH(Counts, counts);
    QFETCH(QByteArray, text);
    const int width = static_cast<int>(rows[0].size()), height = static_cast<int>(rows.size());
    const MaskRuns runs = runsOf(rows);
    if (!counts.empty())
        QVERIFY(cocoCounts(runs, width, height) == counts);
    QCOMPARE(cocoText(runs, width, height), text.toStdString());
    const auto read = fromCocoText(text.toStdString(), width, height);
    QVERIFY_OK(read);
    QVERIFY(*read == runs);
}

void MaskPixelsTest::runLengthsReadBackEqual()
{
    std::mt19937 random(21);
    for (int i = 0; i < 2000; ++i) {
        const int width = anyInt(random, 1, 40), height = anyInt(random, 1, 30);
        const Bitmap bitmap = anyBitmap(random, Bitmap(0, 0, width, height));
        const MaskRuns runs = runsOf(bitmap);
        const Counts counts = cocoCounts(runs, width, height);
        QVERIFY2(counts == naiveCounts(bitmap), qPrintable(QString::number(i)));
        QVERIFY(*fromCocoCounts(counts, width, height) == runs);
        QVERIFY(*fromCocoText(cocoText(runs, width, height), width, height) == runs);
    }
}

void MaskPixelsTest::pixelsOutsideThePictureAreLeftOut()
{
    const MaskRuns runs = translated(runsOf({"###", "###"}), -1, -1);
    QVERIFY(cocoCounts(runs, 9, 4) == (Counts{0, 1, 3, 1, 31}));
    QVERIFY(cocoCounts(runs, 0, 0) == Counts{0});
}

void MaskPixelsTest::countsThatDoNotAddUpAreRefused()
{
    for (const Counts &counts : {Counts{}, Counts{11}, Counts{13}, Counts{4, 9}, Counts{UINT32_MAX, UINT32_MAX, 14}}) {
        const auto read = fromCocoCounts(counts, 4, 3);
        QVERIFY(!read);
        QCOMPARE(read.error().code, Code::BadValue);
    }
    QCOMPARE(fromCocoCounts(Counts{11}, 4, 3).error().detail, std::string("counts of 11 pixels, 4 x 3 = 12"));
    QVERIFY(fromCocoCounts(Counts{}, 0, 3)->isEmpty());
    QCOMPARE(fromCocoCounts(Counts{12}, -4, -3).error().code, Code::BadValue);
}

void MaskPixelsTest::textThatIsNoneIsRefused()
{
    for (const char *text : {"", "0", "01 ", "0/", "0P", "0PPPPPPPPPPPPP1", "1O", "\xc3\xa4"}) {
        const auto read = fromCocoText(text, 40, 40);
        QVERIFY2(!read, text);
        QCOMPARE(read.error().code, Code::BadValue);
    }
    QCOMPARE(fromCocoText("0Pb1~", 40, 40).error().detail, std::string("no run length at character 4"));
    std::mt19937 random(22);
    for (int i = 0; i < 20'000; ++i) {
        std::string text = "4110011OO013OM00032MN011O21MO11O24";
        for (int k = anyInt(random, 1, 3); k > 0; --k)
            text[std::size_t(anyInt(random, 0, int(text.size()) - 1))] = static_cast<char>(anyInt(random, 40, 120));
        if (const auto read = fromCocoText(text, 9, 7))
            QVERIFY(*read == cut(*read, 9, 7));
    }
}

void MaskPixelsTest::hugePicturesAreRefused()
{
    QCOMPARE(fromCocoCounts(Counts{0, UINT32_MAX}, 65'537, 65'535).error().code, Code::TooLarge);
    QCOMPARE(fromCocoCounts(Counts{0, 2'000'000}, 2'000'000, 1).error().code, Code::TooLarge);
    QCOMPARE(area(*fromCocoCounts(Counts{0, 1'000'000}, 1'000'000, 1)), 1e6);
}

void MaskPixelsTest::emptyRunsBetweenAreRead()
{
    QVERIFY(*fromCocoCounts(Counts{1, 1, 0, 2, 0, 0, 2}, 2, 3) == runsOf({".#", "#", "#"}));
}

void MaskPixelsTest::valuesReadBackEqual()
{
    std::mt19937 random(23);
    for (int i = 0; i < 1000; ++i) {
        const int width = anyInt(random, 1, 60), height = anyInt(random, 1, 20);
        std::vector<std::uint8_t> narrow(std::size_t(width * height));
        std::vector<std::uint16_t> wide(narrow.size());
        std::map<int, MaskRuns> expected, expectedWide;
        for (const int value : {1, 255, 7}) {
            const MaskRuns runs = runsOf(anyBitmap(random, Bitmap(0, 0, width, height)));
            paint(runs, std::uint8_t(value), narrow, width, height);
            paint(runs, std::uint16_t(value * 257), wide, width, height);
            for (auto &[other, left] : expected)
                left = subtracted(left, runs);
            expected[value] = runs;
        }
        std::erase_if(expected, [](const auto &each) { return each.second.isEmpty(); });
        for (const auto &[value, runs] : expected)
            expectedWide[value * 257] = runs;
        QVERIFY2(masksByValue(std::span<const std::uint8_t>(narrow), width, height) == expected,
                 qPrintable(QString::number(i)));
        QVERIFY(masksByValue(std::span<const std::uint16_t>(wide), width, height) == expectedWide);
    }
}

void MaskPixelsTest::paintingStaysInside()
{
    std::vector<std::uint8_t> pixels(6);
    paint(translated(runsOf({"#########", "#########"}), -3, 1), std::uint8_t{9}, pixels, 3, 2);
    QVERIFY((pixels == std::vector<std::uint8_t>{0, 0, 0, 9, 9, 9}));
    QVERIFY(masksByValue(std::span<const std::uint8_t>(), 0, 0).empty());
}

REGISTER_TEST(MaskPixelsTest);
#include "mask_pixels_test.moc"
