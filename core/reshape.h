// What dragging a handle makes of a shape.
#pragma once
#include "core/handles.h"

namespace core {

// `geometry` with `handle` dragged from → to, kept inside the sample. Shift keeps the ratio of a corner, turns in
// steps of 15° and lines in steps of 45°; Ctrl or Alt resize about the centre.
Geometry reshaped(const Geometry &geometry, const Handle &handle, const Pointer &from, const Pointer &to, double width,
                  double height);

// "resize", "rotate", "move-vertex", "insert-vertex": the name of the edit.
const char *editName(HandleKind kind);

}  // namespace core
