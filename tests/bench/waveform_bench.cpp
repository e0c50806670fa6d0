// Long sounds: how soon they are drawn, what reading them costs beside bare decoding, how they move.
#include "tests/bench/bench.h"
#include "core/media/spectrogram.h"
#include "widgets/audio/wave_view.h"
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTest>
#include <fstream>
#include <random>
#include <unistd.h>
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

using namespace widgets;

namespace {

constexpr int rate = 16000;
constexpr double firstBudget = 300, secondBudget = 100, frameBudget = 16;  // ms
constexpr double scanBudget = 1.5, memoryBudget = 50;                      // MB
constexpr QSize viewSize{1600, 600};
constexpr int patienceMs = 300'000;

double megabytesNow()
{
    long pages = 0, resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    return double(resident) * double(sysconf(_SC_PAGESIZE)) / (1 << 20);
}

// Words and pauses: noise of changing loudness and pitch.
std::vector<std::int16_t> speechLike(std::size_t count)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<float> noise(-1, 1), level(0.02f, 0.9f), smooth(0.05f, 0.6f);
    std::vector<std::int16_t> out(count);
    float value = 0, loud = 0, wanted = 0, share = 0.3f;
    for (std::size_t i = 0; i < count; ++i) {
        if (i % 4096 == 0) {
            wanted = random() % 4 == 0 ? 0.001f : level(random);
            share = smooth(random);
        }
        loud += (wanted - loud) * 0.002f;
        value += (noise(random) - value) * share;
        out[i] = std::int16_t(value * loud * 32000);
    }
    return out;
}

void writeWav(const QString &file, int seconds)
{
    const auto number = [](std::uint32_t value, int bytes) {
        return QByteArray(reinterpret_cast<const char *>(&value), bytes);
    };
    const auto size = std::uint32_t(seconds) * rate * 2;
    std::ofstream out(file.toStdString(), std::ios::binary);
    out << ("RIFF" + number(36 + size, 4) + "WAVEfmt " + number(16, 4) + number(1, 2) + number(1, 2) + number(rate, 4)
            + number(rate * 2, 4) + number(2, 2) + number(16, 2) + "data" + number(size, 4))
               .toStdString();
    const std::vector<std::int16_t> part = speechLike(std::size_t(rate) * 61);
    std::mt19937 random(2);
    for (int second = 0; second < seconds; ++second)
        out.write(reinterpret_cast<const char *>(part.data() + random() % (60 * rate)), rate * 2);
}

// Reads and decodes everything and looks at nothing.
std::int64_t bareDecode(const QString &file)
{
    AVFormatContext *container = nullptr;
    if (avformat_open_input(&container, file.toLocal8Bit().constData(), nullptr, nullptr) < 0
        || avformat_find_stream_info(container, nullptr) < 0)
        qFatal("cannot decode the sound");
    AVCodecContext *decoder = avcodec_alloc_context3(nullptr);
    avcodec_parameters_to_context(decoder, container->streams[0]->codecpar);
    avcodec_open2(decoder, avcodec_find_decoder(decoder->codec_id), nullptr);
    AVPacket *packet = av_packet_alloc();
    AVFrame *frame = av_frame_alloc();
    std::int64_t samples = 0;
    while (av_read_frame(container, packet) >= 0) {
        avcodec_send_packet(decoder, packet);
        while (avcodec_receive_frame(decoder, frame) >= 0)
            samples += frame->nb_samples;
        av_packet_unref(packet);
    }
    av_frame_free(&frame);
    av_packet_free(&packet);
    avcodec_free_context(&decoder);
    avformat_close_input(&container);
    return samples;
}

double scan(const QString &file)
{
    return bench::seconds([&] {
        const auto sound = core::SoundFile::open(file.toStdString());
        if (!sound)
            qFatal("%s", core::describe(sound.error()).c_str());
        const auto known = std::make_shared<const core::Peaks>((*sound)->info());
        const auto whole = core::scanPeaks(
            **sound, known, [] { return 0; }, [](const auto &) {}, {});
        if (!whole || !(*whole)->isWhole())
            qFatal("the scan failed");
    });
}

// Seconds of the scan and of bare decoding. In turns, so that both meet the same machine; the quicker of two each.
std::pair<double, double> scanAndBare(const QString &file)
{
    double ours = 1e9, bare = 1e9;
    for (int round = 0; round < 2; ++round) {
        bare = std::min(bare, bench::seconds([&] { (void)bareDecode(file); }));
        ours = std::min(ours, scan(file));
    }
    return {ours, bare};
}

struct Window {
    explicit Window(const QString &cache) : media(2, qint64{64} << 20)
    {
        media.setCacheFolder(cache);
        view.resize(viewSize);
        view.show();
        QCoreApplication::processEvents();
    }
    void paint() { view.render(&image); }
    // Is there more than the line of silence?
    bool isDrawn()
    {
        paint();
        const int y = viewSize.height() / 2 - 60;
        for (int x = 0; x < viewSize.width(); ++x)
            if (image.pixel(x, y) != image.pixel(x, 30))
                return true;
        return false;
    }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return view.info() && view.isSettled(); }, patienceMs))
            qFatal("the view does not settle");
    }

    MediaService media;
    WaveView view{media};
    QImage image{viewSize, QImage::Format_RGB32};
};

