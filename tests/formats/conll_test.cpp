#include "tests/formats/text_hand.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;
using core::JobKind;
using Strings = std::vector<std::string>;

class ConllTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheFourColumnsOf2003();
    void findsTheScheme_data();
    void findsTheScheme();
    void anOptionOverridesTheScheme();
    void saysWhichTagsDoNotFit();
    void joinsTokensAsTheScriptWrites();
    void takesTabsBlanksAndAChosenColumn();
    void aHashMayBeAToken();
    void documentsBecomeSamples();
    void writesAndReadsEachScheme();
    void writesChineseCharactersOneByOne();
    void anEntityCutsItsToken();
    void theCommentKeepsTextAndProperties();
    void theCommentIsLeftOutWhenAsked();
    void tokensThatLeftTheCommentMakeTheText();
    void labelsWithBlanksComeBack();
    void saysWhatItCannotHold();
    void documentsAreWrittenInSentences();
};

namespace {

TextsRead readConll(std::string_view bytes, const Options &options = {})
{
    return readText("conll", bytes, JobKind::NamedEntity, options);
}

std::string writeConll(const core::SampleContent &content, const std::vector<core::Label> &labels,
                       const Options &options = {})
{
    return written("conll", JobKind::NamedEntity, {content}, labels, options);
}

Strings lossesOf(const core::SampleContent &content, const Options &options = {})
{
    return formatById("conll")->losses(content, JobKind::NamedEntity, options);
}

const Options plain{{"text", "none"}};

}  // namespace

void ConllTest::readsTheFourColumnsOf2003()
{
    const auto out =
        readConll("-DOCSTART- -X- -X- O\n\nEU NNP I-NP I-ORG\nrejects VBZ I-VP O\nGerman JJ I-NP I-MISC\n\n"
                  "Li NNP I-NP I-PER\nNa NNP I-NP I-PER\n");
    QCOMPARE(out.texts(), (Strings{"EU rejects German", "Li Na"}));
    QCOMPARE(out.entities(), (Strings{"ORG:EU(0-2)", "MISC:German(11-17)", "PER:Li Na(0-5)"}));
    QCOMPARE(lines(out.faults()), lines({"3:0 columns: unsupported: 4 columns, one of them tags",
                                         "3:0 scheme: bad-value: scheme=iob1 (3 entities begin with I-)"}));
    QCOMPARE(out.samples()[1].line, 7);
    QCOMPARE(out.samples()[0].state, std::optional(core::State::Labeled));
    QVERIFY(out.samples()[0].sample.uri.starts_with("content://"));
}

void ConllTest::findsTheScheme_data()
{
    QTest::addColumn<QString>("tags");
    QTest::addColumn<QString>("entities");
    QTest::addColumn<int>("issues");
    QTest::newRow("IOB2") << "B-A I-A B-A O"
                          << "A:0 1(0-3)|A:2(4-5)" << 0;
    QTest::newRow("IOB1, touching") << "I-A I-A B-A O"
                                    << "A:0 1(0-3)|A:2(4-5)" << 1;
    QTest::newRow("IOB1, other label") << "I-A I-B O O"
                                       << "A:0(0-1)|B:1(2-3)" << 1;
    QTest::newRow("IOBES") << "B-A I-A E-A S-A"
                           << "A:0 1 2(0-5)|A:3(6-7)" << 0;
    QTest::newRow("BILOU") << "B-A I-A L-A U-A"
                           << "A:0 1 2(0-5)|A:3(6-7)" << 0;
    QTest::newRow("BMES") << "B-A M-A E-A S-A"
                          << "A:0 1 2(0-5)|A:3(6-7)" << 0;
    QTest::newRow("broken IOB2") << "B-A O I-A O"
                                 << "A:0(0-1)|A:2(4-5)" << 2;
    QTest::newRow("hyphens in labels") << "B-A-B I-A-B O O"
                                       << "A-B:0 1(0-3)" << 0;
}

