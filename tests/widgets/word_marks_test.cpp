#include "widgets/text/word_marks.h"
#include "tests/test_registry.h"

using namespace widgets;
using Ranges = std::vector<core::TextRange>;

class WordMarksTest : public QObject {
    Q_OBJECT
private slots:
    void wordsAreSplitAndKeptOnce();
    void placesAreCodePointsInEitherCase();
    void whereTwoMeetTheFirstAndLongestIsMarked();
    void colorsFollowTheWords();
};

namespace {

Ranges places(const char *text, const QStringList &words)
{
    std::vector<WordMark> marks;
    for (const QString &word : words)
        marks.push_back({word, Qt::yellow});
    Ranges ranges;
    for (const TextHighlight &each : wordHighlights(core::TextMap(text), marks))
        ranges.push_back(each.range);
    return ranges;
}

}  // namespace

void WordMarksTest::wordsAreSplitAndKeptOnce()
{
    QCOMPARE(wordsOf(" good, Good，很好 ;bad day\n,"), (QStringList{"good", "很好", "bad day"}));
    QVERIFY(wordsOf(" , ").isEmpty());
}

void WordMarksTest::placesAreCodePointsInEitherCase()
{
    QVERIFY(places("👍 Good 很好 GOOD", {"good"}) == (Ranges{{2, 6}, {10, 14}}));
    QVERIFY(places("👍 Good 很好 GOOD", {"很好"}) == (Ranges{{7, 9}}));
    QVERIFY(places("ÉCOLE école", {"École"}) == (Ranges{{0, 5}, {6, 11}}));
    QVERIFY(places("text", {}).empty());
    QVERIFY(places("", {"a"}).empty());
}

void WordMarksTest::whereTwoMeetTheFirstAndLongestIsMarked()
{
    QVERIFY(places("not good enough", {"good", "not good"}) == (Ranges{{0, 8}}));
    QVERIFY(places("aaaa", {"a", "aa"}) == (Ranges{{0, 2}, {2, 4}}));
}

void WordMarksTest::colorsFollowTheWords()
{
    const auto marks = wordHighlights(core::TextMap("good bad"), {{"bad", Qt::red}, {"good", Qt::green}});
    QCOMPARE(marks.size(), 2u);
    QCOMPARE(marks[0].color, QColor(Qt::green));
    QCOMPARE(marks[1].color, QColor(Qt::red));
}

REGISTER_TEST(WordMarksTest);
#include "word_marks_test.moc"
