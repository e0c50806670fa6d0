#include "formats/yolo_box.h"
#include "tests/formats/folder_fixture.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using namespace formats;
using tests::Folder;
using tests::Sink;
using Names = std::vector<std::string>;

class DetectionFolderTest : public QObject {
    Q_OBJECT
private slots:
    void readsVocBesideImages();
    void readsTheOldVocLayout();
    void aBadXmlLeavesTheImageUnlabeled();
    void vocComesBackAsItWas();
    void readsYolo();
    void readsPlainYolo();
    void namesTheLineAndFieldAndReadsOn();
    void yoloListsMayNotLeadOut();
    void aBrokenYoloFolderIsRefused_data();
    void aBrokenYoloFolderIsRefused();
    void pixelBoxesComeBackBitExact();
    void anyBoxComesBackBitExact();
    void sixDigitsOfOthersAreWholePixels();
    void yoloComesBackAsItWas();
    void tellsTheFoldersApart();
    void saysWhatYoloLoses();
};

namespace {

Result<StillInfo> probeNamed(const std::filesystem::path &file)
{
    const QImage image(QString::fromStdString(utf8(file)));
    if (image.isNull())
        return Error{Code::Corrupt, "", {utf8(file), 0, 0, {}}};
    return StillInfo{image.width(), image.height(), 3, "png"};
}

Surroundings around()
{
    Surroundings out;
    out.kind = JobKind::ObjectDetection;
    out.probe = probeNamed;
    return out;
}

struct Reading : Sink {
    Status status = ok();
};

Reading readBoxes(const char *id, const std::filesystem::path &folder)
{
    Reading out;
    out.status = tests::format(id)->newReader()->read(folder, around(), out);
    return out;
}

Status writeBoxes(const char *id, const std::filesystem::path &target, const std::vector<SampleContent> &samples,
                  const std::filesystem::path &media)
{
    const std::vector<Label> labels{tests::label(1, "车"), tests::label(2, "dog")};
    auto writer = tests::format(id)->newWriter();
    Status status = writer->begin(target, around(), labels);
    for (const auto &sample : samples)
        if (status)
            status = writer->write(sample, media);
    return status ? writer->finish() : status;
}

const std::string Xml = "<annotation><filename>1.png</filename><size><width>640</width><height>480</height>"
                        "<depth>3</depth></size><object><name>车</name><bndbox><xmin>1</xmin><ymin>2</ymin>"
                        "<xmax>11</xmax><ymax>22</ymax></bndbox></object></annotation>";

void writeYolo(const Folder &folder, std::string_view lines)
{
    folder.write("obj.data", "classes = 2\nnames = data/obj.names\ntrain = train.txt\nbackup = backup/\n");
    folder.write("obj.names", "dog\r\n车\r\n\r\n");
    folder.write("train.txt", "data/obj_train_data/1.png\n");
    folder.write("obj_train_data/1.png", tests::image(100, 200));
    folder.write("obj_train_data/1.txt", lines);
}

}  // namespace

void DetectionFolderTest::readsVocBesideImages()
{
    Folder folder;
    folder.write("a/1.png", tests::image());
    folder.write("a/1.xml", Xml);
    folder.write("2.png", tests::image());
    folder.write("3.png", tests::image());
    folder.write("3.xml", "<annotation/>");
    const auto out = readBoxes("modelarts-voc-dir", folder.path());
    QVERIFY_OK(out.status);
    QCOMPARE(out.issues.size(), 0u);
    QCOMPARE(out.samples.size(), 3u);
    QCOMPARE(out.labelsOf(folder.uri("a/1.png")), Names{"车"});
    QVERIFY(out.annotations[0].second.geometry == Geometry(Box{1, 2, 10, 20, 0}));
    QVERIFY(!out.samples[0].state);
    QVERIFY(out.samples[1].state == State::Labeled);  // an xml without objects: looked at
    QCOMPARE(out.samples[2].sample.media.width, 640);
}

void DetectionFolderTest::readsTheOldVocLayout()
{
    Folder folder;
    folder.write("JPEGImages/1.png", tests::image());
    folder.write("Annotations/1.xml", Xml);
    folder.write("Annotations/2.xml", Xml);
    const auto out = readBoxes("modelarts-voc-dir", folder.path());
    QCOMPARE(out.labelsOf(folder.uri("JPEGImages/1.png")), Names{"车"});
    QCOMPARE(out.onlyIssue(), folder.uri("Annotations/2.xml") + ": not-found: no image of this name");
}

