#include "core/media/sound_file.h"
#include "core/media/sound_decoder.h"
#include "core/media/sound_packets.h"
#include <algorithm>
#include <cstring>

namespace core {

namespace {

constexpr int firstPackets = 200;  // in which something must be heard

std::int64_t firstNumber(const std::uint8_t *data, std::size_t size)
{
    std::uint32_t number = 0;
    if (data && size >= sizeof number)
        std::memcpy(&number, data, sizeof number);  // little-endian, as all we build for
    return number;
}

// Samples to drop at the beginning of the packet.
std::int64_t skippedBy(const AVPacket &packet)
{
    std::size_t size = 0;
    const std::uint8_t *data = av_packet_get_side_data(&packet, AV_PKT_DATA_SKIP_SAMPLES, &size);
    return firstNumber(data, size);
}

}  // namespace

// Places in here count what the decoder gives; what is heard begins at `skip`.
struct SoundFile::Impl {
    std::filesystem::path file;
    std::unique_ptr<SoundPackets> packets;
    std::optional<SoundDecoder> decoder;
    av::Packet packet{av_packet_alloc()};
    SoundInfo info;
    std::int64_t skip = 0, end = 0;
    std::int64_t packetSamples = 0;  // of a usual packet

    std::int64_t at = 0;       // of the next sample read
    std::int64_t decoded = 0;  // behind the last frame
    std::int64_t silence = 0;  // comes first, then
    std::vector<float> ready;  // what is left of it from `taken` on
    std::size_t taken = 0;
    bool draining = false;

