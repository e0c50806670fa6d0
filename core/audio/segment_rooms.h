// Where segments may lie: what the rule of a job leaves free around them.
#pragma once
#include "core/audio/segment_edits.h"

namespace core {

// The end of the sound, or of what fits a position where its length is not known.
std::int64_t endOfTime(const SampleContent &content);
bool shareTime(const TimeSpan &a, const TimeSpan &b);  // of the same channel

// How far an edge may go.
struct EdgeRoom {
    std::int64_t low = 0, high = 0;  // low > high: nowhere
    AnnotationPtr partner;           // without gaps: the neighbour whose edge goes along
    std::optional<SegmentRefused> fixed;
};
EdgeRoom roomOfEdge(const SampleContent &content, SegmentRule rule, const Annotation &segment, TimeEdge edge);

// The time around `at` that no segment of the channel covers; empty where one does, which is `holder` then.
struct FreeTime {
    std::int64_t begin = 0, end = 0;
    AnnotationPtr holder;
};
FreeTime freeTimeAt(const SampleContent &content, int channel, std::int64_t at);

using TimePiece = std::pair<std::int64_t, std::int64_t>;
// What segments cover, touching ones joined, ascending; of one channel or of all.
std::vector<TimePiece> takenPieces(const SampleContent &content, std::optional<int> channel);
// The pieces of the range that no segment of the channel covers, ascending.
std::vector<TimePiece> freePieces(const SampleContent &content, int channel, std::int64_t begin, std::int64_t end);

}  // namespace core
