// A draft of segments from where a sound is loud: for a labeler to confirm.
#pragma once
#include "core/audio/segment_edits.h"
#include "core/media/sound_file.h"
#include "core/task.h"

namespace core {

inline constexpr std::string_view silencesAuthor = "labelwright/silences";

// How loud a sound is, every 10 ms: measured once, so that other options cost nothing.
struct SoundLevels {
    int rate = 0;
    std::int64_t length = 0;      // samples
    std::int64_t step = 1;        // samples from one level to the next
    std::vector<float> decibels;  // of full scale, all channels together; never below quietest
};
inline constexpr float quietest = -100;
// Reads the sound once, from the first sample to the last. Cancelled: the task said so.
Result<SoundLevels> measureLevels(SoundFile &sound, TaskContext &task);

struct SilenceOptions {
    std::optional<double> threshold;  // dB of full scale; empty: by the levels themselves
    double minSpeech = 0.1;           // seconds: shorter bursts are noise. Dropped before silences are joined
    double minSilence = 0.3;          // seconds: shorter silences belong to the speech around them
    double padding = 0.05;            // seconds added on both sides, up to the middle of the silence
    bool operator==(const SilenceOptions &) const = default;
};
double thresholdOf(const SoundLevels &levels, const SilenceOptions &options);
using LoudPart = std::pair<std::int64_t, std::int64_t>;  // samples
std::vector<LoudPart> loudParts(const SoundLevels &levels, const SilenceOptions &options);

// Proposals where no segment is yet, at least `shortest` samples each. Without gaps, in a sound that has no segment:
// also what lies between, without a label. In one that has some there is no room.
Edit draftSegments(const SampleContent &content, SegmentRule rule, std::span<const LoudPart> parts, LabelId label,
                   std::int64_t shortest);

}  // namespace core
