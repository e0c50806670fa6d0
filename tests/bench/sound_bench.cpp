// Sounds: from the key to the first samples at the device, decoding, and places in compressed sound.
#include "core/media/av.h"
#include "core/media/player_thread.h"
#include "tests/bench/bench.h"
#include "tests/core/sound_samples.h"
#include <QThread>
#include <algorithm>
#include <cmath>
#include <random>

using namespace core;

namespace {

constexpr double clipBudget = 50;          // ms
constexpr double soundDecodeBudget = 1.1;  // of bare FFmpeg
constexpr double clickBudget = 1;          // ms

// Tells when the player has filled what it gives out, and takes frames as a device does.
struct Gate {
    std::mutex mutex;
    std::condition_variable changed;
    bool running = false;

    OpenOutput opener()
    {
        struct Output : SoundOutput {
            explicit Output(Gate &by) : gate(by) {}
            OutputFormat format() const override { return {}; }
            void run(bool on) override
            {
                const std::scoped_lock lock(gate.mutex);
                gate.running = on;
                gate.changed.notify_all();
            }
            std::int64_t heard() const override { return 0; }
            bool isLost() const override { return false; }
            Gate &gate;
        };
        return [this](PullFrames) { return std::unique_ptr<SoundOutput>(std::make_unique<Output>(*this)); };
    }
    void waitUntil(bool on)
    {
        std::unique_lock lock(mutex);
        changed.wait(lock, [&] { return running == on; });
    }
};

std::vector<double> nextClips(const std::vector<std::filesystem::path> &files, bool prefetch)
{
    Gate gate;
    PlayerThread player(gate.opener(), [] {});
    std::vector<double> ms;
    for (const auto &file : files) {
        if (prefetch) {
            player.prefetch({file});
            QThread::msleep(60);  // the labeler listens to the one before
        }
        ms.push_back(1000 * bench::seconds([&] {
                         player.open(file);
                         player.run([](Player &p) { p.play(); });
                         gate.waitUntil(true);
                     }));
        player.run([](Player &p) { p.close(); });
        gate.waitUntil(false);
    }
    ms.erase(ms.begin());  // opens the device
    return ms;
}

// Nothing but FFmpeg: read, decode, convert to interleaved floats.
std::int64_t bareDecode(const std::filesystem::path &file)
{
    AVFormatContext *raw = nullptr;
    if (avformat_open_input(&raw, file.c_str(), nullptr, nullptr) < 0)
        qFatal("cannot open");
    const av::Container container(raw);
    avformat_find_stream_info(raw, nullptr);
    const AVCodecParameters &codec = *raw->streams[0]->codecpar;
    const AVCodec *found = codec.codec_id == AV_CODEC_ID_OPUS ? avcodec_find_decoder_by_name("libopus")
                                                              : avcodec_find_decoder(codec.codec_id);
    const av::Decoder decoder(avcodec_alloc_context3(found));
    avcodec_parameters_to_context(decoder.get(), &codec);
    decoder->thread_count = 1;
    avcodec_open2(decoder.get(), found, nullptr);
    SwrContext *swr = nullptr;
    swr_alloc_set_opts2(&swr, &decoder->ch_layout, AV_SAMPLE_FMT_FLT, decoder->sample_rate, &decoder->ch_layout,
                        decoder->sample_fmt, decoder->sample_rate, 0, nullptr);
    const av::Converter converter(swr);
    swr_init(swr);
    const av::Packet packet(av_packet_alloc());
    const av::Frame frame(av_frame_alloc());
    std::vector<float> samples;
    std::int64_t count = 0;
    while (av_read_frame(raw, packet.get()) >= 0) {
        avcodec_send_packet(decoder.get(), packet.get());
        av_packet_unref(packet.get());
        while (avcodec_receive_frame(decoder.get(), frame.get()) >= 0) {
            samples.resize(std::size_t(frame->nb_samples * frame->ch_layout.nb_channels));
            auto *out = reinterpret_cast<std::uint8_t *>(samples.data());
            count += swr_convert(swr, &out, frame->nb_samples, const_cast<const std::uint8_t **>(frame->extended_data),
                                 frame->nb_samples);
        }
    }
    return count;
}

std::int64_t ourDecode(const std::filesystem::path &file)
{
    auto sound = SoundFile::open(file);
    std::vector<float> part(16384);
    std::int64_t count = 0;
    for (;;) {
        const auto read = (*sound)->read(part);
        if (!read || *read == 0)
            return count;
        count += std::int64_t(*read);
    }
}

double best(int times, const std::function<void()> &work)
{
    double least = 1e9;
    for (int i = 0; i < times; ++i)
        least = std::min(least, bench::seconds(work));
    return least;
}

}  // namespace

