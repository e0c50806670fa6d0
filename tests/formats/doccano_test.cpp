#include "tests/formats/test_project.h"
#include "tests/formats/text_hand.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::JobKind;
using Strings = std::vector<std::string>;

class DoccanoTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheThreeFormsOfLabels();
    void takesOldNamesAndKeepsOthers();
    void findsTheUnitByTheWords_data();
    void findsTheUnitByTheWords();
    void anOptionSaysTheUnit();
    void writesEachUnit();
    void ownFilesSayTheirUnit();
    void commentsAreTheNote();
    void keepsBlanksAndLineEndsOfTheText();
    void keepsWhatItDoesNotKnow();
    void saysWhereAFaultIs();
    void tellsOfOtherKinds();
    void anImportMeetsItsSamplesAgain();
    void saysWhatItCannotHold();
    void theImporterNamesTheFieldOfABadId();
};

namespace {

TextsRead readDoccano(std::string_view bytes, JobKind kind = JobKind::TextTriplet, const Options &options = {})
{
    return readText("doccano-jsonl", bytes, kind, options);
}

std::string writeDoccano(const core::SampleContent &content, const std::vector<core::Label> &labels,
                         const Options &options = {}, JobKind kind = JobKind::TextTriplet)
{
    return written("doccano-jsonl", kind, {content}, labels, options);
}

}  // namespace

void DoccanoTest::readsTheThreeFormsOfLabels()
{
    const auto spans =
        readDoccano(R"({"id": 7, "text": "Li Na won.", "label": [[0, 5, "PER"]]})", JobKind::NamedEntity);
    QCOMPARE(spans.entities(), (Strings{"PER:Li Na(0-5)"}));
    QCOMPARE(spans.samples()[0].sample.property, std::string(R"({"id":7})"));
    const auto graph = readDoccano(R"({"id": 8, "text": "Li Na joined East.", "entities": [)"
                                   R"({"id": 1, "label": "PER", "start_offset": 0, "end_offset": 5}, )"
                                   R"({"id": 2, "label": "ORG", "start_offset": 13, "end_offset": 17}], )"
                                   R"("relations": [{"id": 1, "from_id": 1, "to_id": 2, "type": "joined"}]})");
    QCOMPARE(graph.entities(), (Strings{"PER:Li Na(0-5)", "ORG:East(13-17)"}));
    QCOMPARE(graph.relations(), (Strings{"joined:Li Na(0-5)>East(13-17)"}));
    const auto classes =
        readDoccano("{\"text\": \"good\", \"label\": [\"positive\", 5]}\n{\"text\": \"bad\", \"label\": \"no\"}\n",
                    JobKind::TextClassification);
    QCOMPARE(classes.entities(), (Strings{"positive:*", "5:*", "no:*"}));
    QVERIFY(spans.issues.empty() && graph.issues.empty() && classes.issues.empty());
}

void DoccanoTest::takesOldNamesAndKeepsOthers()
{
    const auto out =
        readDoccano(R"({"data": "a b", "labels": [[0, 1, "X"]], "meta": {"url": "x"}})", JobKind::NamedEntity);
    QCOMPARE(out.texts(), (Strings{"a b"}));
    QCOMPARE(out.entities(), (Strings{"X:a(0-1)"}));
    QCOMPARE(out.samples()[0].sample.property, std::string(R"({"meta":{"url":"x"}})"));
    const auto both = readDoccano(R"({"data": "c", "text": "a b"})", JobKind::NamedEntity);
    QCOMPARE(both.texts(), (Strings{"a b"}));
    QCOMPARE(both.samples()[0].sample.property, std::string(R"({"data":"c"})"));
}

void DoccanoTest::findsTheUnitByTheWords_data()
{
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("unit");
    // "👩‍👩‍👧 met Bo": the family is 8 UTF-16 units, 5 code points, 1 character.
    QTest::newRow("utf16") << 13 << 15 << "utf16";
    QTest::newRow("code points") << 10 << 12 << "code-point";
    QTest::newRow("characters") << 6 << 8 << "grapheme";
}

void DoccanoTest::findsTheUnitByTheWords()
{
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QString, unit);
    const std::string bytes =
        "{\"text\": \"plain\", \"label\": [[0, 5, \"X\"]]}\n{\"text\": \"👩‍👩‍👧 met Bo\", \"label\": [["
        + std::to_string(begin) + ", " + std::to_string(end) + ", \"PER\"]]}\n";
    const auto out = readDoccano(bytes, JobKind::NamedEntity);
    QCOMPARE(out.entities(), (Strings{"X:plain(0-5)", "PER:Bo(10-12)"}));
    QCOMPARE(out.issues.size(), std::size_t(1));
    QCOMPARE(out.issues[0].severity, Severity::Warning);
    QCOMPARE(out.issues[0].error.where.line, 2);
    QVERIFY(out.issues[0].error.detail.starts_with("offset=" + unit.toStdString() + " (1 spans"));
}

