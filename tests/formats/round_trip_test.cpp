#include "core/media_location.h"
#include "tests/formats/collect.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"

using namespace formats;
using namespace tests;

// Every format that reads and writes: what its losses() lets pass comes back as it was, through project, export and
// import into a fresh project.
class RoundTripTest : public QObject {
    Q_OBJECT
private slots:
    void whatAFormatHoldsComesBackEqual_data() { rows(); }
    void whatAFormatHoldsComesBackEqual();
    void importedTwiceNothingIsDoubled_data() { rows(); }
    void importedTwiceNothingIsDoubled();
    void itKnowsItsOwnExports_data() { rows(); }
    void itKnowsItsOwnExports();

private:
    static void rows();
};

namespace {

// By file name, texts by their text: where the samples of an export lie is the format's affair.
std::map<std::string, std::string> described(const TestProject &project, const Format &format)
{
    const bool provenance = format.id == "modelarts-manifest" || format.id == "coco-json";
    std::map<std::string, std::string> all;
    const auto labels = project.labels();
    for (core::SampleContent content : project.contents()) {
        if (format.id == "modelarts-yolo-dir" && content.sample.usage == core::Usage::None)
            content.sample.usage = core::Usage::Train;  // it has no third list: the undecided are for training
        if (format.id == "mask-png-dir")                // it has no order among objects that do not lie over each other
            std::ranges::sort(content.annotations, {}, [&](const core::AnnotationPtr &annotation) {
                const auto *mask = std::get_if<core::Mask>(&annotation->geometry);
                return std::tuple(annotation->label.value, mask->runs->top(), mask->runs->spans().front().begin);
            });
        const core::Sample &sample = content.sample;
        all[std::string(sample.text ? sample.text->str() : core::fileName(sample.uri))] =
            describe(content, labels, provenance);
    }
    return all;
}

}  // namespace

void RoundTripTest::rows()
{
    QTest::addColumn<int>("index");
    const auto all = writableFormats();
    for (int i = 0; i < std::ssize(all); ++i)
        QTest::newRow(all[std::size_t(i)].name().c_str()) << i;
}

void RoundTripTest::whatAFormatHoldsComesBackEqual()
{
    QFETCH(int, index);
    const auto [format, kind] = writableFormats()[std::size_t(index)];
    for (unsigned seed = 1; seed <= 5; ++seed) {
        TempFolder folder;
        const Fixture fixture = makeFixture(*format, kind, folder / "a", seed, 40);
        TestProject from(folder / "a", kind, fixture.labels);
        from.put(fixture);
        const auto target = targetIn(folder / "out", *format);
        const auto report = from.exportTo(target, from.exportOptions(format));
        QVERIFY_OK(report);
        QCOMPARE(report->samples, 40);
        TestProject to(folder / "b", kind);
        QVERIFY_OK(to.import(target, to.importOptions(format)));
        for (const Issue &issue : to.report.issues)
            QVERIFY2(issue.severity == Severity::Warning, core::describe(issue.error).c_str());
        const auto expected = described(from, *format), got = described(to, *format);
        QCOMPARE(got.size(), expected.size());
        for (const auto &[name, text] : expected)
            QCOMPARE(QString::fromStdString(name + ": " + got.at(name)), QString::fromStdString(name + ": " + text));
        QCOMPARE(to.report.labeled, from.counts().labeled);
    }
}

void RoundTripTest::importedTwiceNothingIsDoubled()
{
    QFETCH(int, index);
    const auto [format, kind] = writableFormats()[std::size_t(index)];
    TempFolder folder;
    const Fixture fixture = makeFixture(*format, kind, folder / "a", 11, 20);
    const auto target = targetIn(folder / "out", *format);
    QVERIFY_OK(write(fixture, *format, target));
    TestProject project(folder / "b", kind);
    QVERIFY_OK(project.import(target, project.importOptions(format)));
    const ImportReport first = project.report;
    const auto before = described(project, *format);
    QVERIFY_OK(project.import(target, project.importOptions(format)));
    QCOMPARE(project.report.samples, 0);
    QCOMPARE(project.report.annotations, 0);
    QCOMPARE(project.report.labels, 0);
    QCOMPARE(project.report.known, first.samples);
    QCOMPARE(project.report.duplicates, first.annotations);
    QVERIFY(described(project, *format) == before);
}

void RoundTripTest::itKnowsItsOwnExports()
{
    QFETCH(int, index);
    const auto [format, kind] = writableFormats()[std::size_t(index)];
    TempFolder folder;
    const auto target = targetIn(folder / "out", *format);
    QVERIFY_OK(write(makeFixture(*format, kind, folder / "a", 12, 20), *format, target));
    QCOMPARE(detectFormat(target, kind), format);
}

REGISTER_TEST(RoundTripTest);
#include "round_trip_test.moc"
