#include "tests/formats/collect.h"
#include "tests/formats/fixture.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::Code;
using core::JobKind;

class ManifestWriterTest : public QObject {
    Q_OBJECT
private slots:
    void writesALineAsModelArtsDoes();
    void marksOnlyWhatTheLineDoesNotTell();
    void namesSourcesFromTheManifestOrWhole();
    void writesOneXmlPerImage();
    void keepsAuthorsOfObjectsApart();
    void givesEachImageAnXmlOfItsOwn();
    void replacesTheXmlOfTheOlderExportAndNoOthers();
    void leavesTheOlderExportUntilItIsFinished();
    void namesTheXmlByThePrefix();
    void readsBackWhatHasNoSize();
    void saysWhatItCannotHold();
};

namespace {

const Format &format()
{
    return *formatById("modelarts-manifest");
}

core::SampleContent content(JobKind kind, const char *uri, int annotations)
{
    core::SampleContent out;
    out.sample.id = {1};
    out.sample.uri = uri;
    out.sample.media.width = 640;
    out.sample.media.height = 480;
    out.job = {1};
    out.work =
        core::WorkState{{1}, {1}, {}, annotations ? core::State::Labeled : core::State::Unlabeled, {}, {}, {}, {}};
    for (int i = 0; i < annotations; ++i) {
        core::Annotation one;
        one.label = {i + 1};
        one.order = i + 1;
        one.author = "human";
        one.created = 1'714'979'289'123;
        if (kind == JobKind::ObjectDetection)
            one.geometry = core::Box{10.0 * i, 5, 20, 30, 0};
        out.annotations.push_back(std::make_shared<core::Annotation>(one));
    }
    return out;
}

Fixture fixture(JobKind kind, const std::filesystem::path &folder, std::vector<core::SampleContent> contents)
{
    Fixture out{folder, kind, {}, std::move(contents)};
    for (const char *name : {"cat", "狗"}) {
        core::Label label;
        label.id = {std::ssize(out.labels) + 1};
        label.name = name;
        out.labels.push_back(label);
    }
    return out;
}

std::string written(const Fixture &fixture, const std::filesystem::path &target)
{
    const auto status = write(fixture, format(), target);
    return status ? readFile(target) : core::describe(status.error());
}

core::Annotation changed(const core::AnnotationPtr &annotation, auto change)
{
    core::Annotation out = *annotation;
    change(out);
    return out;
}

}  // namespace

void ManifestWriterTest::writesALineAsModelArtsDoes()
{
    TempFolder folder;
    auto sample = content(JobKind::ImageClassification, "s3://b/a \"1\".jpg", 2);
    sample.sample.usage = core::Usage::Train;
    sample.sample.externalId = "0f3c";
    sample.sample.property = R"({"city":"Riga","inference-loc":"s3://o","@labelwright:top-level":["inference-loc"]})";
    sample.work->hard = true;
    sample.work->hardCoefficient = 0.5;
    sample.annotations[1] = std::make_shared<core::Annotation>(changed(sample.annotations[1], [](core::Annotation &a) {
        a.confidence = 0.83;
        a.attributes = {{"@difficult", "1"}, {"@x:id", "\"R1\""}, {"@x:property.n", "1.50"}, {"color", "white"}};
    }));
    const std::string expected =
        R"({"annotation":[{"name":"cat","type":"modelarts/image_classification",)"
        R"("creation-time":"2024-05-06 07:08:09","annotated-by":"human"},)"
        R"({"name":"狗","property":{"n":1.50,"color":"white"},"type":"modelarts/image_classification",)"
        R"("creation-time":"2024-05-06 07:08:09","hard":"true","confidence":0.83,"annotated-by":"human","id":"R1"}],)"
        R"("usage":"train","source":"s3://b/a \"1\".jpg","id":"0f3c","hard":"true","hard-coefficient":0.5,)"
        R"("property":{"city":"Riga"},"inference-loc":"s3://o","sample-type":0})"
        "\n";
    QCOMPARE(written(fixture(JobKind::ImageClassification, folder.path(), {sample}), folder / "x.manifest"), expected);
}

