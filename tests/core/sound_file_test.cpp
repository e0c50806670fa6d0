// Sounds of every codec: length, places after seeks, damage on the way.
#include "core/media/sound_file.h"
#include "tests/core/sound_samples.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>
#include <cmath>
#include <fstream>
#include <random>

using namespace core;

namespace {

std::vector<float> readAll(SoundFile &sound)
{
    std::vector<float> all, part(static_cast<std::size_t>(1000 * sound.info().channels));
    for (;;) {
        const auto count = sound.read(part);
        if (!count || *count == 0)
            return all;
        all.insert(all.end(), part.begin(), part.begin() + std::ptrdiff_t(*count) * sound.info().channels);
    }
}

std::vector<float> readAt(SoundFile &sound, std::int64_t at, std::size_t samples)
{
    std::vector<float> part(samples * std::size_t(sound.info().channels));
    const auto count = sound.seek(at) ? sound.read(part) : Result<std::size_t>(std::size_t{0});
    part.resize(count ? *count * std::size_t(sound.info().channels) : 0);
    return part;
}

// Where it is loudest.
std::int64_t loudest(const std::vector<float> &samples)
{
    const auto quieter = [](float a, float b) { return std::abs(a) < std::abs(b); };
    return std::max_element(samples.begin(), samples.end(), quieter) - samples.begin();
}

double difference(const std::vector<float> &a, const float *b)
{
    double most = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        most = std::max(most, std::abs(double(a[i]) - double(b[i])));
    return most;
}

const char *const noisy =
    "aevalsrc='0.4*sin(2*PI*(200+300*t)*t)|0.3*random(0)-0.15':s=16000:d=5.017,aformat=sample_fmts=s16";
constexpr std::int64_t noisySamples = 80272;

}  // namespace

class SoundFileTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheSamplesOfAStraightDecodeAfterEverySeek_data() { kinds(); }
    void readsTheSamplesOfAStraightDecodeAfterEverySeek();
    void findsTheClickOfEverySecond_data() { kinds(); }
    void findsTheClickOfEverySecond();
    void givesTheSameSamplesFromEveryLosslessFormat();
    void stopsAtTheEndAndKeepsPositionsWithinTheSound();
    void putsSilenceInThePlaceOfDamage_data();
    void putsSilenceInThePlaceOfDamage();
    void readsTheSoundOfAVideoThatBeginsLater();
    void readsMoreThanTwoChannels();
    void readsSoundsOneAfterAnotherInOneFile();
    void saysWhenTheRateChangesOnTheWay();
    void opensByTheContentNotTheName();
    void stopsOpeningWhenToldTo();

private:
    void kinds();
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

void SoundFileTest::kinds()
{
    QTest::addColumn<QByteArray>("name");
    for (const SoundKind &kind : soundKinds())
        QTest::newRow(kind.name) << QByteArray(kind.name);
}

void SoundFileTest::readsTheSamplesOfAStraightDecodeAfterEverySeek()
{
    QFETCH(QByteArray, name);
    const SoundKind &kind = soundKind(name);
    if (!encodeSound(path(name), noisy, kind.options))
        QSKIP("ffmpeg has no such encoder");
    auto opened = SoundFile::open(path(name));
    QVERIFY_OK(opened);
    SoundFile &sound = **opened;
    const auto channels = std::size_t(sound.info().channels);
    QCOMPARE(sound.info().rate, kind.rate);
    QCOMPARE(channels, 2u);
    if (kind.keepsLength)
        QCOMPARE(sound.info().length, (noisySamples * kind.rate + 15999) / 16000);
    const std::vector<float> all = readAll(sound);
    QCOMPARE(std::int64_t(all.size() / channels), sound.info().length);
    QVERIFY(std::abs(all[std::size_t(loudest(all))]) > 0.3f);
    const double allowed = kind.lossless ? 0 : 1e-4;
    std::mt19937 random(1);
    for (int i = 0; i < 40; ++i) {
        const auto at = std::int64_t(random() % std::uint64_t(sound.info().length));
        const std::vector<float> part = readAt(sound, at, 700);
        QCOMPARE(part.size() / channels, std::size_t(std::min<std::int64_t>(700, sound.info().length - at)));
        QVERIFY2(difference(part, all.data() + std::size_t(at) * channels) <= allowed, std::to_string(at).c_str());
    }
}