BENCHMARK(next_clip, "next 5-second clip, key to first samples at the device: WAV, MP3, Opus, prefetched and not")
{
    const std::filesystem::path folder = bench::scratchFolder();
    for (const char *kind : {"wav", "mp3", "opus"}) {
        std::vector<std::filesystem::path> files;
        for (int i = 0; i < 41; ++i) {
            files.push_back(folder / (std::to_string(i) + "." + kind));
            if (i == 0)
                encodeSound(files[0], "sine=d=5:r=16000", {});
            else
                std::filesystem::copy_file(files[0], files.back());
        }
        for (const bool prefetch : {true, false}) {
            const auto times = bench::percentiles(nextClips(files, prefetch));
            const std::string what = std::string(kind) + (prefetch ? ", prefetched" : ", not prefetched");
            bench::report(what + ", p95", times.p95, "ms", clipBudget);
            bench::note(what + ", p50", times.p50, "ms");
        }
    }
}

BENCHMARK(sound_decode, "straight decode of 10 min mono 16 kHz against bare FFmpeg: WAV, FLAC, MP3, AAC, Vorbis, Opus")
{
    const std::filesystem::path folder = bench::scratchFolder();
    for (const char *kind : {"wav", "flac", "mp3", "m4a", "ogg", "opus"}) {
        const auto file = folder / (std::string("a.") + kind);
        encodeSound(file, "aevalsrc='0.3*sin(600*t)+0.1*random(0)':s=16000:d=600", {});
        ourDecode(file);  // into the file cache
        const double bare = best(3, [&] { bareDecode(file); });
        bench::reportRatio(kind, best(3, [&] { ourDecode(file); }), bare, "s", soundDecodeBudget);
    }
}

BENCHMARK(sound_seek, "200 random seeks in 10 min with a click each second, in each codec: how far off, how long")
{
    const std::filesystem::path folder = bench::scratchFolder();
    for (const char *kind : {"a.wav", "a.flac", "a.mp3", "a.m4a", "a.ogg", "a.opus"}) {
        const auto file = folder / kind;
        encodeSound(file, clicks(600, 16000), soundKind(kind).options);
        auto opened = SoundFile::open(file);
        SoundFile &sound = **opened;
        const std::int64_t rate = sound.info().rate;
        std::vector<float> part(std::size_t(rate / 4));
        std::mt19937 random(5);
        double farthest = 0;
        std::vector<double> ms;
        for (int i = 0; i < 200; ++i) {
            const std::int64_t click = std::int64_t(random() % 600) * rate + rate / 2;
            const std::int64_t at = click - std::int64_t(random() % std::uint64_t(rate / 5)) - rate / 100;
            ms.push_back(1000 * bench::seconds([&] {
                             if (!sound.seek(at) || !sound.read(part))
                                 qFatal("cannot seek");
                         }));
            const auto loudest = std::ranges::max_element(part, {}, [](float x) { return std::abs(x); });
            farthest = std::max(farthest, 1000.0 * std::abs(double(at + (loudest - part.begin()) - click)) / rate);
        }
        bench::report(std::string(kind) + ", farthest click", farthest, "ms", clickBudget);
        bench::note(std::string(kind) + ", seek and read 250 ms, p95", bench::percentiles(ms).p95, "ms");
    }
}