void ConllTest::findsTheScheme()
{
    QFETCH(QString, tags);
    QFETCH(QString, entities);
    QFETCH(int, issues);
    std::string bytes;
    int number = 0;
    for (const QString &tag : tags.split(' '))
        bytes += std::to_string(number++) + '\t' + tag.toStdString() + '\n';
    const auto out = readConll(bytes);
    QStringList got;
    for (const std::string &entity : out.entities())
        got << QString::fromStdString(entity);
    QCOMPARE(got.join('|'), entities);
    QCOMPARE(int(out.issues.size()), issues);
}

void ConllTest::anOptionOverridesTheScheme()
{
    const auto out = readConll("a\tI-A\nb\tI-A\n", {{"scheme", "iob2"}});
    QCOMPARE(out.entities(), (Strings{"A:a b(0-3)"}));
    QCOMPARE(lines(out.faults()), lines({"1:0 tag: bad-value: I-A after nothing"}));
    const auto wrong = readConll("a\tO\n", {{"scheme", "iob3"}});
    QVERIFY(!wrong.status);
    QCOMPARE(wrong.status.error().code, core::Code::Usage);
    QVERIFY(!readConll("a\tO\n", {{"tag-column", "1"}}).status);
}

void ConllTest::saysWhichTagsDoNotFit()
{
    const auto out = readConll("a\tB-A\nb\tE-A\nc\tI-A\nd\tB-A\n\ne\tX-A\nf\tO\ng\n");
    QCOMPARE(out.entities(), (Strings{"A:a b(0-3)", "A:c(4-5)", "A:d(6-7)"}));
    QCOMPARE(lines(out.faults()), lines({"3:0 tag: bad-value: I-A after E-A", "4:0 tag: bad-value: B-A after I-A",
                                         "4:0 tag: bad-value: B-A at the end", "!8:0 tag: missing-field: 1 columns",
                                         "!6:0 tag: bad-value: X-A"}));
    QCOMPARE(out.texts(), (Strings{"a b c d", "e f g"}));
}

void ConllTest::joinsTokensAsTheScriptWrites()
{
    const std::string chinese = "1\tO\n9\tO\n9\tO\n8\tO\n年\tO\n在\tO\n北\tB-L\n京\tI-L\n，\tO\n";
    QCOMPARE(readConll(chinese).texts(), (Strings{"1998年在北京，"}));
    QCOMPARE(readConll(chinese).entities(), (Strings{"L:北京(6-8)"}));
    QCOMPARE(readConll("我\tO\n用\tO\nVisual\tO\nStudio\tO\n写\tO\n").texts(), (Strings{"我用Visual Studio写"}));
    QCOMPARE(readConll("a\tO\nb\tO\n", {{"joiner", "none"}}).texts(), (Strings{"ab"}));
    QCOMPARE(readConll("北\tO\n京\tO\n", {{"joiner", "space"}}).texts(), (Strings{"北 京"}));
}

void ConllTest::takesTabsBlanksAndAChosenColumn()
{
    QCOMPARE(readConll("a B-X 7\r\nb  I-X   8\r\n", {{"tag-column", "2"}}).entities(), (Strings{"X:a b(0-3)"}));
    QCOMPARE(readConll("New York\tB-X\n").texts(), (Strings{"New York"}));
    const auto short1 = readConll("a B-X 7\nb\n", {{"tag-column", "2"}});
    QCOMPARE(short1.faults().back(), std::string("!2:0 tag: missing-field: 1 columns"));
}

void ConllTest::aHashMayBeAToken()
{
    const auto out = readConll("# a comment\n# 1 O\n#\tO\nb\tB-X\n");
    QCOMPARE(out.texts(), (Strings{"# b"}));
    QVERIFY(out.issues.empty());
}

