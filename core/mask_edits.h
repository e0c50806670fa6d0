// What labelers do to masks, as edits: pure functions from what is shown to the change, like core/labelling.h.
#pragma once
#include "core/labelling.h"
#include "core/mask_shapes.h"

namespace core {

// The sample that is painted on, 0 × 0: no size known. Exclusive: each pixel belongs to one mask at most. What a mask
// gains is taken from the others, hidden ones too, by the same edit; locked ones keep theirs.
struct MaskCanvas {
    const SampleContent &content;
    LabelId label;  // of new objects
    int width = 0, height = 0;
    bool exclusive = false;
};

// Locked objects stay as they are. A mask left without pixels is removed, with its relations.
// Adds pixels to a mask; without a target they become a new object on top.
Edit paintMask(const MaskCanvas &canvas, const AnnotationPtr &target, const MaskRuns &pixels, std::string name);
Edit eraseMask(const MaskCanvas &canvas, std::span<const AnnotationPtr> targets, const MaskRuns &pixels,
               std::string name);

// What a mask of `edit` gains is taken from the masks `edit` does not touch. Of an edit of this sample and job; every
// function here has called it. Doing it twice changes nothing.
Edit withExclusion(Edit edit, const MaskCanvas &canvas);

}  // namespace core