void ManifestWriterTest::marksOnlyWhatTheLineDoesNotTell()
{
    TempFolder folder;
    auto empty = content(JobKind::ImageClassification, "s3://b/1", 0), verified = empty;
    verified.work->state = core::State::Labeled;
    auto waiting = content(JobKind::ImageClassification, "s3://b/2", 1);
    waiting.work->state = core::State::ToConfirm;
    waiting.annotations[0] = std::make_shared<core::Annotation>(
        changed(waiting.annotations[0], [](core::Annotation &a) { a.proposed = true; }));
    const QString text = QString::fromStdString(written(
        fixture(JobKind::ImageClassification, folder.path(), {empty, verified, waiting}), folder / "x.manifest"));
    const QStringList lines = text.split('\n');
    const char *plain = R"({"source":"s3://b/1","sample-type":0})";
    const char *marked = R"({"source":"s3://b/1","property":{"@labelwright:state":"labeled"},"sample-type":0})";
    const char *state = R"("@labelwright:state":"to_confirm")";
    QCOMPARE(lines[0], plain);
    QCOMPARE(lines[1], marked);
    QVERIFY(lines[2].contains(state) && !lines[2].contains("proposed"));
}

void ManifestWriterTest::namesSourcesFromTheManifestOrWhole()
{
    TempFolder folder;
    const auto line = [](const std::string &source) {
        return R"({"source":")" + source
               + R"(","sample-type":0})"
                 "\n";
    };
    const auto what =
        fixture(JobKind::ImageClassification, folder.path(), {content(JobKind::ImageClassification, "i/1.jpg", 0)});
    QCOMPARE(written(what, folder / "x.manifest"), line("./i/1.jpg"));
    QCOMPARE(written(what, folder / "out/x.manifest"), line((folder / "i/1.jpg").string()));
    const auto writer = format().newWriter();
    auto around = surroundings(what);
    around.options = {{"source-prefix", "obs://b/data"}};
    QVERIFY_OK(writer->begin(folder / "y.manifest", around, what.labels));
    QVERIFY_OK(writer->write(what.contents[0], {}));
    QVERIFY_OK(writer->finish());
    QCOMPARE(readFile(folder / "y.manifest"), line("obs://b/data/i/1.jpg"));
}

void ManifestWriterTest::writesOneXmlPerImage()
{
    TempFolder folder;
    const auto what = fixture(
        JobKind::ObjectDetection, folder.path(),
        {content(JobKind::ObjectDetection, "s3://b/7.jpg", 2), content(JobKind::ObjectDetection, "s3://b/8.jpg", 0)});
    const std::string expected =
        R"({"annotation":[{"annotation-format":"PASCAL VOC","creation-time":"2024-05-06 07:08:09","annotated-by":"human",)"
        R"("type":"modelarts/object_detection","annotation-loc":"./annotations/7.xml"}],"source":"s3://b/7.jpg","sample-type":0})"
        "\n"
        R"({"source":"s3://b/8.jpg","sample-type":0})"
        "\n";
    QCOMPARE(written(what, folder / "x.manifest"), expected);
    const std::string xml = readFile(folder / "annotations/7.xml");
    QVERIFY(xml.find("<filename>7.jpg</filename>") != xml.npos && xml.find("<width>640</width>") != xml.npos);
    QVERIFY(xml.find("<xmin>10</xmin>") != xml.npos && xml.find("<name>狗</name>") != xml.npos);
    QVERIFY(!std::filesystem::exists(folder / "annotations/8.xml"));
}

