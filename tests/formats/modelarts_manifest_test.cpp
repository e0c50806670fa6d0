#include "core/result.h"
#include "tests/formats/collect.h"
#include "tests/paths.h"
#include "tests/test_registry.h"

using namespace formats;
using core::Code;

class ModelartsManifestTest : public QObject {
    Q_OBJECT
private slots:
    void readsAClassifiedSample();
    void takesEverySpellingOfTheKeys();
    void takesMarksCrlfAndBlankLines();
    void namesLineColumnAndFieldAndReadsOn();
    void refusesWhatIsNoImageLine();
    void keepsUnknownKeysAsTheyWere();
    void leavesOutAnnotationsOfOtherKindsWithAWarning();
    void survivesHostileLines();
    void readsTheSampleManifest();
};

namespace {

struct ManifestRead : tests::Collected {
    core::Status status = core::ok();
    tests::TempFolder folder;
};

std::unique_ptr<ManifestRead> readManifest(std::string_view text,
                                           core::JobKind kind = core::JobKind::ImageClassification)
{
    auto out = std::make_unique<ManifestRead>();
    const auto file = out->folder / "x.manifest";
    tests::writeFile(file, text);
    const Format *format = formatById("modelarts-manifest");
    out->status = format->newReader()->read(file, {kind, {}, {}, {}}, *out);
    return out;
}

std::string one(std::string_view annotation)
{
    return R"({"source":"s3://b/a.jpg","annotation":[)" + std::string(annotation) + "]}\n";
}

QString where(const Issue &issue)
{
    return QString::fromStdString(std::to_string(issue.error.where.line) + ":"
                                  + std::to_string(issue.error.where.column) + " " + issue.error.where.field + " "
                                  + std::string(core::codeName(issue.error.code)) + " " + issue.error.detail);
}

}  // namespace

void ModelartsManifestTest::readsAClassifiedSample()
{
    const auto out = readManifest(
        R"({"source":"s3://demo/pets/a.jpg","usage":"TRAIN","hard":"true","hard-coefficient":0.7,"id":"0f3c","sample-type":0,)"
        R"("annotation":[{"type":"modelarts/image_classification","name":"cat","property":{"color":"white"},"hard":"true",)"
        R"("hard-coefficient":0.7,"annotated-by":"human/acme/li","creation-time":"2024-05-06 07:08:09"},)"
        R"({"type":"modelarts/image_classification","name":"动物","annotated-by":"modelarts/active-learning","confidence":0.83}]})");
    QVERIFY_OK(out->status);
    QCOMPARE(out->issues.size(), 0u);
    QCOMPARE(out->records.size(), 3u);
    const SampleRecord sample = out->samples().at(0);
    QCOMPARE(sample.sample.uri, "s3://demo/pets/a.jpg");
    QCOMPARE(sample.sample.externalId, "0f3c");
    QVERIFY(sample.sample.usage == core::Usage::Train);
    QCOMPARE(sample.sample.property, "{}");
    QVERIFY(sample.hard && sample.hardCoefficient == 0.7 && sample.line == 1);
    const AnnotationRecord cat = out->annotations().at(0), animal = out->annotations().at(1);
    QCOMPARE(cat.label, "cat");
    QCOMPARE(cat.author, "human/acme/li");
    QCOMPARE(cat.created, core::Timestamp{1714979289000});
    QVERIFY(cat.attributes
            == (core::Attributes{{"@difficult", "1"}, {"@hard-coefficient", "0.7"}, {"color", "white"}}));
    QVERIFY(std::holds_alternative<core::WholeSample>(cat.geometry) && !cat.confidence && !cat.proposed);
    QCOMPARE(animal.label, "动物");
    QVERIFY(animal.confidence == 0.83 && animal.created == 0);
}

