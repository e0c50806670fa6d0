// Segmentation of ModelArts and folders of mask pictures: what the picture has, what the xml says, how they meet.
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "formats/class_picture.h"
#include "formats/segmentation_xml.h"
#include "tests/formats/collect.h"
#include "tests/formats/fixture.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::JobKind;
using core::Polygon;
using core::Span;

class SegmentationTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void holesAndIslandsAreNamedAndComeBackToThePixel_data();
    void holesAndIslandsAreNamedAndComeBackToThePixel();
    void whatAPictureCannotSeparateIsNamed();
    void thePictureHasValuesAndColorsOfTheLabels();
    void polygonsAreFilledWithTheirOutline();
    void theOutlineOfAMaskNamesItsEdgePixels();
    void ownOutlinesAreNotDoubted();
    void othersSeeAValidFile();
    void masksAreKnownByColorFirstByGraySecond();
    void withoutThePictureTheOutlineStands();
    void masksOfForeignFilesWhenAsked();
    void idsKeepObjectsOfOneLabelApart();
    void labelmapsOfVocAreRead();
    void aPaletteThatStartsWithAClassIsRead();

private:
    struct Shape {
        int label = 1;
        core::Geometry geometry;
    };
    core::SampleContent content(const std::vector<Shape> &shapes) const;
    core::Status write(const char *format, const core::SampleContent &content, const Options &options = {}) const;
    Collected read(const char *format, const Options &options = {}) const;
    std::filesystem::path target(std::string_view format) const
    {
        return targetIn(*m_folder / "out", *formatById(format));
    }

    std::unique_ptr<TempFolder> m_folder;
    Fixture m_fixture;
};

namespace {

core::MaskRuns rectangle(int left, int top, int right, int bottom)
{
    core::MaskBuilder builder;
    for (int y = top; y < bottom; ++y)
        builder.add(y, Span{left, right});
    return builder.take();
}

core::Geometry mask(core::MaskRuns runs)
{
    return core::Mask{std::make_shared<core::MaskRuns>(std::move(runs))};
}

// A ring of pixels with an island in its hole, one beside it and one on the border.
core::MaskRuns archipelago()
{
    const auto ring = core::subtracted(rectangle(10, 10, 60, 60), rectangle(20, 20, 50, 50));
    const std::vector<core::MaskRuns> parts{ring, rectangle(30, 30, 33, 34), rectangle(70, 10, 71, 11),
                                            rectangle(639, 479, 640, 480)};
    return core::united(parts);
}

}  // namespace

void SegmentationTest::init()
{
    m_folder = std::make_unique<TempFolder>();
    m_fixture = makeFixture(*formatById("coco-json"), JobKind::ImageSegmentation, *m_folder / "p", 1, 1);
    const core::Rgb colors[]{0x3399ff, 0xff0000, 0x00ff00, 0x0000ff};
    for (std::size_t i = 0; i < m_fixture.labels.size(); ++i) {
        m_fixture.labels[i].rgb = colors[i];
        m_fixture.labels[i].gray = 10 + int(i);
    }
}

core::SampleContent SegmentationTest::content(const std::vector<Shape> &shapes) const
{
    core::SampleContent out = m_fixture.contents[0];
    out.annotations.clear();
    out.sample.property = "{}";
    out.sample.usage = core::Usage::None;
    out.work.emplace();
    out.work->state = core::State::Labeled;
    for (const Shape &shape : shapes) {
        auto annotation = std::make_shared<core::Annotation>();
        annotation->label = {shape.label};
        annotation->order = std::int64_t(out.annotations.size());
        annotation->geometry = shape.geometry;
        out.annotations.push_back(std::move(annotation));
    }
    return out;
}

core::Status SegmentationTest::write(const char *format, const core::SampleContent &what, const Options &options) const
{
    const auto writer = formatById(format)->newWriter();
    auto around = surroundings(m_fixture);
    around.options = options;
    if (auto begun = writer->begin(target(format), around, m_fixture.labels); !begun)
        return begun;
    if (auto written = writer->write(what, m_fixture.folder / what.sample.uri); !written)
        return written;
    return writer->finish();
}

Collected SegmentationTest::read(const char *format, const Options &options) const
{
    Collected out;
    auto around = surroundings(m_fixture);
    const auto folder = *m_folder / "out";
    around.locate = [folder](std::string_view uri) { return core::locate(uri, folder, {}); };
    around.options = options;
    if (const auto status = formatById(format)->newReader()->read(target(format), around, out); !status)
        qFatal("%s", core::describe(status.error()).c_str());
    return out;
}