void SoundFileTest::findsTheClickOfEverySecond()
{
    QFETCH(QByteArray, name);
    const SoundKind &kind = soundKind(name);
    if (!encodeSound(path(name), clicks(10, 16000), kind.options))
        QSKIP("ffmpeg has no such encoder");
    auto opened = SoundFile::open(path(name));
    QVERIFY_OK(opened);
    SoundFile &sound = **opened;
    const std::int64_t rate = sound.info().rate;
    const auto second = std::size_t(rate);
    // What says nothing about the delay of its encoder has all clicks that much later.
    const std::int64_t delay = kind.keepsLength ? 0 : loudest(readAt(sound, 0, second)) - rate / 2;
    QVERIFY(std::abs(delay) <= rate / 8);
    std::mt19937 random(2);
    for (int i = 0; i < 200; ++i) {
        const std::int64_t click = std::int64_t(random() % 10) * rate + rate / 2 + delay;
        const std::int64_t at = click - std::int64_t(random() % std::uint64_t(rate / 4)) - rate / 100;
        const std::int64_t found = at + loudest(readAt(sound, at, std::size_t(click - at + rate / 8)));
        QVERIFY2(std::abs(found - click) <= rate / 1000, std::to_string(found - click).c_str());
    }
}

void SoundFileTest::givesTheSameSamplesFromEveryLosslessFormat()
{
    QVERIFY(encodeSound(path("s16.wav"), noisy, {}));
    auto plain = SoundFile::open(path("s16.wav"));
    QVERIFY_OK(plain);
    const std::vector<float> wanted = readAll(**plain);
    for (const SoundKind &kind : soundKinds()) {
        if (!kind.lossless || !encodeSound(path(kind.name), noisy, kind.options))
            continue;
        auto sound = SoundFile::open(path(kind.name));
        QVERIFY_OK(sound);
        const std::vector<float> all = readAll(**sound);
        QCOMPARE(all.size(), wanted.size());
        QVERIFY2(difference(all, wanted.data()) == 0, kind.name);
    }
}

void SoundFileTest::stopsAtTheEndAndKeepsPositionsWithinTheSound()
{
    writeBytes(path("few.wav"), wavBytes({}, QByteArray(200, '\x11')));
    auto opened = SoundFile::open(path("few.wav"));
    QVERIFY_OK(opened);
    SoundFile &sound = **opened;
    QCOMPARE(sound.info(), (SoundInfo{"wav", "pcm_s16le", 1, 8000, 100}));
    QVERIFY_OK(sound.seek(1000));
    QCOMPARE(sound.position(), 100);
    std::vector<float> part(64);
    QCOMPARE(sound.read(part).value(), 0u);
    QVERIFY_OK(sound.seek(-5));
    QCOMPARE(sound.position(), 0);
    QVERIFY_OK(sound.seek(90));
    QCOMPARE(sound.read(part).value(), 10u);
    QCOMPARE(sound.position(), 100);
}

void SoundFileTest::putsSilenceInThePlaceOfDamage_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"a.flac", "a.mp3", "a.m4a", "a.ogg", "a.opus", "a.mkv", "a.aac"})
        QTest::newRow(name) << QByteArray(name);
}

// The sound goes on behind the damage where it would have been.
void SoundFileTest::putsSilenceInThePlaceOfDamage()
{
    QFETCH(QByteArray, name);
    const SoundKind &kind = soundKind(name);
    if (!encodeSound(path(name), noisy, kind.options))
        QSKIP("ffmpeg has no such encoder");
    auto whole = SoundFile::open(path(name));
    QVERIFY_OK(whole);
    const std::vector<float> all = readAll(**whole);
    std::fstream file(path(name), std::ios::in | std::ios::out | std::ios::binary);
    const auto size = std::int64_t(std::filesystem::file_size(path(name)));
    file.seekp(size * 2 / 5);
    file << std::string(300, '\x55');
    file.close();
    auto hurt = SoundFile::open(path(name));
    QVERIFY_OK(hurt);
    // How much to drop at the end is not found in a damaged MP3.
    const std::int64_t longer = (*hurt)->info().length - (*whole)->info().length;
    QVERIFY2(longer == 0 || (name.endsWith(".mp3") && longer > 0 && longer < 1152), std::to_string(longer).c_str());
    const std::vector<float> rest = readAll(**hurt);
    QCOMPARE(std::int64_t(rest.size()), (*hurt)->info().length * 2);
    const std::size_t late = all.size() / 4 * 3 / 2 * 2;
    QVERIFY(difference({all.begin() + std::ptrdiff_t(late), all.end()}, rest.data() + late) < 1e-3);
    QVERIFY(difference(all, rest.data()) > 1e-3);
}