void DoccanoTest::anOptionSaysTheUnit()
{
    const std::string bytes = "{\"text\": \"👩‍👩‍👧 met Bo\", \"label\": [[6, 8, \"X\"]]}";
    QCOMPARE(readDoccano(bytes, JobKind::NamedEntity, {{"offset", "code-point"}}).entities(), (Strings{"X:me(6-8)"}));
    const auto halves =
        readDoccano("{\"text\": \"😀\", \"label\": [[1, 2, \"X\"]]}", JobKind::NamedEntity, {{"offset", "utf16"}});
    QCOMPARE(lines(halves.faults()), lines({"!1:28 label[0]: bad-value: 1-2: within a surrogate pair"}));
    QVERIFY(!readDoccano(bytes, JobKind::NamedEntity, {{"offset", "bytes"}}).status);
}

void DoccanoTest::writesEachUnit()
{
    std::vector<core::Label> labels;
    const auto content = textSample("👩‍👩‍👧 met Bo", {{"PER", {{10, 12}}}}, labels);
    for (const auto &[unit, span] : {std::pair{"utf16", "[[13,15,\"PER\"]]"},
                                     {"code-point", "[[10,12,\"PER\"]]"},
                                     {"grapheme", "[[6,8,\"PER\"]]"}}) {
        const std::string bytes = writeDoccano(content, labels, {{"offset", unit}}, JobKind::NamedEntity);
        QVERIFY2(bytes.find(span) != std::string::npos, bytes.c_str());
        QCOMPARE(readDoccano(bytes, JobKind::NamedEntity).entities(), (Strings{"PER:Bo(10-12)"}));
    }
}

void DoccanoTest::ownFilesSayTheirUnit()
{
    std::vector<core::Label> labels;
    const auto content = textSample("😀😀 ab cd", {{"X", {{4, 5}}}}, labels);  // no words
    const auto out = readDoccano(writeDoccano(content, labels), JobKind::TextTriplet);
    QCOMPARE(out.entities(), (Strings{"X:b(4-5)"}));
    QVERIFY(out.issues.empty());
}

void DoccanoTest::commentsAreTheNote()
{
    const auto out = readDoccano(R"({"text": "a", "Comments": ["one", "two"], "label": []})", JobKind::NamedEntity);
    QCOMPARE(out.samples()[0].note, std::string("one\ntwo"));
    QVERIFY(!out.samples()[0].state);
    std::vector<core::Label> labels;
    auto content = textSample("a", {}, labels);
    for (const char *note : {"one\ntwo", "\n", "x\n\ny\n"}) {
        content.work->note = note;
        QCOMPARE(readDoccano(writeDoccano(content, labels)).samples()[0].note, std::string(note));
    }
}

void DoccanoTest::keepsBlanksAndLineEndsOfTheText()
{
    std::vector<core::Label> labels;
    const std::string text = " a \r\n\tb\u3000\n" + std::string(1, '\0') + "c \"\\\n";
    const auto content = textSample(text, {{"X", {{1, 2}}}}, labels);
    QCOMPARE(readDoccano(writeDoccano(content, labels)).texts(), (Strings{text}));
}

void DoccanoTest::keepsWhatItDoesNotKnow()
{
    const std::string bytes = R"({"text": "Li Na", "entities": [{"id": 1, "label": "PER", "start_offset": 0, )"
                              R"("end_offset": 5, "prob": [0.5, null]}], "topic": {"a": 1.50}})";
    const auto out = readDoccano(bytes);
    QCOMPARE(out.annotations()[0].attributes, (core::Attributes{{"@x:prob", "[0.5,null]"}}));
    std::vector<core::Label> labels;
    auto content = textSample("Li Na", {{"PER", {{0, 5}}}}, labels);
    content.sample.property = out.samples()[0].sample.property;
    auto entity = *content.annotations[0];
    entity.attributes = out.annotations()[0].attributes;
    entity.confidence = 0.1;
    core::set(entity.attributes, "name", "value");
    content.annotations[0] = std::make_shared<const core::Annotation>(entity);
    const std::string again = writeDoccano(content, labels);
    QVERIFY(again.find(R"("prob":[0.5,null])") != std::string::npos);
    QVERIFY(again.find(R"("topic":{"a":1.50})") != std::string::npos);
    QCOMPARE(readDoccano(again).annotations()[0].attributes, entity.attributes);
    QCOMPARE(readDoccano(again).annotations()[0].confidence, std::optional(0.1));
}

