// Texts from lines, pairs of files, CSV and plain files: what becomes a sample, in which encoding, under which name.
#include "core/text/decode.h"
#include "tests/formats/collect.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::JobKind;

class TextFilesTest : public QObject {
    Q_OBJECT
private slots:
    void aLineKeepsItsNumberOverEmptyOnes();
    void idsStayTheSameOverImports();
    void readsChineseEncodings_data();
    void readsChineseEncodings();
    void aDamagedByteCostsItsLine();
    void linesOfTextsAndOfLabelsBelongTogether();
    void separatorsAreChosen();
    void whatHasTheSeparatorCannotBeWritten();
    void aLabelWithTheSeparatorIsNamed();
    void csvColumnsAreFoundByNameOrNumber();
    void csvCellsHoldLinesQuotesAndBlanks();
    void formulasAreGuardedAndComeBack();
    void csvDelimitersAreFound();
    void writesInTheEncodingAskedFor();
    void anEncodingThatLacksACharacterIsALoss();
    void aFileOrALineIsASample();

private:
    std::filesystem::path fresh() { return m_folder / std::to_string(++m_count).c_str(); }
    TempFolder m_folder;
    int m_count = 0;
};

namespace {

// "text: labels" of each, and how the reading ended when it did not end well.
QStringList readTexts(const char *format, const std::filesystem::path &source, const Options &options = {},
                      JobKind kind = JobKind::TextClassification)
{
    Collected out;
    Surroundings around;
    around.kind = kind;
    around.options = options;
    const auto status = formatById(format)->newReader()->read(source, around, out);
    QStringList all;
    for (const Record &record : out.records) {
        if (const auto *sample = std::get_if<SampleRecord>(&record))
            all << QString::fromStdString(sample->sample.text->str()) + ":";
        else if (const auto *annotation = std::get_if<AnnotationRecord>(&record))
            all.back() += ' ' + QString::fromStdString(annotation->label);
    }
    for (const Issue &issue : out.issues)
        all << QString("line %1 %2").arg(issue.error.where.line).arg(QString::fromStdString(issue.error.detail));
    if (!status)
        all << QString::fromStdString(status.error().detail);
    return all;
}

std::string written(const char *format, const std::vector<std::pair<std::string, std::vector<std::int64_t>>> &texts,
                    const Options &options, const std::filesystem::path &target)
{
    std::vector<core::Label> labels(2);
    labels[0].id = {1};
    labels[0].name = "正面";
    labels[1].id = {2};
    labels[1].name = "a,b";
    const auto writer = formatById(format)->newWriter();
    Surroundings around;
    around.kind = JobKind::TextClassification;
    around.options = options;
    auto status = writer->begin(target, around, labels);
    for (const auto &[text, ids] : texts) {
        core::SampleContent content;
        content.sample.text = text;
        for (const std::int64_t id : ids) {
            core::Annotation annotation;
            annotation.label = {id};
            content.annotations.push_back(std::make_shared<core::Annotation>(annotation));
        }
        if (status)
            status = writer->write(content, {});
    }
    if (status)
        status = writer->finish();
    return status ? readFile(target) : core::describe(status.error());
}

QStringList lossesOf(const char *format, const std::string &text, const Options &options = {})
{
    core::SampleContent content;
    content.sample.text = text;
    QStringList all;
    for (const std::string &word : formatById(format)->losses(content, JobKind::TextClassification, options))
        all << QString::fromStdString(word);
    return all;
}

}  // namespace

void TextFilesTest::aLineKeepsItsNumberOverEmptyOnes()
{
    writeFile(m_folder / "a.txt", "one\r\n\r\n  \n  two \nthree");
    Collected out;
    QVERIFY_OK(formatById("plain-text")->newReader()->read(m_folder / "a.txt", {}, out));
    const auto samples = out.samples();
    QCOMPARE(samples.size(), 3u);
    QCOMPARE(samples[1].sample.text->str(), "  two ");
    QCOMPARE(samples[1].line, 4);
    QVERIFY(QRegularExpression("^content://[0-9a-f]{32}\\.000000004$")
                .match(QString::fromStdString(samples[1].sample.uri))
                .hasMatch());
    QCOMPARE(out.issues.size(), 0u);
}

