// Files that are not what they claim: a clear error or what can be heard of them, never a crash or a wait.
#include "core/media/sound_file.h"
#include "tests/core/sound_samples.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>
#include <fstream>
#include <random>
#include <sys/stat.h>

using namespace core;

namespace {

QByteArray bytesOf(const std::filesystem::path &file)
{
    std::ifstream in(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    return {bytes.data(), qsizetype(bytes.size())};
}

}  // namespace

class SoundDamageTest : public QObject {
    Q_OBJECT
private slots:
    void refusesWhatIsNoSound_data();
    void refusesWhatIsNoSound();
    void refusesFoldersPipesAndWhatIsNotThere();
    void opensNoOtherFile_data();
    void opensNoOtherFile();
    void believesTheFileMoreThanItsHeader_data();
    void believesTheFileMoreThanItsHeader();
    void readsSoundsWithPicturesAndLongTexts();
    void survivesTruncationAndFlippedBytes_data();
    void survivesTruncationAndFlippedBytes();

private:
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    bool readsToItsEnd(const QByteArray &bytes);
    QTemporaryDir m_folder;
};

void SoundDamageTest::refusesWhatIsNoSound_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const QByteArray data(2600, '\x11');
    QByteArray noise;
    std::mt19937 random(3);
    for (int i = 0; i < 50'000; ++i)
        noise.append(char(random()));
    QTest::newRow("nothing") << QByteArray() << int(Code::Corrupt);
    QTest::newRow("text") << QByteArray("It was a dark and stormy night.\n").repeated(300) << int(Code::Corrupt);
    QTest::newRow("noise") << noise << int(Code::Corrupt);
    QTest::newRow("picture") << QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9"
                                                       "QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
                             << int(Code::Unsupported);
    QTest::newRow("0 Hz") << wavBytes({1, 1, 0}, data) << int(Code::Corrupt);
    QTest::newRow("no channels") << wavBytes({1, 0}, data) << int(Code::Unsupported);
    QTest::newRow("65 channels") << wavBytes({1, 65}, data) << int(Code::Unsupported);
    QTest::newRow("65535 channels") << wavBytes({1, 65535}, data) << int(Code::Unsupported);
    QTest::newRow("4 GHz") << wavBytes({1, 1, -1}, data) << int(Code::Corrupt);
    QTest::newRow("unknown codec") << wavBytes({0x7777}, data) << int(Code::Unsupported);
    QTest::newRow("no samples") << wavBytes({}, {}) << int(Code::Corrupt);
    QTest::newRow("header cut") << wavBytes({}, {}).left(30) << int(Code::Corrupt);
}

void SoundDamageTest::refusesWhatIsNoSound()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const auto file = writeBytes(path("x.wav"), bytes);
    const auto sound = SoundFile::open(file);
    QVERIFY(!sound);
    QCOMPARE(describe(Error{sound.error().code, {}, {}}), describe(Error{Code(code), {}, {}}));
    QVERIFY(!sound.error().detail.empty());
    QCOMPARE(sound.error().where.file, file.string());
}

void SoundDamageTest::refusesFoldersPipesAndWhatIsNotThere()
{
    QCOMPARE(int(SoundFile::open(path(".")).error().code), int(Code::Unsupported));
    QCOMPARE(int(SoundFile::open(path("gone.wav")).error().code), int(Code::NotFound));
    QCOMPARE(mkfifo(path("pipe.wav").c_str(), 0600), 0);
    QCOMPARE(int(SoundFile::open(path("pipe.wav")).error().code), int(Code::Unsupported));
    std::filesystem::create_symlink(path("loop.wav"), path("loop.wav"));
    QVERIFY(!SoundFile::open(path("loop.wav")));
}

void SoundDamageTest::opensNoOtherFile_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("m3u8") << QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile://%1\n#EXT-X-ENDLIST\n");
    QTest::newRow("m3u") << QByteArray("%1\n");
    QTest::newRow("concat") << QByteArray("ffconcat version 1.0\nfile '%1'\n");
    QTest::newRow("pls") << QByteArray("[playlist]\nFile1=%1\n");
    QTest::newRow("sdp") << QByteArray(
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n");
    QTest::newRow("dash") << QByteArray("<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"><Period>"
                                        "<AdaptationSet><Representation><BaseURL>%1</BaseURL></Representation>"
                                        "</AdaptationSet></Period></MPD>");
}

