#include "widgets/sample_words.h"
#include "tests/test_registry.h"

using namespace widgets;

class SampleWordsTest : public QObject {
    Q_OBJECT
private slots:
    void theFirstLineIsTheFirstWithSomethingInIt();
    void controlCharactersAreSigns();
    void marksThatTurnTextAreSigns();
    void anExcerptLeavesBlankLinesOut();
    void nothingIsCutInTheMiddleOfACharacter();
    void aTextIsNamedByItsBeginningAndAFileByItsName();
    void theOriginIsTheLineTheFileOrTheId();
};

namespace {

core::Sample textOf(const char *uri, const char *id, const std::string &text)
{
    core::Sample sample;
    sample.uri = uri;
    sample.externalId = id;
    sample.text = text;
    return sample;
}

}  // namespace

void SampleWordsTest::theFirstLineIsTheFirstWithSomethingInIt()
{
    QCOMPARE(firstLine("  \r\n\t\n  第一句 \r第二句"), QString("第一句"));
    QCOMPARE(firstLine(" \n \n"), QString());
    QCOMPARE(firstLine("<b>bold</b> & so"), QString("<b>bold</b> & so"));
}

void SampleWordsTest::controlCharactersAreSigns()
{
    QCOMPARE(visible(QString("a\tb") + QChar(0) + QChar(0x7f) + QChar(0x85)), QString("a␉b␀␡‹0085›"));
    QCOMPARE(firstLine(std::string("x\0y", 3)), QString("x␀y"));
}

void SampleWordsTest::marksThatTurnTextAreSigns()
{
    QCOMPARE(visible(QString("abc") + QChar(0x202e) + "txt"), QString("abc‹202E›txt"));
    QCOMPARE(visible(QString::fromUtf8("עברית 👩‍💻")), QString::fromUtf8("עברית 👩‍💻"));
}

void SampleWordsTest::anExcerptLeavesBlankLinesOut()
{
    QCOMPARE(excerpt("one\r\n\r\n  two\n\nthree"), QString("one\ntwo\nthree"));
    QCOMPARE(excerpt("one\ntwo", 5), QString("one\ntw"));
}

void SampleWordsTest::nothingIsCutInTheMiddleOfACharacter()
{
    QCOMPARE(excerpt("a👍b", 2), QString("a"));
    QCOMPARE(abridged(QString("a👍bc"), 3), QString("a…"));
    QCOMPARE(abridged(QString("abc"), 3), QString("abc"));
    std::string blanks(4095, ' ');
    QVERIFY(!firstLine(blanks + "我").contains(QChar(0xfffd)));
}

void SampleWordsTest::aTextIsNamedByItsBeginningAndAFileByItsName()
{
    QCOMPARE(sampleName(textOf("content://x.000000001", "x.000000001", "你好\n再见")), QString("你好"));
    QCOMPARE(sampleName(textOf("texts/a.txt", "", "你好")), QString("a.txt"));
    core::Sample picture;
    picture.uri = "a/b.png";
    QCOMPARE(sampleName(picture), QString("b.png"));
    QCOMPARE(sampleName(textOf("content://x.000000001", "", " ")), QString("x.000000001"));
}

void SampleWordsTest::theOriginIsTheLineTheFileOrTheId()
{
    const char *hash = "865c0000000000000000000000009369.000000120";
    QCOMPARE(sampleOrigin(textOf("content://x", hash, "a")), QString("Line 120"));
    QCOMPARE(sampleOrigin(textOf("content://x", "865c0000000000000000000000009369", "a")), QString("865c0000"));
    QCOMPARE(sampleOrigin(textOf("content://x", "review-7", "a")), QString("review-7"));
    QCOMPARE(sampleOrigin(textOf("texts/a.txt", "", "a")), QString("a.txt"));
    core::Sample picture;
    picture.uri = "a.png";
    QCOMPARE(sampleOrigin(picture), QString());
}

REGISTER_TEST(SampleWordsTest);
#include "sample_words_test.moc"
