#include "core/text/drafts.h"
#include "tests/core/passages.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"
#include <random>

using namespace core;
using namespace tests;

class DraftsTest : public QObject {
    Q_OBJECT
private slots:
    void readsLinesOfTextAndLabel();
    void namesTheLineOfWhatItCannotTake();
    void takesTheLongestEntryAtEachPlace();
    void entriesAreWholeCharactersAndWords();
    void findsWhatTryingEveryEntryFinds();
    void aPatternMarksItsMatches();
    void aGroupSaysWhatOfTheMatch();
    void aPatternErrorSaysWhere();
    void aPatternThatTakesTooLongIsGivenUp();
    void stopsWhenAsked();
};

namespace {

std::vector<std::string> surfacesOf(const char *text, const FindPassages &find)
{
    const TextMap map{SharedText(text)};
    const auto passages = find(map.text(), {});
    std::vector<std::string> all;
    if (!passages)
        return {describe(passages.error())};
    for (const Passage &each : *passages)
        all.push_back(std::string(map.slice(each.range.first, each.range.second)) + ':'
                      + std::to_string(each.label.value));
    return all;
}

using Texts = std::vector<std::string>;

FindPassages patternOf(const char *pattern, Matching matching = {})
{
    return patternFinder({pattern, {person}, matching}).value();
}

}  // namespace

void DraftsTest::readsLinesOfTextAndLabel()
{
    Passages p;
    const Dictionary read = readDictionary("\xef\xbb\xbf"
                                           "Ada\tperson\r\n\n  New York \t place \nParis\nBob\tperson",
                                           p.labels, {place});
    QCOMPARE(read.issues.size(), 0u);
    QVERIFY(read.entries
            == (std::vector<DictionaryEntry>{
                {"Ada", {person}}, {"New York", {place}}, {"Paris", {place}}, {"Bob", {person}}}));
}

void DraftsTest::namesTheLineOfWhatItCannotTake()
{
    Passages p;
    const Dictionary read = readDictionary("Ada\tperson\nBob\tking\nParis\n\tperson\nAda\tplace\nX\tknows\n"
                                               + std::string(longestSurface + 1, 'x') + "\tplace",
                                           p.labels);
    QCOMPARE(read.entries.size(), 1u);
    std::vector<std::pair<std::int64_t, Code>> seen;
    for (const Error &issue : read.issues)
        seen.push_back({issue.where.line, issue.code});
    QVERIFY(seen
            == (std::vector<std::pair<std::int64_t, Code>>{{2, Code::NotFound},
                                                           {3, Code::MissingField},
                                                           {4, Code::MissingField},
                                                           {5, Code::Exists},
                                                           {6, Code::NotFound},
                                                           {7, Code::TooLarge}}));
}

void DraftsTest::takesTheLongestEntryAtEachPlace()
{
    const Dictionary words{{{"New York", {place}}, {"New", {firm}}, {"York Times", {firm}}, {"New York Times", {firm}}},
                           {}};
    const FindPassages find = dictionaryFinder(words, {});
    QCOMPARE(surfacesOf("The New York Times of New York, New Yorc", find),
             (Texts{"New York Times:12", "New York:11", "New:12"}));
    const FindPassages anyCase = dictionaryFinder(words, {false, true});
    QCOMPARE(surfacesOf("NEW york", anyCase), Texts{"NEW york:11"});
    QCOMPARE(surfacesOf("NEW york", find), Texts{});
}

void DraftsTest::entriesAreWholeCharactersAndWords()
{
    const Dictionary words{{{"e", {person}}, {"cat", {place}}, {"北京", {place}}, {"cats and", {firm}}}, {}};
    QCOMPARE(surfacesOf("e\u0301 cat concat 北京市", dictionaryFinder(words, {true, false})),
             (Texts{"cat:11", "北京:11"}));
    QCOMPARE(surfacesOf("cats andy", dictionaryFinder(words, {false, false})), Texts{"cats and:12"});
    QCOMPARE(surfacesOf("cats andy", dictionaryFinder(words, {true, false})), Texts{});
}

