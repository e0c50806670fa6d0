#include "core/media/sound_file.h"
#include <algorithm>
#include <array>
#include <cstring>
#include <vector>
extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswresample/swresample.h>
}

namespace core {

namespace {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T *thing) const
    {
        Free(&thing);
    }
};
using Container = std::unique_ptr<AVFormatContext, Freed<avformat_close_input>>;
using Decoder = std::unique_ptr<AVCodecContext, Freed<avcodec_free_context>>;
using Packet = std::unique_ptr<AVPacket, Freed<av_packet_free>>;
using Frame = std::unique_ptr<AVFrame, Freed<av_frame_free>>;
using Converter = std::unique_ptr<SwrContext, Freed<swr_free>>;

Error failure(int code, const std::filesystem::path &file)
{
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    const Code kind = code == AVERROR(ENOENT) ? Code::NotFound : code == AVERROR_INVALIDDATA ? Code::Corrupt : Code::Io;
    return {kind, text.data(), {file.string(), 0, 0, {}}};
}

Error unsupported(std::string what, const std::filesystem::path &file)
{
    return {Code::Unsupported, std::move(what), {file.string(), 0, 0, {}}};
}

// Lists of other files, and anything that reaches out, stay out.
constexpr const char *demuxers = "wav,w64,flac,mp3,aac,mov,ogg,aiff,matroska";

constexpr std::int64_t prerollSeconds = 1;  // decoded and thrown away before a place in compressed sound

}  // namespace

struct SoundFile::Impl {
    std::filesystem::path file;
    Container container;
    Decoder decoder;
    Converter converter;
    AVStream *stream = nullptr;
    Packet packet{av_packet_alloc()};
    Frame frame{av_frame_alloc()};
    SoundInfo info;
    std::int64_t position = 0;
    std::vector<float> ready;  // decoded, from `position` on
    bool ended = false;

    Status openFile();
    Status openDecoder();
    Result<bool> decodeMore(std::int64_t from);
    void take(std::int64_t from);
};

Status SoundFile::Impl::openFile()
{
    AVFormatContext *raw = nullptr;
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", demuxers, 0);
    const int opened = avformat_open_input(&raw, ("file:" + file.string()).c_str(), nullptr, &options);
    av_dict_free(&options);
    container.reset(raw);
    if (opened < 0)
        return failure(opened, file);
    if (const int found = avformat_find_stream_info(raw, nullptr); found < 0)
        return failure(found, file);
    const int index = av_find_best_stream(raw, AVMEDIA_TYPE_AUDIO, -1, -1, nullptr, 0);
    if (index < 0)
        return unsupported("no sound", file);
    stream = raw->streams[index];
    return openDecoder();
}

Status SoundFile::Impl::openDecoder()
{
    const AVCodecParameters &codec = *stream->codecpar;
    const AVCodec *found = avcodec_find_decoder(codec.codec_id);
    if (!found)
        return unsupported(avcodec_get_name(codec.codec_id), file);
    if (codec.sample_rate <= 0 || codec.ch_layout.nb_channels < 1 || codec.ch_layout.nb_channels > maxSoundChannels)
        return unsupported(std::to_string(codec.ch_layout.nb_channels) + " channels, "
                               + std::to_string(codec.sample_rate) + " Hz",
                           file);
    decoder.reset(avcodec_alloc_context3(found));
    if (const int set = avcodec_parameters_to_context(decoder.get(), &codec); set < 0)
        return failure(set, file);
    decoder->pkt_timebase = stream->time_base;
    if (const int opened = avcodec_open2(decoder.get(), found, nullptr); opened < 0)
        return failure(opened, file);
    info = {container->iformat->name, found->name, codec.ch_layout.nb_channels, codec.sample_rate, 0};
    if (stream->duration != AV_NOPTS_VALUE)
        info.length = av_rescale_q(stream->duration, stream->time_base, {1, info.rate});
    SwrContext *raw = nullptr;
    const int made = swr_alloc_set_opts2(&raw, &decoder->ch_layout, AV_SAMPLE_FMT_FLT, info.rate, &decoder->ch_layout,
                                         decoder->sample_fmt, info.rate, 0, nullptr);
    converter.reset(raw);
    if (made < 0)
        return failure(made, file);
    if (const int begun = swr_init(raw); begun < 0)
        return failure(begun, file);
    return ok();
}

