// What is under the pointer, best first.
#pragma once
#include "core/handles.h"
#include "core/spatial_index.h"

namespace core {

enum class HitPart { Handle, Edge, Body };

struct Hit {
    HitPart part = HitPart::Body;
    AnnotationPtr annotation;
    Handle handle;  // of HitPart::Handle
};

// First a handle of the selected object (handles are shown when exactly one is selected), then edges, then bodies; of
// these the smallest first, of equals the upper one. Hidden and locked objects are passed over.
std::vector<Hit> hitTest(const Scene &scene, const Pointer &pointer, double tolerance = GrabDistance);

bool isGrabbable(const Annotation &annotation);  // neither hidden nor locked

}  // namespace core
