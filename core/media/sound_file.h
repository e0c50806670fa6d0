// The sound of a file as samples, from any place of it, exact to the sample (FFmpeg).
#pragma once
#include "core/result.h"
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>

namespace core {

struct SoundInfo {
    std::string container, codec;  // as FFmpeg names them: "wav", "pcm_s16le"
    int channels = 0;              // 1…maxSoundChannels
    int rate = 0;                  // samples per second of the file itself: nothing is resampled
    std::int64_t length = 0;       // samples of each channel that are heard: encoder delay and padding are taken off
    bool operator==(const SoundInfo &) const = default;
};
constexpr int maxSoundChannels = 64;

// Belongs to one thread at a time. A position is a sample of the file's own rate, 0 the first that is heard.
class SoundFile {
public:
    // NotFound, Io; Unsupported: no format of ours, a playlist, nothing to hear in it, too many channels, no regular
    // file; Corrupt; Cancelled: stopped. What has no exact header is read through once, which takes some
    // seconds for 10 hours of MP3, a few ms else.
    static Result<std::unique_ptr<SoundFile>> open(const std::filesystem::path &file, std::stop_token stop = {});
    ~SoundFile();
    SoundFile(const SoundFile &) = delete;
    SoundFile &operator=(const SoundFile &) = delete;

    const SoundInfo &info() const;
    std::int64_t position() const;     // of the next read
    Status seek(std::int64_t sample);  // kept within 0…length
    // Interleaved, -1…1 (floating-point files and lossy codecs may go beyond); the size of `out` is a multiple of the
    // channels. How many samples of each channel were read: fewer than fit only at the end. What is damaged is silence
    // of its length. Unsupported: the rate changes on the way.
    Result<std::size_t> read(std::span<float> out);

private:
    struct Impl;
    explicit SoundFile(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// What the headers say, as SoundFile::open finds it.
Result<SoundInfo> probeSound(const std::filesystem::path &file);

}  // namespace core