void TextFilesTest::idsStayTheSameOverImports()
{
    TestProject project(fresh(), JobKind::TextClassification);
    writeFile(project.folder() / "a.txt", "one\ntwo\n");
    QVERIFY_OK(project.import(project.folder() / "a.txt", project.importOptions()));
    QCOMPARE(project.report.samples, 2);
    writeFile(project.folder() / "a.txt", "one\tpos\ntwo\tneg\nthree\tpos\n");
    QVERIFY_OK(project.import(project.folder() / "a.txt", project.importOptions()));
    QCOMPARE(project.report.format, "modelarts-text-combine");
    QCOMPARE(project.report.known, 2);
    QCOMPARE(project.report.samples, 1);
    QCOMPARE(project.report.annotations, 3);
    QCOMPARE(project.report.issues.size(), 0u);
}

void TextFilesTest::readsChineseEncodings_data()
{
    QTest::addColumn<QString>("encoding");
    QTest::addColumn<bool>("mark");
    QTest::newRow("UTF-8") << "UTF-8" << false;
    QTest::newRow("UTF-8 with a mark") << "UTF-8" << true;
    QTest::newRow("GB18030") << "GB18030" << false;
    QTest::newRow("UTF-16LE") << "UTF-16LE" << true;
    QTest::newRow("UTF-16BE") << "UTF-16BE" << true;
}

void TextFilesTest::readsChineseEncodings()
{
    QFETCH(QString, encoding);
    QFETCH(bool, mark);
    const auto bytes =
        core::encodeText("物流很快，手感不错\t正面\r\n质量太差了，退货\t负面\r\n", encoding.toStdString(), mark);
    QVERIFY_OK(bytes);
    writeFile(m_folder / "zh.txt", *bytes);
    const QStringList expected{"物流很快，手感不错: 正面", "质量太差了，退货: 负面"};
    QCOMPARE(readTexts("modelarts-text-combine", m_folder / "zh.txt"), expected);
    QCOMPARE(readTexts("modelarts-text-combine", m_folder / "zh.txt", {{"encoding", encoding.toStdString()}}),
             expected);
}

void TextFilesTest::aDamagedByteCostsItsLine()
{
    std::string lines;
    for (int i = 0; i < 12; ++i)
        lines += "好的\n";
    lines.insert(lines.begin() + 8, '\xFF');
    writeFile(m_folder / "damaged.txt", lines);
    const auto all = readTexts("plain-text", m_folder / "damaged.txt");
    QCOMPARE(all.size(), 12);
    QCOMPARE(all[0], "好的:");
    QCOMPARE(all.back(), "line 2 not UTF-8");
}

void TextFilesTest::linesOfTextsAndOfLabelsBelongTogether()
{
    writeFile(m_folder / "pair/a.txt", "one\n\nthree\nfour\n");
    writeFile(m_folder / "pair/a_result.txt", "pos, neg\n\n\nneg\n");
    writeFile(m_folder / "pair/b.txt", "alone\n");
    const QStringList ofA{"one: pos neg", "three:", "four: neg"};
    QCOMPARE(readTexts("modelarts-text-classification", m_folder / "pair"), ofA + QStringList{"alone:"});
    QCOMPARE(readTexts("modelarts-text-classification", m_folder / "pair/a.txt"), ofA);
    QCOMPARE(readTexts("modelarts-text-classification", m_folder / "pair/a_result.txt"), ofA);
    QCOMPARE(detectFormat(m_folder / "pair", JobKind::TextClassification)->id, "modelarts-text-classification");
}

