#include "core/text/decode.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>
#include <fstream>

using namespace core;
using namespace std::string_literals;

class DecodeTest : public QObject {
    Q_OBJECT
private slots:
    void utf8StaysAsItIs();
    void marksSayTheEncoding();
    void everyEncodingComesBackAsItWas();
    void chineseBytesAreDetected();
    void anEncodingAskedForIsTaken();
    void badBytesAreNamed();
    void aCharacterTheEncodingLacksIsRefused();
    void unknownNamesAreRefused();
    void filesAreReadWhole();
    void missingFilesAreSaidToBe();
};

namespace {

const std::string chinese =
    "这家店的物流很快，包装也很好，客服态度非常不错，下次还会再来购买的。\r\n第二行文字，价格便宜质量好。";

}  // namespace

void DecodeTest::utf8StaysAsItIs()
{
    for (const std::string &text : textSamples(50, 21)) {
        if (text.starts_with("\ufeff"))
            continue;
        const auto decoded = decodeText(text);
        QVERIFY(decoded);
        QCOMPARE(decoded->text, text);
        QCOMPARE(decoded->encoding, "UTF-8"s);
        QVERIFY(!decoded->byteOrderMark);
    }
}

void DecodeTest::marksSayTheEncoding()
{
    const auto utf8 = decodeText("\xEF\xBB\xBFhi");
    QVERIFY(utf8 && utf8->byteOrderMark && utf8->text == "hi" && utf8->encoding == "UTF-8");
    const auto little = decodeText("\xFF\xFEh\0i\0"s);
    QVERIFY(little && little->byteOrderMark && little->text == "hi" && little->encoding == "UTF-16LE");
    const auto big = decodeText("\xFE\xFF\0h\0i"s);
    QVERIFY(big && big->byteOrderMark && big->text == "hi" && big->encoding == "UTF-16BE");
}

void DecodeTest::everyEncodingComesBackAsItWas()
{
    for (const char *encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
        for (const std::string &text : textSamples(40, 22)) {
            if (text.starts_with("\ufeff"))
                continue;
            const bool mark = encoding != "GB18030"s;
            const auto encoded = encodeText(text, encoding, mark);
            QVERIFY2(encoded, encoding);
            const auto decoded = decodeText(*encoded, encoding);
            QVERIFY2(decoded, encoding);
            QCOMPARE(decoded->text, text);
            QCOMPARE(decoded->byteOrderMark, mark);
        }
}

void DecodeTest::chineseBytesAreDetected()
{
    for (const std::string &text : {chinese, "物流很快"s, "数据标注软件"s, "hello 世界"s}) {
        const auto encoded = encodeText(text, "gbk");
        QVERIFY(encoded);
        const auto decoded = decodeText(*encoded);
        QVERIFY(decoded);
        QCOMPARE(decoded->encoding, "GB18030"s);
        QCOMPARE(decoded->text, text);
    }
    const auto russian = encodeText("Привет, мир. Как дела?", "windows-1251");
    QVERIFY(russian);
    QCOMPARE(decodeText(*russian)->encoding, "WINDOWS-1251"s);
    const auto french = encodeText("café très bien, déjà vu", "latin1");
    QVERIFY(french);
    QCOMPARE(decodeText(*french)->encoding, "ISO-8859-1"s);
}

void DecodeTest::anEncodingAskedForIsTaken()
{
    const auto decoded = decodeText("\xe9t\xe9", "latin1");
    QVERIFY(decoded);
    QCOMPARE(decoded->text, "\u00e9t\u00e9"s);
    QCOMPARE(canonicalEncoding("gb2312"), "GB18030"s);
    QCOMPARE(canonicalEncoding("utf8"), "UTF-8"s);
}

void DecodeTest::badBytesAreNamed()
{
    const auto utf8 = decodeText("abc\xe6\x95z", "UTF-8");
    QVERIFY(!utf8);
    QCOMPARE(utf8.error().code, Code::BadValue);
    QCOMPARE(utf8.error().where.column, 4);
    const auto late = decodeText(std::string(5000, 'a') + "数\xff" + std::string(500, 'b'), "UTF-8");
    QVERIFY(!late);
    QCOMPARE(late.error().where.column, 5004);
    const auto utf16 = decodeText("h\0\0\xd8x\0"s, "UTF-16LE");  // half a surrogate pair
    QVERIFY(!utf16);
    QCOMPARE(utf16.error().code, Code::BadValue);
    QVERIFY(!decodeText("\x81", "GB18030"));  // broken off
}

void DecodeTest::aCharacterTheEncodingLacksIsRefused()
{
    const auto encoded = encodeText("数", "latin1");
    QVERIFY(!encoded);
    QCOMPARE(encoded.error().code, Code::BadValue);
}

void DecodeTest::unknownNamesAreRefused()
{
    QCOMPARE(decodeText("x", "klingon").error().code, Code::Unsupported);
    QCOMPARE(encodeText("x", "").error().code, Code::Unsupported);
    QVERIFY(canonicalEncoding("klingon").empty());
}

void DecodeTest::filesAreReadWhole()
{
    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "文.txt";
    std::ofstream(file, std::ios::binary) << "a\0b\r\n"s;
    const auto decoded = readTextFile(file);
    QVERIFY(decoded);
    QCOMPARE(decoded->text, "a\0b\r\n"s);
}

void DecodeTest::missingFilesAreSaidToBe()
{
    const auto missing = readTextFile("/nowhere/x.txt");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, Code::NotFound);
    QCOMPARE(missing.error().where.file, "/nowhere/x.txt"s);
}

REGISTER_TEST(DecodeTest);
#include "decode_test.moc"
