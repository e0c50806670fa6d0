#include "core/sample_query.h"
#include "tests/core/naive_filter.h"
#include "tests/test_registry.h"

using namespace core;

class SampleQueryParseTest : public QObject {
    Q_OBJECT
private slots:
    void readsEveryKey();
    void joinsTermsByAndBeforeOr();
    void readsNotAsWordAndAsSign();
    void readsQuotesAndEscapes();
    void takesKeywordsOnlyWhenTheyStandAlone();
    void readsNothingAsEverything();
    void namesThePlaceAndKeyOfAFault_data();
    void namesThePlaceAndKeyOfAFault();
    void boundsDepthAndLength();
    void textOfAnyFilterReadsBackAsThatFilter();
    void anyBytesParseOrFail();
    void propertiesCompareAsText();
};

namespace {

Filter parsed(std::string_view text)
{
    const auto filter = parseFilter(text);
    if (!filter)
        qFatal("%s", describe(filter.error()).c_str());
    return *filter;
}

Filter name(std::string text)
{
    return {NameContains{std::move(text)}};
}

}  // namespace

void SampleQueryParseTest::readsEveryKey()
{
    QVERIFY(parsed("img") == name("img"));
    QVERIFY(parsed("name:img_00") == name("img_00"));
    QVERIFY(parsed("text:\"two words\"") == Filter{TextContains{"two words"}});
    QVERIFY(parsed("label:汽车") == Filter{HasLabel{"汽车"}});
    QVERIFY(parsed("state:to_confirm") == Filter{InState{State::ToConfirm}});
    QVERIFY(parsed("hard:true") == Filter{IsHard{true}});
    QVERIFY(parsed("hard:no") == Filter{IsHard{false}});
    QVERIFY(parsed("folder:a/b") == Filter{InFolder{"a/b"}});
    QVERIFY(parsed("author:li") == Filter{HasAuthor{"li"}});
    QVERIFY(parsed("conf:<0.5") == (Filter{HasConfidence{Compare::Less, 0.5}}));
    QVERIFY(parsed("conf:<=0.5") == (Filter{HasConfidence{Compare::LessOrEqual, 0.5}}));
    QVERIFY(parsed("conf:>.5") == (Filter{HasConfidence{Compare::Greater, 0.5}}));
    QVERIFY(parsed("conf:>=1") == (Filter{HasConfidence{Compare::GreaterOrEqual, 1}}));
    QVERIFY(parsed("conf:0.25") == (Filter{HasConfidence{Compare::Equal, 0.25}}));
    QVERIFY(parsed("conf:=0.25") == (Filter{HasConfidence{Compare::Equal, 0.25}}));
    QVERIFY(parsed("batch:3") == Filter{FromBatch{3}});
    QVERIFY(parsed("usage:train") == Filter{HasUsage{Usage::Train}});
    QVERIFY(parsed("prop:city=Riga") == (Filter{HasProperty{"city", "Riga"}}));
    QVERIFY(parsed("prop:\"a=b c\"=\"x y\"") == (Filter{HasProperty{"a=b c", "x y"}}));
    QVERIFY(parsed("media:missing") == Filter{HasMedia{MediaState::Missing}});
}

void SampleQueryParseTest::joinsTermsByAndBeforeOr()
{
    const Filter ab{AllOf{{name("a"), name("b")}}};
    QVERIFY(parsed(" a  b ") == ab);
    QVERIFY(parsed("a AND b") == ab);
    QVERIFY(parsed("(a b)") == ab);
    QVERIFY(parsed("a b OR c") == (Filter{AnyOf{{ab, name("c")}}}));
    QVERIFY(parsed("a (b OR c)") == (Filter{AllOf{{name("a"), Filter{AnyOf{{name("b"), name("c")}}}}}}));
    QVERIFY(parsed("(label:a OR label:b)") == (Filter{AnyOf{{Filter{HasLabel{"a"}}, Filter{HasLabel{"b"}}}}}));
}

void SampleQueryParseTest::readsNotAsWordAndAsSign()
{
    const Filter notA{Not{{name("a")}}};
    QVERIFY(parsed("-a") == notA);
    QVERIFY(parsed("NOT a") == notA);
    QVERIFY(parsed("NOT -a") == Filter{Not{{notA}}});
    QVERIFY(parsed("-(a OR b)") == (Filter{Not{{Filter{AnyOf{{name("a"), name("b")}}}}}}));
    QVERIFY(parsed("-state:labeled b") == (Filter{AllOf{{Filter{Not{{Filter{InState{State::Labeled}}}}}, name("b")}}}));
}

void SampleQueryParseTest::readsQuotesAndEscapes()
{
    QVERIFY(parsed("\"two words\"") == name("two words"));
    QVERIFY(parsed("label:\"two \\\"words\\\\\"") == Filter{HasLabel{"two \"words\\"}});
    QVERIFY(parsed("label:\"\"") == Filter{HasLabel{""}});
    QVERIFY(parsed("a\\b") == name("a\\b"));
}

void SampleQueryParseTest::takesKeywordsOnlyWhenTheyStandAlone()
{
    QVERIFY(parsed("ORANGE") == name("ORANGE"));
    QVERIFY(parsed("NOTE ANDES") == (Filter{AllOf{{name("NOTE"), name("ANDES")}}}));
    QVERIFY(parsed("or") == name("or"));
    QVERIFY(parsed("\"OR\"") == name("OR"));
    QVERIFY(parsed("NOT(a)") == Filter{Not{{name("a")}}});
}