void SegmentationTest::holesAndIslandsAreNamedAndComeBackToThePixel_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("manifest") << QByteArray("modelarts-manifest");
    QTest::newRow("folder") << QByteArray("modelarts-segmentation-dir");
}

void SegmentationTest::holesAndIslandsAreNamedAndComeBackToThePixel()
{
    QFETCH(QByteArray, format);
    const auto what = content({{1, mask(archipelago())}, {2, mask(rectangle(100, 100, 110, 110))}});
    QCOMPARE(formatById(format.constData())->losses(what, JobKind::ImageSegmentation, {}),
             (std::vector<std::string>{"mask-islands", "mask-holes"}));
    QVERIFY_OK(write(format.constData(), what));
    const Collected back = read(format.constData());
    QVERIFY(back.issues.empty());
    QCOMPARE(back.annotations().size(), 2u);
    QVERIFY(back.annotations()[0].geometry == what.annotations[0]->geometry);
    QVERIFY(back.annotations()[1].geometry == what.annotations[1]->geometry);
    QCOMPARE(back.all<LabelRecord>().at(1).label.gray, 11);
    QCOMPARE(back.all<LabelRecord>().at(1).label.rgb, 0xff0000u);
}

void SegmentationTest::whatAPictureCannotSeparateIsNamed()
{
    const auto losses = [this](const std::vector<Shape> &shapes) {
        return formatById("modelarts-manifest")->losses(content(shapes), JobKind::ImageSegmentation, {});
    };
    using Words = std::vector<std::string>;
    const auto a = mask(rectangle(10, 10, 20, 20));
    QCOMPARE(losses({{1, a}, {1, mask(rectangle(20, 20, 30, 30))}}), Words{"touching"});  // by a corner
    QCOMPARE(losses({{1, a}, {1, mask(rectangle(21, 20, 30, 30))}}), Words{});
    QCOMPARE(losses({{1, a}, {2, mask(rectangle(20, 10, 30, 20))}}), Words{});
    QCOMPARE(losses({{1, a}, {2, mask(rectangle(19, 19, 30, 30))}}), Words{"covered"});
    const core::Geometry polygon = Polygon{{{{0, 0}, {12, 0}, {12, 12}, {0, 12}}}};
    QCOMPARE(losses({{1, a}, {2, polygon}}), Words{"covered"});
    QCOMPARE(losses({{2, polygon}, {1, a}}), Words{});  // the polygon is in the xml
    QCOMPARE(losses({{1, polygon}, {1, polygon}}), Words{});
    QCOMPARE(losses({{1, core::Box{1, 1, 5, 5, 0}}}), Words{"outline"});
    QCOMPARE(losses({{1, core::Point{1, 1}}}), Words{"shape"});
    QCOMPARE(losses({{1, mask(rectangle(630, 470, 641, 480))}}), Words{"outside"});
    // Taken all the same, touching ones are cut along their outlines.
    const auto both = content({{1, a}, {1, mask(rectangle(20, 10, 30, 20))}});
    QVERIFY_OK(write("modelarts-manifest", both));
    const auto back = read("modelarts-manifest").annotations();
    QVERIFY(back.at(0).geometry == a && back.at(1).geometry == both.annotations[1]->geometry);
}

void SegmentationTest::thePictureHasValuesAndColorsOfTheLabels()
{
    QVERIFY_OK(write("modelarts-manifest", content({{1, mask(archipelago())}, {3, mask(rectangle(0, 0, 2, 2))}})));
    const std::string stem = m_fixture.contents[0].sample.uri.substr(7, m_fixture.contents[0].sample.uri.size() - 11);
    const auto picture = readClassPicture(*m_folder / "out" / "segmentationClass" / (stem + ".png"), {640, 480}, 8);
    QVERIFY_OK(picture);
    QVERIFY(picture->header.pixels == PngPixels::Palette);
    QCOMPARE(picture->header.palette.size(), 256u);
    QCOMPARE(picture->header.palette[10], 0x3399ffu);
    QCOMPARE(picture->header.palette[12], 0x00ff00u);
    QVERIFY(picture->masks.at(10) == archipelago());
    QVERIFY(picture->masks.at(12) == rectangle(0, 0, 2, 2));
    QCOMPARE(picture->masks.size(), 2u);
}