void ConllTest::documentsBecomeSamples()
{
    const std::string bytes = "-DOCSTART- O\n\na B-X\nb O\n\nc B-X\n\n-DOCSTART- O\n\nd O\n";
    const auto out = readConll(bytes, {{"samples", "document"}});
    QCOMPARE(out.texts(), (Strings{"a b\nc", "d"}));
    QCOMPARE(out.entities(), (Strings{"X:a(0-1)", "X:c(4-5)"}));
    QCOMPARE(readConll(bytes).texts(), (Strings{"a b", "c", "d"}));
}

void ConllTest::writesAndReadsEachScheme()
{
    std::vector<core::Label> labels;
    const auto content =
        textSample("Li Na, Bo and Al won it.",
                   {{"PER", {{0, 5}}}, {"PER", {{7, 9}}}, {"ORG", {{14, 16}}}, {"ORG", {{17, 23}}}}, labels);
    const Strings wanted{"PER:Li Na(0-5)", "PER:Bo(7-9)", "ORG:Al(14-16)", "ORG:won it(17-23)"};
    for (const char *scheme : {"iob1", "iob2", "iobes", "bilou", "bmes"})
        for (const char *columns : {"2", "4"}) {
            const std::string bytes = writeConll(content, labels, {{"scheme", scheme}, {"columns", columns}});
            const auto out = readConll(bytes);
            QCOMPARE(out.entities(), wanted);
            QCOMPARE(out.texts(), (Strings{"Li Na, Bo and Al won it."}));
            for (const Issue &issue : out.issues)
                QCOMPARE(issue.error.where.field, std::string("scheme"));
        }
    QCOMPARE(writeConll(content, labels, {{"scheme", "iob1"}, {"columns", "2"}, {"text", "none"}}),
             std::string("Li\tI-PER\nNa\tI-PER\n,\tO\nBo\tI-PER\nand\tO\nAl\tI-ORG\nwon\tB-ORG\nit\tI-ORG\n.\tO\n\n"));
}

void ConllTest::writesChineseCharactersOneByOne()
{
    std::vector<core::Label> labels;
    const auto content =
        textSample("李娜在Riga赢了👩‍👩‍👧", {{"PER", {{0, 2}}}, {"LOC", {{3, 7}}}}, labels);
    QCOMPARE(writeConll(content, labels, plain),
             std::string("李 _ _ B-PER\n娜 _ _ I-PER\n在 _ _ O\nRiga _ _ B-LOC\n赢 _ _ "
                         "O\n了 _ _ O\n👩‍👩‍👧 _ _ O\n\n"));
}

void ConllTest::anEntityCutsItsToken()
{
    std::vector<core::Label> labels;
    const auto content = textSample("unhappiness", {{"ROOT", {{2, 7}}}}, labels);
    QVERIFY(lossesOf(content).empty());
    QCOMPARE(lossesOf(content, plain), (Strings{"spacing"}));
    const std::string bytes = writeConll(content, labels);
    QVERIFY(bytes.find("un _ _ O\nhappi _ _ B-ROOT\nness _ _ O\n") != std::string::npos);
    QCOMPARE(readConll(bytes).entities(), (Strings{"ROOT:happi(2-7)"}));
}

void ConllTest::theCommentKeepsTextAndProperties()
{
    std::vector<core::Label> labels;
    auto content = textSample(" a\t\u3000b\r\n\r\n#\"\u00e9\n", {{"X", {{4, 5}}}}, labels);
    content.sample.property = R"({"n":[1,2.50]})";
    content.sample.usage = core::Usage::Eval;
    content.work->note = "look\nagain";
    QVERIFY(lossesOf(content).empty());
    const auto out = readConll(writeConll(content, labels));
    QVERIFY(out.issues.empty());
    QCOMPARE(out.texts(), (Strings{content.sample.text->str()}));
    QCOMPARE(out.entities(), (Strings{"X:b(4-5)"}));
    const SampleRecord record = out.samples()[0];
    QCOMPARE(record.sample.property, content.sample.property);
    QCOMPARE(record.sample.uri, content.sample.uri);
    QCOMPARE(record.sample.usage, core::Usage::Eval);
    QCOMPARE(record.note, content.work->note);
}

