// What labelers do, as edits: pure functions from what is shown to the change. The window, the grid and the tests share
// them. Each returns an Edit without changes when there is nothing to do; ids of new rows are negative, Project::apply
// fills them in.
#pragma once
#include "core/sample_content.h"
#include <span>

namespace core {

bool isNothing(const Edit &edit);

// Adds what an edit implies for the sample's state: the first annotation makes it labeled, removing the last one makes
// it unlabeled, a sample to confirm with no proposal left is labeled, proposals make an unlabeled one to confirm. A
// sample whose state the edit sets itself is left alone. The contents are of one job.
Edit withImpliedState(Edit edit, std::span<const SampleContent> contents);

// Whole-sample labels (classification).
enum class Labels { Single, Multiple };
Edit assignLabel(std::span<const SampleContent> contents, LabelId label,
                 Labels mode);                                               // Single: replaces; Multiple: adds
Edit toggleLabel(const SampleContent &content, LabelId label, Labels mode);  // a proposed one is accepted
Edit removeLabel(std::span<const SampleContent> contents, LabelId label);
Edit removeAllLabels(std::span<const SampleContent> contents);

// Sample states.
// Labeled accepts what is proposed; without annotations it means verified empty.
Edit setState(std::span<const SampleContent> contents, State state);
Edit verifyEmpty(const SampleContent &content);  // removes what is there, marks it labeled
Edit setHard(std::span<const SampleContent> contents, bool hard);
Edit confirm(const SampleContent &content, std::span<const AnnotationId> which);  // empty: all proposals
Edit setUsage(std::span<const SampleContent> contents, Usage usage);

// Objects of one sample.
Edit removeAnnotations(const SampleContent &content, std::span<const AnnotationId> which);  // with their relations
Edit relabel(const SampleContent &content, std::span<const AnnotationId> which, LabelId label);
Edit setAttribute(const SampleContent &content, std::span<const AnnotationId> which, std::string_view name,
                  std::optional<std::string> value);
// A run of the same keys folds into one undo step by its mergeKey. Locked objects stay; none leaves the sample.
Edit nudge(const SampleContent &content, std::span<const AnnotationId> which, double dx, double dy);
enum class Edge { Left, Top, Right, Bottom };
// Boxes only; by: along the box's own x or y axis, towards larger values.
Edit nudgeEdge(const SampleContent &content, std::span<const AnnotationId> which, Edge edge, double by);
enum class Layer { Front, Forward, Backward, Back };
Edit reorder(const SampleContent &content, std::span<const AnnotationId> which, Layer where);
// Copies onto `target` (the same sample: moved by `offset`; another: kept inside width × height).
Edit paste(const SampleContent &target, std::span<const AnnotationPtr> objects, Point offset, double width,
           double height);

// The row to begin with when `content` has none, and its change.
Change workChange(const SampleContent &content, const WorkState &after);
WorkState workOf(const SampleContent &content);

}  // namespace core
