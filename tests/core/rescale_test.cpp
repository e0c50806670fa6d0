#include "core/audio/rescale.h"
#include "core/audio/sound_time.h"
#include "tests/test_registry.h"
#include <QtTest>

using namespace core;

class RescaleTest : public QObject {
    Q_OBJECT
private slots:
    void microsecondsBecomeSamplesOnce();
    void aRateThatWasKnownMovesNothing();
    void aCheapLookForgetsNothing();
    void nothingNewIsNoEdit();
};

namespace {

Sample soundOf(double rate)
{
    Sample sample;
    sample.id = {7};
    sample.uri = "a.wav";
    sample.media.rate = rate;
    return sample;
}

AnnotationPtr segment(std::int64_t id, Geometry geometry)
{
    Annotation annotation;
    annotation.id = {id};
    annotation.sample = {7};
    annotation.geometry = std::move(geometry);
    return std::make_shared<Annotation>(std::move(annotation));
}

MediaInfo fileOf(double rate, std::int64_t length)
{
    MediaInfo info;
    info.state = MediaState::Present;
    info.bytes = 44;
    info.channels = 2;
    info.rate = rate;
    info.length = length;
    return info;
}

}  // namespace

void RescaleTest::microsecondsBecomeSamplesOnce()
{
    const std::vector<AnnotationPtr> all{segment(1, TimeSpan{1'000'000, 2'500'000, 1}), segment(2, WholeSample{}),
                                         segment(3, TimeSpan{3, 4, -1})};
    const Sample sample = soundOf(0);
    const Edit edit = mediaFound(sample, fileOf(16000, 160000), all);
    QCOMPARE(edit.changes.size(), 3u);
    const auto &row = std::get<RowChange<Sample>>(edit.changes[0]);
    QVERIFY(row.before == sample);
    QVERIFY(row.after->media == fileOf(16000, 160000));
    const auto &first = std::get<RowChange<Annotation>>(edit.changes[1]);
    QVERIFY(*first.before == *all[0]);
    QVERIFY(std::get<TimeSpan>(first.after->geometry) == (TimeSpan{16000, 40000, 1}));
    const auto &tiny = std::get<RowChange<Annotation>>(edit.changes[2]);
    QVERIFY(std::get<TimeSpan>(tiny.after->geometry) == (TimeSpan{0, 1, -1}));  // never empty
    QVERIFY(mediaFound(*row.after, fileOf(16000, 160000), {}).changes.empty());
}

void RescaleTest::aRateThatWasKnownMovesNothing()
{
    const std::vector<AnnotationPtr> all{segment(1, TimeSpan{1, 2, -1})};
    Sample sample = soundOf(16000);
    sample.media.state = MediaState::Missing;
    QCOMPARE(mediaFound(sample, fileOf(16000, 9), all).changes.size(), 1u);
}

void RescaleTest::aCheapLookForgetsNothing()
{
    MediaInfo found;
    found.state = MediaState::Present;
    found.bytes = 50;
    const MediaInfo after = withFound(fileOf(8000, 80), found);
    QCOMPARE(after.rate, 8000.0);
    QCOMPARE(after.length, 80);
    QCOMPARE(after.bytes, 50);
    QCOMPARE(after.channels, 2);
}

void RescaleTest::nothingNewIsNoEdit()
{
    Sample sample = soundOf(0);
    sample.media = fileOf(16000, 160000);
    QVERIFY(mediaFound(sample, sample.media, {}).changes.empty());
}

REGISTER_TEST(RescaleTest);
#include "rescale_test.moc"
