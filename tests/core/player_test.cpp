// The player by a device and a clock that are moved by hand.
#include "core/media/player.h"
#include "tests/core/sound_samples.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>
#include <QtEndian>
#include <cmath>

using namespace core;

namespace {

// Takes frames when told to; what it took is kept, and is heard when told to.
struct Device {
    PullFrames pull;
    std::vector<float> frames;  // all that were pulled
    std::int64_t heard = 0;
    int rate = 8000;
    bool running = false, lost = false, closed = false;

    void take(int count)
    {
        const std::size_t before = frames.size();
        frames.resize(before + std::size_t(count * outputChannels));
        if (running)
            pull({frames.data() + before, frames.size() - before});
        heard = std::ssize(frames) / outputChannels;
    }
    std::vector<float> left(std::size_t from = 0) const
    {
        std::vector<float> one;
        for (std::size_t i = from * outputChannels; i < frames.size(); i += outputChannels)
            one.push_back(frames[i]);
        return one;
    }
};

struct Output : SoundOutput {
    explicit Output(Device &by) : device(by) {}
    ~Output() override { device.closed = true; }
    OutputFormat format() const override { return {device.rate}; }
    void run(bool on) override { device.running = on; }
    std::int64_t heard() const override { return device.heard; }
    bool isLost() const override { return device.lost; }
    Device &device;
};

// A player of a ramp: sample n has the value n / 32768.
struct Fixture {
    QTemporaryDir folder;
    Device device;
    bool hasDevice = true;
    std::chrono::nanoseconds now{0};
    Player player{[this](PullFrames pull) -> Result<std::unique_ptr<SoundOutput>> {
                      if (!hasDevice)
                          return Error{Code::NotFound, "none", {}};
                      device.pull = std::move(pull);
                      device.frames.clear();
                      device.heard = 0;
                      return std::unique_ptr<SoundOutput>(std::make_unique<Output>(device));
                  },
                  [this] { return now; }};

