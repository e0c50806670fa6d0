#include "core/media/sound_decoder.h"
#include <algorithm>
#include <cstring>

namespace core {

namespace {

bool isPlain(AVCodecID codec)
{
    return std::string_view(avcodec_get_name(codec)).starts_with("pcm_");
}

}  // namespace

Result<SoundDecoder> SoundDecoder::open(const AVCodecParameters &codec, const std::filesystem::path &file)
{
    SoundDecoder decoder;
    decoder.m_file = file;
    decoder.m_codec.reset(avcodec_parameters_alloc());
    if (const int copied = avcodec_parameters_copy(decoder.m_codec.get(), &codec); copied < 0)
        return av::failure(copied, file);
    if (Status begun = decoder.restart(); !begun)
        return begun.error();
    return decoder;
}

Status SoundDecoder::restart()
{
    const AVCodecParameters &codec = *m_codec;
    // FFmpeg's own decoder of Opus does not give every packet its length; libopus does.
    const AVCodec *found = codec.codec_id == AV_CODEC_ID_OPUS ? avcodec_find_decoder_by_name("libopus") : nullptr;
    if (!found)
        found = avcodec_find_decoder(codec.codec_id);
    if (!found)
        return av::error(Code::Unsupported, avcodec_get_name(codec.codec_id), m_file);
    m_context.reset(avcodec_alloc_context3(found));
    AVCodecContext &context = *m_context;
    if (const int set = avcodec_parameters_to_context(&context, &codec); set < 0)
        return av::failure(set, m_file);
    context.flags2 |= AV_CODEC_FLAG2_SKIP_MANUAL;  // delay and padding are taken off by place
    context.thread_count = 1;
    if (const int opened = avcodec_open2(&context, found, nullptr); opened < 0)
        return av::failure(opened, m_file);
    return ok();
}

void SoundDecoder::send(const AVPacket *packet)
{
    (void)avcodec_send_packet(m_context.get(), packet);
}

const AVFrame *SoundDecoder::receive()
{
    for (int damaged = 0; damaged < 8; ++damaged) {
        const int got = avcodec_receive_frame(m_context.get(), m_frame.get());
        if (got >= 0 && m_frame->nb_samples > 0)
            return m_frame.get();
        if (got == AVERROR(EAGAIN) || got == AVERROR_EOF)
            return nullptr;
    }
    return nullptr;
}

void SoundDecoder::flush()
{
    avcodec_flush_buffers(m_context.get());
}

Status SoundDecoder::convertFrom(const AVFrame &frame, int channels)
{
    const int had = frame.ch_layout.nb_channels;
    AVChannelLayout in{}, out{};
    av_channel_layout_copy(&in, &frame.ch_layout);
    if (had == channels)
        av_channel_layout_copy(&out, &in);
    else
        av_channel_layout_default(&out, channels);
    SwrContext *raw = nullptr;
    const int made = swr_alloc_set_opts2(&raw, &out, AV_SAMPLE_FMT_FLT, frame.sample_rate, &in,
                                         static_cast<AVSampleFormat>(frame.format), frame.sample_rate, 0, nullptr);
    av_channel_layout_uninit(&in);
    av_channel_layout_uninit(&out);
    m_converter.reset(raw);
    if (made < 0 || swr_init(raw) < 0)
        return av::error(Code::Unsupported, std::to_string(channels) + " channels, then " + std::to_string(had),
                         m_file);
    m_format = frame.format;
    m_channels = had;
    return ok();
}

Status SoundDecoder::append(const AVFrame &frame, int from, int to, int channels, std::vector<float> &out)
{
    if (frame.format != m_format || frame.ch_layout.nb_channels != m_channels)
        if (Status made = convertFrom(frame, channels); !made)
            return made;
    const std::size_t before = out.size();
    const auto width = static_cast<std::size_t>(channels);
    out.resize(before + static_cast<std::size_t>(frame.nb_samples) * width);
    auto *target = reinterpret_cast<std::uint8_t *>(out.data() + before);
    const int got = swr_convert(m_converter.get(), &target, frame.nb_samples,
                                const_cast<const std::uint8_t **>(frame.extended_data), frame.nb_samples);
    if (got != frame.nb_samples)
        return av::error(Code::Corrupt, "samples that cannot be converted", m_file);
    out.resize(before + static_cast<std::size_t>(to) * width);
    out.erase(out.begin() + static_cast<std::ptrdiff_t>(before),
              out.begin() + static_cast<std::ptrdiff_t>(before + static_cast<std::size_t>(from) * width));
    return ok();
}

std::int64_t SoundDecoder::preroll(std::int64_t usual) const
{
    switch (m_context->codec_id) {
    case AV_CODEC_ID_MP1:
    case AV_CODEC_ID_MP2:
    case AV_CODEC_ID_MP3:                      // the bit reservoir reaches back 511 bytes
    case AV_CODEC_ID_AAC: return 48 * usual;   // spectral band replication has its headers now and then
    case AV_CODEC_ID_OPUS: return 24'000;      // predicts from what was before: half a second leaves no trace
    case AV_CODEC_ID_VORBIS: return 2 * 8192;  // the windows of the longest blocks overlap
    case AV_CODEC_ID_FLAC:
    case AV_CODEC_ID_ALAC: return 0;
    default: return isPlain(m_context->codec_id) ? 0 : 4 * usual;
    }
}

}  // namespace core
