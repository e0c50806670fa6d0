#include "core/text/text_blocks.h"
#include "core/text/height_index.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;

namespace {

struct Cut {
    explicit Cut(std::string text) : map(SharedText(std::move(text))), boundaries(map), blocks(map, boundaries) {}
    std::vector<std::string> texts() const
    {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < blocks.count(); ++i)
            all.emplace_back(blocks.text(i));
        return all;
    }
    TextMap map;
    Boundaries boundaries;
    TextBlocks blocks;
};

using Texts = std::vector<std::string>;

}  // namespace

class TextBlocksTest : public QObject {
    Q_OBJECT
private slots:
    void everyKindOfLineBreakEndsABlock();
    void aTextHasAtLeastOneBlock();
    void longLinesAreCutBehindABlank();
    void noCutSplitsACharacter();
    void aCharacterWithoutEndIsCutAnyway();
    void blocksAndBreaksMakeUpTheText();
    void heightsAnswerLikeAPlainSum();
};

void TextBlocksTest::everyKindOfLineBreakEndsABlock()
{
    const Cut cut("eins\nzwei\r\ndrei\rvier\n");
    QCOMPARE(cut.texts(), (Texts{"eins", "zwei", "drei", "vier", ""}));
    QCOMPARE(cut.blocks.range(2), TextRange(11, 15));
    QCOMPARE(cut.blocks.at(10), std::size_t{1});  // between \r and \n
    QCOMPARE(cut.blocks.line(3), std::int64_t{4});
}

void TextBlocksTest::aTextHasAtLeastOneBlock()
{
    const Cut cut("");
    QCOMPARE(cut.texts(), (Texts{""}));
    QCOMPARE(cut.blocks.at(0), std::size_t{0});
}

void TextBlocksTest::longLinesAreCutBehindABlank()
{
    std::string line;
    for (int i = 0; i < 1000; ++i)
        line += "word ";
    const Cut cut(line + "\nnext");
    QCOMPARE(cut.blocks.count(), std::size_t{4});
    QVERIFY(cut.blocks.text(0).ends_with("word "));
    QVERIFY(!cut.blocks.startsLine(1));
    QVERIFY(cut.blocks.startsLine(3));
    QCOMPARE(cut.blocks.line(3), std::int64_t{2});
}

void TextBlocksTest::noCutSplitsACharacter()
{
    std::string line;
    while (line.size() < 100'000)
        line += "👩‍👩‍👧‍👦数e\u0301";
    const Cut cut(line);
    QVERIFY(cut.blocks.count() > 10);
    for (std::size_t i = 0; i < cut.blocks.count(); ++i)
        QVERIFY(cut.boundaries.isCluster(cut.blocks.range(i).first));
}

void TextBlocksTest::aCharacterWithoutEndIsCutAnyway()
{
    std::string line = "e";
    for (int i = 0; i < 5000; ++i)
        line += "\u0301";
    const Cut cut(line);
    for (std::size_t i = 0; i < cut.blocks.count(); ++i)
        QVERIFY(cut.blocks.range(i).second - cut.blocks.range(i).first <= TextBlocks::longest);
}

void TextBlocksTest::blocksAndBreaksMakeUpTheText()
{
    for (const std::string &text : textSamples(200, 11)) {
        const Cut cut(text);
        std::int64_t at = 0;
        for (std::size_t i = 0; i < cut.blocks.count(); ++i) {
            const auto [begin, end] = cut.blocks.range(i);
            const std::string between(cut.map.slice(at, begin));
            QVERIFY(between.empty() || between == "\n" || between == "\r" || between == "\r\n");
            QCOMPARE(std::string(cut.map.slice(begin, end)), std::string(cut.blocks.text(i)));
            QVERIFY(cut.blocks.text(i).find_first_of("\r\n") == std::string_view::npos);
            for (std::int64_t point = begin; point < end; ++point)
                QCOMPARE(cut.blocks.at(point), i);
            at = end;
        }
        QCOMPARE(at, cut.map.codePoints());
    }
}

void TextBlocksTest::heightsAnswerLikeAPlainSum()
{
    std::mt19937 random(3);
    std::vector<std::int32_t> plain;
    for (int i = 0; i < 37; ++i)
        plain.push_back(std::int32_t(1 + random() % 50));
    HeightIndex index(plain);
    for (int turn = 0; turn < 200; ++turn) {
        const std::size_t changed = random() % plain.size();
        plain[changed] = std::int32_t(1 + random() % 50);
        index.set(changed, plain[changed]);
        std::int64_t top = 0;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            QCOMPARE(index.top(i), top);
            QCOMPARE(index.at(top), i);
            top += plain[i];
            QCOMPARE(index.at(top - 1), i);
        }
        QCOMPARE(index.total(), top);
        QCOMPARE(index.at(top), plain.size() - 1);
        QCOMPARE(index.at(-1), std::size_t{0});
    }
}

REGISTER_TEST(TextBlocksTest);
#include "text_blocks_test.moc"
