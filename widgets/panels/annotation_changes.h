// What came and went between two contents of a sample: found at the cost of comparing pointers.
#pragma once
#include "core/sample_content.h"

namespace widgets {

struct AnnotationChanges {
    std::vector<core::AnnotationPtr> gone, come;  // one whose value changed is in both
    std::size_t size() const { return gone.size() + come.size(); }
};

// Both in drawing order, as contents have them.
AnnotationChanges changesBetween(const std::vector<core::AnnotationPtr> &before,
                                 const std::vector<core::AnnotationPtr> &after);

}  // namespace widgets
