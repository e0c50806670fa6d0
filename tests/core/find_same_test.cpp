#include "core/text/find_same.h"
#include "tests/core/passages.h"
#include "tests/core/text_samples.h"
#include "tests/test_registry.h"

using namespace core;
using namespace tests;

class FindSameTest : public QObject {
    Q_OBJECT
private slots:
    void findsEachPlaceOnce();
    void neverSplitsACharacter();
    void wholeWordsWhereAScriptHasThem();
    void anyCaseKeepsThePlaces();
    void findsWhatAPlainSearchFinds();
    void leavesOutWhatIsMarkedOrInTheWay();
    void marksInOneEdit();
    void manyEntitiesAndManyPassages();
};

namespace {

std::vector<TextRange> found(const char *text, SameText wanted)
{
    return occurrences(SharedText(text), wanted);
}

using Ranges = std::vector<TextRange>;

}  // namespace

void FindSameTest::findsEachPlaceOnce()
{
    QCOMPARE(found("aaaaa", {"aa"}), (Ranges{{0, 2}, {2, 4}}));
    QCOMPARE(found("数据标注数据", {"数据"}), (Ranges{{0, 2}, {4, 6}}));
    QCOMPARE(found("abc", {"d"}), Ranges{});
    QCOMPARE(found("abc", {""}), Ranges{});
    QCOMPARE(found("", {"a"}), Ranges{});
}

void FindSameTest::neverSplitsACharacter()
{
    QCOMPARE(found("e e\u0301 e", {"e"}), (Ranges{{0, 1}, {5, 6}}));
    QCOMPARE(found("👩 👩‍👩‍👧 👩", {"👩"}), (Ranges{{0, 1}, {8, 9}}));
    QCOMPARE(found("ab\u0301ab", {"ab"}), (Ranges{{3, 5}}));
}

void FindSameTest::wholeWordsWhereAScriptHasThem()
{
    QCOMPARE(found("cat concat cat's cat", {"cat", true}), (Ranges{{0, 3}, {17, 20}}));
    QCOMPARE(found("北京市北京", {"北京", true}), (Ranges{{0, 2}, {3, 5}}));
    QCOMPARE(found("我的iPhone手机 iPhones", {"iPhone", true}), (Ranges{{2, 8}}));
    QCOMPARE(found("한국어 한국", {"한국", true}), (Ranges{{4, 6}}));
}

void FindSameTest::anyCaseKeepsThePlaces()
{
    QCOMPARE(found("Ada ADA ada", {"aDa", false, true}), (Ranges{{0, 3}, {4, 7}, {8, 11}}));
    QCOMPARE(found("Straße ΣΊΣΥΦΟΣ", {"σίσυφος", false, true}), (Ranges{{7, 14}}));
    QCOMPARE(found("𝒳 Ada", {"ada", false, true}), (Ranges{{2, 5}}));
}

void FindSameTest::findsWhatAPlainSearchFinds()
{
    std::size_t all = 0;
    for (const std::string &text : textSamples(200, 21))
        for (const char *surface : {"数据", "e\u0301", "x", "met Bob", "\r\n", "🇨🇳", "한국어"}) {
            const TextMap map{SharedText(text)};
            const Boundaries boundaries(map);
            const std::u32string points = toUtf32(text), needle = toUtf32(surface);
            Ranges plain;
            for (std::size_t at = 0; at + needle.size() <= points.size();) {
                const TextRange range{std::int64_t(at), std::int64_t(at + needle.size())};
                const bool here = points.substr(at, needle.size()) == needle && boundaries.clusters(range) == range;
                if (here)
                    plain.push_back(range);
                at += here ? needle.size() : 1;
            }
            QCOMPARE(occurrences(SharedText(text), {surface}), plain);
            all += plain.size();
        }
    QVERIFY(all > 300);
}

void FindSameTest::leavesOutWhatIsMarkedOrInTheWay()
{
    Passages p("Ada Ada Ada Ada", Overlap::None);
    const SampleContent content =
        p.content({entity(1, person, {{0, 3}}), entity(2, place, {{4, 7}}), proposed(entity(3, person, {{8, 11}}))});
    const auto all = sameTextFinder({"Ada"}, {person})(p.map.text(), {}).value();
    PassageCounts counts;
    const auto free = freePassages(content, p.rules(), all, counts);
    QCOMPARE(free, (std::vector<Passage>{{{12, 15}, {person}}}));
    QVERIFY(counts == (PassageCounts{1, 2, 1, 1}));
}

void FindSameTest::marksInOneEdit()
{
    Passages p("Ada Ada");
    const SampleContent content = p.content({entity(1, place, {{0, 3}})});
    const std::vector<Passage> passages{{{0, 3}, {person}}, {{4, 7}, {person}}};
    const Edit edit = markPassages(content, passages, {"mark-same", false, "human/li"});
    const SampleContent after = done(content, edit);
    QCOMPARE(edit.name, std::string("mark-same"));
    QCOMPARE(surfaces(p.map, after), (std::vector<std::string>{"Ada", "Ada", "Ada"}));
    QCOMPARE(labelsOf(after), (std::vector<std::int64_t>{place, person, person}));
    QCOMPARE(after.annotations[1]->author, std::string("human/li"));
    QCOMPARE(after.state(), State::Labeled);
    const Edit drafts = markPassages(content, passages, {"draft-entities", true, "labelwright/dictionary"});
    QCOMPARE(done(p.content(), drafts).state(), State::ToConfirm);
}

void FindSameTest::manyEntitiesAndManyPassages()
{
    std::string text;
    std::vector<Annotation> entities;
    for (std::int64_t i = 0; i < 20000; ++i) {
        text += "Ada Bob ";
        entities.push_back(entity(i + 1, person, {{8 * i, 8 * i + 3}}));
    }
    Passages p(text, Overlap::None);
    const SampleContent content = p.content(entities);
    PassageCounts counts;
    const auto bobs = sameTextFinder({"Bob"}, {person})(p.map.text(), {}).value();
    const auto adas = sameTextFinder({"Ada"}, {place})(p.map.text(), {}).value();
    QCOMPARE(freePassages(content, p.rules(), bobs, counts).size(), 20000u);
    QVERIFY(freePassages(content, p.rules(), adas, counts).empty());
    QVERIFY(counts == (PassageCounts{20000, 0, 20000, 1}));
}

REGISTER_TEST(FindSameTest);
#include "find_same_test.moc"
