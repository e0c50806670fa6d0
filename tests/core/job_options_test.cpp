#include "core/job_options.h"
#include "tests/test_registry.h"

using namespace core;

class JobOptionsTest : public QObject {
    Q_OBJECT
private slots:
    void optionsAreReadFromTheObject();
    void whatIsNoOptionIsNotSet();
    void exclusiveIsSetBesideTheOthers();
    void manyLabelsIsSetBesideTheOthers();
};

namespace {

Job job(std::string options)
{
    Job made;
    made.options = std::move(options);
    return made;
}

}  // namespace

void JobOptionsTest::optionsAreReadFromTheObject()
{
    QVERIFY(allowsManyLabels(job(R"({"multi_label":true})")));
    QVERIFY(!allowsManyLabels(job(R"({"multi_label":false,"exclusive":true})")));
    QVERIFY(isExclusive(job(R"({"multi_label":false,"exclusive":true})")));
    QVERIFY(!isExclusive(Job{}) && !allowsManyLabels(Job{}));
}

void JobOptionsTest::whatIsNoOptionIsNotSet()
{
    for (const char *options : {"", "[]", "{", R"({"exclusive":1})", R"({"exclusive":"true"})", "null"})
        QVERIFY2(!isExclusive(job(options)), options);
}

void JobOptionsTest::exclusiveIsSetBesideTheOthers()
{
    const Job on = withExclusive(job(R"({"team":"红","multi_label":true})"), true);
    QCOMPARE(on.options, std::string(R"({"team":"红","multi_label":true,"exclusive":true})"));
    QCOMPARE(withExclusive(on, false).options, std::string(R"({"team":"红","multi_label":true})"));
    QCOMPARE(withExclusive(job("{}"), false).options, std::string("{}"));
}

void JobOptionsTest::manyLabelsIsSetBesideTheOthers()
{
    const Job on = withManyLabels(job(R"({"team":"红"})"), true);
    QCOMPARE(on.options, std::string(R"({"team":"红","multi_label":true})"));
    QVERIFY(allowsManyLabels(on));
    QCOMPARE(withManyLabels(on, false).options, std::string(R"({"team":"红"})"));
}

REGISTER_TEST(JobOptionsTest);
#include "job_options_test.moc"
