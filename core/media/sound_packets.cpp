#include "core/media/sound_packets.h"
#include "core/media/frame_bytes.h"
#include <algorithm>
#include <mutex>
#include <utility>

namespace core {

namespace {

// Lists of other files, and anything that reaches out, stay out.
constexpr const char *demuxers = "wav,w64,flac,mp3,aac,mov,ogg,aiff,matroska";

constexpr int mostDamaged = 256;                 // unreadable packets in a row before a file is at its end
constexpr std::int64_t mostLostBytes = 1 << 14;  // more is no damage, but something else that lies between
constexpr std::int64_t beforeFirst = -(std::int64_t{1} << 40);
int interrupted(void *stop)
{
    return static_cast<std::stop_token *>(stop)->stop_requested() ? 1 : 0;
}

}  // namespace

// FFmpeg's parser of the codec, which finds how long a packet is without decoding it.
struct SoundPackets::Parser {
    AVCodecParserContext *parser = nullptr;
    av::Decoder context;

    explicit Parser(const AVCodecParameters &codec)
        : parser(av_parser_init(codec.codec_id)),
          context(avcodec_alloc_context3(nullptr))
    {
        if (parser)
            parser->flags |= PARSER_FLAG_COMPLETE_FRAMES;
        avcodec_parameters_to_context(context.get(), &codec);
    }
    ~Parser() { av_parser_close(parser); }
    int duration(const AVPacket &packet)
    {
        if (!parser || packet.size == 0)
            return 0;
        std::uint8_t *data = nullptr;
        int size = 0;
        parser->duration = 0;
        av_parser_parse2(parser, context.get(), &data, &size, packet.data, packet.size, AV_NOPTS_VALUE, AV_NOPTS_VALUE,
                         packet.pos);
        return parser->duration;
    }
};

Result<std::unique_ptr<SoundPackets>> SoundPackets::open(const std::filesystem::path &file, std::stop_token stop)
{
    static std::once_flag quiet;
    std::call_once(quiet, [] { av_log_set_level(AV_LOG_QUIET); });
    std::error_code failed;
    const auto status = std::filesystem::status(file, failed);
    if (!std::filesystem::exists(status))
        return av::error(failed && status.type() != std::filesystem::file_type::not_found ? Code::Io : Code::NotFound,
                         failed ? failed.message() : "no such file", file);
    if (!std::filesystem::is_regular_file(status))  // opening a pipe would wait for ever
        return av::error(Code::Unsupported, std::filesystem::is_directory(status) ? "a folder" : "no regular file",
                         file);
    std::unique_ptr<SoundPackets> packets(new SoundPackets(file));
    packets->m_stop = std::move(stop);
    packets->m_bytes = static_cast<std::int64_t>(std::filesystem::file_size(file, failed));
    if (packets->m_bytes <= 0)
        return av::error(Code::Corrupt, "an empty file", file);
    if (Status opened = packets->openFile(); !opened)
        return opened.error();
    return packets;
}

SoundPackets::SoundPackets(const std::filesystem::path &file) : m_file(file) {}

SoundPackets::~SoundPackets() = default;

Status SoundPackets::openFile()
{
    m_container.reset();
    AVFormatContext *raw = avformat_alloc_context();
    raw->interrupt_callback = {interrupted, &m_stop};
    raw->max_probe_packets = 1;  // WAV is not searched for DTS, which would read much of it ahead
    AVDictionary *options = nullptr;
    av_dict_set(&options, "protocol_whitelist", "file", 0);
    av_dict_set(&options, "format_whitelist", demuxers, 0);
    av_dict_set(&options, "max_size", "65536", 0);  // of WAV packets: the default makes many
    const int opened = avformat_open_input(&raw, ("file:" + m_file.string()).c_str(), nullptr, &options);
    av_dict_free(&options);
    m_container.reset(raw);
    if (opened < 0)
        return opened == AVERROR_EXIT ? av::error(Code::Cancelled, {}, m_file) : av::failure(opened, m_file);
    if (container() == "aac")  // gives whole frames; FFmpeg's parser would take their places in the file from them
        raw->flags |= AVFMT_FLAG_NOPARSE | AVFMT_FLAG_NOFILLIN;
    m_stream = nullptr;
    for (unsigned i = 0; i < raw->nb_streams; ++i) {
        AVStream *stream = raw->streams[i];
        stream->discard = AVDISCARD_ALL;
        if (stream->codecpar->codec_type != AVMEDIA_TYPE_AUDIO)
            continue;
        const bool better = stream->disposition & AV_DISPOSITION_DEFAULT
                            && !(m_stream && m_stream->disposition & AV_DISPOSITION_DEFAULT);
        if (!m_stream || better)
            m_stream = stream;
    }
    if (!m_stream)
        return av::error(Code::Unsupported, "no sound", m_file);
    m_stream->discard = AVDISCARD_DEFAULT;
    m_parser = std::make_unique<Parser>(*m_stream->codecpar);
    m_ordinal = 0;
    m_wanted = nullptr;
    m_at.reset();
    return ok();
}

Result<bool> SoundPackets::readRaw(AVPacket &packet)
{
    for (int damaged = 0; damaged < mostDamaged;) {
        av_packet_unref(&packet);
        const int read = av_read_frame(m_container.get(), &packet);
        if (read == AVERROR_EXIT || m_stop.stop_requested())
            return av::error(Code::Cancelled, {}, m_file);
        if (read == AVERROR(EIO))
            return av::failure(read, m_file);
        if (read == AVERROR_EOF)
            return false;
        if (read < 0) {
            ++damaged;
            continue;
        }
        damaged = 0;
        if (packet.stream_index != m_stream->index)
            continue;
        if (!m_started)
            m_start = {packet.pts, packet.pos};
        m_started = true;
        return true;
    }
    return false;
}

bool SoundPackets::isRaw() const
{
    const std::string name = container();
    return name == "mp3" || name == "aac";
}

std::int64_t SoundPackets::placeOf(std::int64_t pts) const
{
    return av_rescale_q(pts - m_first.pts, m_stream->time_base, {1, m_first.rate});
}

// In samples; by what the codec says before what the container says.
std::int64_t SoundPackets::durationOf(const AVPacket &packet)
{
    const AVCodecID id = codec().codec_id;
    const bool varies = id == AV_CODEC_ID_OPUS || id == AV_CODEC_ID_VORBIS || id == AV_CODEC_ID_FLAC;
    if (const int parsed = varies ? m_parser->duration(packet) : 0; parsed > 0)
        return parsed;
    if (std::string_view(avcodec_get_name(codec().codec_id)).starts_with("adpcm_")
        || av_get_bits_per_sample(codec().codec_id) > 0)
        if (const int counted = av_get_audio_frame_duration2(m_stream->codecpar, packet.size); counted > 0)
            return counted;
    return m_first.samples;
}

// To the first packet, without reading the headers again where that is safe.
Status SoundPackets::rewind()
{
    m_wanted = nullptr;
    m_at.reset();
    m_ordinal = 0;
    m_frameEnd = -1;
    const int index = m_stream->index;
    if (m_timed && av_seek_frame(m_container.get(), index, m_start.pts, AVSEEK_FLAG_BACKWARD) >= 0)
        return ok();
    if (isRaw() && m_start.pos >= 0 && av_seek_frame(m_container.get(), -1, m_start.pos, AVSEEK_FLAG_BYTE) >= 0)
        return ok();
    return openFile();
}

Status SoundPackets::seek(std::int64_t sample)
{
    m_wanted = nullptr;
    m_at.reset();
    if (m_timed) {
        const std::int64_t at =
            m_first.pts + av_rescale_q(std::max<std::int64_t>(sample, 0), {1, m_first.rate}, m_stream->time_base);
        if (sample > 0 && av_seek_frame(m_container.get(), m_stream->index, at, AVSEEK_FLAG_BACKWARD) >= 0)
            return ok();
        return rewind();
    }
    const auto after = std::ranges::upper_bound(m_entries, sample, {}, &Entry::at);
    if (after == m_entries.begin())
        return rewind();
    const Entry &entry = *std::prev(after);
    const int sought = isRaw() ? av_seek_frame(m_container.get(), -1, entry.pos, AVSEEK_FLAG_BYTE)
                               : av_seek_frame(m_container.get(), m_stream->index, entry.dts, AVSEEK_FLAG_BACKWARD);
    if (sought < 0)
        return rewind();
    m_wanted = &entry;
    return ok();
}

Result<bool> SoundPackets::read(AVPacket &packet)
{
    return m_timed ? readTimed(packet) : readCounted(packet);
}

Result<bool> SoundPackets::readTimed(AVPacket &packet)
{
    for (;;) {
        const auto more = readRaw(packet);
        if (!more || !*more)
            return more;
        if (packet.pts == AV_NOPTS_VALUE && !m_at)
            continue;
        packet.pts = packet.pts == AV_NOPTS_VALUE ? *m_at : placeOf(packet.pts);
        m_at = packet.pts + av_rescale_q(packet.duration, m_stream->time_base, {1, m_first.rate});
        return true;
    }
}

bool SoundPackets::isAt(const Entry &entry, const AVPacket &packet) const
{
    return packet.pos == entry.pos && (isRaw() || packet.dts == entry.dts);
}

// After a seek: reads on to the entry. When it does not come, all is counted again from the beginning.
Result<bool> SoundPackets::readEntry(AVPacket &packet)
{
    const Entry &entry = *m_wanted;
    m_wanted = nullptr;
    for (;;) {
        const auto more = readRaw(packet);
        if (!more)
            return more;
        if (*more && isAt(entry, packet)) {
            m_parser->duration(packet);
            m_frameEnd = -1;
            lostBefore(packet);
            packet.pts = entry.at;
            m_at = entry.next;
            return true;
        }
        if (!*more || packet.pos > entry.pos)
            break;
    }
    if (Status begun = rewind(); !begun)
        return begun.error();
    return readCounted(packet);
}

// Of frames without a container: how many are missing before the one in the packet, by the bytes that are none. A
// packet may have such bytes before its frame, or behind it.
std::int64_t SoundPackets::lostBefore(const AVPacket &packet)
{
    const std::int64_t told = frameBytes({packet.data, static_cast<std::size_t>(packet.size)});
    const bool begins = told > 0 && told <= packet.size;
    const std::int64_t usual = begins ? told : m_frameBytes;
    const std::int64_t at = begins ? packet.pos : packet.pos + packet.size - usual;
    const std::int64_t other = at - std::exchange(m_frameEnd, at + usual);
    m_frameBytes = usual;
    if (other > at || usual <= 0 || other <= usual / 2 || other > mostLostBytes)
        return 0;
    return (other + usual / 2) / usual;
}

Result<bool> SoundPackets::readCounted(AVPacket &packet)
{
    if (m_wanted)
        return readEntry(packet);
    const auto more = readRaw(packet);
    if (!more || !*more)
        return more;
    const std::int64_t duration = durationOf(packet);
    const std::int64_t lost = isRaw() ? lostBefore(packet) : 0;
    if (!m_at && m_ordinal++ < m_first.ordinal) {
        packet.pts = beforeFirst;
        return true;
    }
    packet.pts = m_at ? *m_at + lost * duration : 0;
    m_at = packet.pts + duration;
    return true;
}

}  // namespace core
