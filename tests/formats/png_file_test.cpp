// PNG files of labels: values come back as they were written, and what libpng refuses is an Error.
#include "formats/png_file.h"
#include "tests/formats/collect.h"
#include "tests/test_registry.h"
#include <QBuffer>
#include <QImage>
#include <random>

using namespace formats;
using namespace tests;
using core::Code;

class PngFileTest : public QObject {
    Q_OBJECT
private slots:
    void valuesAndPaletteComeBack_data();
    void valuesAndPaletteComeBack();
    void qtSeesTheSameIndicesAndColors();
    void fewBitsAreNotScaled();
    void colorsAreReadWithoutAlpha();
    void nothingIsDecodedWhenTheHeaderIsRefused();
    void damageIsAnErrorWithTheFile();
};

namespace {

struct Read {
    core::Status status = core::ok();
    PngHeader header;
    std::vector<std::uint32_t> values;
};

Read readAll(const std::filesystem::path &file)
{
    Read out;
    out.status = readPng(file, {[&](const PngHeader &header) { return out.header = header, core::ok(); },
                                [&](int, std::span<const std::uint32_t> row) {
                                    out.values.insert(out.values.end(), row.begin(), row.end());
                                    return core::ok();
                                }});
    return out;
}

std::vector<std::uint16_t> noise(std::size_t count, int most, unsigned seed)
{
    std::mt19937 random(seed);
    std::vector<std::uint16_t> out(count);
    for (auto &value : out)
        value = std::uint16_t(std::uniform_int_distribution(0, most)(random));
    return out;
}

std::string written(const PngHeader &header, const std::vector<std::uint16_t> &values)
{
    return writePng(header, [&](int y, std::span<std::uint16_t> row) {
        std::copy_n(values.begin() + std::ptrdiff_t(y) * header.width, header.width, row.begin());
    });
}

}  // namespace

void PngFileTest::valuesAndPaletteComeBack_data()
{
    QTest::addColumn<int>("pixels");
    QTest::addColumn<int>("most");
    QTest::newRow("palette") << int(PngPixels::Palette) << 255;
    QTest::newRow("gray 8") << int(PngPixels::Gray8) << 255;
    QTest::newRow("gray 16") << int(PngPixels::Gray16) << 65535;
}

void PngFileTest::valuesAndPaletteComeBack()
{
    QFETCH(int, pixels);
    QFETCH(int, most);
    const TempFolder folder;
    for (const auto &[width, height] : {std::pair(1, 1), std::pair(37, 23), std::pair(300, 2)}) {
        PngHeader header{width, height, PngPixels(pixels), {}};
        if (header.pixels == PngPixels::Palette)
            for (core::Rgb i = 0; i < 256; ++i)
                header.palette.push_back(i * 0x10203 & 0xffffff);
        const auto values = noise(std::size_t(width) * std::size_t(height), most, unsigned(width));
        writeFile(folder / "a.png", written(header, values));
        const Read read = readAll(folder / "a.png");
        QVERIFY(read.status);
        QCOMPARE(read.header.width, width);
        QCOMPARE(read.header.height, height);
        QVERIFY(read.header.pixels == header.pixels);
        QVERIFY(read.header.palette == header.palette);
        QVERIFY(std::ranges::equal(read.values, values));
    }
}

void PngFileTest::qtSeesTheSameIndicesAndColors()
{
    const PngHeader header{5, 1, PngPixels::Palette, {0, 0x3399ff, 0xff0000}};
    const auto bytes = written(header, {0, 1, 2, 200, 1});
    QImage image;
    QVERIFY(image.loadFromData(QByteArray::fromStdString(bytes), "PNG"));
    QCOMPARE(image.format(), QImage::Format_Indexed8);
    QCOMPARE(image.colorCount(), 256);
    QCOMPARE(image.pixelIndex(2, 0), 2);
    QCOMPARE(image.pixelIndex(3, 0), 200);
    QCOMPARE(image.color(1), 0xff3399ffu);
    QCOMPARE(image.color(200), 0xff000000u);
}

void PngFileTest::fewBitsAreNotScaled()
{
    const TempFolder folder;
    QImage image(9, 1, QImage::Format_Mono);
    image.setColorTable({qRgb(0, 0, 0), qRgb(255, 0, 0)});
    image.fill(0);
    image.setPixel(8, 0, 1);
    QVERIFY(image.save(QString::fromStdString((folder / "a.png").string())));
    const Read read = readAll(folder / "a.png");
    QVERIFY(read.status && read.header.pixels == PngPixels::Palette);
    QVERIFY((read.values == std::vector<std::uint32_t>{0, 0, 0, 0, 0, 0, 0, 0, 1}));
}

void PngFileTest::colorsAreReadWithoutAlpha()
{
    const TempFolder folder;
    QImage image(2, 1, QImage::Format_ARGB32);
    image.setPixel(0, 0, qRgba(1, 2, 3, 4));
    image.setPixel(1, 0, qRgba(255, 0, 128, 255));
    QVERIFY(image.save(QString::fromStdString((folder / "a.png").string())));
    const Read read = readAll(folder / "a.png");
    QVERIFY(read.status && read.header.pixels == PngPixels::Color);
    QVERIFY((read.values == std::vector<std::uint32_t>{0x010203, 0xff0080}));
}

void PngFileTest::nothingIsDecodedWhenTheHeaderIsRefused()
{
    const TempFolder folder;
    writeFile(folder / "a.png", written({4, 4, PngPixels::Gray8, {}}, noise(16, 255, 1)));
    int rows = 0;
    const auto status = readPng(folder / "a.png", {[](const PngHeader &) -> core::Status {
                                                       return core::Error{Code::BadValue, "not this size", {}};
                                                   },
                                                   [&](int, std::span<const std::uint32_t>) {
                                                       ++rows;
                                                       return core::ok();
                                                   }});
    QVERIFY(!status && status.error().detail == "not this size");
    QCOMPARE(rows, 0);
}

void PngFileTest::damageIsAnErrorWithTheFile()
{
    const TempFolder folder;
    const auto good = written({64, 64, PngPixels::Gray16, {}}, noise(64 * 64, 65535, 3));
    for (std::size_t length = 0; length < good.size(); length += 97) {
        writeFile(folder / "a.png", good.substr(0, length));
        const Read read = readAll(folder / "a.png");
        QVERIFY(!read.status);
        QVERIFY(read.status.error().code == Code::Corrupt);
        QCOMPARE(read.status.error().where.file, (folder / "a.png").string());
    }
    QVERIFY(readAll(folder / "none.png").status.error().code == Code::NotFound);
    QVERIFY(readAll(folder.path()).status.error().code == Code::Io);
}

REGISTER_TEST(PngFileTest);
#include "png_file_test.moc"
