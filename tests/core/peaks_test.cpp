#include "core/media/peaks.h"
#include "core/media/content_key.h"
#include "core/media/peak_file.h"
#include "tests/core/wave_samples.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>

using namespace core;
using namespace tests;
namespace fs = std::filesystem;

namespace {

std::int64_t fromStart()
{
    return 0;
}

Result<std::shared_ptr<const Peaks>> scanned(
    const fs::path &file, const PeaksGrown &grown = [](const auto &) {})
{
    auto sound = SoundFile::open(file);
    if (!sound)
        return sound.error();
    return scanPeaks(**sound, std::make_shared<const Peaks>((*sound)->info()), fromStart, grown, {});
}

Peak bareSearch(const Samples &samples, int channels, int channel, std::int64_t begin, std::int64_t end)
{
    Peak all;
    const auto length = static_cast<std::int64_t>(samples.size()) / channels;
    for (std::int64_t i = std::max<std::int64_t>(0, begin); i < std::min(end, length); ++i) {
        const std::int16_t value = samples[static_cast<std::size_t>(i * channels + channel)];
        all.add({value, value});
    }
    return all;
}

bool isWithin(Peak inner, Peak outer)
{
    return inner.isEmpty() || (outer.low <= inner.low + 1 && outer.high >= inner.high - 1);
}

std::string read(const fs::path &file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path &file, std::string_view bytes)
{
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

class PeaksTest : public QObject {
    Q_OBJECT
private slots:
    void columnsAreWhatASearchOfAllSamplesFinds_data();
    void columnsAreWhatASearchOfAllSamplesFinds();
    void theEndsOfTheSoundAreTheEndsOfItsPeaks();
    void theMixHoldsAllChannels();
    void theScanBeginsWhereOneLooks();
    void aSnapshotDoesNotChangeWhileTheScanGoesOn();
    void aSketchShowsWhereItIsLoud();
    void aStoppedScanIsCancelled();
    void whatIsNoNumberLeavesNoTrace();
    void aSoundOfNoLengthHasNoColumns();
    void hugeSoundsHaveCoarserPeaksInBoundedMemory();
    void keptPeaksAreTheSame();
    void aDamagedFileOfPeaksIsRefused();
    void thePeaksOfAnotherSoundAreRefused();
    void aMovedFileKeepsItsKey();
    void anEditInPlaceChangesTheKey();

private:
    fs::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }
    QTemporaryDir m_folder;
};

void PeaksTest::columnsAreWhatASearchOfAllSamplesFinds_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("base");
    QTest::addRow("mono") << 1 << 1'500'001 << 256;
    QTest::addRow("stereo") << 2 << 1'100'003 << 256;
    QTest::addRow("three channels") << 3 << 300'001 << 32;
    QTest::addRow("16 channels") << 16 << 100'001 << 32;
}

