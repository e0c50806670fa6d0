#include "tests/formats/collect.h"
#include "tests/formats/sound_fixture.h"
#include "tests/formats/test_project.h"
#include "tests/test_registry.h"
#include <set>

using namespace formats;
using namespace tests;

// 10,000 segments through ten exports and imports of each format: where times are written exactly nothing moves at all,
// else nothing moves by more than half of the last digit, and nothing after the first time.
class SoundDriftTest : public QObject {
    Q_OBJECT
private slots:
    void tenRoundsMoveNothing_data();
    void tenRoundsMoveNothing();
};

namespace {

constexpr std::int64_t length = 44100LL * 3600;

Fixture manySegments(const std::filesystem::path &folder)
{
    Fixture fixture;
    fixture.folder = folder;
    fixture.kind = core::JobKind::SpeechSegmentation;
    core::Label label;
    label.id = {1};
    label.name = "cat";
    fixture.labels = {label};
    core::SampleContent content;
    content.sample.id = {1};
    content.sample.uri = "hour.wav";
    content.sample.media = {core::MediaState::Present, 44 + length, 0, 0, 1, length, 44100};
    content.work = core::WorkState();
    content.work->sample = {1};
    content.work->state = core::State::Labeled;
    writeSparseWave(folder / "hour.wav", 44100, length);
    std::mt19937 random(20261126);
    std::set<std::int64_t> places, cuts;
    while (places.size() < 12'001)
        places.insert(std::uniform_int_distribution<std::int64_t>(0, length / 128 - 1)(random));
    for (const std::int64_t place : places)  // two milliseconds apart, so that no segment becomes empty
        cuts.insert(place * 128 + static_cast<std::int64_t>(random() % 40));
    for (auto cut = cuts.begin(); std::ssize(content.annotations) < 10'000; ++cut) {
        if (random() % 8 == 0)
            continue;  // a gap; the others begin where one ends
        core::Annotation segment;
        segment.id = {std::ssize(content.annotations) + 1};
        segment.label = {1};
        segment.order = static_cast<int>(segment.id.value);
        segment.geometry = core::TimeSpan{*cut, *std::next(cut), -1};
        content.annotations.push_back(std::make_shared<core::Annotation>(segment));
    }
    fixture.contents.push_back(std::move(content));
    return fixture;
}

std::vector<core::TimeSpan> driftSpansOf(const TestProject &project)
{
    std::vector<core::TimeSpan> spans;
    for (const core::SampleContent &content : project.contents())
        for (const core::AnnotationPtr &annotation : content.annotations)
            spans.push_back(std::get<core::TimeSpan>(annotation->geometry));
    std::ranges::sort(spans, {}, [](const core::TimeSpan &span) { return std::pair(span.begin, span.end); });
    return spans;
}

std::int64_t furthest(const std::vector<core::TimeSpan> &a, const std::vector<core::TimeSpan> &b)
{
    std::int64_t most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max({most, std::abs(a[i].begin - b[i].begin), std::abs(a[i].end - b[i].end)});
    return most;
}

}  // namespace

void SoundDriftTest::tenRoundsMoveNothing_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<bool>("exact");
    for (const char *id : {"modelarts-manifest", "textgrid", "audacity-labels", "rttm", "segments-csv"})
        QTest::newRow(id) << id << true;
    for (const char *id : {"srt", "webvtt"})
        QTest::newRow(id) << id << false;
}

void SoundDriftTest::tenRoundsMoveNothing()
{
    QFETCH(QString, id);
    QFETCH(bool, exact);
    const Format *format = formatById(id.toStdString());
    QVERIFY(format);
    TempFolder folder;
    const Fixture fixture = manySegments(folder / "0");
    auto project = std::make_unique<TestProject>(folder / "0", fixture.kind, fixture.labels);
    project->put(fixture);
    const auto original = driftSpansOf(*project);
    QCOMPARE(original.size(), 10'000u);
    auto last = original;
    for (int round = 1; round <= 10; ++round) {
        const std::string name = std::to_string(round);
        auto options = project->exportOptions(format);
        options.allowLoss = !exact;
        options.formatOptions = {{"sounds", "link"}};
        if (id != "textgrid")
            options.formatOptions["texts-are"] = "label";
        const auto target = targetIn(folder.path() / ("out" + name), *format);
        QVERIFY_OK(project->exportTo(target, options));
        auto next = std::make_unique<TestProject>(folder.path() / name, fixture.kind);
        auto importOptions = next->importOptions(format);
        importOptions.formatOptions = options.formatOptions;
        QVERIFY_OK(next->import(target, importOptions));
        QCOMPARE(next->report.issues.size(), 0u);
        const auto spans = driftSpansOf(*next);
        QCOMPARE(spans.size(), original.size());
        QCOMPARE(furthest(spans, last), round > 1 || exact ? 0 : furthest(spans, original));
        QVERIFY(furthest(spans, original) <= (exact ? 0 : 44100 / 2000 + 1));
        last = spans;
        project = std::move(next);
    }
}

REGISTER_TEST(SoundDriftTest);
#include "sound_drift_test.moc"