    void openRamp(int samples, int channels = 1, int rate = 8000)
    {
        QByteArray data;
        for (int i = 0; i < samples * channels; ++i) {
            data.append(2, '\0');
            qToLittleEndian(qint16(i / channels), data.data() + data.size() - 2);
        }
        open(wavBytes({1, channels, rate}, data));
    }
    void open(const QByteArray &bytes)
    {
        auto file = SoundFile::open(writeBytes(std::filesystem::path(folder.path().toStdString()) / "ramp.wav", bytes));
        player.open({std::move(file.value()), {}});
    }
    void pass(int frames, int at = 100)  // as a device takes them
    {
        for (; frames > 0; frames -= at) {
            player.step();
            device.take(std::min(frames, at));
            now += std::chrono::nanoseconds(1'000'000'000LL * at / device.rate);
        }
        player.step();
    }
};

int sampleOf(float value)
{
    return int(std::lround(value * 32768));
}

}  // namespace

class PlayerTest : public QObject {
    Q_OBJECT
private slots:
    void playsEverySampleOnceAndInOrder();
    void isWhereTheSoundIsNotWhereTheDeviceReads();
    void stopsARangeExactlyAtItsEnd();
    void goesOnFromWhereItWasPaused();
    void loopsWithoutAGap();
    void entersALoopFromOutside();
    void leavesALoopWhereItIs();
    void letsNothingBeHeardOfTheOldPlaceAfterASeek();
    void keepsThePlaceOfClicksAtAnySpeed_data();
    void keepsThePlaceOfClicksAtAnySpeed();
    void keepsThePitchAtAnySpeed();
    void changesSpeedWhilePlayingWithoutLosingThePlace();
    void risesAndFallsInVolumeWithinOneBuffer();
    void mixesAndResamplesForTheDeviceOnly();
    void goesOnByTheClockWithoutADevice();
    void goesOnByTheClockWhenTheDeviceIsLost();
    void looksForADeviceAgain();
    void standsStillWhileNothingIsDecoded();
};

void PlayerTest::playsEverySampleOnceAndInOrder()
{
    Fixture f;
    f.openRamp(3000);
    f.player.play();
    f.pass(3500, 130);
    const std::vector<float> heard = f.device.left();
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(sampleOf(heard[std::size_t(i)]), i);
    QCOMPARE(sampleOf(heard[3000]), 0);
    QCOMPARE(f.player.position(), 3000);
    QCOMPARE(f.player.finished(), 1);
    QVERIFY(!f.player.isPlaying());
    QVERIFY(!f.device.running);
}

void PlayerTest::isWhereTheSoundIsNotWhereTheDeviceReads()
{
    Fixture f;
    f.openRamp(8000);
    f.player.seek(1000);
    f.player.play();
    f.device.take(400);
    f.device.heard = 150;
    QCOMPARE(f.player.position(), 1150);
    f.device.heard = 0;
    QCOMPARE(f.player.position(), 1000);
}

void PlayerTest::stopsARangeExactlyAtItsEnd()
{
    Fixture f;
    f.openRamp(8000);
    f.player.playRange({1234, 2345});
    f.pass(2000, 77);
    const std::vector<float> heard = f.device.left();
    for (int i = 0; i < 1111; ++i)
        QCOMPARE(sampleOf(heard[std::size_t(i)]), 1234 + i);
    for (std::size_t i = 1111; i < heard.size(); ++i)
        QCOMPARE(heard[i], 0.0f);
    QCOMPARE(f.player.position(), 2345);
    QCOMPARE(f.player.finished(), 1);
    f.player.play();  // beyond the range
    f.pass(100);
    QVERIFY(f.player.isPlaying());
    QCOMPARE(f.player.position(), 2445);
}

void PlayerTest::goesOnFromWhereItWasPaused()
{
    Fixture f;
    f.openRamp(8000);
    f.player.play();
    f.pass(1000);
    f.device.heard -= 60;
    f.player.pause();
    QCOMPARE(f.player.position(), 940);
    const std::size_t before = f.device.frames.size() / outputChannels;
    f.player.play();
    f.device.take(10);
    QCOMPARE(sampleOf(f.device.left(before)[0]), 940);
}

void PlayerTest::loopsWithoutAGap()
{
    Fixture f;
    f.openRamp(8000);
    f.player.setLoop(SampleRange{500, 753});
    f.player.play();
    for (int i = 0; i < 3000; i += 50) {
        QCOMPARE(f.player.position(), 500 + i % 253);
        f.pass(50, 50);
    }
    const std::vector<float> heard = f.device.left();
    for (int i = 0; i < 3000; ++i)
        QCOMPARE(sampleOf(heard[std::size_t(i)]), 500 + i % 253);
    QCOMPARE(f.player.finished(), 0);
}

void PlayerTest::entersALoopFromOutside()
{
    Fixture f;
    f.openRamp(8000);
    f.player.play();
    f.pass(100);
    f.player.setLoop(SampleRange{4000, 5000});
    QCOMPARE(f.player.position(), 4000);
    f.player.seek(3900);  // before it: runs into it
    f.pass(1150);
    QCOMPARE(f.player.position(), 4050);
    f.player.seek(7000);  // behind it: to the end
    f.pass(1100);
    QCOMPARE(f.player.position(), 8000);
    QVERIFY(!f.player.isPlaying());
}

void PlayerTest::leavesALoopWhereItIs()
{
    Fixture f;
    f.openRamp(8000);
    f.player.setLoop(SampleRange{500, 600});
    f.player.play();
    f.pass(550, 50);
    f.player.setLoop({});
    f.pass(300, 50);
    QCOMPARE(f.player.position(), 550 + 300);
}

void PlayerTest::letsNothingBeHeardOfTheOldPlaceAfterASeek()
{
    Fixture f;
    f.openRamp(20000);
    f.player.play();
    f.pass(500);
    f.player.seek(15000);
    QCOMPARE(f.player.position(), 15000);
    const std::size_t before = f.device.frames.size() / outputChannels;
    f.device.take(200);
    const std::vector<float> heard = f.device.left(before);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(sampleOf(heard[std::size_t(i)]), 15000 + i);
    QVERIFY(f.player.isPlaying());
}

void PlayerTest::keepsThePlaceOfClicksAtAnySpeed_data()
{
    QTest::addColumn<double>("speed");
    for (const double speed : {0.5, 0.75, 1.25, 1.5, 2.0})
        QTest::addRow("%g", speed) << speed;
}

// What is heard is within 20 ms of what the playhead says, after half a minute too.
void PlayerTest::keepsThePlaceOfClicksAtAnySpeed()
{
    QFETCH(double, speed);
    QByteArray data;
    for (int i = 0; i < 30 * 8000; ++i) {
        const double voice = 0.05 * std::sin(i * 2 * M_PI * 150 / 8000);
        const double click = 0.9 * std::exp(-std::pow((i % 8000 - 4000) / 12.0, 2));
        data.append(2, '\0');
        qToLittleEndian(qint16(32767 * (voice + click)), data.data() + data.size() - 2);
    }
    Fixture f;
    f.open(wavBytes({}, data));
    f.player.setSpeed(speed);
    f.player.play();
    int seen = 0;
    float before = 0;
    std::int64_t loud = -1;
    while (f.player.isPlaying()) {
        const std::size_t from = f.device.frames.size() / outputChannels;
        f.pass(16, 16);
        for (const float value : f.device.left(from)) {
            if (value > 0.3f && before <= 0.3f)
                loud = f.player.position();
            before = value;
        }
        if (loud >= 0) {
            const std::int64_t off = std::abs(loud % 8000 - 4000);
            QVERIFY2(off <= 160 + 16 * 2, std::to_string(loud).c_str());
            seen += loud / 8000 == seen ? 1 : 0;
            loud = -1;
        }
    }
    QCOMPARE(seen, 30);
    QCOMPARE(f.player.position(), 30 * 8000);
    const double took = double(f.device.frames.size()) / outputChannels / (30 * 8000);
    QVERIFY2(std::abs(took * speed - 1) < 0.01, std::to_string(took).c_str());
}

void PlayerTest::keepsThePitchAtAnySpeed()
{
    for (const double speed : {0.5, 1.0, 2.0}) {
        QByteArray data;
        for (int i = 0; i < 8000 * 2; ++i) {
            data.append(2, '\0');
            qToLittleEndian(qint16(16000 * std::sin(i * 2 * M_PI * 200 / 8000)), data.data() + data.size() - 2);
        }
        Fixture f;
        f.open(wavBytes({}, data));
        f.player.setSpeed(speed);
        f.player.play();
        f.pass(6000);
        const std::vector<float> heard = f.device.left();
        int crossings = 0;
        for (std::size_t i = 1001; i < 5001; ++i)
            crossings += heard[i - 1] < 0 && heard[i] >= 0;
        QVERIFY2(std::abs(crossings - 100) <= 3, std::to_string(crossings).c_str());
    }
}

void PlayerTest::changesSpeedWhilePlayingWithoutLosingThePlace()
{
    Fixture f;
    f.openRamp(30000);
    f.player.play();
    std::int64_t before = 0;
    for (const double speed : {1.0, 2.0, 1.0, 0.5, 1.5, 1.0}) {
        f.player.setSpeed(speed);
        for (int i = 0; i < 2000; i += 40) {
            f.pass(40, 40);
            const std::int64_t at = f.player.position();
            QVERIFY(at >= before && at <= before + 40 * 2 + 160);
            before = at;
        }
    }
    const std::size_t from = f.device.frames.size() / outputChannels;
    const std::int64_t at = f.player.position();
    f.device.take(1);
    QCOMPARE(std::int64_t(sampleOf(f.device.left(from)[0])), at);
}

void PlayerTest::risesAndFallsInVolumeWithinOneBuffer()
{
    Fixture f;
    f.open(wavBytes({}, QByteArray(16000, '\x20')));
    f.player.setVolume(0.5);
    f.player.play();
    f.pass(400, 100);
    f.player.setVolume(0);
    f.pass(200, 100);
    const std::vector<float> heard = f.device.left();
    const float full = 0x2020 / 32768.0f;
    QCOMPARE(heard[350], full / 2);
    QCOMPARE(heard[599], 0.0f);
    for (std::size_t i = 401; i < 500; ++i)
        QVERIFY(heard[i] < heard[i - 1]);
}

void PlayerTest::mixesAndResamplesForTheDeviceOnly()
{
    Fixture f;
    f.device.rate = 48000;
    f.openRamp(11025, 3, 11025);
    QCOMPARE(f.player.info()->channels, 3);
    f.player.play();
    f.pass(24000, 480);
    QVERIFY(std::abs(f.player.position() - 5512) <= 1);
    const std::vector<float> heard = f.device.left();
    QVERIFY(std::abs(sampleOf(heard[12000]) - 2756) <= 3);
    QCOMPARE(f.device.frames[24001], f.device.frames[24000]);
    f.pass(24400, 480);
    QCOMPARE(f.player.position(), 11025);
    QCOMPARE(f.player.finished(), 1);
}

void PlayerTest::goesOnByTheClockWithoutADevice()
{
    Fixture f;
    f.hasDevice = false;
    f.openRamp(8000);
    QCOMPARE(f.player.fault()->detail, "none");
    f.player.playRange({0, 4000});
    f.now += std::chrono::milliseconds(100);
    f.player.step();
    QCOMPARE(f.player.position(), 800);
    for (int i = 0; i < 50; ++i) {
        f.now += std::chrono::milliseconds(10);
        f.player.step();
    }
    QCOMPARE(f.player.position(), 4000);
    QCOMPARE(f.player.finished(), 1);
}

void PlayerTest::goesOnByTheClockWhenTheDeviceIsLost()
{
    Fixture f;
    f.openRamp(8000);
    f.player.play();
    f.pass(1000);
    QVERIFY(!f.player.fault());
    f.device.lost = true;
    f.player.step();
    QVERIFY(f.device.closed);
    QCOMPARE(f.player.fault()->code, Code::Io);
    QVERIFY(f.player.isPlaying());
    QCOMPARE(f.player.position(), 1000);
    f.now += std::chrono::milliseconds(50);
    f.player.step();
    QCOMPARE(f.player.position(), 1400);
}

void PlayerTest::looksForADeviceAgain()
{
    Fixture f;
    f.hasDevice = false;
    f.openRamp(8000);
    QVERIFY(f.player.fault());
    f.hasDevice = true;
    f.player.play();  // just asked
    QVERIFY(f.player.fault());
    f.player.pause();
    f.now += std::chrono::seconds(6);
    f.player.play();
    QVERIFY(!f.player.fault());
    f.pass(100);
    QCOMPARE(sampleOf(f.device.left()[99]), 99);
}

// A device that runs dry gets silence, and the place waits.
void PlayerTest::standsStillWhileNothingIsDecoded()
{
    Fixture f;
    f.openRamp(20000);
    f.player.play();
    f.device.take(5000);  // more than is fed ahead
    const std::int64_t fed = f.player.position();
    QVERIFY(fed < 2000);
    f.device.take(100);
    QCOMPARE(f.player.position(), fed);
    const std::size_t before = f.device.frames.size() / outputChannels;
    f.pass(200);
    QCOMPARE(std::int64_t(sampleOf(f.device.left(before)[0])), fed);
    QCOMPARE(f.player.position(), fed + 200);
}

REGISTER_TEST(PlayerTest);
#include "player_test.moc"
