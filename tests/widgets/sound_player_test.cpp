// The player as the window uses it, with a device that takes time or none at all.
#include "widgets/audio/sound_player.h"
#include "tests/test_registry.h"
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtEndian>
#include <fstream>

using namespace widgets;

namespace {

// 16 bit, mono, 8 kHz.
std::filesystem::path writeWav(const QTemporaryDir &folder, const char *name, int samples)
{
    QByteArray bytes("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1f\0\0\x80\x3e\0\0\2\0\x10\0data\0\0\0\0", 44);
    qToLittleEndian(quint32(36 + 2 * samples), bytes.data() + 4);
    qToLittleEndian(quint32(2 * samples), bytes.data() + 40);
    bytes.append(2 * samples, '\x11');
    const auto file = std::filesystem::path(folder.path().toStdString()) / name;
    std::ofstream(file, std::ios::binary).write(bytes.data(), bytes.size());
    return file;
}

core::Result<std::unique_ptr<core::SoundOutput>> noDevice(core::PullFrames)
{
    return core::Error{core::Code::NotFound, "no such device", {}};
}

}  // namespace

class SoundPlayerTest : public QObject {
    Q_OBJECT
private slots:
    void playsARangeToItsEndAndSaysSo();
    void doesWhatWasAskedBeforeItIsOpen();
    void answersWithTheWantedPlaceAtOnce();
    void saysWhyAFileCannotBeOpened();
    void runsByTheClockWithoutADevice();
    void opensAnotherFileWhileOnePlays();
    void opensWhatWasPrefetched();
    void goesWithoutWaitingWhilePlaying();
};

void SoundPlayerTest::playsARangeToItsEndAndSaysSo()
{
    QTemporaryDir folder;
    SoundPlayer player(noDevice);
    QSignalSpy opened(&player, &SoundPlayer::opened), finished(&player, &SoundPlayer::finished);
    player.open(writeWav(folder, "a.wav", 8000));
    QVERIFY(opened.wait());
    QCOMPARE(player.info()->length, 8000);
    player.playRange(1000, 1500);
    QVERIFY(player.isPlaying());
    QVERIFY(finished.wait());
    QCOMPARE(player.position(), 1500);
    QVERIFY(!player.isPlaying());
    QCOMPARE(finished.count(), 1);
}

void SoundPlayerTest::doesWhatWasAskedBeforeItIsOpen()
{
    QTemporaryDir folder;
    SoundPlayer player(noDevice);
    QSignalSpy finished(&player, &SoundPlayer::finished);
    player.open(writeWav(folder, "a.wav", 400));
    player.play();
    QVERIFY(player.isPlaying());
    QVERIFY(finished.wait());
    QCOMPARE(player.position(), 400);
}

void SoundPlayerTest::answersWithTheWantedPlaceAtOnce()
{
    QTemporaryDir folder;
    SoundPlayer player(noDevice);
    QSignalSpy opened(&player, &SoundPlayer::opened);
    player.open(writeWav(folder, "a.wav", 8000));
    QVERIFY(opened.wait());
    player.seek(4321);
    QCOMPARE(player.position(), 4321);
    player.seek(99999);
    QCOMPARE(player.position(), 8000);
}

void SoundPlayerTest::saysWhyAFileCannotBeOpened()
{
    SoundPlayer player(noDevice);
    QSignalSpy failed(&player, &SoundPlayer::failed);
    player.open("/nowhere/at/all.wav");
    player.play();
    QVERIFY(failed.wait());
    const auto error = failed[0][0].value<core::Error>();
    QCOMPARE(error.code, core::Code::NotFound);
    QCOMPARE(error.where.file, "/nowhere/at/all.wav");
    QVERIFY(!player.isPlaying());
    QVERIFY(!player.info());
}

void SoundPlayerTest::runsByTheClockWithoutADevice()
{
    QTemporaryDir folder;
    SoundPlayer player(noDevice);
    QSignalSpy changed(&player, &SoundPlayer::deviceChanged), moved(&player, &SoundPlayer::positionChanged);
    player.open(writeWav(folder, "a.wav", 80000));
    QVERIFY(changed.wait());
    QCOMPARE(player.deviceFault()->code, core::Code::NotFound);
    QCOMPARE(player.deviceFault()->detail, "no such device");
    player.play();
    QTRY_VERIFY(player.position() > 800);
    QVERIFY(!moved.isEmpty());
    player.pause();
    QVERIFY(!player.isPlaying());
}

void SoundPlayerTest::opensAnotherFileWhileOnePlays()
{
    QTemporaryDir folder;
    SoundPlayer player(noDevice);
    QSignalSpy opened(&player, &SoundPlayer::opened), finished(&player, &SoundPlayer::finished);
    player.open(writeWav(folder, "a.wav", 800000));
    player.play();
    player.open(writeWav(folder, "b.wav", 160));
    QVERIFY(!player.isPlaying());
    player.play();
    QVERIFY(finished.wait());
    QCOMPARE(player.info()->length, 160);
    QCOMPARE(player.position(), 160);
    QCOMPARE(finished.count(), 1);
}

void SoundPlayerTest::opensWhatWasPrefetched()
{
    QTemporaryDir folder;
    SoundPlayer player(noDevice);
    QSignalSpy opened(&player, &SoundPlayer::opened), finished(&player, &SoundPlayer::finished);
    const auto a = writeWav(folder, "a.wav", 800), b = writeWav(folder, "b.wav", 160);
    player.prefetch({a, b, "/nowhere.wav"});
    player.open(b);
    QVERIFY(opened.wait());
    QCOMPARE(player.info()->length, 160);
    player.open(a);
    player.play();
    QVERIFY(finished.wait());
    QCOMPARE(player.position(), 800);
}

void SoundPlayerTest::goesWithoutWaitingWhilePlaying()
{
    QTemporaryDir folder;
    const auto file = writeWav(folder, "a.wav", 80000);
    for (int i = 0; i < 20; ++i) {
        SoundPlayer player(noDevice);
        player.prefetch({file});
        player.open(file);
        player.play();
    }
}

REGISTER_TEST(SoundPlayerTest);
#include "sound_player_test.moc"