void ConllTest::theCommentIsLeftOutWhenAsked()
{
    std::vector<core::Label> labels;
    auto content = textSample("a b", {}, labels);
    QCOMPARE(lossesOf(content, plain), (Strings{"unlabeled"}));
    content.sample.text = "a  b";
    QCOMPARE(lossesOf(content, plain), (Strings{"spacing", "unlabeled"}));
    QVERIFY(lossesOf(content).empty());
    QVERIFY(writeConll(content, labels, plain).find('#') == std::string::npos);
}

void ConllTest::tokensThatLeftTheCommentMakeTheText()
{
    const auto out = readConll("# labelwright: {\"text\":\"a  b\",\"starts\":[0,3]}\na\tO\nc\tB-X\n\nd\tO\n");
    QCOMPARE(out.texts(), (Strings{"a c", "d"}));
    QCOMPARE(lines(out.faults()), lines({"1:0 starts: conflict: the tokens are not those of the text"}));
    const auto broken = readConll("# labelwright: {\"text\":\na\tO\n");
    QCOMPARE(broken.texts(), (Strings{"a"}));
    QCOMPARE(broken.faults().size(), std::size_t(1));
}

void ConllTest::labelsWithBlanksComeBack()
{
    std::vector<core::Label> labels;
    const auto content = textSample("a b", {{"two words", {{0, 1}}}, {"two_words", {{2, 3}}}}, labels);
    const std::string bytes = writeConll(content, labels);
    QVERIFY(bytes.find("a _ _ B-two_words_2\nb _ _ B-two_words\n") != std::string::npos);
    QCOMPARE(readConll(bytes).entities(), (Strings{"two words:a(0-1)", "two_words:b(2-3)"}));
    std::vector<Issue> issues;
    const TempFolder folder;
    QVERIFY(writeTexts("conll", folder / "t", JobKind::NamedEntity, {content}, labels, plain, &issues));
    QCOMPARE(issues.size(), std::size_t(1));
    QCOMPARE(issues[0].error.detail, std::string("two words -> two_words_2"));
}

void ConllTest::saysWhatItCannotHold()
{
    std::vector<core::Label> labels;
    const auto loss = [&](const std::vector<Said> &entities) {
        return lossesOf(textSample("ab cd ef", entities, labels));
    };
    QCOMPARE(loss({{"X", {{0, 5}}}, {"X", {{3, 8}}}}), (Strings{"overlap"}));
    QCOMPARE(loss({{"X", {{0, 5}}}, {"Y", {{0, 2}}}}), (Strings{"overlap"}));
    QCOMPARE(loss({{"X", {{0, 2}, {6, 8}}}}), (Strings{"split-parts"}));
    QCOMPARE(loss({{"X", {{0, 3}}}}), (Strings{"entity-blanks"}));
    QCOMPARE(loss({{"X", {{0, 2}}}, {"X", {{3, 8}}}}), Strings());
}

void ConllTest::documentsAreWrittenInSentences()
{
    std::vector<core::Label> labels;
    const auto content = textSample("a b\nc d\ne", {{"X", {{6, 9}}}}, labels);
    const Options options{{"samples", "document"}, {"text", "none"}, {"columns", "2"}};
    const std::string bytes = writeConll(content, labels, options);
    QCOMPARE(bytes, std::string("-DOCSTART-\tO\n\na\tO\nb\tO\n\nc\tO\nd\tB-X\ne\tI-X\n\n"));
    const std::string kept = writeConll(content, labels, {{"samples", "document"}});
    QCOMPARE(readConll(kept).texts(), (Strings{"a b\nc d\ne"}));
    QCOMPARE(readConll(kept).entities(), (Strings{"X:d\ne(6-9)"}));
}

REGISTER_TEST(ConllTest);
#include "conll_test.moc"