double msToDrawn(Window &window, const QString &file)
{
    QElapsedTimer since;
    since.start();
    window.view.showSound(file.toStdString());
    while (!window.view.info() || !window.isDrawn())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return double(since.nsecsElapsed()) / 1e6;
}

double msToWhole(Window &window, const QString &file)
{
    return 1000 * bench::seconds([&] {
               window.view.showSound(file.toStdString());
               window.settle();
               window.paint();
           });
}

// Each view twice: as soon as the hand moves, and when all that is in sight has come.
void moveAbout(Window &window, const std::string &what, int views)
{
    std::mt19937 random(3);
    const auto length = double(window.view.info()->length);
    std::vector<double> first, settled, waited;
    int unsettled = 0;
    for (int i = 0; i < views; ++i) {
        const double perPixel =
            std::exp(std::uniform_real_distribution<>(std::log(1 / 16.0), std::log(length / 1600))(random));
        const double begin = std::uniform_real_distribution<>(0, length)(random);
        first.push_back(1000 * bench::seconds([&] {
                            window.view.setTimeView({begin, perPixel});
                            window.paint();
                        }));
        unsettled += !window.view.isSettled();
        waited.push_back(1000 * bench::seconds([&] { window.settle(); }));
        settled.push_back(1000 * bench::seconds([&] { window.paint(); }));
    }
    bench::report(what + ", p95", bench::percentiles(first).p95, "ms", frameBudget);
    bench::report(what + ", in full, p95", bench::percentiles(settled).p95, "ms", frameBudget);
    bench::note(what + ", until in full, p95", bench::percentiles(waited).p95, "ms");
    bench::note(what + ", not in full at once", 100.0 * unsettled / views, "%");
}

void noteTiles(const QString &file)
{
    const auto sound = core::SoundFile::open(file.toStdString());
    if (!sound)
        qFatal("%s", core::describe(sound.error()).c_str());
    for (const std::int64_t hop : {64, 1024, 65536}) {
        const std::int64_t index = (*sound)->info().length / hop / core::tileColumns / 2;
        bench::note("a tile of 256 columns, hop " + std::to_string(hop),
                    1000 * bench::seconds([&] {
                        if (!core::spectrogramTile(**sound, {}, {0, hop, index}, {}))
                            qFatal("the tile failed");
                    }),
                    "ms");
    }
}

void openAndMove(const QString &file, const QString &cache)
{
    {
        Window window(cache);
        window.paint();
        const double before = megabytesNow();  // a window without a sound
        bench::report("first opening to a drawn waveform", msToDrawn(window, file), "ms", firstBudget);
        bench::note("first opening to the whole waveform", 1000 * bench::seconds([&] { window.settle(); }), "ms");
        moveAbout(window, "a random view", 500);
        bench::report("growth of the resident set", megabytesNow() - before, "MB", memoryBudget);
        SpectrogramSettings below;
        below.place = SpectrogramSettings::Place::Below;
        window.view.setSpectrogram(below);
        moveAbout(window, "a random view with spectrogram", 100);
        bench::note("growth of the resident set, with spectrograms", megabytesNow() - before, "MB");
    }
    Window window(cache);
    bench::report("second opening to the whole waveform", msToWhole(window, file), "ms", secondBudget);
}

}  // namespace

BENCHMARK(waveform_10h, "10 h of 16 kHz mono WAV: first and second opening, scan beside bare decoding, 500 views")
{
    const QString folder = QString::fromStdString(bench::scratchFolder()), file = folder + "/long.wav";
    writeWav(file, 36'000);
    openAndMove(file, folder + "/cache");
    const auto [ours, bare] = scanAndBare(file);
    bench::reportRatio("scan for peaks, beside bare decoding", ours, bare, "s", scanBudget);
    noteTiles(file);
    QFile::remove(file);
}

BENCHMARK(waveform_mp3, "4 h of MP3, 16 kHz mono: the coarse picture, scan beside bare decoding, tiles")
{
    const QString folder = QString::fromStdString(bench::scratchFolder());
    writeWav(folder + "/part.wav", 600);
    const QStringList encode{"-v",
                             "error",
                             "-y",
                             "-i",
                             folder + "/part.wav",
                             "-b:a",
                             "48k",
                             "-write_xing",
                             "0",
                             "-id3v2_version",
                             "0",
                             folder + "/part.mp3"};
    if (QProcess::execute("ffmpeg", encode) != 0)
        qFatal("ffmpeg is needed to encode the sound");
    QFile part(folder + "/part.mp3"), whole(folder + "/long.mp3");
    if (!part.open(QIODevice::ReadOnly) || !whole.open(QIODevice::WriteOnly))
        qFatal("cannot write the sound");
    const QByteArray bytes = part.readAll();
    for (int i = 0; i < 24; ++i)
        whole.write(bytes);
    whole.close();
    Window window(folder + "/cache");
    bench::note("opening, which finds every packet",
                1000 * bench::seconds([&] { (void)core::probeSound(whole.fileName().toStdString()); }), "ms");
    bench::note("first opening to a drawn waveform", msToDrawn(window, whole.fileName()), "ms");
    bench::note("first opening to the whole waveform", 1000 * bench::seconds([&] { window.settle(); }), "ms");
    const auto [ours, bare] = scanAndBare(whole.fileName());
    bench::note("scan for peaks, with opening", ours, "s");
    bench::note("bare decoding", bare, "s");
    noteTiles(whole.fileName());
}
