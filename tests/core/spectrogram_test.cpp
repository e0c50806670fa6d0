#include "core/media/spectrogram.h"
#include "core/media/peaks.h"
#include "tests/core/wave_samples.h"
#include "tests/test_registry.h"
#include <QTemporaryDir>

using namespace core;
using namespace tests;

namespace {

constexpr int rate = 16000;

// The level of a bin counted from the lowest.
int level(const SpectrogramTile &tile, int column, int bin)
{
    return tile.levels[std::size_t(tile.bins - 1 - bin) * tileColumns + std::size_t(column)];
}

int loudest(const SpectrogramTile &tile, int column)
{
    int best = 0;
    for (int bin = 0; bin < tile.bins; ++bin)
        if (level(tile, column, bin) > level(tile, column, best))
            best = bin;
    return best;
}

}  // namespace

class SpectrogramTest : public QObject {
    Q_OBJECT
private slots:
    void aSineOfFullScaleIsZeroDecibelsInItsBin_data();
    void aSineOfFullScaleIsZeroDecibelsInItsBin();
    void halfTheAmplitudeIsSixDecibelsLess();
    void silenceAndWhatLiesOutsideAreTheLeast();
    void columnsLieWhereTheSoundIs();
    void channelsAreTheirOwnAndTheMixIsTheirMean();
    void aCoarseTileShowsTheSameTones();
    void everyWindowLengthHasHalfAsManyBins();
    void aStoppedTileIsCancelled();

private:
    Result<SpectrogramTile> tileOf(int channels, const Samples &samples, const SpectrumShape &shape,
                                   const TilePlace &place, const std::stop_token &stop = {})
    {
        const std::filesystem::path file = m_folder.filePath("sound.wav").toStdString();
        writeWav(file, channels, rate, samples);
        auto sound = SoundFile::open(file);
        if (!sound)
            return sound.error();
        return spectrogramTile(**sound, shape, place, stop);
    }
    QTemporaryDir m_folder;
};

void SpectrogramTest::aSineOfFullScaleIsZeroDecibelsInItsBin_data()
{
    QTest::addColumn<int>("shape");
    QTest::addRow("Hann") << int(WindowShape::Hann);
    QTest::addRow("Hamming") << int(WindowShape::Hamming);
    QTest::addRow("Blackman") << int(WindowShape::Blackman);
    QTest::addRow("rectangular") << int(WindowShape::Rectangular);
}

void SpectrogramTest::aSineOfFullScaleIsZeroDecibelsInItsBin()
{
    QFETCH(int, shape);
    const auto tile = tileOf(1, sine(rate * 2, 1000, rate), {512, WindowShape(shape)}, {0, 64, 0});
    QVERIFY_OK(tile);
    for (int column = 10; column < 200; ++column) {
        QCOMPARE(loudest(*tile, column), 1000 * 512 / rate);
        QVERIFY(std::abs(level(*tile, column, 32) - 255) <= 1);
        QVERIFY(level(*tile, column, 200) < 120);
    }
}

void SpectrogramTest::halfTheAmplitudeIsSixDecibelsLess()
{
    const auto tile = tileOf(1, sine(rate * 2, 1000, rate, 0.5), {}, {0, 64, 0});
    QVERIFY_OK(tile);
    QCOMPARE(level(*tile, 100, 32), 243);
}

void SpectrogramTest::silenceAndWhatLiesOutsideAreTheLeast()
{
    const auto silence = tileOf(1, Samples(rate, 0), {}, {0, 64, 0});
    QVERIFY_OK(silence);
    QCOMPARE(std::ranges::max(silence->levels), std::uint8_t{0});
    const auto behind = tileOf(1, sine(rate, 1000, rate), {}, {0, 64, 5});
    QVERIFY_OK(behind);
    QCOMPARE(std::ranges::max(behind->levels), std::uint8_t{0});
}

void SpectrogramTest::columnsLieWhereTheSoundIs()
{
    Samples samples(rate, 0);
    samples[6400 + 32] = 30000;  // in the middle of column 100 of hops of 64
    const auto tile = tileOf(1, samples, {128, WindowShape::Hann}, {0, 64, 0});
    QVERIFY_OK(tile);
    int best = 0;
    for (int column = 0; column < tileColumns; ++column)
        if (level(*tile, column, 20) > level(*tile, best, 20))
            best = column;
    QCOMPARE(best, 100);
    QCOMPARE(level(*tile, 97, 20), 0);
    QCOMPARE(level(*tile, 103, 20), 0);
    const auto third = tileOf(1, samples, {128, WindowShape::Hann}, {0, 16, 1});  // columns 256… of hops of 16
    QVERIFY_OK(third);
    QVERIFY(level(*third, 6432 / 16 - 256, 20) > 150);
    QCOMPARE(level(*third, 6432 / 16 - 256 - 10, 20), 0);
}

void SpectrogramTest::channelsAreTheirOwnAndTheMixIsTheirMean()
{
    const Samples low = sine(rate, 1000, rate), high = sine(rate, 3000, rate);
    Samples both;
    for (std::size_t i = 0; i < low.size(); ++i)
        both.insert(both.end(), {low[i], high[i]});
    QCOMPARE(loudest(*tileOf(2, both, {}, {0, 32, 0}), 100), 32);
    QCOMPARE(loudest(*tileOf(2, both, {}, {1, 32, 0}), 100), 96);
    const auto mix = tileOf(2, both, {}, {mixedChannels, 32, 0});
    QVERIFY_OK(mix);
    QCOMPARE(level(*mix, 100, 32), 243);
    QCOMPARE(level(*mix, 100, 96), 243);
}

void SpectrogramTest::aCoarseTileShowsTheSameTones()
{
    Samples samples = sine(std::size_t(rate) * 60, 1000, rate);
    const Samples high = sine(std::size_t(rate) * 60, 4000, rate);
    std::ranges::copy(high, std::back_inserter(samples));
    constexpr std::int64_t hop = std::int64_t{rate} * 120 / tileColumns;
    const auto tile = tileOf(1, samples, {}, {0, hop, 0});
    QVERIFY_OK(tile);
    for (int column = 1; column < tileColumns - 1; ++column)
        if (std::abs(column - tileColumns / 2) > 1) {
            QCOMPARE(loudest(*tile, column), column < tileColumns / 2 ? 32 : 128);
            QVERIFY(std::abs(level(*tile, column, loudest(*tile, column)) - 255) <= 1);
        }
}

void SpectrogramTest::everyWindowLengthHasHalfAsManyBins()
{
    for (int length = leastWindow; length <= mostWindow; length *= 2) {
        const auto tile = tileOf(1, sine(rate * 2, 2000, rate), {length, WindowShape::Hann}, {0, 64, 0});
        QVERIFY_OK(tile);
        QCOMPARE(tile->bins, length / 2);
        QCOMPARE(tile->levels.size(), std::size_t(length / 2) * tileColumns);
        QCOMPARE(loudest(*tile, 128), 2000 * length / rate);
    }
}

void SpectrogramTest::aStoppedTileIsCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(tileOf(1, sine(rate, 1000, rate), {}, {0, 64, 0}, stop.get_token()).error().code, Code::Cancelled);
}

REGISTER_TEST(SpectrogramTest);
#include "spectrogram_test.moc"