// What the frame holds from `from` on goes to `ready`.
void SoundFile::Impl::take(std::int64_t from)
{
    const std::int64_t start = stream->start_time == AV_NOPTS_VALUE ? 0 : stream->start_time;
    const std::int64_t at =
        frame->pts == AV_NOPTS_VALUE ? from : av_rescale_q(frame->pts - start, stream->time_base, {1, info.rate});
    std::vector<float> samples(static_cast<std::size_t>(frame->nb_samples) * info.channels);
    auto *out = reinterpret_cast<std::uint8_t *>(samples.data());
    swr_convert(converter.get(), &out, frame->nb_samples, const_cast<const std::uint8_t **>(frame->extended_data),
                frame->nb_samples);
    const std::int64_t skipped = std::clamp<std::int64_t>(from - at, 0, frame->nb_samples);
    ready.insert(ready.end(), samples.begin() + skipped * info.channels, samples.end());
}

Result<bool> SoundFile::Impl::decodeMore(std::int64_t from)
{
    for (;;) {
        const int got = avcodec_receive_frame(decoder.get(), frame.get());
        if (got == AVERROR_EOF)
            return false;
        if (got >= 0) {
            take(from);
            return true;
        }
        if (got != AVERROR(EAGAIN))
            return failure(got, file);
        const int read = av_read_frame(container.get(), packet.get());
        if (read < 0) {
            avcodec_send_packet(decoder.get(), nullptr);
            continue;
        }
        if (packet->stream_index == stream->index)
            avcodec_send_packet(decoder.get(), packet.get());  // a damaged packet is silence: the next one goes on
        av_packet_unref(packet.get());
    }
}

SoundFile::SoundFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

SoundFile::~SoundFile() = default;

Result<std::unique_ptr<SoundFile>> SoundFile::open(const std::filesystem::path &file)
{
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    if (Status opened = impl->openFile(); !opened)
        return opened.error();
    return std::unique_ptr<SoundFile>(new SoundFile(std::move(impl)));
}

const SoundInfo &SoundFile::info() const
{
    return m_impl->info;
}

std::int64_t SoundFile::position() const
{
    return m_impl->position;
}

Status SoundFile::seek(std::int64_t sample)
{
    Impl &s = *m_impl;
    sample = std::clamp<std::int64_t>(sample, 0, s.info.length);
    const std::int64_t start = s.stream->start_time == AV_NOPTS_VALUE ? 0 : s.stream->start_time;
    const std::int64_t from = std::max<std::int64_t>(0, sample - prerollSeconds * s.info.rate);
    const std::int64_t at = start + av_rescale_q(from, {1, s.info.rate}, s.stream->time_base);
    if (const int sought = av_seek_frame(s.container.get(), s.stream->index, at, AVSEEK_FLAG_BACKWARD); sought < 0)
        return failure(sought, s.file);
    avcodec_flush_buffers(s.decoder.get());
    s.ready.clear();
    s.position = sample;
    s.ended = false;
    return ok();
}

Result<std::size_t> SoundFile::read(std::span<float> out)
{
    Impl &s = *m_impl;
    while (s.ready.size() < out.size() && !s.ended) {
        const std::int64_t next = s.position + static_cast<std::int64_t>(s.ready.size()) / s.info.channels;
        const auto more = s.decodeMore(next);
        if (!more)
            return more.error();
        s.ended = !*more;
    }
    const std::size_t count = std::min(out.size(), s.ready.size());
    std::copy_n(s.ready.begin(), count, out.begin());
    s.ready.erase(s.ready.begin(), s.ready.begin() + static_cast<std::ptrdiff_t>(count));
    s.position += static_cast<std::int64_t>(count) / s.info.channels;
    return count / s.info.channels;
}

Result<SoundInfo> probeSound(const std::filesystem::path &file)
{
    auto sound = SoundFile::open(file);
    if (!sound)
        return sound.error();
    return (*sound)->info();
}

}  // namespace core