void PeaksTest::columnsAreWhatASearchOfAllSamplesFinds()
{
    QFETCH(int, channels);
    QFETCH(int, length);
    QFETCH(int, base);
    Samples samples = noise(std::size_t(channels) * std::size_t(length), 1, 200);
    for (std::size_t i = 0; i < samples.size(); i += 7919)
        samples[i] = std::int16_t(i % 2 ? 30000 : -30000);
    writeWav(path("columns.wav"), channels, 16000, samples);
    const auto peaks = scanned(path("columns.wav"));
    QVERIFY_OK(peaks);
    QVERIFY((*peaks)->isWhole());
    QCOMPARE((*peaks)->base(), base);
    std::mt19937 random(2);
    for (int round = 0; round < 300; ++round) {
        const double perColumn =
            std::exp(std::uniform_real_distribution<>(std::log(base * 0.8), std::log(60'000))(random));
        const double begin = std::uniform_real_distribution<>(-1000, length)(random);
        const int channel = int(random() % unsigned(channels));
        PeakColumn column;
        (*peaks)->columns(channel, begin, perColumn, {&column, 1});
        const auto from = std::int64_t(std::floor(begin)), to = std::int64_t(std::ceil(begin + perColumn));
        const auto wider = std::max<std::int64_t>(base, std::int64_t(perColumn));
        QVERIFY(isWithin(bareSearch(samples, channels, channel, from, to), column.peak));
        QVERIFY(isWithin(column.peak, bareSearch(samples, channels, channel, from - wider, to + wider)));
    }
}

void PeaksTest::theEndsOfTheSoundAreTheEndsOfItsPeaks()
{
    writeWav(path("ends.wav"), 1, 8000, Samples(2560, 5000));
    const auto peaks = scanned(path("ends.wav"));
    QVERIFY_OK(peaks);
    std::array<PeakColumn, 14> columns;
    (*peaks)->columns(0, -512, 256, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool inside = i >= 2 && i < 12;
        QCOMPARE(columns[i].exact, inside);
        QCOMPARE(columns[i].peak, inside ? (Peak{5000, 5000}) : Peak{});
    }
}

void PeaksTest::theMixHoldsAllChannels()
{
    Samples samples;
    for (int i = 0; i < 4096; ++i)
        samples.insert(samples.end(), {100, -7000});
    writeWav(path("mix.wav"), 2, 8000, samples);
    const auto peaks = scanned(path("mix.wav"));
    QVERIFY_OK(peaks);
    PeakColumn column;
    (*peaks)->columns(mixedChannels, 0, 1024, {&column, 1});
    QCOMPARE(column.peak, (Peak{-7000, 100}));
    (*peaks)->columns(0, 0, 1024, {&column, 1});
    QCOMPARE(column.peak, (Peak{100, 100}));
}

void PeaksTest::theScanBeginsWhereOneLooks()
{
    constexpr std::int64_t block = std::int64_t{256} * basePeaks;
    writeWav(path("wanted.wav"), 1, 16000, noise(std::size_t(block * 3 - 100), 3));
    auto sound = SoundFile::open(path("wanted.wav"));
    QVERIFY_OK(sound);
    std::vector<std::vector<bool>> steps;
    const auto grown = [&](const std::shared_ptr<const Peaks> &peaks) {
        steps.push_back({peaks->block(0) != nullptr, peaks->block(1) != nullptr, peaks->block(2) != nullptr});
    };
    const auto peaks = scanPeaks(**sound, std::make_shared<const Peaks>((*sound)->info()),
                                 [] { return block + block / 2; }, grown, {});
    QVERIFY_OK(peaks);
    QCOMPARE(steps, (std::vector<std::vector<bool>>{{false, true, false}, {false, true, true}, {true, true, true}}));
    const auto straight = scanned(path("wanted.wav"));
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(*(*peaks)->block(i), *(*straight)->block(i));
}

void PeaksTest::aSnapshotDoesNotChangeWhileTheScanGoesOn()
{
    constexpr std::int64_t block = std::int64_t{256} * basePeaks;
    writeWav(path("grow.wav"), 1, 16000, noise(std::size_t(block * 2), 4));
    std::vector<std::shared_ptr<const Peaks>> told;
    QVERIFY_OK(scanned(path("grow.wav"), [&](const auto &peaks) { told.push_back(peaks); }));
    QCOMPARE(told.size(), 2u);
    QCOMPARE(told[0]->known(), 0.5);
    QVERIFY(told[0]->isKnown(0, block));
    QVERIFY(!told[0]->isKnown(block - 1, block + 1));
    QVERIFY(told[1]->isWhole());
}

void PeaksTest::aSketchShowsWhereItIsLoud()
{
    Samples samples = noise(6'000'000, 5, 100);
    for (std::size_t i = 3'000'000; i < 3'300'000; ++i)
        samples[i] = std::int16_t(samples[i] * 200);
    writeWav(path("sketch.wav"), 1, 16000, samples);
    auto sound = SoundFile::open(path("sketch.wav"));
    QVERIFY_OK(sound);
    QVERIFY(isWorthASketch((*sound)->info()));
    const auto sketch =
        sketchPeaks(**sound, std::make_shared<const Peaks>((*sound)->info()), std::chrono::seconds(60), {});
    QVERIFY_OK(sketch);
    QVERIFY((*sketch)->isSketched());
    std::array<PeakColumn, 60> columns;
    (*sketch)->columns(0, 0, 100'000, columns);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        QVERIFY(!columns[i].exact);
        if (i >= 30 && i < 33)
            QVERIFY(columns[i].peak.high > 15'000);
        else if (i != 29 && i != 33)
            QVERIFY(columns[i].peak.high <= 101 && columns[i].peak.high > 50);
    }
}

void PeaksTest::aStoppedScanIsCancelled()
{
    writeWav(path("stop.wav"), 1, 16000, noise(100'000, 6));
    auto sound = SoundFile::open(path("stop.wav"));
    QVERIFY_OK(sound);
    std::stop_source stop;
    stop.request_stop();
    const auto known = std::make_shared<const Peaks>((*sound)->info());
    const auto peaks = scanPeaks(
        **sound, known, fromStart, [](const auto &) {}, stop.get_token());
    QCOMPARE(peaks.error().code, Code::Cancelled);
    QCOMPARE(sketchPeaks(**sound, known, std::chrono::seconds(1), stop.get_token()).error().code, Code::Cancelled);
}

void PeaksTest::whatIsNoNumberLeavesNoTrace()
{
    std::vector<float> samples(100, 0.25f);
    samples[3] = std::numeric_limits<float>::quiet_NaN();
    samples[98] = std::numeric_limits<float>::quiet_NaN();
    samples[50] = 7;
    std::array<Peak, 2> peaks;
    addSamples(samples, peaks);
    QCOMPARE(peaks[0], (Peak{8192, 32767}));
    QCOMPARE(peaks[1], (Peak{8192, 8192}));
}

void PeaksTest::aSoundOfNoLengthHasNoColumns()
{
    const Peaks peaks(SoundInfo{"wav", "pcm_s16le", 2, 16000, 0});
    QVERIFY(peaks.isWhole());
    PeakColumn column{{1, 2}, true};
    peaks.columns(mixedChannels, 0, 100, {&column, 1});
    QVERIFY(column.peak.isEmpty());
    QVERIFY(!column.exact);
}

void PeaksTest::hugeSoundsHaveCoarserPeaksInBoundedMemory()
{
    const Peaks tenHours(SoundInfo{"wav", "pcm_s16le", 2, 44100, std::int64_t{36000} * 44100});
    QCOMPARE(tenHours.base(), 256);
    const Peaks many(SoundInfo{"wav", "pcm_s16le", 64, 48000, std::int64_t{360'000} * 48000});
    const double bytes = double(many.blockCount()) * blockPeaks * 64 * sizeof(Peak);
    QVERIFY2(bytes < 72.0 * (1 << 20), qPrintable(QString::number(bytes)));
    const Peaks lies(SoundInfo{"wav", "pcm_s16le", 64, 48000, std::numeric_limits<std::int64_t>::max() / 2});
    QVERIFY(lies.blockCount() <= 1 << 20);
}

void PeaksTest::keptPeaksAreTheSame()
{
    writeWav(path("kept.wav"), 2, 16000, noise(400'000, 7));
    const auto peaks = scanned(path("kept.wav"));
    QVERIFY_OK(peaks);
    QVERIFY_OK(savePeaks(path("cache/kept.peaks"), "the key", **peaks));
    const auto loaded = loadPeaks(path("cache/kept.peaks"), "the key");
    QVERIFY_OK(loaded);
    QCOMPARE((*loaded)->info(), (*peaks)->info());
    QVERIFY((*loaded)->isWhole());
    QCOMPARE((*loaded)->blockCount(), (*peaks)->blockCount());
    for (std::size_t i = 0; i < (*peaks)->blockCount(); ++i)
        QCOMPARE(*(*loaded)->block(i), *(*peaks)->block(i));
}

void PeaksTest::aDamagedFileOfPeaksIsRefused()
{
    writeWav(path("damaged.wav"), 1, 16000, noise(50'000, 8));
    const auto peaks = scanned(path("damaged.wav"));
    QVERIFY_OK(peaks);
    QVERIFY_OK(savePeaks(path("whole.peaks"), "key", **peaks));
    const std::string whole = read(path("whole.peaks"));
    std::mt19937 random(9);
    for (int round = 0; round < 400; ++round) {
        std::string bytes = whole;
        // Every byte of the header, then any.
        const std::size_t at = round < 200 ? std::size_t(round) : random() % bytes.size();
        bytes[at] = char(bytes[at] ^ char(1 << random() % 8));
        write(path("bad.peaks"), bytes);
        const auto loaded = loadPeaks(path("bad.peaks"), "key");
        QVERIFY2(!loaded, qPrintable(QString("byte %1").arg(at)));
        QCOMPARE(loaded.error().code, Code::Corrupt);
    }
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{5}, std::size_t{11}, std::size_t{60}, whole.size() / 2, whole.size() - 1}) {
        write(path("bad.peaks"), std::string_view(whole).substr(0, size));
        QCOMPARE(loadPeaks(path("bad.peaks"), "key").error().code, Code::Corrupt);
    }
    write(path("bad.peaks"), whole + "more");
    QCOMPARE(loadPeaks(path("bad.peaks"), "key").error().code, Code::Corrupt);
    QCOMPARE(loadPeaks(path("none.peaks"), "key").error().code, Code::NotFound);
}

void PeaksTest::thePeaksOfAnotherSoundAreRefused()
{
    writeWav(path("other.wav"), 1, 16000, noise(5'000, 8));
    const auto peaks = scanned(path("other.wav"));
    QVERIFY_OK(peaks);
    QVERIFY_OK(savePeaks(path("other.peaks"), "key", **peaks));
    QCOMPARE(loadPeaks(path("other.peaks"), "yek").error().code, Code::Corrupt);
}

void PeaksTest::aMovedFileKeepsItsKey()
{
    writeWav(path("here.wav"), 1, 16000, noise(500'000, 10));
    const auto before = contentKey(path("here.wav"));
    QVERIFY_OK(before);
    QCOMPARE(before->size(), 32u);
    fs::rename(path("here.wav"), path("there.wav"));
    QCOMPARE(*contentKey(path("there.wav")), *before);
    QCOMPARE(contentKey(path("here.wav")).error().code, Code::NotFound);
    QCOMPARE(contentKey(m_folder.path().toStdString()).error().code, Code::Unsupported);
}

void PeaksTest::anEditInPlaceChangesTheKey()
{
    writeWav(path("edit.wav"), 1, 16000, noise(500'000, 11));
    const auto time = fs::last_write_time(path("edit.wav"));
    const std::string bytes = read(path("edit.wav"));
    const std::string before = *contentKey(path("edit.wav"));
    // Seen by its bytes at both ends, by its size and by its time, each alone.
    for (const std::size_t at : {std::size_t{50}, bytes.size() - 1}) {
        std::string edited = bytes;
        edited[at] = char(edited[at] + 1);
        write(path("edit.wav"), edited);
        fs::last_write_time(path("edit.wav"), time);
        QVERIFY(*contentKey(path("edit.wav")) != before);
    }
    write(path("edit.wav"), bytes);
    fs::last_write_time(path("edit.wav"), time);
    QCOMPARE(*contentKey(path("edit.wav")), before);
    fs::last_write_time(path("edit.wav"), time + std::chrono::milliseconds(10));
    QVERIFY(*contentKey(path("edit.wav")) != before);
}

REGISTER_TEST(PeaksTest);
#include "peaks_test.moc"