void DetectionFolderTest::aBadXmlLeavesTheImageUnlabeled()
{
    Folder folder;
    folder.write("1.png", tests::image());
    folder.write("1.xml", "<annotation>\n<object>");
    const auto out = readBoxes("modelarts-voc-dir", folder.path());
    QCOMPARE(out.samples.size(), 1u);
    QVERIFY(!out.samples[0].state);
    QCOMPARE(out.annotations.size(), 0u);
    QCOMPARE(out.onlyIssue(), folder.uri("1.xml") + ":2:8: corrupt: Start-end tags mismatch");
}

void DetectionFolderTest::vocComesBackAsItWas()
{
    Folder folder;
    folder.write("in.png", tests::image(64, 48));
    auto turned = tests::annotation(2, Circle{{5, 6.5}, 2});
    auto content = tests::sample("x/图.png", {tests::annotation(1, Box{0.1, 0.2, 0.7, 3, 0}), turned});
    content.annotations.push_back(tests::annotation(1, Polyline{{{1, 2}, {3, 4}}, true}));
    const auto format = tests::format("modelarts-voc-dir");
    QCOMPARE(format->losses(content, JobKind::ObjectDetection, {}), Names{});
    QVERIFY_OK(writeBoxes("modelarts-voc-dir", folder / "out",
                          {content, tests::sample("y/图.png", {}), tests::sample("z.png", {}, State::Unlabeled)},
                          folder / "in.png"));
    QCOMPARE(folder.tree("out"), (Names{"z.png", "图.png", "图.xml", "图_2.png", "图_2.xml"}));
    const auto back = readBoxes("modelarts-voc-dir", folder / "out");
    QCOMPARE(back.issues.size(), 0u);
    QCOMPARE(back.annotations.size(), 3u);
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(back.annotations[i].second.geometry == content.annotations[i]->geometry);
    QCOMPARE(back.labelsOf(folder.uri("out/图.png")), (Names{"车", "dog", "车"}));
    QCOMPARE(back.samples[1].sample.media.width, 64);
    QVERIFY(back.samples[2].state == State::Labeled);
}

void DetectionFolderTest::readsYolo()
{
    Folder folder;
    writeYolo(folder, "1 0.5 0.5 0.2 0.1\n0 0.105 0.0525 0.01 0.005 0.75\n");
    folder.write("obj.data", "names=obj.names\ntrain=train.txt\nvalid = valid.txt\n");
    folder.write("valid.txt", "./obj_valid_data/2.png\n");
    folder.write("obj_valid_data/2.png", tests::image());
    const auto out = readBoxes("modelarts-yolo-dir", folder.path());
    QVERIFY_OK(out.status);
    QCOMPARE(out.issues.size(), 0u);
    QCOMPARE(out.labels.size(), 2u);
    QCOMPARE(out.labels[0].label.name, "dog");
    QCOMPARE(out.samples.size(), 2u);
    QVERIFY(out.samples[0].sample.usage == Usage::Train && out.samples[1].sample.usage == Usage::Eval);
    QCOMPARE(out.labelsOf(folder.uri("obj_train_data/1.png")), (Names{"车", "dog"}));
    QVERIFY(out.annotations[0].second.geometry == Geometry(Box{40, 90, 20, 20, 0}));
    QVERIFY(out.annotations[1].second.geometry == Geometry(Box{10, 10, 1, 1, 0}));
    QCOMPARE(out.annotations[1].second.confidence, 0.75);
}

void DetectionFolderTest::readsPlainYolo()
{
    Folder folder;
    folder.write("classes.txt", "dog\n");
    folder.write("images/train/1.png", tests::image(10, 10));
    folder.write("labels/train/1.txt", "0 0.5 0.5 1 1\n");
    folder.write("images/val/2.png", tests::image(10, 10));
    const auto out = readBoxes("modelarts-yolo-dir", folder.path());
    QVERIFY_OK(out.status);
    QCOMPARE(out.issues.size(), 0u);
    QCOMPARE(out.samples.size(), 2u);
    QVERIFY(out.samples[0].sample.usage == Usage::Train && out.samples[1].sample.usage == Usage::Eval);
    QVERIFY(out.annotations.at(0).second.geometry == Geometry(Box{0, 0, 10, 10, 0}));
}

