#include "tests/formats/collect.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"
#include <nlohmann/json.hpp>

using namespace formats;
using namespace tests;
using core::Code;
using core::JobKind;

class ExporterTest : public QObject {
    Q_OBJECT
private slots:
    void refusesWhatWouldBeLostAndSaysHowMuch();
    void writesWithLossesThatAreAllowed();
    void countsLossesWithoutWriting();
    void takesTheSamplesOfTheQuery();
    void takesTheSamplesChosenOneByOne();
    void tellsOfMediaItCannotFind();
    void cancelledItLeavesNothing();
    void refusesKindsAndFormatsItCannotWrite();
    void reportsAsJson();

private:
    TempFolder m_folder;
    int m_next = 0;
    std::filesystem::path fresh() { return m_folder.path() / std::to_string(m_next++); }
};

namespace {

const Format *manifestToExport()
{
    return formatById("modelarts-manifest");
}

// Two plain boxes in one image, a turned one in another.
Fixture boxes(const std::filesystem::path &folder)
{
    Fixture fixture = makeFixture(*manifestToExport(), JobKind::ObjectDetection, folder, 1, 3);
    fixture.contents.resize(3);
    for (core::SampleContent &content : fixture.contents) {
        content.annotations.clear();
        content.work = core::WorkState{};
    }
    const auto add = [&](std::size_t sample, double angle) {
        core::Annotation one;
        one.id = {100 + std::int64_t(sample) * 10 + std::ssize(fixture.contents[sample].annotations)};
        one.label = {1};
        one.geometry = core::Box{10, 10, 20, 20, angle};
        one.author = "human";
        fixture.contents[sample].annotations.push_back(std::make_shared<core::Annotation>(one));
        fixture.contents[sample].work->state = core::State::Labeled;
    };
    add(0, 0);
    add(0, 0);
    add(1, 45);
    return fixture;
}

}  // namespace

void ExporterTest::refusesWhatWouldBeLostAndSaysHowMuch()
{
    const Fixture fixture = boxes(fresh());
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    const auto before = bytesBelow(fixture.folder / "out");
    const auto report = project.exportTo(fixture.folder / "out/x.manifest", project.exportOptions(manifestToExport()));
    QVERIFY(!report && report.error().code == Code::Loss);
    QCOMPARE(report.error().detail, "rotation: 1");
    QCOMPARE(report.error().where.file, fixture.contents[1].sample.uri);
    QVERIFY(bytesBelow(fixture.folder / "out") == before);
}

void ExporterTest::writesWithLossesThatAreAllowed()
{
    const Fixture fixture = boxes(fresh());
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    auto options = project.exportOptions(manifestToExport());
    options.allowLoss = true;
    const auto report = project.exportTo(fixture.folder / "out/x.manifest", options);
    QVERIFY_OK(report);
    QCOMPARE(report->samples, 3);
    QCOMPARE(report->annotations, 3);
    QCOMPARE(report->losses.losses.size(), 1u);
    QCOMPARE(report->losses.losses[0].samples, 1);
    QVERIFY(std::filesystem::exists(fixture.folder / "out/x.manifest"));
}

void ExporterTest::countsLossesWithoutWriting()
{
    const Fixture fixture = boxes(fresh());
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    core::ProgressState progress;
    core::TaskContext task({}, progress);
    const auto reader = project.project().newReader();
    QVERIFY_OK(reader);
    const auto losses = preflight(project.exportOptions(manifestToExport()), **reader, task);
    QVERIFY_OK(losses);
    QCOMPARE(losses->samples, 3);
    QCOMPARE(losses->annotations, 3);
    QCOMPARE(losses->losses.size(), 1u);
    QCOMPARE(losses->losses[0].what, "rotation");
    QCOMPARE(losses->losses[0].example, fixture.contents[1].sample.uri);
    QCOMPARE(progress.total.load(), 3);
}