void SoundDamageTest::opensNoOtherFile()
{
    QFETCH(QByteArray, list);
    const auto other = writeBytes(path("other.wav"), wavBytes({}, QByteArray(800, '\x11')));
    QVERIFY_OK(SoundFile::open(other));
    for (const char *name : {"list.wav", "list.m3u8", "list.mp3"}) {
        const auto sound = SoundFile::open(writeBytes(path(name), list.replace("%1", other.c_str())));
        QVERIFY2(!sound, name);
        QVERIFY(sound.error().code == Code::Unsupported || sound.error().code == Code::Corrupt);
    }
}

void SoundDamageTest::believesTheFileMoreThanItsHeader_data()
{
    QTest::addColumn<qint64>("claimed");
    for (const qint64 claimed : {0LL, 2000LL, 0xffffff00LL, 0xffffffffLL})
        QTest::newRow(QByteArray::number(claimed)) << claimed;
}

void SoundDamageTest::believesTheFileMoreThanItsHeader()
{
    QFETCH(qint64, claimed);
    writeBytes(path("claims.wav"), wavBytes({1, 1, 8000, 16, claimed}, QByteArray(1001, '\x11')));
    const auto info = probeSound(path("claims.wav"));
    QVERIFY_OK(info);
    QCOMPARE(info->length, 500);
    QVERIFY(encodeSound(path("claims.flac"), "sine=d=1:r=16000", {}));
    QByteArray flac = bytesOf(path("claims.flac"));
    std::fill_n(flac.begin() + 22, 4, '\xff');  // the count of samples
    writeBytes(path("claims.flac"), flac);
    const auto longer = probeSound(path("claims.flac"));
    QVERIFY_OK(longer);
    QCOMPARE(longer->length, 16000);
}

void SoundDamageTest::readsSoundsWithPicturesAndLongTexts()
{
    const QStringList options{"-f",
                              "lavfi",
                              "-i",
                              "color=red:s=300x300:d=0.04",
                              "-map",
                              "0:a",
                              "-map",
                              "1:v",
                              "-c:v",
                              "mjpeg",
                              "-frames:v",
                              "1",
                              "-metadata",
                              "comment=" + QString(90'000, 'x'),
                              "-disposition:v",
                              "attached_pic"};
    for (const char *name : {"cover.mp3", "cover.flac", "cover.m4a"}) {
        QVERIFY(encodeSound(path(name), "sine=d=1:r=16000", options));
        const auto info = probeSound(path(name));
        QVERIFY_OK(info);
        QCOMPARE(info->length, 16000);
    }
}

void SoundDamageTest::survivesTruncationAndFlippedBytes_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"a.wav", "a.flac", "a.mp3", "a.aac", "a.m4a", "a.ogg", "a.opus", "a.mkv", "fragments.mp4"})
        QTest::newRow(name) << QByteArray(name);
}

// Every sample that is promised is read, or an error tells why not.
bool SoundDamageTest::readsToItsEnd(const QByteArray &bytes)
{
    const auto opened = SoundFile::open(writeBytes(path("hurt"), bytes));
    if (!opened)
        return !opened.error().where.file.empty();
    SoundFile &sound = **opened;
    std::vector<float> part(std::size_t(4096 * sound.info().channels));
    const std::int64_t most = std::min<std::int64_t>(sound.info().length, 1 << 20);  // of a wrong number of samples
    for (std::int64_t done = 0; done < most;) {
        const auto count = sound.read(part);
        if (!count)
            return true;
        if (*count == 0)
            return false;
        done += std::int64_t(*count);
    }
    return sound.seek(sound.info().length / 2) && sound.read(part);
}

void SoundDamageTest::survivesTruncationAndFlippedBytes()
{
    QFETCH(QByteArray, name);
    if (!encodeSound(path(name), "sine=d=0.06:r=8000", soundKind(name).options))
        QSKIP("ffmpeg has no such encoder");
    const QByteArray bytes = bytesOf(path(name));
    QVERIFY(readsToItsEnd(bytes));
    for (int i = 0; i < 200; ++i)
        QVERIFY2(readsToItsEnd(bytes.left(bytes.size() * i / 200)), std::to_string(i).c_str());
    std::mt19937 random(4);
    for (int i = 0; i < 1000; ++i) {
        QByteArray hurt = bytes;
        hurt[qsizetype(random() % std::uint64_t(hurt.size()))] ^= char(1 << random() % 8);
        QVERIFY2(readsToItsEnd(hurt), std::to_string(i).c_str());
    }
}

REGISTER_TEST(SoundDamageTest);
#include "sound_damage_test.moc"