void DetectionFolderTest::namesTheLineAndFieldAndReadsOn()
{
    Folder folder;
    writeYolo(folder, "0 0.5 x 0.2 0.4\n7 0.5 0.5 0.1 0.1\n\n0 0.5\n0 0.5 0.5 0.2 0.4\n0 0.5 0.5 0 0.4\n"
                      "0 0.5 0.5 0.1 1.2\n0 .1 .2 .3 .4 .5 .6\n-1 0.5 0.5 0.1 0.1\n0 nan 0.5 0.1 0.1\n");
    const auto out = readBoxes("modelarts-yolo-dir", folder.path());
    QCOMPARE(out.annotations.size(), 1u);
    const auto file = folder.uri("obj_train_data/1.txt");
    const Names expected{":1:7: y_center: bad-value: x",  ":2:1: class: bad-value: 7",
                         ":4:6: y_center: missing-field", ":6:11: width: bad-value: 0",
                         ":7:15: height: bad-value: 1.2", ":8:15: confidence: bad-value: more than 6 fields",
                         ":9:1: class: bad-value: -1",    ":10:3: x_center: bad-value: nan"};
    QCOMPARE(out.issues.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(QString::fromStdString(describe(out.issues[i].error)), QString::fromStdString(file + expected[i]));
}

void DetectionFolderTest::yoloListsMayNotLeadOut()
{
    Folder folder, other;
    writeYolo(folder, "");
    other.write("1.png", tests::image());
    std::filesystem::create_symlink(other / "1.png", folder / "link.png");
    folder.write("train.txt", "../1.png\n" + other.uri("1.png")
                                  + "\nC:\\1.png\nlink.png\nobj_train_data/1.png\n"
                                    "obj_train_data/./1.png\nnone.png\nobj.names\n");
    const auto out = readBoxes("modelarts-yolo-dir", folder.path());
    QCOMPARE(out.samples.size(), 1u);
    QCOMPARE(out.issues.size(), 7u);
    Names seen;
    for (const auto &issue : out.issues)
        seen.push_back(std::to_string(issue.error.where.line) + ' ' + std::string(codeName(issue.error.code)));
    QCOMPARE(seen, (Names{"1 bad-value", "2 bad-value", "3 bad-value", "4 bad-value", "6 bad-value", "7 not-found",
                          "0 corrupt"}));
}

void DetectionFolderTest::aBrokenYoloFolderIsRefused_data()
{
    QTest::addColumn<QString>("data");
    QTest::addColumn<QString>("expected");
    QTest::newRow("no names") << "train = train.txt"
                              << ": names: missing-field";
    QTest::newRow("no lists") << "names = obj.names"
                              << ": train: missing-field";
    QTest::newRow("no equals") << "names = obj.names\ntrain train.txt"
                               << ":2: train train.txt: bad-value: train train.txt";
    QTest::newRow("twice") << "names = obj.names\nnames = b"
                           << ":2: names: bad-value: twice";
    QTest::newRow("out") << "names = ../obj.names"
                         << ":1: names: bad-value: leads out of the folder: ../obj.names";
    QTest::newRow("not there") << "names = obj.names\ntrain = t.txt"
                               << ":2: train: not-found: t.txt";
}

void DetectionFolderTest::aBrokenYoloFolderIsRefused()
{
    QFETCH(QString, data);
    QFETCH(QString, expected);
    Folder folder;
    writeYolo(folder, "");
    folder.write("obj.data", data.toStdString());
    const auto out = readBoxes("modelarts-yolo-dir", folder.path());
    QVERIFY(!out.status);
    QCOMPARE(QString::fromStdString(describe(out.status.error())),
             QString::fromStdString(folder.uri("obj.data")) + expected);
    QCOMPARE(out.samples.size(), 0u);
}

namespace {

std::optional<Box> throughText(const Box &box, int width, int height)
{
    const auto text = yoloText(box, width, height);
    const auto words = QString::fromStdString(text.value_or("")).split(' ');
    if (words.size() != 4)
        return std::nullopt;
    YoloNumbers numbers;
    for (int i = 0; i < 4; ++i)
        numbers[std::size_t(i)] = parseDecimal(words[i].toStdString()).value_or(Decimal{});
    return yoloBox(numbers, width, height);
}

}  // namespace

void DetectionFolderTest::pixelBoxesComeBackBitExact()
{
    std::mt19937 random(11);
    std::size_t longest = 0;
    for (int i = 0; i < 4000; ++i) {
        const auto upTo = [&](int most) { return int(random() % unsigned(most)); };
        const int width = 1 + upTo(20000), height = 1 + upTo(20000);
        const int x = upTo(width), y = upTo(height);
        const Box box{double(x), double(y), double(1 + upTo(width - x)), double(1 + upTo(height - y)), 0};
        QVERIFY(throughText(box, width, height) == box);
        QVERIFY(comesBack(box, width, height));
        longest = std::max(longest, yoloText(box, width, height)->size());
    }
    QVERIFY(longest <= 4 * 8 + 3);  // six digits are enough for images of this size
}

void DetectionFolderTest::anyBoxComesBackBitExact()
{
    std::mt19937_64 random(12);
    std::uniform_real_distribution<double> share(0.001, 1);
    for (int i = 0; i < 1000; ++i) {
        const int width = 100 + int(random() % 8000), height = 100 + int(random() % 8000);
        const double x = share(random) * width / 2, y = share(random) * height / 2;
        const Box box{x, y, share(random) * width / 2, share(random) * height / 2, 0};
        QVERIFY(comesBack(box, width, height));
        QVERIFY(throughText(box, width, height) == box);
    }
    QVERIFY(!comesBack({-20, 0, 10, 10, 0}, 100, 100));
}

void DetectionFolderTest::sixDigitsOfOthersAreWholePixels()
{
    const auto number = [](const char *text) { return *parseDecimal(text); };
    // 123, 45, 200 × 77 of 1333 × 800, as "%.6f" and "%g" write it
    const Box box{123, 45, 200, 77, 0};
    QVERIFY(yoloBox({number("0.167292"), number("0.104375"), number("0.150038"), number("0.096250")}, 1333, 800)
            == box);
    QVERIFY(yoloBox({number("0.167292"), number("0.104375"), number("0.150038"), number("0.09625")}, 1333, 800) == box);
    // as a double is printed in full
    QVERIFY(
        yoloBox({number("0.16729182295573893"), number("0.104375"), number("0.15003750937734434"), number("0.09625")},
                1333, 800)
        == box);
}

void DetectionFolderTest::yoloComesBackAsItWas()
{
    Folder folder;
    folder.write("in.png", tests::image(640, 480));
    auto first = tests::sample("a/图.png", {tests::annotation(1, Box{10, 20, 30, 40, 0}),
                                            tests::annotation(2, Box{0.125, 7.3, 100.77, 33, 0})});
    first.sample.usage = Usage::Train;
    auto second = tests::sample("b/图.png", {});
    second.sample.usage = Usage::Eval;
    QVERIFY_OK(writeBoxes("modelarts-yolo-dir", folder / "out", {first, second}, folder / "in.png"));
    QCOMPARE(folder.tree("out"),
             (Names{"obj.data", "obj.names", "obj_train_data/", "obj_train_data/图.png", "obj_train_data/图.txt",
                    "obj_valid_data/", "obj_valid_data/图.png", "obj_valid_data/图.txt", "train.txt", "valid.txt"}));
    QCOMPARE(tests::contents(folder / "out/obj.names"), "车\ndog\n");
    QVERIFY(
        tests::contents(folder / "out/obj_train_data/图.txt").starts_with("0 0.039063 0.083333 0.046875 0.083333\n"));
    const auto back = readBoxes("modelarts-yolo-dir", folder / "out");
    QVERIFY_OK(back.status);
    QCOMPARE(back.issues.size(), 0u);
    QCOMPARE(back.annotations.size(), 2u);
    for (std::size_t i = 0; i < 2; ++i)
        QVERIFY(back.annotations[i].second.geometry == first.annotations[i]->geometry);
    QVERIFY(back.samples[0].sample.usage == Usage::Train && back.samples[1].sample.usage == Usage::Eval);
    QVERIFY(back.samples[1].state == State::Labeled);
}

void DetectionFolderTest::tellsTheFoldersApart()
{
    const auto best = [](const Folder &folder) {
        const int voc = tests::format("modelarts-voc-dir")->knows(folder.path(), "");
        const int yolo = tests::format("modelarts-yolo-dir")->knows(folder.path(), "");
        return voc > yolo ? "voc" : yolo > voc ? "yolo" : "none";
    };
    Folder yolo, voc, plain, none;
    writeYolo(yolo, "");
    voc.write("1.png", tests::image());
    voc.write("1.xml", Xml);
    plain.write("1.png", tests::image());
    none.write("1.txt", "");
    QCOMPARE(best(yolo), "yolo");
    QCOMPARE(best(voc), "voc");
    QCOMPARE(best(plain), "voc");
    QCOMPARE(best(none), "none");
}

void DetectionFolderTest::saysWhatYoloLoses()
{
    const auto losses = [](SampleContent content) {
        content.sample.media.width = content.sample.media.height = 100;
        return tests::format("modelarts-yolo-dir")->losses(content, JobKind::ObjectDetection, {});
    };
    QCOMPARE(losses(tests::sample("a.png", {tests::annotation(1, Box{1, 2, 3, 4, 0})})), Names{});
    QCOMPARE(losses(tests::sample("a.png", {tests::annotation(1, Box{1, 2, 3, 4, 5})})), Names{"rotation"});
    QCOMPARE(losses(tests::sample("a.png", {tests::annotation(1, Circle{{1, 2}, 3})})), Names{"shape"});
    QCOMPARE(losses(tests::sample("a.png", {tests::annotation(1, Box{-9, 2, 3, 4, 0})})), Names{"rounding"});
    auto test = tests::sample("a.png", {});
    test.sample.usage = Usage::Test;
    QCOMPARE(losses(test), Names{"usage"});
}

REGISTER_TEST(DetectionFolderTest);
#include "detection_folder_test.moc"
