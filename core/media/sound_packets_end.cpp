// Where the packets of a sound end: by its times or by counting them.
#include "core/media/sound_packets.h"
#include <algorithm>
#include <cstring>
#include <fstream>

namespace core {

namespace {

constexpr int entryPackets = 64;            // counted packets from one entry of the index to the next
constexpr std::int64_t mostPerByte = 8192;  // samples of the densest silence

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

std::int64_t SoundPackets::droppedBy(const AVPacket &packet) const
{
    const int rate = codec().sample_rate;
    return rate > 0 ? av_rescale(toDrop(packet), m_first.rate, rate) : toDrop(packet);
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

}  // namespace core
