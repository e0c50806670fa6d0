#include "core/text/text_map.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"

using namespace core;

class TextMapTest : public QObject {
    Q_OBJECT
private slots:
    void eachPositionIsTheSameInAllThreeUnits();
    void unitsWithinACodePointBelongToIt();
    void slicesAreWhatWasWritten();
    void positionsBehindTheEndAreTheEnd();
    void anEmptyTextHasOnePosition();
};

void TextMapTest::eachPositionIsTheSameInAllThreeUnits()
{
    for (const std::string &text : textSamples(200, 7)) {
        const TextMap map{text};
        const std::u32string points = toUtf32(text);
        QCOMPARE(map.codePoints(), std::int64_t(points.size()));
        std::int64_t byte = 0, utf16 = 0;
        for (std::size_t i = 0; i <= points.size(); ++i) {
            const auto at = static_cast<std::int64_t>(i);
            QCOMPARE(map.toByte(at), byte);
            QCOMPARE(map.toUtf16(at), utf16);
            QCOMPARE(map.fromByte(byte), at);
            QCOMPARE(map.fromUtf16(utf16), at);
            QVERIFY(map.isBoundaryOfByte(byte) && map.isBoundaryOfUtf16(utf16));
            if (i == points.size())
                break;
            byte += std::int64_t(toUtf8(points.substr(i, 1)).size());
            utf16 += points[i] > 0xffff ? 2 : 1;
        }
        QCOMPARE(map.bytes(), byte);
        QCOMPARE(map.utf16Units(), utf16);
    }
}

void TextMapTest::unitsWithinACodePointBelongToIt()
{
    const TextMap map{"a😀b"};
    QCOMPARE(map.fromUtf16(2), 1);
    QVERIFY(!map.isBoundaryOfUtf16(2));
    for (const std::int64_t byte : {2, 3, 4}) {
        QCOMPARE(map.fromByte(byte), 1);
        QVERIFY(!map.isBoundaryOfByte(byte));
    }
    QVERIFY(!map.isBoundaryOfUtf16(-1) && !map.isBoundaryOfUtf16(5) && !map.isBoundaryOfByte(7));
}

void TextMapTest::slicesAreWhatWasWritten()
{
    for (const std::string &text : textSamples(50, 11)) {
        const TextMap map{text};
        const std::u32string points = toUtf32(text);
        for (std::size_t begin = 0; begin < points.size(); begin += 97)
            for (std::size_t end = begin; end <= points.size(); end += 131)
                QCOMPARE(std::string(map.slice(std::int64_t(begin), std::int64_t(end))),
                         toUtf8(points.substr(begin, end - begin)));
    }
}

void TextMapTest::positionsBehindTheEndAreTheEnd()
{
    const TextMap map{"数据"};
    QCOMPARE(map.toByte(9), 6);
    QCOMPARE(map.toByte(-1), 0);
    QCOMPARE(map.toUtf16(9), 2);
    QCOMPARE(map.fromByte(99), 2);
    QCOMPARE(map.fromUtf16(99), 2);
    QCOMPARE(map.slice(1, 9), std::string_view("据"));
    QCOMPARE(map.slice(2, 1), std::string_view());
}

void TextMapTest::anEmptyTextHasOnePosition()
{
    for (const TextMap &map : {TextMap(), TextMap{""}}) {
        QCOMPARE(map.codePoints(), 0);
        QCOMPARE(map.toByte(0), 0);
        QCOMPARE(map.fromUtf16(0), 0);
        QVERIFY(map.isBoundaryOfByte(0) && map.isBoundaryOfUtf16(0));
    }
}

REGISTER_TEST(TextMapTest);
#include "text_map_test.moc"
