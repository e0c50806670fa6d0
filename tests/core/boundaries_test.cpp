#include "core/text/boundaries.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;

class BoundariesTest : public QObject {
    Q_OBJECT
private slots:
    void rangesAreWidenedToWholeCharacters();
    void noRangeSplitsACharacter();
    void wordsComeFromTheDictionary();
    void stepsGoFromWordToWord();
    void aLongTextHasTheWordsOfItsPieces();
    void wordsOfARunWithoutEndAreStillWords();
    void linesEndBeforeTheirBreak();
    void blanksAreTrimmedAtBothEnds();
};

namespace {

std::string slice(const TextMap &map, TextRange range)
{
    return std::string(map.slice(range.first, range.second));
}

// For each position whether it lies within one of some characters of several code points.
std::vector<bool> withinKnownCharacters(const std::u32string &points)
{
    std::vector<bool> inside(points.size() + 1);
    for (const std::u32string_view character : {U"👩‍👩‍👧‍👦", U"👍🏽", U"e\u0301", U"\r\n", U"각"})
        for (auto at = points.find(character); at != std::u32string::npos; at = points.find(character, at + 1))
            for (std::size_t i = 1; i < character.size(); ++i)
                inside[at + i] = true;
    return inside;
}

}  // namespace

void BoundariesTest::rangesAreWidenedToWholeCharacters()
{
    const TextMap map{"a👩‍👩‍👧e\u0301z"};  // 1 + 5 + 2 + 1 code points
    const Boundaries text(map);
    QCOMPARE(text.clusters({2, 3}), TextRange(1, 6));
    QCOMPARE(text.clusters({7, 8}), TextRange(6, 8));
    QCOMPARE(text.clusters({0, 1}), TextRange(0, 1));
    QCOMPARE(text.clusters({3, 3}), TextRange(1, 1));
    QCOMPARE(text.clusters({8, 99}), TextRange(8, 9));
    QCOMPARE(text.clusters({-5, 0}), TextRange(0, 0));
    QCOMPARE(text.nextCluster(1), 6);
    QCOMPARE(text.previousCluster(6), 1);
    QCOMPARE(text.nextCluster(9), 9);
    QCOMPARE(text.previousCluster(0), 0);
}

// The second opinion: characters that are known to be one, wherever they stand.
void BoundariesTest::noRangeSplitsACharacter()
{
    std::mt19937 random(3);
    int checked = 0;
    for (const std::string &sample : textSamples(200, 5)) {
        const TextMap map{sample};
        const Boundaries text(map);
        const std::vector<bool> inside = withinKnownCharacters(toUtf32(sample));
        for (int i = 0; i < 20 && map.codePoints() > 0; ++i) {
            const auto a = std::int64_t(random() % std::uint64_t(map.codePoints() + 1));
            const auto b = std::int64_t(random() % std::uint64_t(map.codePoints() + 1));
            const TextRange wanted{std::min(a, b), std::max(a, b)}, got = text.clusters(wanted);
            QVERIFY(text.isCluster(got.first) && text.isCluster(got.second));
            if (wanted.first < wanted.second)
                QVERIFY(got.first <= wanted.first && got.second >= wanted.second);
            for (const std::int64_t edge : {got.first, got.second})
                QVERIFY2(!inside[std::size_t(edge)], sample.c_str());
            checked += inside[std::size_t(a)] || inside[std::size_t(b)];
        }
    }
    QVERIFY(checked > 100);
}

void BoundariesTest::wordsComeFromTheDictionary()
{
    const TextMap map{"我们喜欢中国 and don't stop"};
    const Boundaries text(map);
    QCOMPARE(slice(map, text.wordAt(0)), std::string("我们"));
    QCOMPARE(slice(map, text.wordAt(3)), std::string("喜欢"));
    QCOMPARE(slice(map, text.wordAt(5)), std::string("中国"));
    QCOMPARE(slice(map, text.wordAt(6)), std::string(" "));
    QCOMPARE(slice(map, text.wordAt(12)), std::string("don't"));
    QCOMPARE(slice(map, text.wordAt(99)), std::string("stop"));
}

void BoundariesTest::stepsGoFromWordToWord()
{
    const TextMap map{"one two"};
    const Boundaries text(map);
    QCOMPARE(text.nextWord(0), 3);
    QCOMPARE(text.nextWord(1), 3);
    QCOMPARE(text.nextWord(7), 7);
    QCOMPARE(text.previousWord(7), 4);
    QCOMPARE(text.previousWord(0), 0);
    QVERIFY(text.isWordBoundary(4) && !text.isWordBoundary(5));
}

void BoundariesTest::aLongTextHasTheWordsOfItsPieces()
{
    const std::string piece = "Ada Lovelace, 3.5 — don't 数据标注 split!  It\n";
    const TextMap shortMap{SharedText(piece)};
    const Boundaries shortText(shortMap);
    std::vector<std::int64_t> ends;
    for (std::int64_t at = 0; at < shortMap.codePoints();)
        ends.push_back(at = shortText.nextWord(at));
    std::string all;
    for (int i = 0; i < 400; ++i)
        all += piece;
    const TextMap map{SharedText(all)};
    const Boundaries text(map);
    std::int64_t at = 0;
    for (int i = 0; i < 400; ++i)
        for (const std::int64_t end : ends) {
            const std::int64_t before = at;
            at = text.nextWord(at);
            QCOMPARE(at, i * shortMap.codePoints() + end);
            QVERIFY(text.isWordBoundary(at));
            QCOMPARE(text.previousWord(at), before);
        }
}

void BoundariesTest::wordsOfARunWithoutEndAreStillWords()
{
    std::string run;
    while (run.size() < 200'000)
        run += "数据标注软件";
    const TextMap map{SharedText(run)};
    const Boundaries text(map);
    for (const std::int64_t at : {60'000, 30, 4095, 4096, 50'001}) {
        const auto [begin, end] = text.wordAt(at);
        QVERIFY(begin <= at && at < end && end - begin <= 3);
        QVERIFY(text.isWordBoundary(begin) && text.isWordBoundary(end));
    }
}

void BoundariesTest::linesEndBeforeTheirBreak()
{
    const TextMap map{"一\r\n二\r三\n\nend"};
    const Boundaries text(map);
    QCOMPARE(text.lineAt(0), TextRange(0, 1));
    QCOMPARE(text.lineAt(1), TextRange(0, 1));
    QCOMPARE(text.lineAt(2), TextRange(0, 1));  // between \r and \n
    QCOMPARE(text.lineAt(3), TextRange(3, 4));
    QCOMPARE(text.lineAt(5), TextRange(5, 6));
    QCOMPARE(text.lineAt(7), TextRange(7, 7));
    QCOMPARE(text.lineAt(99), TextRange(8, 11));
}

void BoundariesTest::blanksAreTrimmedAtBothEnds()
{
    const TextMap map{" \u3000数据\t\r\n "};
    const Boundaries text(map);
    QCOMPARE(slice(map, text.trimmed({0, map.codePoints()})), std::string("数据"));
    QCOMPARE(text.trimmed({0, 2}), TextRange(2, 2));
    QCOMPARE(text.trimmed({3, 3}), TextRange(3, 3));
}

REGISTER_TEST(BoundariesTest);
#include "boundaries_test.moc"
