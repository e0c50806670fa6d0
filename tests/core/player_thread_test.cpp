// The player in its thread with a device of SDL: what is written is what was decoded.
#include "core/media/player_thread.h"
#include "core/media/sdl_output.h"
#include "tests/core/sound_samples.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>
#include <QtEndian>
#include <cmath>
#include <cstring>

using namespace core;

namespace {

// Waits for what the thread tells.
struct Waiter {
    std::mutex mutex;
    std::condition_variable changed;
    std::int64_t told = 0;

    void tell()
    {
        const std::scoped_lock lock(mutex);
        ++told;
        changed.notify_all();
    }
    bool until(const std::function<bool()> &holds)
    {
        std::unique_lock lock(mutex);
        return changed.wait_for(lock, std::chrono::seconds(20), holds);
    }
};

class Environment {  // of SDL, for one test
public:
    explicit Environment(const char *driver) { qputenv("SDL_AUDIODRIVER", driver); }
    ~Environment()
    {
        for (const char *name : {"SDL_AUDIODRIVER", "SDL_DISKAUDIOFILE", "SDL_DISKAUDIODELAY"})
            qunsetenv(name);
    }
};

QByteArray ramp(int samples)
{
    QByteArray data;
    for (int i = 0; i < samples * 2; ++i) {
        data.append(2, '\0');
        qToLittleEndian(qint16(i + 1), data.data() + data.size() - 2);
    }
    return data;
}

}  // namespace

class PlayerThreadTest : public QObject {
    Q_OBJECT
private slots:
    void writesToTheDeviceWhatWasDecoded();
    void saysWhyThereIsNoDevice();
    void takesCommandsWhileItPlaysAndEndsAtOnce();

private:
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

void PlayerThreadTest::writesToTheDeviceWhatWasDecoded()
{
    const Environment sdl("disk");
    qputenv("SDL_DISKAUDIOFILE", path("out.raw").c_str());
    qputenv("SDL_DISKAUDIODELAY", "1");
    writeBytes(path("ramp.wav"), wavBytes({1, 2, 48000}, ramp(9000)));
    {
        Waiter waiter;
        PlayerThread player(openSdlOutput, [&waiter] { waiter.tell(); });
        player.open(path("ramp.wav"));
        player.run([](Player &p) { p.playRange({1000, 6000}); });
        QVERIFY(waiter.until([&player] { return player.state().finished == 1; }));
        QVERIFY(!player.state().fault);
        QCOMPARE(player.state().position, 6000);
    }
    QFile out(QString::fromStdString(path("out.raw").string()));
    QVERIFY(out.open(QIODevice::ReadOnly));
    const QByteArray bytes = out.readAll();
    std::vector<float> written(std::size_t(bytes.size()) / sizeof(float));
    std::memcpy(written.data(), bytes.data(), written.size() * sizeof(float));
    std::erase(written, 0.0f);  // before, behind and between
    QCOMPARE(written.size(), 10000u);
    for (std::size_t i = 0; i < written.size(); ++i)
        QCOMPARE(std::lround(written[i] * 32768), std::lround(float(2001 + i)));
}

void PlayerThreadTest::saysWhyThereIsNoDevice()
{
    const Environment sdl("no-such-driver");
    writeBytes(path("ramp.wav"), wavBytes({1, 2, 48000}, ramp(4800)));
    Waiter waiter;
    PlayerThread player(openSdlOutput, [&waiter] { waiter.tell(); });
    player.open(path("ramp.wav"));
    player.run([](Player &p) { p.play(); });
    QVERIFY(waiter.until([&player] { return player.state().finished == 1; }));
    QCOMPARE(int(player.state().fault->code), int(Code::NotFound));
    QVERIFY(!player.state().fault->detail.empty());
    QCOMPARE(player.state().position, 4800);
}

void PlayerThreadTest::takesCommandsWhileItPlaysAndEndsAtOnce()
{
    const Environment sdl("dummy");
    writeBytes(path("ramp.wav"), wavBytes({1, 2, 48000}, ramp(16000)));
    for (int round = 0; round < 5; ++round) {
        Waiter waiter;
        PlayerThread player(openSdlOutput, [&waiter] { waiter.tell(); });
        player.prefetch({path("ramp.wav"), path("gone.wav")});
        player.open(path("ramp.wav"));
        player.run([](Player &p) { p.setLoop(SampleRange{100, 8000}); });
        player.run([](Player &p) { p.play(); });
        std::int64_t last = 0;
        for (int i = 0; i < 200; ++i) {
            last = player.run([i](Player &p) {
                p.seek(i * 30);  // before the end of the loop
                p.setSpeed(0.5 + i % 4 * 0.5);
                p.setVolume(i % 10 / 10.0);
            });
            const PlayerState now = player.state();
            QVERIFY(now.position >= 0 && now.position <= 16000);
        }
        QVERIFY(waiter.until([&] { return player.state().serial == last; }));
        QVERIFY(player.state().playing);
    }
}

REGISTER_TEST(PlayerThreadTest);
#include "player_thread_test.moc"
