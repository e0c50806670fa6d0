// A sound as the frames an output wants: mixed and resampled, at another speed with the pitch kept, looped without a
// gap. Belongs to one thread. Positions stay samples of the file.
#pragma once
#include "core/media/sound_file.h"
#include "core/media/sound_mixer.h"
#include "core/media/sound_output.h"
#include "core/media/sound_stretcher.h"
#include <deque>
#include <optional>
#include <vector>

namespace core {

struct SampleRange {
    std::int64_t begin = 0, end = 0;
    bool operator==(const SampleRange &) const = default;
};

struct FeedPiece {
    std::vector<float> frames;
    double sample = 0, step = 1;  // frame n is the sound of sample + n × step
};

// A file that was opened, with what was decoded ahead of its beginning.
struct ReadySound {
    std::unique_ptr<SoundFile> file;  // at the end of `head`
    std::vector<float> head;          // from sample 0 on
};

class SoundFeed {
public:
    SoundFeed(ReadySound sound, OutputFormat output);
    ~SoundFeed();

    const SoundInfo &info() const;
    void setOutput(OutputFormat output);  // seek() after it
    void seek(std::int64_t sample);       // forgets what was read ahead
    // Reading that arrives at loop->end goes on at loop->begin. Neither is empty.
    void setLoop(std::optional<SampleRange> loop);
    void setEnd(std::optional<std::int64_t> end);  // nothing from there on is read, if not there already
    void setSpeed(double speed);                   // 0.5…2, from what is read next on

    // What comes next, at most `frames`; no frames: the end.
    Result<FeedPiece> next(std::size_t frames);

private:
    struct Leg {  // from the `read`th sample after a seek on, the place in the file is `sample` and goes on
        std::int64_t read = 0, sample = 0;
    };
    std::int64_t readEnd() const;
    Result<std::size_t> readFile(std::size_t samples);  // into m_block
    Status readMore();
    void finish();
    void stretch(std::vector<float> frames);
    void endStretching();
    void queuePieces(std::vector<float> frames, double from, double step);

    ReadySound m_sound;
    OutputFormat m_output;
    std::optional<SampleRange> m_loop;
    std::optional<std::int64_t> m_end;
    std::int64_t m_at = 0;    // of the file: what is read next
    std::int64_t m_read = 0;  // samples since the seek
    std::deque<Leg> m_legs;
    std::vector<float> m_block;
    std::unique_ptr<SoundMixer> m_mixer;
    std::unique_ptr<SoundStretcher> m_stretcher;  // none at speed 1
    double m_speed = 1;
    double m_mixed = 0;          // frames out of the mixer since the seek
    double m_stretchedFrom = 0;  // of them, where the stretcher began
    std::deque<FeedPiece> m_pieces;
    bool m_finished = false;
};

}  // namespace core