void ExporterTest::takesTheSamplesOfTheQuery()
{
    const Fixture fixture = boxes(fresh());
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    auto options = project.exportOptions(manifestToExport());
    options.query.filter = {core::InState{core::State::Unlabeled}};
    const auto report = project.exportTo(fixture.folder / "out/x.manifest", options);
    QVERIFY_OK(report);
    QCOMPARE(report->samples, 1);
    const std::string text = readFile(fixture.folder / "out/x.manifest");
    QVERIFY(text.find(fixture.contents[2].sample.uri) != text.npos);
    QCOMPARE(std::ranges::count(text, '\n'), 1);
}

void ExporterTest::takesTheSamplesChosenOneByOne()
{
    const Fixture fixture = makeFixture(*manifestToExport(), JobKind::ImageClassification, fresh(), 1, 5);
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    const auto all = project.contents();
    auto options = project.exportOptions(manifestToExport());
    options.only = {all[3].sample.id, all[1].sample.id, core::SampleId{9999}};  // the last one is gone
    core::ProgressState progress;
    core::TaskContext task({}, progress);
    const auto reader = project.project().newReader();
    QVERIFY_OK(reader);
    QCOMPARE(preflight(options, **reader, task)->samples, 2);
    QVERIFY_OK(project.exportTo(fixture.folder / "x.manifest", options));
    const std::string text = readFile(fixture.folder / "x.manifest");
    QCOMPARE(std::ranges::count(text, '\n'), 2);
    QVERIFY(text.find(all[1].sample.uri) < text.find(all[3].sample.uri));
    QVERIFY(text.find(all[3].sample.uri) != std::string::npos);
}

void ExporterTest::tellsOfMediaItCannotFind()
{
    Fixture fixture = boxes(fresh());
    fixture.contents.erase(fixture.contents.begin() + 1);
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    std::filesystem::remove(fixture.folder / fixture.contents[0].sample.uri);
    const auto report = project.exportTo(fixture.folder / "out/x.manifest", project.exportOptions(manifestToExport()));
    QVERIFY_OK(report);
    QCOMPARE(report->issues.size(), 1u);
    QCOMPARE(report->issues[0].error.where.file, fixture.contents[0].sample.uri);
    QVERIFY(report->issues[0].severity == Severity::Warning && report->issues[0].error.code == Code::NotFound);
}

void ExporterTest::cancelledItLeavesNothing()
{
    Fixture fixture = boxes(fresh());
    fixture.contents.erase(fixture.contents.begin() + 1);
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    QVERIFY_OK(project.exportTo(fixture.folder / "out/x.manifest", project.exportOptions(manifestToExport())));
    const auto before = bytesBelow(fixture.folder / "out");
    project.stop.request_stop();
    const auto report = project.exportTo(fixture.folder / "out/x.manifest", project.exportOptions(manifestToExport()));
    QVERIFY(!report && report.error().code == Code::Cancelled);
    QVERIFY(bytesBelow(fixture.folder / "out") == before);
}

void ExporterTest::refusesKindsAndFormatsItCannotWrite()
{
    TestProject project(fresh(), JobKind::Video);
    QVERIFY(project.exportTo(project.folder() / "x", project.exportOptions(nullptr)).error().code == Code::Usage);
    QVERIFY(project.exportTo(project.folder() / "x", project.exportOptions(manifestToExport())).error().code
            == Code::Unsupported);
    QVERIFY(!std::filesystem::exists(project.folder() / "x"));
}

void ExporterTest::reportsAsJson()
{
    const Fixture fixture = boxes(fresh());
    TestProject project(fixture.folder, fixture.kind, fixture.labels);
    project.put(fixture);
    auto options = project.exportOptions(manifestToExport());
    options.allowLoss = true;
    const auto json = nlohmann::json::parse(toJson(*project.exportTo(fixture.folder / "out/x.manifest", options)));
    QCOMPARE(json.at("samples"), 3);
    QCOMPARE(json.at("losses").at(0).at("what"), "rotation");
    QVERIFY(json.at("issues").empty());
}

REGISTER_TEST(ExporterTest);
#include "exporter_test.moc"