void SegmentationTest::polygonsAreFilledWithTheirOutline()
{
    const core::Ring ring{{10, 10}, {40, 12}, {30, 50}};
    const auto files =
        toSegmentation(content({{1, Polygon{{ring}}}}), classValues(m_fixture.labels), {640, 480}, "a.png");
    QVERIFY_OK(files);
    writeFile(*m_folder / "m.png", files->png);
    const auto picture = readClassPicture(*m_folder / "m.png", {640, 480}, 8);
    QVERIFY_OK(picture);
    const std::vector<core::Ring> rings{ring};
    QVERIFY(picture->masks.at(10) == core::rasterised(rings, core::FillRule::WithOutline, 640, 480));
    QVERIFY(core::contains(picture->masks.at(10), {40.5, 12.5}));  // a corner is a pixel
}

void SegmentationTest::theOutlineOfAMaskNamesItsEdgePixels()
{
    QVERIFY((pixelOutline(rectangle(5, 6, 6, 7)) == core::Ring{{5, 6}, {5, 6}, {5, 6}}));
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i) {
        core::MaskBuilder builder;
        int begin = 20, end = 30;
        for (int y = 5; y < 25; ++y) {
            begin = std::clamp(begin + int(random() % 7) - 3, 0, 38);
            end = std::max(begin + 1, std::min(40, end + int(random() % 9) - 4));
            builder.add(y, Span{begin, end});
        }
        const core::MaskRuns runs = builder.take();
        const core::Ring ring = pixelOutline(runs);
        const std::vector<core::Ring> rings{ring};
        if (core::traced(runs, 0).size() == 1 && core::traced(runs, 0)[0].rings.size() == 1)
            QVERIFY(core::rasterised(rings, core::FillRule::WithOutline, 40, 40) == runs);
    }
}

void SegmentationTest::ownOutlinesAreNotDoubted()
{
    const std::vector<core::MaskRuns> bowTie{rectangle(10, 10, 20, 20), rectangle(20, 20, 30, 30)};
    QVERIFY(core::crossesItself(pixelOutline(core::united(bowTie))));
    const auto shape = content({{1, mask(core::united(bowTie))}});
    QVERIFY_OK(write("modelarts-segmentation-dir", shape));
    const auto back = read("modelarts-segmentation-dir");
    QCOMPARE(back.issues.size(), std::size_t(0));
    QCOMPARE(back.annotations().size(), std::size_t(1));
}

void SegmentationTest::othersSeeAValidFile()
{
    QVERIFY_OK(write("modelarts-segmentation-dir",
                     content({{2, Polygon{{{{0.5, 0}, {9, 0}, {9, 9}}}}}, {1, mask(rectangle(20, 20, 22, 22))}})));
    std::string xml;
    for (const auto &[name, bytes] : bytesBelow(*m_folder / "out"))
        if (name.ends_with(".xml"))
            xml = bytes;
    for (const char *part :
         {"<segmented>1</segmented>", "<mask_source>./segmentationClass/", "<mask_color>255,0,0</mask_color>",
          "<x1>0.5</x1>", "<x4>0.5</x4>", "<mask_color>51,153,255</mask_color>", "<key>@labelwright:mask</key>",
          "<value>10 20,20</value>", "<x5>20</x5>", "<width>640</width>"})
        QVERIFY2(xml.find(part) != std::string::npos, (std::string(part) + " in " + xml).c_str());
}

void SegmentationTest::masksAreKnownByColorFirstByGraySecond()
{
    ClassPicture picture;
    picture.header.palette = {0, 0xff0000, 0x00ff00};
    picture.masks[1] = rectangle(0, 0, 1, 1);
    picture.masks[2] = rectangle(2, 0, 3, 1);
    picture.masks[255] = rectangle(4, 0, 5, 1);
    ClassColors classes{{"cat", {0x00ff00, 0, 1}}, {"dog", {0xff0000, 0, 2}}};
    const auto byColor = matchClasses(picture, classes);
    QCOMPARE(byColor.values.at("cat"), 2);
    QCOMPARE(byColor.values.at("dog"), 1);
    QVERIFY(byColor.unknown.empty());  // 255 is void
    picture.header.pixels = PngPixels::Gray8;
    const auto byGray = matchClasses(picture, classes);
    QCOMPARE(byGray.values.at("cat"), 1);
    classes["cat"].gray = 7;
    QCOMPARE(matchClasses(picture, classes).unknown.at(1), "1: 1 pixels");
    picture.header.pixels = PngPixels::Color;
    picture.masks.clear();
    picture.masks[0x00ff00] = rectangle(0, 0, 1, 1);
    QCOMPARE(matchClasses(picture, classes).values.at("cat"), 0x00ff00);
}