void DraftsTest::findsWhatTryingEveryEntryFinds()
{
    const std::vector<std::string> alphabet{"a", "b", "数", "据", "👩", " "};
    std::mt19937 random(9);
    const auto anyText = [&](std::size_t length) {
        std::string text;
        for (std::size_t i = 0; i < length; ++i)
            text += alphabet[random() % alphabet.size()];
        return text;
    };
    std::size_t all = 0;
    for (int round = 0; round < 60; ++round) {
        Dictionary words;
        for (int i = 0; i < 12; ++i)
            words.entries.push_back({anyText(1 + random() % 4), {i + 1}});
        std::ranges::sort(words.entries, {}, &DictionaryEntry::surface);
        const auto twice = std::ranges::unique(words.entries, {}, &DictionaryEntry::surface);
        words.entries.erase(twice.begin(), twice.end());
        const std::string text = anyText(80);
        const std::u32string points = toUtf32(text);
        std::vector<Passage> plain;
        for (std::size_t at = 0; at < points.size();) {
            Passage best;
            for (const DictionaryEntry &entry : words.entries) {
                const std::u32string surface = toUtf32(entry.surface);
                const auto end = std::int64_t(at + surface.size());
                if (points.substr(at, surface.size()) == surface && end > best.range.second)
                    best = {{std::int64_t(at), end}, entry.label};
            }
            if (best.label)
                plain.push_back(best);
            at = best.label ? std::size_t(best.range.second) : at + 1;
        }
        QCOMPARE(dictionaryFinder(words, {})(SharedText(text), {}).value(), plain);
        all += plain.size();
    }
    QVERIFY(all > 500);
}

void DraftsTest::aPatternMarksItsMatches()
{
    QCOMPARE(surfacesOf("从 2024-01-02 到 2025-03-04", patternOf("\\d{4}-\\d\\d-\\d\\d")),
             (Texts{"2024-01-02:10", "2025-03-04:10"}));
    QCOMPARE(surfacesOf("ada Ada", patternOf("ADA", {false, true})), (Texts{"ada:10", "Ada:10"}));
    QCOMPARE(surfacesOf("concat cat", patternOf("cat", {true, false})), Texts{"cat:10"});
    QCOMPARE(surfacesOf("e\u0301e", patternOf("e")), Texts{"e:10"});
    QCOMPARE(surfacesOf("a\nb", patternOf("^.$")), (Texts{"a:10", "b:10"}));
    QCOMPARE(surfacesOf("abc", patternOf("x*")), Texts{});
}

void DraftsTest::aGroupSaysWhatOfTheMatch()
{
    QCOMPARE(surfacesOf("Mr. Bond met Ms. Moneypenny", patternOf("M[rs]\\. (\\w+)")),
             (Texts{"Bond:10", "Moneypenny:10"}));
    QCOMPARE(surfacesOf("x1 y", patternOf("x(\\d)|y")), (Texts{"1:10", "y:10"}));
    QCOMPARE(surfacesOf("aXb", patternOf("a(?=(Xb))")), Texts{"Xb:10"});
}

void DraftsTest::aPatternErrorSaysWhere()
{
    const auto wrong = patternFinder({"北(京", {person}, {}});
    QVERIFY(!wrong.has_value());
    QCOMPARE(wrong.error().code, Code::BadValue);
    QCOMPARE(wrong.error().where.column, 3);
    QVERIFY(!wrong.error().detail.empty());
}

void DraftsTest::aPatternThatTakesTooLongIsGivenUp()
{
    const auto slow = patternOf("(a+)+b")(SharedText(std::string(60, 'a')), {});
    QVERIFY(!slow.has_value());
    QCOMPARE(slow.error().code, Code::TooLarge);
}

void DraftsTest::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = patternOf("(a+)+b")(SharedText(std::string(60, 'a')), stop.get_token());
    QVERIFY(!stopped.has_value());
    QCOMPARE(stopped.error().code, Code::Cancelled);
}

REGISTER_TEST(DraftsTest);
#include "drafts_test.moc"