void ModelartsManifestTest::takesEverySpellingOfTheKeys()
{
    const auto out = readManifest(
        R"({"source":"OBS://b/a.jpg","usage":"eval","hard":true,"hard_coefficient":"0.5","hard_reasons":[3,20],)"
        R"("annotation":[{"type":"image_classification","name":7,"hard":"True","hard_coefficient":1,"annotated_by":"auto",)"
        R"("creation_time":"1999-12-31 23:59:59"}]})");
    QCOMPARE(out->issues.size(), 0u);
    const SampleRecord sample = out->samples().at(0);
    QVERIFY(sample.hard && sample.hardCoefficient == 0.5 && sample.sample.usage == core::Usage::Eval);
    QCOMPARE(sample.hardReasons, "3-20");
    const AnnotationRecord annotation = out->annotations().at(0);
    QCOMPARE(annotation.label, "7");
    QCOMPARE(annotation.author, "auto");
    QCOMPARE(annotation.created, core::Timestamp{946684799000});
    QVERIFY(annotation.attributes == (core::Attributes{{"@difficult", "1"}, {"@hard-coefficient", "1"}}));
}

void ModelartsManifestTest::takesMarksCrlfAndBlankLines()
{
    const auto out = readManifest(
        "\xEF\xBB\xBF{\"source\":\"./a b.jpg\"}\r\n\r\n  \n{\"source\":\"s3://b/2\",\"annotation\":null}\r\n"
        "{\"source\":\"/abs/3.png\",\"annotation\":[]}");
    QVERIFY_OK(out->status);
    QCOMPARE(out->issues.size(), 0u);
    const auto samples = out->samples();
    QCOMPARE(samples.size(), 3u);
    QCOMPARE(samples[0].sample.uri, (out->folder / "a b.jpg").string());
    QCOMPARE(samples[1].line, 4);
    QCOMPARE(samples[2].sample.uri, "/abs/3.png");
}

void ModelartsManifestTest::namesLineColumnAndFieldAndReadsOn()
{
    const auto out =
        readManifest("{\"source\":\"s3://b/1\"}\n"
                     "{\"source\":\"s3://b/2\",,}\n"
                     "{\"usage\":\"TRAIN\"}\n"
                     + one(R"({"type":"modelarts/image_classification"})")
                     + one(R"({"name":"cat"},{"type":"modelarts/image_classification","name":"dog","confidence":1.5})")
                     + "{\"source\":\"s3://b/\xFF\"}\n"
                       "not json\n"
                       "{\"source\":\"s3://b/3\",\"usage\":\"LATER\",\"annotation\":{}}\n"
                       "{\"source\":\"s3://b/4\"} {}\n");
    QVERIFY_OK(out->status);
    QCOMPARE(out->samples().size(), 4u);
    QCOMPARE(out->annotations().size(), 1u);
    QStringList places;
    for (const Issue &issue : out->issues)
        places << where(issue);
    QCOMPARE(places,
             QStringList({"2:22  corrupt ,}", "3:0 source missing-field ", "4:0 annotation[0].name missing-field ",
                          "5:0 annotation[0].type missing-field ", "5:122 annotation[1].confidence bad-value 1.5",
                          "6:19  corrupt invalid UTF-8", "7:1  corrupt not json", "8:30 usage bad-value LATER",
                          "8:51 annotation bad-value {}}", "9:23  corrupt more behind the object"}));
}

void ModelartsManifestTest::refusesWhatIsNoImageLine()
{
    const auto out =
        readManifest("{\"source\":\"content://text\"}\n{\"source\":\"s3://b/t\",\"source-type\":\"CarbonData\"}\n"
                     "{\"source\":7}\n{\"source\":\"\"}\n{\"source\":\"a\\u0000b\"}\n[1]\n5\n");
    QVERIFY_OK(out->status);
    QCOMPARE(out->records.size(), 0u);
    QCOMPARE(out->issues.size(), 7u);
    for (const Issue &issue : out->issues)
        QVERIFY(issue.severity == Severity::Error);
    QVERIFY(out->issues[0].error.code == Code::Unsupported && out->issues[1].error.code == Code::Unsupported);
}