void SegmentationTest::withoutThePictureTheOutlineStands()
{
    const auto what = content({{1, mask(rectangle(20, 20, 25, 30))}});
    QVERIFY_OK(write("modelarts-segmentation-dir", what));
    std::filesystem::remove_all(*m_folder / "out" / "segmentationClass");
    const Collected back = read("modelarts-segmentation-dir");
    QCOMPARE(back.issues.size(), 1u);
    QVERIFY(back.issues[0].error.where.field == "mask_source");
    QVERIFY(back.annotations().at(0).geometry == what.annotations[0]->geometry);
}

void SegmentationTest::masksOfForeignFilesWhenAsked()
{
    const core::Geometry polygon = Polygon{{{{10, 10}, {40, 10}, {40, 40}, {10, 40}}}};
    QVERIFY_OK(write("modelarts-segmentation-dir", content({{1, polygon}})));
    QVERIFY(read("modelarts-segmentation-dir").annotations().at(0).geometry == polygon);
    QVERIFY(read("modelarts-segmentation-dir", {{"masks", "all"}}).annotations().at(0).geometry
            == mask(rectangle(10, 10, 41, 41)));
}

void SegmentationTest::idsKeepObjectsOfOneLabelApart()
{
    const auto what =
        content({{1, mask(rectangle(0, 0, 5, 5))}, {1, mask(rectangle(5, 0, 9, 5))}, {2, mask(archipelago())}});
    const Options ids{{"pixels", "ids"}};
    QCOMPARE(formatById("mask-png-dir")->losses(what, JobKind::ImageSegmentation, ids), std::vector<std::string>{});
    QCOMPARE(formatById("mask-png-dir")->losses(what, JobKind::ImageSegmentation, {}),
             std::vector<std::string>{"merged"});
    QVERIFY_OK(write("mask-png-dir", what, ids));
    const Collected back = read("mask-png-dir");
    QVERIFY(back.issues.empty());
    QCOMPARE(back.annotations().size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(back.annotations()[i].geometry == what.annotations[i]->geometry);
    m_folder->dir.remove();
    init();
    QVERIFY_OK(write("mask-png-dir", what, {{"pixels", "gray"}}));
    QCOMPARE(read("mask-png-dir").annotations().size(), 2u);
    QCOMPARE(read("mask-png-dir", {{"objects", "islands"}}).annotations().size(), 1u + 4u);
}

void SegmentationTest::labelmapsOfVocAreRead()
{
    QVERIFY_OK(write("mask-png-dir", content({{2, mask(rectangle(3, 3, 9, 9))}})));
    std::filesystem::remove(*m_folder / "out" / "classes.json");
    writeFile(*m_folder / "out" / "labelmap.txt",
              "# label:color_rgb:parts:actions\nbackground:0,0,0::\ncat:1,1,1::\n狗:255,0,0:a:b\n");
    const Collected back = read("mask-png-dir");
    QVERIFY(back.issues.empty());
    QCOMPARE(back.all<LabelRecord>().size(), 2u);
    QCOMPARE(back.annotations().at(0).label, "狗");
    QVERIFY(back.annotations()[0].geometry == mask(rectangle(3, 3, 9, 9)));
}

void SegmentationTest::aPaletteThatStartsWithAClassIsRead()
{
    writeFile(*m_folder / "m.png",
              writePng({4, 2, PngPixels::Palette, {0xff0000, 0}},
                       [](int y, std::span<std::uint16_t> row) { std::ranges::fill(row, std::uint16_t(y)); }));
    const auto picture = readClassPicture(*m_folder / "m.png", {0, 0}, 8);
    QVERIFY_OK(picture);
    const auto match = matchClasses(*picture, {{"dog", {0xff0000, 0, 0}}});
    QCOMPARE(match.values.at("dog"), 0);
    QVERIFY(match.unknown.empty());
    QVERIFY(picture->masks.at(0) == rectangle(0, 0, 4, 1));
}

REGISTER_TEST(SegmentationTest);
#include "segmentation_test.moc"
