// What a job's options (a JSON object) say.
#pragma once
#include "core/rows.h"
#include <span>

namespace core {

bool isOfImages(JobKind kind);
bool isOfSounds(JobKind kind);
bool isOfTexts(JobKind kind);
bool mayHoldContent(JobKind kind);  // its annotations may carry what is said

bool allowsManyLabels(const Job &job);  // "multi_label": a sample may have several labels
Job withManyLabels(Job job, bool many);
bool isExclusive(const Job &job);  // "exclusive": masks do not overlap, painting takes the pixels from the others
Job withExclusive(Job job, bool exclusive);  // the other options stay

bool marksEntities(const Job &job);  // its labels are for pieces of texts and for relations between them

// "overlap" of a text job: how entities may lie to each other.
enum class Overlap { Free, Nested, None };  // "free" (the default), "nested": one within the other, "none"
Overlap overlapOf(const Job &job);
Job withOverlap(Job job, Overlap overlap);
// "overlap" of a speech segmentation job: how segments of one channel may lie to each other.
enum class SegmentRule { Free, None, Gapless };  // "free" (the default), "none", "gapless": each begins where one ends
SegmentRule segmentRuleOf(const Job &job);
Job withSegmentRule(Job job, SegmentRule rule);
// "content": segments of speech carry what is said (builtin::Content). Off by default.
bool hasContent(const Job &job);
Job withContent(Job job, bool content);
// "label_classes" of a speech segmentation job: what else is chosen for each segment beside its label, each class with
// its values. A segment keeps its choice as an attribute of the class's name.
std::vector<AttributeSpec> labelClasses(const Job &job);
Job withLabelClasses(Job job, std::span<const AttributeSpec> classes);
// "misfit" is "flag": a relation between entities its label does not allow is kept and marked, else it is refused.
bool flagsMisfits(const Job &job);
Job withFlaggedMisfits(Job job, bool flags);

}  // namespace core