void ManifestWriterTest::keepsAuthorsOfObjectsApart()
{
    TempFolder folder;
    auto sample = content(JobKind::ObjectDetection, "s3://b/7.jpg", 2);
    sample.annotations[1] = std::make_shared<core::Annotation>(changed(sample.annotations[1], [](core::Annotation &a) {
        a.author = "human/li";
        a.created += 5000;
        a.attributes = {{"@x:annotation.batch", "17"}};
    }));
    const auto what = fixture(JobKind::ObjectDetection, folder.path(), {sample});
    const std::string text = written(what, folder / "x.manifest");
    const std::string objects =
        R"("property":{"@labelwright:objects":[{"creation-time":"2024-05-06 07:08:09","annotated-by":"human"},)"
        R"({"creation-time":"2024-05-06 07:08:14","annotated-by":"human/li","batch":17}]})";
    QVERIFY(text.find(objects) != text.npos);
    Collected out;
    QVERIFY_OK(format().newReader()->read(
        folder / "x.manifest",
        {JobKind::ObjectDetection, {}, [&](std::string_view uri) { return std::optional(folder.path() / uri); }, {}},
        out));
    QVERIFY(out.issues.empty());
    QCOMPARE(out.annotations().at(0).author, "human");
    QCOMPARE(out.annotations().at(1).author, "human/li");
    QVERIFY(out.annotations()[1].attributes
                == (core::Attributes{{"@pose", "Unspecified"}, {"@x:annotation.batch", "17"}})
            || out.annotations()[1].attributes == (core::Attributes{{"@x:annotation.batch", "17"}}));
}

void ManifestWriterTest::givesEachImageAnXmlOfItsOwn()
{
    TempFolder folder;
    std::vector<core::SampleContent> contents;
    for (const char *uri :
         {"s3://a/7.jpg", "s3://b/7.jpg", "s3://b/7_2.png", "s3://c/7.PNG", "s3://d/..", "s3://d/.jpg"})
        contents.push_back(content(JobKind::ObjectDetection, uri, 1));
    QVERIFY_OK(write(fixture(JobKind::ObjectDetection, folder.path(), contents), format(), folder / "x.manifest"));
    QCOMPARE(bytesBelow(folder / "annotations").size(), contents.size());
}

void ManifestWriterTest::replacesTheXmlOfTheOlderExportAndNoOthers()
{
    TempFolder folder;
    const auto what = [&](const char *uri) {
        return fixture(JobKind::ObjectDetection, folder.path(), {content(JobKind::ObjectDetection, uri, 1)});
    };
    QVERIFY_OK(write(what("s3://b/1.jpg"), format(), folder / "train.manifest"));
    QVERIFY_OK(write(what("s3://c/1.jpg"), format(), folder / "eval.manifest"));
    writeFile(folder / "annotations/mine/notes.txt", "mine");
    QCOMPARE(bytesBelow(folder / "annotations").count("1_2.xml"), 1u);  // 1.xml is the other manifest's
    const std::string kept = readFile(folder / "annotations/1_2.xml");
    QVERIFY_OK(write(what("s3://b/2.jpg"), format(), folder / "train.manifest"));
    const auto now = bytesBelow(folder.path());
    QStringList names;
    for (const auto &[name, bytes] : now)
        names << QString::fromStdString(name);
    QCOMPARE(names, QStringList({"annotations/", "annotations/1_2.xml", "annotations/2.xml", "annotations/mine/",
                                 "annotations/mine/notes.txt", "eval.manifest", "train.manifest"}));
    QCOMPARE(now.at("annotations/1_2.xml"), kept);
    QCOMPARE(now.at("annotations/mine/notes.txt"), "mine");
}

void ManifestWriterTest::leavesTheOlderExportUntilItIsFinished()
{
    TempFolder folder;
    const auto what = [&](const char *uri) {
        return fixture(JobKind::ObjectDetection, folder.path(), {content(JobKind::ObjectDetection, uri, 1)});
    };
    QVERIFY_OK(write(what("s3://b/1.jpg"), format(), folder / "x.manifest"));
    const auto before = bytesBelow(folder.path());
    const auto next = what("s3://b/2.jpg");
    auto writer = format().newWriter();
    QVERIFY_OK(writer->begin(folder / "x.manifest", surroundings(next), next.labels));
    QVERIFY_OK(writer->write(next.contents[0], {}));
    for (const auto &[name, bytes] : before)
        QVERIFY(bytesBelow(folder.path()).at(name) == bytes);
    writer.reset();
    QVERIFY(bytesBelow(folder.path()) == before);
}

