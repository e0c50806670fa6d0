// What a job's options (a JSON object) say.
#pragma once
#include "core/rows.h"

namespace core {

bool isOfTexts(JobKind kind);

bool allowsManyLabels(const Job &job);  // "multi_label": a sample may have several labels
Job withManyLabels(Job job, bool many);
bool isExclusive(const Job &job);  // "exclusive": masks do not overlap, painting takes the pixels from the others
Job withExclusive(Job job, bool exclusive);  // the other options stay

bool marksEntities(const Job &job);  // its labels are for pieces of texts and for relations between them

// "overlap" of a text job: how entities may lie to each other.
enum class Overlap { Free, Nested, None };  // "free" (the default), "nested": one within the other, "none"
Overlap overlapOf(const Job &job);
Job withOverlap(Job job, Overlap overlap);
// "misfit" is "flag": a relation between entities its label does not allow is kept and marked, else it is refused.
bool flagsMisfits(const Job &job);
Job withFlaggedMisfits(Job job, bool flags);

}  // namespace core
