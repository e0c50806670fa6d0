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

// Of the chosen masks; other shapes among them stay as they are. Growing, smoothing and converting need to know the
// size of the sample: without, they do nothing.
Edit fillHoles(const MaskCanvas &canvas, std::span<const AnnotationId> which);
Edit dropSpecks(const MaskCanvas &canvas, std::span<const AnnotationId> which, double pixels);  // smaller islands go
Edit growMask(const MaskCanvas &canvas, std::span<const AnnotationId> which, double radius);    // negative: shrinks
Edit smoothMask(const MaskCanvas &canvas, std::span<const AnnotationId> which, double radius);  // never to nothing
// Into the largest of them. Relations of the others are handed to it; those between them go.
Edit mergeMasks(const MaskCanvas &canvas, std::span<const AnnotationId> which);
// One object for each island; the largest stays the object it was.
Edit splitMask(const MaskCanvas &canvas, std::span<const AnnotationId> which);

struct Conversion {
    Edit edit;
    ConversionLoss loss;  // over all of them
};
// Each island becomes a polygon with its holes; the largest stays the object it was.
Conversion masksToPolygons(const MaskCanvas &canvas, std::span<const AnnotationId> which, double tolerance);
// Polygons, boxes and circles become the pixels whose centres they hold; those that hold none stay as they are.
Conversion polygonsToMasks(const MaskCanvas &canvas, std::span<const AnnotationId> which);

// core/labelling.h's paste() for canvases that may be exclusive: what is pasted takes the pixels from what is there.
Edit pasteExclusive(const MaskCanvas &canvas, std::span<const AnnotationPtr> objects, Point offset);

// What a mask of `edit` gains is taken from the masks `edit` does not touch. Of an edit of this sample and job; every
// function here has called it. Doing it twice changes nothing.
Edit withExclusion(Edit edit, const MaskCanvas &canvas);

}  // namespace core
