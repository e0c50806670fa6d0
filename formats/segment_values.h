// What segments of sounds are in files: times, texts, and what of them a format cannot hold.
#pragma once
#include "core/audio/sound_time.h"
#include "formats/voc_annotations.h"

namespace formats {

// A segment that lies in time, in the order of time.
struct SegmentView {
    const core::Annotation *annotation = nullptr;
    core::TimeSpan span;
    std::string_view speaker, content;  // empty: none
};
std::vector<SegmentView> segmentsOf(const core::SampleContent &content);
std::string_view valueOf(const core::Annotation &annotation, std::string_view name);  // empty: none
// Where "texts-are" is auto, texts are labels when nothing is said.
bool writesLabels(const Options &options, const core::SampleContent &content);
std::string_view labelOf(const core::Annotation &annotation, const LabelNames &names);

// Nanoseconds of decimal seconds, "12.5" or "1.25e1". Empty: no such time.
std::optional<std::int64_t> nanosecondsOf(std::string_view seconds);
// As many decimals as bring the sample back, at least `least`.
std::string exactSeconds(std::int64_t sample, std::int64_t rate, int least = 0);
bool isWholeMilliseconds(const core::TimeSpan &span, std::int64_t rate);  // they bring its samples back

// Which of what a segment may say a format has a place for.
struct SegmentHolds {
    bool label = true, speaker = false, content = false, channel = false, band = false, confidence = false;
    bool attributes = false;
};
void addSegmentLosses(const core::SampleContent &content, const SegmentHolds &holds, std::vector<std::string> &words);

}  // namespace formats
