// The gestures of the select tool. Each says with its click what to select, and with its drag what to change.
#pragma once
#include "core/hit_test.h"
#include "core/tools/drawing.h"

namespace core {

using Selection = std::vector<AnnotationId>;

// Moves what is grabbed, as one; selects `onClick` when it was a click, else what was moved.
std::unique_ptr<Gesture> makeMoveGesture(const Pointer &from, const Scene &scene, std::vector<AnnotationPtr> grabbed,
                                         Selection onClick);

std::unique_ptr<Gesture> makeReshapeGesture(const Pointer &from, const Scene &scene, const Hit &handle,
                                            Selection onClick);

std::unique_ptr<Gesture> makeRemoveVertexGesture(const Hit &handle);

// Selects what lies wholly in the band; with Ctrl or Shift beside what was selected. A click selects nothing.
std::unique_ptr<Gesture> makeBandGesture(const Pointer &from, const Scene &scene);

}  // namespace core