    Status open(std::stop_token stop);
    struct Found {
        SoundPackets::First packet;
        std::int64_t keptPts = AV_NOPTS_VALUE;  // of the first packet that the container does not drop
    };
    Result<Found> findFirst();
    Status check(const AVFrame &frame);
    std::int64_t skipTold(const AVFrame &frame) const;
    Status fill();
    Status take(const AVFrame &frame);
    Status seek(std::int64_t place);
};

Status SoundFile::Impl::open(std::stop_token stop)
{
    auto opened = SoundPackets::open(file, std::move(stop));
    if (!opened)
        return opened.error();
    packets = std::move(*opened);
    auto made = SoundDecoder::open(packets->codec(), file);
    if (!made)
        return made.error();
    decoder.emplace(std::move(*made));
    const auto first = findFirst();
    if (!first)
        return first.error();
    if (Status measured = packets->measure(first->packet); !measured)
        return measured;
    end = packets->end();
    if (packets->tellsTimes() && first->keptPts != AV_NOPTS_VALUE)
        skip = std::max(skip, packets->placeOf(first->keptPts));
    info.length = end - skip;
    if (info.length <= 0)
        return av::error(Code::Corrupt, "nothing to hear", file);
    return seek(skip);
}

// The first packet that gives samples, and how much of the beginning is not to be heard.
Result<SoundFile::Impl::Found> SoundFile::Impl::findFirst()
{
    std::vector<std::pair<std::int64_t, std::int64_t>> seen;  // time and place in the file of each packet
    Found found;
    bool kept = false, more = true;
    while (more && std::ssize(seen) < firstPackets && !(kept && info.rate > 0)) {
        const auto read = packets->readRaw(*packet);
        if (!read)
            return read.error();
        more = *read;
        if (more) {
            if (info.rate == 0)
                skip = std::max(skip, skippedBy(*packet));
            if (!kept && !(packet->flags & AV_PKT_FLAG_DISCARD))
                found.keptPts = packet->pts;
            kept = kept || !(packet->flags & AV_PKT_FLAG_DISCARD);
            seen.emplace_back(packet->pts, packet->pos);
            packet->pts = std::ssize(seen) - 1;
        }
        if (info.rate > 0)
            continue;
        decoder->send(more ? packet.get() : nullptr);
        if (const AVFrame *frame = decoder->receive()) {
            if (Status good = check(*frame); !good)
                return good.error();
            const std::int64_t n = std::clamp<std::int64_t>(frame->pts, 0, std::ssize(seen) - 1);
            const auto [pts, pos] = seen[static_cast<std::size_t>(n)];
            found.packet = {n, pts, pos, frame->sample_rate, frame->nb_samples};
        }
    }
    if (info.rate == 0)
        return av::error(Code::Corrupt, "nothing that can be decoded", file);
    return found;
}

Status SoundFile::Impl::check(const AVFrame &frame)
{
    const int channels = frame.ch_layout.nb_channels;
    if (frame.sample_rate <= 0 || channels < 1 || channels > maxSoundChannels)
        return av::error(Code::Unsupported,
                         std::to_string(channels) + " channels, " + std::to_string(frame.sample_rate) + " Hz", file);
    packetSamples = frame.nb_samples;
    skip = skipTold(frame);
    info = {packets->container(), avcodec_get_name(packets->codec().codec_id), channels, frame.sample_rate, 0};
    return ok();
}

// What the encoder put before the first sample. Opus says it in its header, containers in samples of the rate they
// name, which need not be that of the decoder.
std::int64_t SoundFile::Impl::skipTold(const AVFrame &frame) const
{
    const AVCodecParameters &codec = packets->codec();
    if (codec.codec_id == AV_CODEC_ID_OPUS && codec.extradata_size >= 12)
        return codec.extradata[10] + 256 * codec.extradata[11];
    if (skip > 0)
        return av_rescale(skip, frame.sample_rate, std::max(1, codec.sample_rate));
    const AVFrameSideData *data = av_frame_get_side_data(&frame, AV_FRAME_DATA_SKIP_SAMPLES);
    return data ? firstNumber(data->data, data->size) : 0;
}

// Decodes until something is ready, silence where nothing comes any more.
Status SoundFile::Impl::fill()
{
    ready.clear();
    taken = 0;
    while (ready.empty()) {
        if (const AVFrame *frame = decoder->receive()) {
            if (Status took = take(*frame); !took)
                return took;
            continue;
        }
        if (draining) {
            silence = end - at;
            return ok();
        }
        const auto more = packets->read(*packet);
        if (!more)
            return more.error();
        draining = !*more;
        decoder->send(draining ? nullptr : packet.get());
    }
    return ok();
}

// What the frame holds from `at` on.
Status SoundFile::Impl::take(const AVFrame &frame)
{
    const std::int64_t begin = frame.pts == AV_NOPTS_VALUE ? decoded : frame.pts;  // not the first of its packet
    decoded = begin + frame.nb_samples;
    if (begin + frame.nb_samples <= at || begin >= end)
        return ok();
    if (frame.sample_rate != info.rate)
        return av::error(Code::Unsupported,
                         std::to_string(info.rate) + " Hz, then " + std::to_string(frame.sample_rate) + " Hz", file);
    silence = std::max<std::int64_t>(0, begin - at);
    const auto from = static_cast<int>(std::max<std::int64_t>(0, at - begin));
    const auto to = static_cast<int>(std::min<std::int64_t>(frame.nb_samples, end - begin));
    return decoder->append(frame, from, to, info.channels, ready);
}

Status SoundFile::Impl::seek(std::int64_t place)
{
    ready.clear();
    taken = 0;
    silence = 0;
    draining = false;
    at = decoded = place;
    const std::int64_t from = place - decoder->preroll(packetSamples);
    if (from > 0)
        decoder->flush();  // some decoders remember more than this forgets
    else if (Status restarted = decoder->restart(); !restarted)
        return restarted;
    return packets->seek(from);
}

SoundFile::SoundFile(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

SoundFile::~SoundFile() = default;

Result<std::unique_ptr<SoundFile>> SoundFile::open(const std::filesystem::path &file, std::stop_token stop)
{
    auto impl = std::make_unique<Impl>();
    impl->file = file;
    if (Status opened = impl->open(std::move(stop)); !opened)
        return opened.error();
    return std::unique_ptr<SoundFile>(new SoundFile(std::move(impl)));
}

const SoundInfo &SoundFile::info() const
{
    return m_impl->info;
}

std::int64_t SoundFile::position() const
{
    return m_impl->at - m_impl->skip;
}

Status SoundFile::seek(std::int64_t sample)
{
    const std::int64_t place = m_impl->skip + std::clamp<std::int64_t>(sample, 0, m_impl->info.length);
    return place == m_impl->at ? ok() : m_impl->seek(place);
}

Result<std::size_t> SoundFile::read(std::span<float> out)
{
    Impl &s = *m_impl;
    const auto channels = static_cast<std::size_t>(s.info.channels);
    std::size_t done = 0;
    while (done < out.size() && s.at < s.end) {
        std::size_t count = 0;
        if (s.silence > 0) {
            count = std::min(out.size() - done, static_cast<std::size_t>(s.silence) * channels);
            std::fill_n(out.begin() + static_cast<std::ptrdiff_t>(done), count, 0.0f);
            s.silence -= static_cast<std::int64_t>(count / channels);
        } else if (s.taken < s.ready.size()) {
            count = std::min(out.size() - done, s.ready.size() - s.taken);
            std::memcpy(out.data() + done, s.ready.data() + s.taken, count * sizeof(float));
            s.taken += count;
        } else if (Status filled = s.fill(); !filled) {
            if (done == 0)
                return filled.error();
            break;
        }
        done += count;
        s.at += static_cast<std::int64_t>(count / channels);
    }
    return done / channels;
}

Result<SoundInfo> probeSound(const std::filesystem::path &file)
{
    auto sound = SoundFile::open(file);
    if (!sound)
        return sound.error();
    return (*sound)->info();
}

}  // namespace core