void ModelartsManifestTest::keepsUnknownKeysAsTheyWere()
{
    const auto out = readManifest(
        R"({"source":"s3://b/a","inference-loc":"s3://out/a.json","big":12345678901234567890,)"
        R"("property":{"@modelarts:data_checked":true,"city":"Riga"},"annotation":[{"type":"modelarts/image_classification",)"
        R"("name":"a","id":"R1","property":{"n":1.0,"o":{ "k" : [1, 2] },"s":"x"},"property.odd":0,"annotation-format":"manifest"}]})");
    QCOMPARE(out->issues.size(), 0u);
    QCOMPARE(
        out->samples().at(0).sample.property,
        R"({"inference-loc":"s3://out/a.json","big":12345678901234567890,"@modelarts:data_checked":true,"city":"Riga",)"
        R"("@labelwright:top-level":["inference-loc","big"]})");
    QVERIFY(out->annotations().at(0).attributes
            == (core::Attributes{{"@x:.property.odd", "0"},
                                 {"@x:annotation-format", "\"manifest\""},
                                 {"@x:id", "\"R1\""},
                                 {"@x:property.n", "1.0"},
                                 {"@x:property.o", R"({"k":[1,2]})"},
                                 {"s", "x"}}));
}

void ModelartsManifestTest::leavesOutAnnotationsOfOtherKindsWithAWarning()
{
    const auto out = readManifest(one(R"({"type":"modelarts/image_classification","name":"cat"},)"
                                      R"({"type":"modelarts/object_detection","annotation-loc":5,"confidence":"x"})")
                                  + one(R"({"type":"modelarts/object_detection"})"));
    QCOMPARE(out->annotations().size(), 1u);
    QCOMPARE(out->issues.size(), 1u);
    QVERIFY(out->issues[0].severity == Severity::Warning);
    QCOMPARE(where(out->issues[0]), "1:0 annotation.type unsupported modelarts/object_detection: 2");
}

void ModelartsManifestTest::survivesHostileLines()
{
    std::string text;
    text += R"({"source":"s3://b/1","x":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}\n";
    text += std::string(1'000'000, '[') + "\n";
    text += R"({"source":")" + std::string((16u << 20) + 10, 'a') + "\"}\n";
    text += R"({"source":"s3://b/2","hard-coefficient":1e999})"
            "\n";
    text += R"({"source":"s3://b/3","hard-coefficient":123456789012345678901234567890})"
            "\n";
    text += R"({"source":"s3://b/\ud800"})"
            "\n";
    text += std::string("{\"source\":\"s3://b/4\0\"}\n", 23);
    text += R"({"source":"s3://b/5","hard-coefficient":-1,"hard":"maybe"})"
            "\n";
    const auto out = readManifest(text);
    QVERIFY_OK(out->status);
    QCOMPARE(out->samples().size(), 3u);  // 2, 3 and 5, without what was wrong
    for (const SampleRecord &sample : out->samples())
        QVERIFY(!sample.hardCoefficient && !sample.hard);
    QCOMPARE(out->issues.size(), 9u);
    QVERIFY(out->issues[2].error.code == Code::TooLarge);
    QCOMPARE(out->issues[2].error.where.line, 3);
    for (const Issue &issue : out->issues)
        QVERIFY(issue.error.detail.size() < 200 && issue.error.where.field.size() < 300);
}

void ModelartsManifestTest::readsTheSampleManifest()
{
    const std::filesystem::path file = LABELWRIGHT_SOURCE_DIR "/../shared/samples/modelarts-dataset-sdk/"
                                                              "classification-xy-V201902220937263726.manifest";
    if (!std::filesystem::exists(file))
        QSKIP("not on this machine");
    tests::Collected out;
    QVERIFY_OK(formatById("modelarts-manifest")
                   ->newReader()
                   ->read(file, {core::JobKind::ImageClassification, {}, {}, {}}, out));
    QVERIFY(out.issues.empty());
    QCOMPARE(out.samples().size(), 19u);
    QCOMPARE(out.annotations().size(), 19u);
}

REGISTER_TEST(ModelartsManifestTest);
#include "modelarts_manifest_test.moc"
