// What came, went or changed between two contents of a sample: found at the cost of comparing pointers.
#pragma once
#include "core/spatial_index.h"
#include <QList>

namespace widgets {

struct ContentDifference {
    std::vector<core::Rect> stale;  // where one of them was or is
    QList<core::AnnotationId> created;
};

// Both sorted as drawn; what kept its pointer did not change.
ContentDifference difference(const std::vector<core::AnnotationPtr> &before,
                             const std::vector<core::AnnotationPtr> &after, const core::SpatialIndex &indexBefore);

}  // namespace widgets
