// What the edits of masks are put together from. Private to mask_edits*.cpp.
#pragma once
#include "core/mask_edits.h"

namespace core {

bool isMask(const Annotation &annotation);
bool isLocked(const Annotation &annotation);
const MaskRuns &runsOf(const Annotation &annotation);  // none: empty
Mask maskOfRuns(MaskRuns runs);
MaskRuns cutTo(const MaskCanvas &canvas, const MaskRuns &runs);
std::vector<AnnotationPtr> chosenFrom(const SampleContent &content, std::span<const AnnotationId> which);  // unlocked
Annotation newMask(const MaskCanvas &canvas, MaskRuns runs);  // id -1, on top

// Nothing when the mask has these pixels; removed when there are none.
void addMask(Edit &edit, const SampleContent &content, const Annotation &annotation, const MaskRuns &after);
// With the relations that name it and that the edit does not mention yet.
void addRemoval(Edit &edit, const SampleContent &content, const Annotation &annotation);

}  // namespace core