void ManifestWriterTest::namesTheXmlByThePrefix()
{
    TempFolder folder;
    const auto what =
        fixture(JobKind::ObjectDetection, folder.path(), {content(JobKind::ObjectDetection, "s3://b/7.jpg", 1)});
    auto around = surroundings(what);
    around.options = {{"annotation-prefix", "obs://out/annotations"}};
    const auto writer = format().newWriter();
    QVERIFY_OK(writer->begin(folder / "x.manifest", around, what.labels));
    QVERIFY_OK(writer->write(what.contents[0], {}));
    QVERIFY_OK(writer->finish());
    const std::string location = R"("annotation-loc":"obs://out/annotations/7.xml")";
    QVERIFY(readFile(folder / "x.manifest").find(location) != std::string::npos);
    QVERIFY(std::filesystem::exists(folder / "annotations/7.xml"));
}

void ManifestWriterTest::readsBackWhatHasNoSize()
{
    TempFolder folder;
    auto sample = content(JobKind::ObjectDetection, "s3://b/7.jpg", 1);
    sample.sample.media = {};
    auto what = fixture(JobKind::ObjectDetection, folder.path(), {sample});
    auto around = surroundings(what);
    around.probe = {};
    const auto writer = format().newWriter();
    QVERIFY_OK(writer->begin(folder / "x.manifest", around, what.labels));
    QVERIFY_OK(writer->write(sample, {}));
    QVERIFY_OK(writer->finish());
    Collected out;
    QVERIFY_OK(format().newReader()->read(folder / "x.manifest", around, out));
    QVERIFY2(out.issues.empty(), out.issues.empty() ? "" : core::describe(out.issues[0].error).c_str());
    QVERIFY(out.annotations().at(0).geometry == sample.annotations[0]->geometry);
}

void ManifestWriterTest::saysWhatItCannotHold()
{
    const auto losses = [](JobKind kind, auto change) {
        auto sample = content(kind, "s3://b/7.jpg", 1);
        sample.annotations[0] = std::make_shared<core::Annotation>(changed(sample.annotations[0], change));
        return format().losses(sample, kind, {});
    };
    using Words = std::vector<std::string>;
    const auto detection = JobKind::ObjectDetection, classification = JobKind::ImageClassification;
    QVERIFY(losses(classification, [](core::Annotation &) {}) == Words());
    QVERIFY(losses(detection, [](core::Annotation &a) { a.proposed = true; }) == Words());
    QVERIFY(losses(classification,
                   [](core::Annotation &a) {
                       a.geometry = core::Box{1, 1, 5, 5, 0};
                   })
            == Words{"shape"});
    QVERIFY(losses(classification, [](core::Annotation &a) { a.label = {}; }) == Words{"no-label"});
    QVERIFY(losses(classification,
                   [](core::Annotation &a) {
                       a.attributes = {{"@x:name", "1"}};
                   })
            == Words{"attributes"});
    QVERIFY(losses(detection,
                   [](core::Annotation &a) {
                       a.geometry = core::Box{1, 1, 5, 5, 30};
                   })
            == Words{"rotation"});
    QVERIFY(losses(detection,
                   [](core::Annotation &a) {
                       a.geometry = core::Box{630, 1, 50, 5, 0};
                   })
            == Words{"outside"});
    QVERIFY(losses(detection, [](core::Annotation &a) { a.geometry = core::WholeSample{}; }) == Words{"shape"});
}

REGISTER_TEST(ManifestWriterTest);
#include "manifest_writer_test.moc"