void TextFilesTest::separatorsAreChosen()
{
    writeFile(m_folder / "s.txt", "a,b|pos;neg\n");
    QCOMPARE(
        readTexts("modelarts-text-combine", m_folder / "s.txt", {{"text-separator", "|"}, {"label-separator", ";"}}),
        QStringList{"a,b: pos neg"});
    for (const char *bad : {"", "ab", "\n", "é", "\""})
        QCOMPARE(readTexts("modelarts-text-combine", m_folder / "s.txt", {{"text-separator", bad}}),
                 QStringList{QString("text-separator=") + bad});
    QCOMPARE(readTexts("modelarts-text-combine", m_folder / "s.txt", {{"text-separator", ","}}),
             QStringList{"text-separator, label-separator"});
}

void TextFilesTest::whatHasTheSeparatorCannotBeWritten()
{
    QCOMPARE(lossesOf("modelarts-text-combine", "a\tb"), QStringList{"separator"});
    QCOMPARE(lossesOf("modelarts-text-combine", "a\tb", {{"text-separator", "|"}}), QStringList());
    QCOMPARE(lossesOf("modelarts-text-combine", "a\nb"), QStringList{"line-breaks"});
    QCOMPARE(lossesOf("modelarts-text-classification", "a\rb"), QStringList{"line-breaks"});
    QCOMPARE(lossesOf("modelarts-text-classification", "a\tb"), QStringList());
    QCOMPARE(lossesOf("text-csv", "a\nb\t,\"c"), QStringList());
    QCOMPARE(lossesOf("text-csv", " \t"), QStringList{"no-text"});
}

void TextFilesTest::aLabelWithTheSeparatorIsNamed()
{
    const auto target = m_folder / "l.txt";
    QCOMPARE(written("modelarts-text-combine", {{"x", {2}}}, {}, target), "label-separator: bad-value: a,b");
    QVERIFY(!std::filesystem::exists(target));
    QCOMPARE(written("modelarts-text-combine", {{"x", {2, 1}}, {"y", {}}}, {{"label-separator", ";"}}, target),
             "x\ta,b;正面\ny\n");
}

void TextFilesTest::csvColumnsAreFoundByNameOrNumber()
{
    writeFile(m_folder / "c.csv", "id,Label,Text\n7,pos,hello\n8,,world\n");
    QCOMPARE(readTexts("text-csv", m_folder / "c.csv"), QStringList({"hello: pos", "world:"}));
    QCOMPARE(readTexts("text-csv", m_folder / "c.csv", {{"text-column", "id"}, {"label-column", "3"}}),
             QStringList({"7: hello", "8: world"}));
    QCOMPARE(readTexts("text-csv", m_folder / "c.csv", {{"header", "no"}}),
             QStringList({"id: Label", "7: pos", "8:", "line 1 3 cells, not 2"}).mid(0, 3));
    QCOMPARE(readTexts("text-csv", m_folder / "c.csv", {{"text-column", "nothing"}}),
             QStringList{"text-column=nothing"});
    QCOMPARE(readTexts("text-csv", m_folder / "c.csv", {}, JobKind::NamedEntity), QStringList({"hello:", "world:"}));
    Collected out;
    QVERIFY_OK(formatById("text-csv")
                   ->newReader()
                   ->read(m_folder / "c.csv",
                          {.kind = JobKind::TextClassification, .probe = {}, .locate = {}, .options = {}}, out));
    QCOMPARE(out.samples()[0].sample.property, R"({"id":"7"})");
}

void TextFilesTest::csvCellsHoldLinesQuotesAndBlanks()
{
    const std::string odd = " two\r\nlines, \"quoted\"\n ";
    const auto target = m_folder / "q.csv";
    QCOMPARE(written("text-csv", {{odd, {1}}, {"plain", {}}}, {}, target),
             "\" two\r\nlines, \"\"quoted\"\"\n \",正面\r\nplain,\r\n");
    const auto all = readTexts("text-csv", target);
    QCOMPARE(all[0], QString::fromStdString(odd) + ": 正面");
    Collected out;
    QVERIFY_OK(formatById("text-csv")->newReader()->read(target, {}, out));
    QCOMPARE(out.samples()[0].line, 1);
    QCOMPARE(out.samples()[1].line, 4);
}