void SoundFileTest::readsTheSoundOfAVideoThatBeginsLater()
{
    for (const char *name : {"v.mp4", "v.mkv"}) {
        const QStringList options{"-itsoffset",     "0.5",  "-f",    "lavfi", "-i",
                                  clicks(3, 48000), "-c:v", "mpeg4", "-c:a",  "flac"};
        QVERIFY(encodeSound(path(name), "testsrc=d=3:s=64x48", options));
        auto sound = SoundFile::open(path(name));
        QVERIFY_OK(sound);
        QCOMPARE((*sound)->info().codec, "flac");
        QCOMPARE((*sound)->info().length, 3 * 48000);
        QCOMPARE(loudest(readAt(**sound, 48000, 48000)) / 48, 499);  // the burst turns round in its middle
    }
}

void SoundFileTest::readsMoreThanTwoChannels()
{
    QByteArray data;
    for (int i = 0; i < 50 * 64; ++i)
        data.append(char(i % 64)).append('\0');
    writeBytes(path("64.wav"), wavBytes({1, 64, 8000, 16, -1}, data));
    auto sound = SoundFile::open(path("64.wav"));
    QVERIFY_OK(sound);
    QCOMPARE((*sound)->info().channels, 64);
    const std::vector<float> part = readAt(**sound, 49, 10);
    QCOMPARE(part.size(), 64u);
    QCOMPARE(part[63] * 32768, 63.0f);
}

void SoundFileTest::readsSoundsOneAfterAnotherInOneFile()
{
    for (const char *name : {"a.ogg", "a.opus", "a.mp3", "no-xing.mp3"}) {
        if (!encodeSound(path(name), clicks(2, 16000), soundKind(name).options))
            continue;
        auto one = SoundFile::open(path(name));
        QVERIFY_OK(one);
        // Streams of one Ogg file differ in their number; what FFmpeg writes has a random one.
        QVERIFY(encodeSound(path("b") += std::filesystem::path(name).extension(), clicks(2, 16000),
                            soundKind(name).options));
        std::ofstream twice(path("twice") += std::filesystem::path(name).extension(), std::ios::binary);
        twice << std::ifstream(path(name), std::ios::binary).rdbuf();
        twice << std::ifstream(path("b") += std::filesystem::path(name).extension(), std::ios::binary).rdbuf();
        twice.close();
        auto sound = SoundFile::open(path("twice") += std::filesystem::path(name).extension());
        QVERIFY_OK(sound);
        QVERIFY2((*sound)->info().length >= 2 * (*one)->info().length, name);
        const std::vector<float> all = readAll(**sound);
        const std::vector<float> part = readAt(**sound, (*one)->info().length * 3 / 2, 2000);
        QVERIFY2(difference(part, all.data() + (*one)->info().length * 3 / 2) < 1e-3, name);
    }
}

void SoundFileTest::saysWhenTheRateChangesOnTheWay()
{
    QVERIFY(encodeSound(path("1.mp3"), "sine=d=1", {"-ar", "44100"})
            && encodeSound(path("2.mp3"), "sine=d=1", {"-ar", "22050"}));
    std::ofstream both(path("both.mp3"), std::ios::binary);
    both << std::ifstream(path("1.mp3"), std::ios::binary).rdbuf()
         << std::ifstream(path("2.mp3"), std::ios::binary).rdbuf();
    both.close();
    auto sound = SoundFile::open(path("both.mp3"));
    QVERIFY_OK(sound);
    const std::vector<float> all = readAll(**sound);
    QVERIFY(all.size() > 43000);
    std::vector<float> more(1000);
    const auto read = (*sound)->read(more);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Code::Unsupported);
    QCOMPARE(read.error().detail, "44100 Hz, then 22050 Hz");
    QCOMPARE(read.error().where.file, path("both.mp3").string());
}

void SoundFileTest::opensByTheContentNotTheName()
{
    QVERIFY(encodeSound(path("really.mp3"), "sine=d=1:r=16000", {}));
    std::filesystem::rename(path("really.mp3"), path("really.wav"));
    const auto info = probeSound(path("really.wav"));
    QVERIFY_OK(info);
    QCOMPARE(info->codec, "mp3");
    QCOMPARE(info->length, 16000);
}

void SoundFileTest::stopsOpeningWhenToldTo()
{
    QVERIFY(encodeSound(path("a.mp3"), "sine=d=1:r=16000", {}));
    std::stop_source stop;
    stop.request_stop();
    const auto sound = SoundFile::open(path("a.mp3"), stop.get_token());
    QVERIFY(!sound);
    QCOMPARE(sound.error().code, Code::Cancelled);
}

REGISTER_TEST(SoundFileTest);
#include "sound_file_test.moc"
