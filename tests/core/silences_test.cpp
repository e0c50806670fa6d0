#include "core/audio/silences.h"
#include "tests/core/random_edits.h"
#include "tests/core/segments.h"
#include "tests/test_registry.h"
#include "tests/wav_file.h"

using namespace core;
using namespace tests;

namespace {

constexpr int rate = 8000;

std::filesystem::path waveFile(const Folder &folder, const std::vector<Stretch> &stretches)
{
    const auto file = folder / "sound.wav";
    writeWave(file, toneSamples(stretches, rate), rate);
    return file;
}

SoundLevels levelsOf(const std::vector<Stretch> &stretches)
{
    Folder folder;
    auto sound = SoundFile::open(waveFile(folder, stretches));
    ProgressState progress;
    TaskContext task({}, progress);
    auto levels = sound ? measureLevels(**sound, task) : sound.error();
    return levels ? *levels : SoundLevels{};
}

// In hundredths of a second.
Times partsOf(const SoundLevels &levels, const SilenceOptions &options)
{
    Times parts;
    for (const auto &[begin, end] : loudParts(levels, options))
        parts.emplace_back(begin * 100 / rate, end * 100 / rate);
    return parts;
}

bool near(const Times &parts, const Times &expected)
{
    const auto close = [](std::int64_t a, std::int64_t b) { return std::abs(a - b) <= 3; };
    return std::ranges::equal(parts, expected, [&](const auto &a, const auto &b) {
        return close(a.first, b.first) && close(a.second, b.second);
    });
}

constexpr SilenceOptions plain{{}, 0.1, 0.3, 0};

}  // namespace

class SilencesTest : public QObject {
    Q_OBJECT
private slots:
    void findsWhatIsLoud();
    void dropsShortBurstsBeforeItJoinsShortSilences();
    void joinsShortSilences();
    void padsUpToTheMiddleOfTheSilence();
    void theThresholdFollowsTheNoiseOrIsGiven();
    void anEvenSoundIsAllSpeechOrAllSilence();
    void draftsOnlyWhereNothingIsYet();
    void withoutGapsTheSilencesAreSegmentsToo();
    void stopsWhenItIsAsked();
};

void SilencesTest::findsWhatIsLoud()
{
    const SoundLevels levels = levelsOf({{1, 0}, {0.5, 0.5}, {1, 0}, {1, 0.3}, {0.5, 0}});
    QCOMPARE(levels.length, 4 * rate);
    const Times parts = partsOf(levels, plain);
    QVERIFY2(near(parts, {{100, 150}, {250, 350}}), qPrintable(QString::number(parts.size())));
}

void SilencesTest::dropsShortBurstsBeforeItJoinsShortSilences()
{
    // Clicks of 30 ms every 200 ms: joined first, they would be one long segment.
    const SoundLevels levels = levelsOf({{1, 0},
                                         {0.03, 0.5},
                                         {0.17, 0},
                                         {0.03, 0.5},
                                         {0.17, 0},
                                         {0.03, 0.5},
                                         {0.17, 0},
                                         {0.03, 0.5},
                                         {1, 0},
                                         {1, 0.5},
                                         {1, 0}});
    QVERIFY(near(partsOf(levels, plain), {{263, 363}}));
}

void SilencesTest::joinsShortSilences()
{
    const SoundLevels levels = levelsOf({{1, 0}, {0.5, 0.5}, {0.2, 0}, {0.5, 0.5}, {0.5, 0}, {0.5, 0.5}, {1, 0}});
    QVERIFY(near(partsOf(levels, plain), {{100, 220}, {270, 320}}));
}

void SilencesTest::padsUpToTheMiddleOfTheSilence()
{
    const SoundLevels levels = levelsOf({{0.02, 0}, {0.5, 0.5}, {0.4, 0}, {0.5, 0.5}, {1, 0}});
    QVERIFY(near(partsOf(levels, {{}, 0.1, 0.3, 0.1}), {{0, 62}, {82, 152}}));
    const Times parts = partsOf(levels, {{}, 0.1, 0.3, 0.5});
    QCOMPARE(parts.size(), std::size_t{2});
    QCOMPARE(parts[0].second, parts[1].first);
}

void SilencesTest::theThresholdFollowsTheNoiseOrIsGiven()
{
    const SoundLevels levels = levelsOf({{1, 0.02}, {1, 0.5}, {1, 0.02}});  // -37 dB of noise
    QVERIFY(near(partsOf(levels, plain), {{100, 200}}));
    QVERIFY(near(partsOf(levels, {-45.0, 0.1, 0.3, 0}), {{0, 300}}));
    QCOMPARE(partsOf(levels, {-1.0, 0.1, 0.3, 0}), Times{});
}

void SilencesTest::anEvenSoundIsAllSpeechOrAllSilence()
{
    QVERIFY(near(partsOf(levelsOf({{1, 0.5}}), plain), {{0, 100}}));
    QCOMPARE(partsOf(levelsOf({{1, 0}}), plain), Times{});
    QCOMPARE(partsOf(SoundLevels{}, plain), Times{});
}

void SilencesTest::draftsOnlyWhereNothingIsYet()
{
    const SampleContent content = sound({segment(1, 150, 250), segment(2, 290, 300)});
    const LoudPart parts[]{{100, 200}, {245, 320}, {400, 500}};
    const SampleContent after = done(content, draftSegments(content, SegmentRule::None, parts, {11}, 20));
    QCOMPARE(timesOf(after), (Times{{100, 150}, {150, 250}, {250, 290}, {290, 300}, {300, 320}, {400, 500}}));
    QVERIFY(holds(SegmentRule::None, after));
    QCOMPARE(timesOf(done(content, draftSegments(content, SegmentRule::None, parts, {11}, 30))),
             (Times{{100, 150}, {150, 250}, {250, 290}, {290, 300}, {400, 500}}));
    const Annotation &drafted = *after.annotations.back();
    QVERIFY(drafted.proposed && drafted.label == LabelId{11} && drafted.author == silencesAuthor);
}

void SilencesTest::withoutGapsTheSilencesAreSegmentsToo()
{
    const SampleContent empty = sound({});
    const LoudPart parts[]{{0, 200}, {245, 250}, {400, 500}};
    const SampleContent after = done(empty, draftSegments(empty, SegmentRule::Gapless, parts, {11}, 50));
    QCOMPARE(timesOf(after), (Times{{0, 200}, {200, 245}, {245, 250}, {250, 400}, {400, 500}, {500, 1000}}));
    QCOMPARE(after.state(), State::ToConfirm);
    QVERIFY(isNothing(draftSegments(after, SegmentRule::Gapless, parts, {11}, 50)));
}

void SilencesTest::stopsWhenItIsAsked()
{
    Folder folder;
    auto sound = SoundFile::open(waveFile(folder, {{1, 0.5}}));
    QVERIFY_OK(sound);
    std::stop_source stop;
    stop.request_stop();
    ProgressState progress;
    TaskContext task(stop.get_token(), progress);
    const auto levels = measureLevels(**sound, task);
    QVERIFY(!levels);
    QCOMPARE(levels.error().code, Code::Cancelled);
}

REGISTER_TEST(SilencesTest);
#include "silences_test.moc"