void DoccanoTest::saysWhereAFaultIs()
{
    const auto out =
        readDoccano("{\"text\": \"abc\", \"label\": [[2, 9, \"X\"], [2, 1, \"X\"], [1, 1, \"X\"], [-1, 2, \"X\"], "
                    "[0, \"a\", \"X\"], [0, 1], [0, 2, \"Y\"]]}\n{\"text\": \"a \"b\" c\"}\n{\"label\": []}\n");
    QCOMPARE(out.entities(), (Strings{"Y:ab(0-2)"}));
    QCOMPARE(lines(out.faults()),
             lines({"!1:84 label[4][1]: bad-value: a", "!1:95 label[5]: bad-value: 2 values",
                    "!1:27 label[0]: bad-value: 2-9: the text has 3", "!1:40 label[1]: bad-value: 2-1: reversed",
                    "!1:53 label[2]: bad-value: 1-1: empty", "!1:66 label[3]: bad-value: -1-2: the text has 3",
                    "!2:14 : corrupt: b\" c\"}", "!3:0 text: missing-field: "}));
}

void DoccanoTest::tellsOfOtherKinds()
{
    const std::string bytes =
        "{\"text\": \"ab\", \"label\": [[0, 1, \"X\"], \"y\"], \"relations\": [{\"from_id\": 1, \"to_id\": 2, "
        "\"type\": \"r\"}]}";
    QCOMPARE(lines(readDoccano(bytes, JobKind::TextClassification).faults()),
             lines({"1:0 entities: unsupported: 1", "1:0 relations: unsupported: 1"}));
    QCOMPARE(readDoccano(bytes, JobKind::NamedEntity).faults(),
             (Strings{"1:0 label: unsupported: 1", "1:0 relations: unsupported: 1"}));
}

void DoccanoTest::anImportMeetsItsSamplesAgain()
{
    std::vector<core::Label> labels;
    auto content = textSample("a", {}, labels);
    QCOMPARE(readDoccano(writeDoccano(content, labels)).samples()[0].sample.uri, content.sample.uri);
    content.sample.uri = "/texts/a.txt";
    const core::Sample again = readDoccano(writeDoccano(content, labels)).samples()[0].sample;
    QCOMPARE(again.uri, content.sample.uri);
    QCOMPARE(again.externalId, content.sample.externalId);
}

void DoccanoTest::saysWhatItCannotHold()
{
    std::vector<core::Label> labels;
    auto content = textSample("e\u0301 b", {{"X", {{0, 1}, {3, 4}}}}, labels);
    auto entity = *content.annotations[0];
    entity.confidence = 0.5;
    content.annotations[0] = std::make_shared<const core::Annotation>(entity);
    const auto losses = [&](JobKind kind, const Options &options) {
        return formatById("doccano-jsonl")->losses(content, kind, options);
    };
    QCOMPARE(losses(JobKind::TextTriplet, {}), (Strings{"split-parts"}));
    QCOMPARE(losses(JobKind::NamedEntity, {}), (Strings{"confidence", "split-parts"}));
    QCOMPARE(losses(JobKind::NamedEntity, {{"form", "entities"}}), (Strings{"split-parts"}));
    QCOMPARE(losses(JobKind::TextTriplet, {{"offset", "grapheme"}}), (Strings{"split-parts", "split-character"}));
    QCOMPARE(losses(JobKind::TextClassification, {}), (Strings{"shape", "confidence", "split-parts"}));
    content.sample.property = R"({"label":1})";
    QCOMPARE(losses(JobKind::TextTriplet, {}), (Strings{"property", "split-parts"}));
}

void DoccanoTest::theImporterNamesTheFieldOfABadId()
{
    const TempFolder folder;
    writeFile(folder / "a.jsonl", R"({"text":"abc","entities":[{"id":1,"label":"X","start_offset":0,"end_offset":1},)"
                                  R"({"id":1,"label":"Y","start_offset":1,"end_offset":2}],"relations":[)"
                                  R"({"from_id":1,"to_id":1,"type":"r"},{"from_id":1,"to_id":3,"type":"r"}]})");
    TestProject project(folder / "p", JobKind::TextTriplet);
    QVERIFY_OK(project.import(folder / "a.jsonl", project.importOptions(formatById("doccano-jsonl"))));
    QCOMPARE(project.report.annotations, 1);
    QStringList fields;
    for (const Issue &issue : project.report.issues)
        fields << QString::fromStdString(issue.error.where.field) + ' ' + QString::fromStdString(issue.error.detail);
    QCOMPARE(fields.join('\n'), "entities[1] twice: 1\nrelations[0] to itself: 1\nrelations[1] 3");
    QCOMPARE(project.report.issues[0].error.where.line, 1);
}

REGISTER_TEST(DoccanoTest);
#include "doccano_test.moc"