void TextFilesTest::formulasAreGuardedAndComeBack()
{
    const auto target = m_folder / "f.csv";
    const QStringList texts{"=1+1", "+1", "-1", "@x", "'=1", "'plain", "a=b"};
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> rows;
    for (const QString &text : texts)
        rows.push_back({text.toStdString(), {}});
    QCOMPARE(written("text-csv", rows, {}, target), "'=1+1,\r\n'+1,\r\n'-1,\r\n'@x,\r\n''=1,\r\n'plain,\r\na=b,\r\n");
    QCOMPARE(readTexts("text-csv", target), QStringList(texts).replaceInStrings(QRegularExpression("$"), ":"));
    QCOMPARE(written("text-csv", {{"=1+1", {}}}, {{"formulas", "kept"}}, target), "=1+1,\r\n");
}

void TextFilesTest::csvDelimitersAreFound()
{
    writeFile(m_folder / "d.csv", "\"a,b\";pos\nc,d;neg\n");
    QCOMPARE(readTexts("text-csv", m_folder / "d.csv"), QStringList({"a,b: pos", "c,d: neg"}));
    writeFile(m_folder / "d.tsv", "a,b\tpos\n");
    QCOMPARE(readTexts("text-csv", m_folder / "d.tsv"), QStringList{"a,b: pos"});
}

void TextFilesTest::writesInTheEncodingAskedFor()
{
    const auto target = m_folder / "e.txt";
    QCOMPARE(written("modelarts-text-combine", {{"好", {1}}}, {{"encoding", "GB18030"}}, target),
             "\xBA\xC3\t\xD5\xFD\xC3\xE6\n");
    const std::string wide =
        written("modelarts-text-combine", {{"好", {1}}, {"b", {}}}, {{"encoding", "UTF-16LE"}}, target);
    QCOMPARE(wide.substr(0, 4), "\xFF\xFE\x7D\x59");
    QCOMPARE(readTexts("modelarts-text-combine", target), QStringList({"好: 正面", "b:"}));
}

void TextFilesTest::anEncodingThatLacksACharacterIsALoss()
{
    QCOMPARE(lossesOf("text-csv", "好", {{"encoding", "windows-1252"}}), QStringList{"encoding"});
    QCOMPARE(lossesOf("text-csv", "é", {{"encoding", "windows-1252"}}), QStringList());
    QCOMPARE(lossesOf("text-csv", "𠀀", {{"encoding", "GB18030"}}), QStringList());
}

void TextFilesTest::aFileOrALineIsASample()
{
    TestProject project(fresh(), JobKind::NamedEntity);
    writeFile(project.folder() / "docs/b/2.txt", "two\nlines\n");
    writeFile(project.folder() / "docs/1.txt", "\xBA\xC3\xB5\xC4\xCE\xC4\xD5\xC2\xA3\xAC\xBA\xDC\xBA\xC3\r\n");
    writeFile(project.folder() / "docs/empty.txt", "");
    auto options = project.importOptions();
    options.formatOptions = {{"sample", "file"}};
    QVERIFY_OK(project.import(project.folder() / "docs", options));
    QCOMPARE(project.report.format, "plain-text");
    QCOMPARE(project.report.warnings, 1);
    const auto contents = project.contents();
    QCOMPARE(contents.size(), 2u);
    QCOMPARE(contents[0].sample.uri, "docs/1.txt");
    QCOMPARE(contents[0].sample.text->str(), "好的文章，很好\r\n");
    QCOMPARE(contents[0].sample.media.bytes, 16);
    QCOMPARE(contents[1].sample.text->str(), "two\nlines\n");
    QVERIFY_OK(project.import(project.folder() / "docs", project.importOptions()));
    QCOMPARE(project.report.samples, 3);
}

REGISTER_TEST(TextFilesTest);
#include "text_files_test.moc"