void SampleQueryParseTest::readsNothingAsEverything()
{
    QVERIFY(parsed("") == Filter{});
    QVERIFY(parsed(" \t\n") == Filter{});
    QVERIFY(parsed("()") == Filter{});
    QVERIFY(parsed("-( )") == Filter{Not{{Filter{}}}});
}

void SampleQueryParseTest::namesThePlaceAndKeyOfAFault_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("field");
    QTest::newRow("unknown key") << "a colour:red" << 3 << "colour";
    QTest::newRow("state") << "state:done" << 7 << "state";
    QTest::newRow("hard") << "hard:maybe" << 6 << "hard";
    QTest::newRow("confidence") << "conf:<high" << 6 << "conf";
    QTest::newRow("not finite") << "conf:<nan" << 6 << "conf";
    QTest::newRow("batch") << "batch:3x" << 7 << "batch";
    QTest::newRow("usage") << "usage:TRAIN" << 7 << "usage";
    QTest::newRow("media") << "media:gone" << 7 << "media";
    QTest::newRow("no value") << "label: car" << 7 << "label";
    QTest::newRow("no value at the end") << "label:" << 7 << "label";
    QTest::newRow("property without value") << "prop:city" << 6 << "prop";
    QTest::newRow("open parenthesis") << "a (b" << 3 << "";
    QTest::newRow("closing parenthesis") << "a) b" << 2 << "";
    QTest::newRow("open quote") << "label:\"car" << 7 << "";
    QTest::newRow("quote inside a word") << "ab\"c\"" << 3 << "";
    QTest::newRow("after a quote") << "\"a\"b" << 4 << "";
    QTest::newRow("nothing before OR") << "OR a" << 1 << "";
    QTest::newRow("nothing after OR") << "a OR" << 5 << "";
    QTest::newRow("nothing after NOT") << "NOT" << 4 << "";
    QTest::newRow("nothing after the sign") << "a -" << 4 << "";
    QTest::newRow("two ANDs") << "a AND AND b" << 7 << "";
    QTest::newRow("byte columns") << QString::fromUtf8("汽车 x:1") << 8 << "x";
}

void SampleQueryParseTest::namesThePlaceAndKeyOfAFault()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(QString, field);
    const auto filter = parseFilter(text.toStdString());
    QVERIFY(!filter.has_value());
    QCOMPARE(filter.error().code, Code::BadValue);
    QCOMPARE(filter.error().where.column, column);
    QCOMPARE(QString::fromStdString(filter.error().where.field), field);
}

void SampleQueryParseTest::boundsDepthAndLength()
{
    QVERIFY(!parseFilter(std::string(100000, '(')).has_value());
    QVERIFY(!parseFilter(std::string(100000, '-') + "a").has_value());
    QVERIFY(parseFilter(std::string(90, '(') + "a" + std::string(90, ')')).has_value());
    std::string many;
    for (int i = 0; i < 1000; ++i)
        many += "a ";
    QVERIFY_OK(parseFilter(many));
    QVERIFY(!parseFilter(many + "a").has_value());
}

void SampleQueryParseTest::textOfAnyFilterReadsBackAsThatFilter()
{
    std::mt19937 random(1);
    for (int i = 0; i < 5000; ++i) {
        const Filter filter = tests::randomFilter(random, 4);
        const std::string text = toText(filter);
        const auto back = parseFilter(text);
        QVERIFY2(back.has_value() && *back == filter, text.c_str());
    }
}

void SampleQueryParseTest::anyBytesParseOrFail()
{
    constexpr std::string_view pieces[]{"a", " ",   "\"", "\\",   "(",     ")",     "-",     "OR",   "NOT",
                                        ":", "AND", "=",  "conf", "label", "prop:", "state", "\xff", "<"};
    std::mt19937 random(2);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (auto n = random() % 12; n > 0; --n)
            text += pieces[random() % std::size(pieces)];
        const auto filter = parseFilter(text);
        if (filter) {
            QVERIFY2(parsed(toText(*filter)) == *filter, text.c_str());
        } else {
            QVERIFY(filter.error().where.column >= 1);
            QVERIFY(filter.error().where.column <= std::int64_t(text.size()) + 1);
        }
    }
}

void SampleQueryParseTest::propertiesCompareAsText()
{
    const std::string json = R"({"city":"Riga","n":3,"x":0.5,"ok":true,"none":null,"list":[1,"a"],"é":"a\"b"})";
    QVERIFY(propertyIs(json, "city", "Riga"));
    QVERIFY(!propertyIs(json, "city", "riga"));
    QVERIFY(!propertyIs(json, "Riga", "city"));
    QVERIFY(propertyIs(json, "n", "3"));
    QVERIFY(propertyIs(json, "x", "0.5"));
    QVERIFY(propertyIs(json, "ok", "true"));
    QVERIFY(propertyIs(json, "none", "null"));
    QVERIFY(propertyIs(json, "list", R"([1,"a"])"));
    QVERIFY(propertyIs(json, "é", "a\"b"));
    QVERIFY(!propertyIs("{}", "", ""));
    QVERIFY(!propertyIs("no json", "n", "3"));
    QVERIFY(propertyIs(R"({"":""})", "", ""));
}

REGISTER_TEST(SampleQueryParseTest);
#include "sample_query_parse_test.moc"
