// Times as text and back.
#include "core/audio/sound_time.h"
#include "tests/test_registry.h"

using namespace core;

class SoundTimeTest : public QObject {
    Q_OBJECT
private slots:
    void writesClockAndSecondsRoundedToTheNearest();
    void readsClocksOfEveryLength();
    void refusesWhatIsNoTime();
    void bringsEveryPositionBackWithTheExactDecimals();
    void staysWithinHalfAMillisecondAndDoesNotDrift();
    void rescalesWithoutEmptyingSpans();
};

void SoundTimeTest::writesClockAndSecondsRoundedToTheNearest()
{
    QCOMPARE(clockText(16000 * 3723 + 8, 16000), "01:02:03.001");
    QCOMPARE(clockText(15999, 16000), "00:00:01.000");
    QCOMPARE(clockText(std::int64_t{44100} * 3600 * 123, 44100, 0), "123:00:00");
    QCOMPARE(secondsText(8000, 16000, 6), "0.500000");
}

void SoundTimeTest::readsClocksOfEveryLength()
{
    QCOMPARE(sampleOfClock("01:02:03.5", 16000), std::optional<std::int64_t>(16000 * 3723 + 8000));
    QCOMPARE(sampleOfClock("62:03,5", 16000), std::optional<std::int64_t>(16000 * 3723 + 8000));
    QCOMPARE(sampleOfClock("90.25", 1000), std::optional<std::int64_t>(90250));
    QCOMPARE(sampleOfSeconds("12.34", 16000), std::optional<std::int64_t>(197440));
}

void SoundTimeTest::refusesWhatIsNoTime()
{
    for (const char *text : {"", ":", "1:60", "1:2:3:4", "-1", "1.", "1.x", "nan", "1e3", "99999999999999999999"})
        QVERIFY2(!sampleOfClock(text, 16000), text);
    for (const char *text : {"", "x", "-1", "1.2.3", "1,5"})
        QVERIFY2(!sampleOfSeconds(text, 16000), text);
}

void SoundTimeTest::bringsEveryPositionBackWithTheExactDecimals()
{
    for (const std::int64_t rate : {8000, 11025, 16000, 22050, 44100, 48000, 96000, 192000})
        for (std::int64_t sample = 0; sample < 3 * rate; sample += 7)
            QCOMPARE(sampleOfSeconds(secondsText(sample, rate, exactDecimals(rate)), rate),
                     std::optional<std::int64_t>(sample));
}

void SoundTimeTest::staysWithinHalfAMillisecondAndDoesNotDrift()
{
    for (std::int64_t sample = 0; sample < 100'000; sample += 13) {
        const std::string first = clockText(sample, 44100);
        const std::int64_t back = sampleOfClock(first, 44100).value();
        QVERIFY(std::abs(back - sample) <= 22);
        QCOMPARE(clockText(back, 44100), first);
    }
}

void SoundTimeTest::rescalesWithoutEmptyingSpans()
{
    QCOMPARE(rescaled({1'250'000, 3'900'000, 1}, nominalRate, 16000), (TimeSpan{20000, 62400, 1}));
    QCOMPARE(rescaled({10, 12, -1}, nominalRate, 8000), (TimeSpan{0, 1, -1}));
}

REGISTER_TEST(SoundTimeTest);
#include "sound_time_test.moc"
