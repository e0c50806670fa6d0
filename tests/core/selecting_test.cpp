#include "core/text/selecting.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;

namespace {

struct Text {
    explicit Text(std::string text) : map(SharedText(std::move(text))), boundaries(map) {}
    std::string dragged(TextPlace from, TextPlace to, Granularity by = Granularity::Natural) const
    {
        const auto [begin, end] = draggedRange(boundaries, map, from, to, by);
        return std::string(map.slice(begin, end));
    }
    TextMap map;
    Boundaries boundaries;
};

}  // namespace

class SelectingTest : public QObject {
    Q_OBJECT
private slots:
    void aDragOverWordsTakesWholeOnes();
    void aDragBackwardsTakesTheSame();
    void chineseIsTakenByCharacter();
    void aDragFromEnglishIntoChineseTakesTheWordAndTheCharacters();
    void byCharacterAPlaceIsBetweenTwo();
    void byLineTheBreakIsLeftOut();
    void theCaretStepsOverCharacters();
    void theCaretStepsFromWordToWord();
    void noDragSplitsACharacter();
};

void SelectingTest::aDragOverWordsTakesWholeOnes()
{
    const Text text("Ada Lovelace met Charles.");
    QCOMPARE(text.dragged({1, 2}, {6, 6}), std::string("Ada Lovelace"));
    QCOMPARE(text.dragged({1, 2}, {3, 3}), std::string("Ada"));  // the blank behind it is no part
}

void SelectingTest::aDragBackwardsTakesTheSame()
{
    const Text text("Ada Lovelace met Charles.");
    QCOMPARE(text.dragged({6, 6}, {1, 2}), std::string("Ada Lovelace"));
}

void SelectingTest::chineseIsTakenByCharacter()
{
    const Text text("数据标注软件很好");
    QCOMPARE(text.dragged({2, 2}, {4, 5}), std::string("标注软"));
    QCOMPARE(text.dragged({2, 2}, {2, 2}), std::string());
    QCOMPARE(text.dragged({1, 1}, {1, 2}, Granularity::Word), std::string("数据"));
}

void SelectingTest::aDragFromEnglishIntoChineseTakesTheWordAndTheCharacters()
{
    const Text text("使用 Linux系统 工作");
    QCOMPARE(text.dragged({5, 5}, {8, 9}), std::string("Linux系"));
}

void SelectingTest::byCharacterAPlaceIsBetweenTwo()
{
    const Text text("Ada Lovelace");
    QCOMPARE(text.dragged({1, 1}, {5, 6}, Granularity::Character), std::string("da Lo"));
}

void SelectingTest::byLineTheBreakIsLeftOut()
{
    const Text text("one two\r\nthree four\nfive");
    QCOMPARE(text.dragged({2, 2}, {2, 2}, Granularity::Line), std::string("one two"));
    QCOMPARE(text.dragged({12, 12}, {2, 2}, Granularity::Line), std::string("one two\r\nthree four"));
}

void SelectingTest::theCaretStepsOverCharacters()
{
    const Text text("x👩‍👩‍👧‍👦e\u0301");
    QCOMPARE(stepCaret(text.boundaries, text.map, 1, Granularity::Character, true), std::int64_t{8});
    QCOMPARE(stepCaret(text.boundaries, text.map, 10, Granularity::Character, false), std::int64_t{8});
    QCOMPARE(stepCaret(text.boundaries, text.map, 10, Granularity::Character, true), std::int64_t{10});
}

void SelectingTest::theCaretStepsFromWordToWord()
{
    const Text text("Ada, met Bob");
    QCOMPARE(stepCaret(text.boundaries, text.map, 0, Granularity::Word, true), std::int64_t{3});
    QCOMPARE(stepCaret(text.boundaries, text.map, 3, Granularity::Word, true), std::int64_t{8});
    QCOMPARE(stepCaret(text.boundaries, text.map, 8, Granularity::Word, false), std::int64_t{5});
    QCOMPARE(stepCaret(text.boundaries, text.map, 5, Granularity::Word, false), std::int64_t{0});
}

void SelectingTest::noDragSplitsACharacter()
{
    std::mt19937 random(5);
    const std::vector<std::string> samples = textSamples(50, 21);
    for (int drag = 0; drag < 1000; ++drag) {
        const Text text(samples[random() % samples.size()]);
        const auto place = [&] {
            const auto at = std::int64_t(random() % std::size_t(text.map.codePoints() + 1));
            return TextPlace{at, std::min(text.map.codePoints(), at + std::int64_t(random() % 2))};
        };
        const auto by = static_cast<Granularity>(random() % 4);
        const TextPlace from = place(), to = place();
        const auto [begin, end] = draggedRange(text.boundaries, text.map, from, to, by);
        QVERIFY(begin <= end);
        QVERIFY(text.boundaries.isCluster(begin));
        QVERIFY(text.boundaries.isCluster(end));
    }
}

REGISTER_TEST(SelectingTest);
#include "selecting_test.moc"
