// The packets of the sound in a file, each with the sample it begins at. Where a container tells that exactly (WAV,
// FLAC, Ogg, MP4) it is believed; elsewhere (MP3, ADTS, Matroska …) all packets are counted once, on opening.
#pragma once
#include "core/media/av.h"
#include <optional>
#include <stop_token>
#include <vector>

namespace core {

// Samples here are those the decoder gives, 0 the first one of the packet that gave any: what is heard begins later.
class SoundPackets {
public:
    static Result<std::unique_ptr<SoundPackets>> open(const std::filesystem::path &file, std::stop_token stop);
    ~SoundPackets();

    const AVCodecParameters &codec() const { return *m_stream->codecpar; }
    AVRational timeBase() const { return m_stream->time_base; }
    std::string container() const { return m_container->iformat->name; }

    // For finding the first packet that gives samples: the packets as they come, without places.
    Result<bool> readRaw(AVPacket &packet);  // false: the end
    // Once it is found, with what it gave. Goes to the beginning. Corrupt: nothing is in it.
    struct First {
        std::int64_t ordinal = 0;  // of the packet, from 0
        std::int64_t pts = AV_NOPTS_VALUE, pos = -1;
        int rate = 0, samples = 0;  // of the frame
    };
    Status measure(const First &first);
    std::int64_t placeOf(std::int64_t pts) const;
    bool tellsTimes() const { return m_timed; }
    std::int64_t end() const { return m_end; }  // where the last packet ends, what the file says to drop taken off

    // Puts the place of the packet, or a negative one before the first, in its pts.
    Result<bool> read(AVPacket &packet);
    Status seek(std::int64_t sample);  // a packet that begins there or before is read next

private:
    struct Entry {  // one of `entryPackets`
        std::int64_t at = 0, next = 0, pos = 0, dts = 0;
    };
    explicit SoundPackets(const std::filesystem::path &file);
    Status openFile();
    Status rewind();
    bool hasExactTimes() const;
    bool isRaw() const;  // frames one after another, without a container
    std::int64_t durationOf(const AVPacket &packet);
    std::int64_t droppedBy(const AVPacket &packet) const;
    std::int64_t lostBefore(const AVPacket &packet);
    std::optional<std::int64_t> pcmEnd() const;
    Result<std::optional<std::int64_t>> probeEnd();
    std::int64_t lastWholeTime() const;
    Status countAll();
    Result<bool> readCounted(AVPacket &packet);
    Result<bool> readTimed(AVPacket &packet);
    Result<bool> readEntry(AVPacket &packet);
    bool isAt(const Entry &entry, const AVPacket &packet) const;

    std::filesystem::path m_file;
    std::stop_token m_stop;
    std::int64_t m_bytes = 0;
    av::Container m_container;
    AVStream *m_stream = nullptr;
    av::Packet m_probe{av_packet_alloc()};
    struct Parser;
    std::unique_ptr<Parser> m_parser;  // knows durations
    First m_first;
    struct {
        std::int64_t pts = AV_NOPTS_VALUE, pos = -1;
    } m_start;  // of the first packet of all
    bool m_started = false;
    bool m_timed = false;
    std::int64_t m_end = 0;
    std::vector<Entry> m_entries;
    const Entry *m_wanted = nullptr;  // read on to it
    std::int64_t m_ordinal = 0;       // packets since the beginning, while m_at is not known
    std::int64_t m_frameEnd = -1;     // in the file, of the last packet
    std::int64_t m_frameBytes = 0;
    std::optional<std::int64_t> m_at;  // where the next packet begins
};

}  // namespace core
