#include "core/media/sound_packets.h"
#include "core/media/frame_bytes.h"
#include <algorithm>
#include <cstring>
#include <fstream>
#include <mutex>
#include <utility>

namespace core {

namespace {

// Lists of other files, and anything that reaches out, stay out.
constexpr const char *demuxers = "wav,w64,flac,mp3,aac,mov,ogg,aiff,matroska";

constexpr int entryPackets = 64;                 // counted packets from one entry of the index to the next
constexpr int mostDamaged = 256;                 // unreadable packets in a row before a file is at its end
constexpr std::int64_t mostLostBytes = 1 << 14;  // more is no damage, but something else that lies between
constexpr std::int64_t beforeFirst = -(std::int64_t{1} << 40);
constexpr std::int64_t mostPerByte = 8192;  // samples of the densest silence

int interrupted(void *stop)
{
    return static_cast<std::stop_token *>(stop)->stop_requested() ? 1 : 0;
}

// Samples of the container's rate to drop at the end of the packet.
std::int64_t toDrop(const AVPacket &packet)
{
    std::size_t size = 0;
    const std::uint8_t *data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
    std::uint32_t dropped = 0;
    if (data && size >= 8)
        std::memcpy(&dropped, data + 4, 4);  // little-endian, as all we build for
    return dropped;
}

constexpr std::string_view oggMark("OggS\0", 5);
constexpr std::size_t oggHeader = 27, oggFlags = 5, oggSerial = 14;

// Several sounds one after another, each with times of its own: the last page is of a stream that does not begin where
// the file does.
bool isChainedOgg(const std::filesystem::path &file, std::int64_t bytes)
{
    constexpr std::int64_t part = 1 << 16;  // no page is longer
    std::ifstream in(file, std::ios::binary);
    std::string head(static_cast<std::size_t>(std::min(part, bytes)), '\0'), tail = head;
    in.read(head.data(), std::ssize(head));
    in.seekg(bytes - std::ssize(tail));
    in.read(tail.data(), std::ssize(tail));
    const std::size_t last = tail.rfind(oggMark);
    if (!in || last == std::string::npos || tail.size() - last < oggHeader)
        return false;
    const std::string serial = tail.substr(last + oggSerial, 4);
    for (std::size_t at = head.find(oggMark); at != std::string::npos && head.size() - at >= oggHeader;
         at = head.find(oggMark, at + 1)) {
        if ((head[at + oggFlags] & 2) == 0)
            break;  // all streams have begun
        if (head.compare(at + oggSerial, 4, serial) == 0)
            return false;
    }
    return true;
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

// Whether the times of packets are exact to the sample, after a seek too.
bool SoundPackets::hasExactTimes() const
{
    const std::string name = container();
    const AVRational base = m_stream->time_base;
    const bool exact = base.num == 1 && (base.den % m_first.rate == 0 || m_first.rate % base.den == 0);
    if (m_first.pts == AV_NOPTS_VALUE)
        return false;
    if (name == "wav" || name == "w64" || name == "aiff")
        return exact && std::string_view(avcodec_get_name(codec().codec_id)).starts_with("pcm_");
    const bool hasGranules = codec().codec_id == AV_CODEC_ID_VORBIS || codec().codec_id == AV_CODEC_ID_OPUS;
    if (name == "flac" || (name == "ogg" && hasGranules && !isChainedOgg(m_file, m_bytes)))
        return exact;
    return name.starts_with("mov") && exact && m_stream->nb_frames > 0;
}

std::int64_t SoundPackets::placeOf(std::int64_t pts) const
{
    return av_rescale_q(pts - m_first.pts, m_stream->time_base, {1, m_first.rate});
}

std::int64_t SoundPackets::droppedBy(const AVPacket &packet) const
{
    const int rate = codec().sample_rate;
    return rate > 0 ? av_rescale(toDrop(packet), m_first.rate, rate) : toDrop(packet);
}

// In samples; by what the codec says before what the container says.
std::int64_t SoundPackets::durationOf(const AVPacket &packet)
{
    if (const int parsed = m_parser->duration(packet); parsed > 0)
        return parsed;
    if (std::string_view(avcodec_get_name(codec().codec_id)).starts_with("adpcm_")
        || av_get_bits_per_sample(codec().codec_id) > 0)
        if (const int counted = av_get_audio_frame_duration2(m_stream->codecpar, packet.size); counted > 0)
            return counted;
    return m_first.samples;
}

Status SoundPackets::measure(const First &first)
{
    m_first = first;
    m_timed = hasExactTimes();
    if (m_timed) {
        auto end = pcmEnd();
        if (!end) {
            auto probed = probeEnd();
            if (!probed)
                return probed.error();
            end = *probed;
        }
        m_timed = end && *end > 0;
        m_end = end.value_or(0);
    }
    if (!m_timed)
        if (Status counted = countAll(); !counted)
            return counted;
    if (m_end <= 0 || m_end / mostPerByte > m_bytes)
        return av::error(Code::Corrupt, std::to_string(m_end) + " samples", m_file);
    return rewind();
}

// Of plain samples in a file: by its size, when the header claims more.
std::optional<std::int64_t> SoundPackets::pcmEnd() const
{
    const std::string name = container();
    const int block = codec().block_align;
    if (!(name == "wav" || name == "w64" || name == "aiff") || block <= 0 || m_first.pos < 0)
        return std::nullopt;
    const std::int64_t held = (m_bytes - m_first.pos) / block;
    const std::int64_t claimed = m_stream->duration;
    return claimed > 0 && claimed != AV_NOPTS_VALUE ? std::min(placeOf(claimed + m_first.pts), held) : held;
}

// The time of the last packet of a table that lies within the file.
std::int64_t SoundPackets::lastWholeTime() const
{
    const int count = avformat_index_get_entries_count(m_stream);
    if (container().starts_with("mov"))
        for (int i = count - 1; i >= 0; --i)
            if (const AVIndexEntry *entry = avformat_index_get_entry(m_stream, i); entry->pos + entry->size <= m_bytes)
                return entry->timestamp;
    const std::int64_t start = m_stream->start_time == AV_NOPTS_VALUE ? 0 : m_stream->start_time;
    return m_stream->duration > 0 ? start + m_stream->duration - 1 : AV_NOPTS_VALUE;
}

// Reads the last packets. Empty: they cannot be found this way.
Result<std::optional<std::int64_t>> SoundPackets::probeEnd()
{
    const std::int64_t last = lastWholeTime();
    if (last == AV_NOPTS_VALUE || av_seek_frame(m_container.get(), m_stream->index, last, AVSEEK_FLAG_BACKWARD) < 0)
        return std::optional<std::int64_t>();
    std::optional<std::int64_t> end;
    std::int64_t at = -1;
    for (;;) {
        const auto more = readRaw(*m_probe);
        if (!more)
            return more.error();
        if (!*more)
            return end;
        if (m_probe->pts != AV_NOPTS_VALUE)
            at = placeOf(m_probe->pts);
        if (at < 0 || m_probe->flags & AV_PKT_FLAG_DISCARD)
            continue;
        const std::int64_t duration = durationOf(*m_probe);
        const std::int64_t told = av_rescale_q(m_probe->duration, m_stream->time_base, {1, m_first.rate});
        // The last one may be cut: by a shorter duration, or by what is to be dropped.
        if (told > 0 && (told < duration || m_first.samples == 0))
            end = at + told;
        else
            end = at + duration - std::min(droppedBy(*m_probe), duration);
        at += duration;
    }
}

Status SoundPackets::countAll()
{
    if (Status begun = rewind(); !begun)
        return begun;
    m_entries.clear();
    const bool canJump = container() != "ogg";  // whose times after a jump are not those before
    std::int64_t beforePos = -1, beforeDts = AV_NOPTS_VALUE, dropped = 0;
    for (std::int64_t n = 0;; ++n) {
        const auto more = readCounted(*m_probe);
        if (!more)
            return more.error();
        if (!*more)
            break;
        const std::int64_t at = m_probe->pts;
        const bool alone = m_probe->pos >= 0 && (m_probe->pos != beforePos || m_probe->dts != beforeDts);
        if (at >= 0 && alone && canJump && n % entryPackets == 0)
            m_entries.push_back({at, *m_at, m_probe->pos, m_probe->dts});
        beforePos = m_probe->pos;
        beforeDts = m_probe->dts;
        if (at >= 0)
            dropped = std::min(droppedBy(*m_probe), *m_at - at);
    }
    m_end = m_at.value_or(0) - dropped;
    m_entries.shrink_to_fit();
    return ok();
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
        m_at = packet.pts + durationOf(packet);
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
