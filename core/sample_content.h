// One sample with all that one job knows of it: what an editor shows.
#pragma once
#include "core/edit.h"
#include <memory>

namespace core {

using AnnotationPtr = std::shared_ptr<const Annotation>;  // shared: 50,000 of them copy in well under a frame

struct SampleContent {
    Sample sample;
    JobId job;
    std::optional<WorkState> work;           // empty: no row, unlabeled
    std::vector<AnnotationPtr> annotations;  // sorted by (order, id)
    std::vector<Relation> relations;         // sorted by id

    State state() const { return work ? work->state : State::Unlabeled; }
    AnnotationPtr annotation(AnnotationId id) const;  // null: not here
};

bool operator==(const SampleContent &a, const SampleContent &b);  // compares the values, not the pointers

// `content` after `edit` (which must have been applied): equal to loading the sample again, but keeps the pointers
// of what did not change, so that views see the difference at the cost of a pointer comparison.
SampleContent patched(const SampleContent &content, const Edit &edit);

}  // namespace core
