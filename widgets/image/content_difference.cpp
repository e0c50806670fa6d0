#include "widgets/image/content_difference.h"

namespace widgets {

using namespace core;

namespace {

bool paintedBefore(const AnnotationPtr &a, const AnnotationPtr &b)
{
    return std::pair(a->order, a->id) < std::pair(b->order, b->id);
}

}  // namespace

ContentDifference difference(const std::vector<AnnotationPtr> &before, const std::vector<AnnotationPtr> &after,
                             const SpatialIndex &indexBefore)
{
    ContentDifference result;
    const auto changed = [&result](const AnnotationPtr &annotation) {
        if (const auto rect = bounds(annotation->geometry))
            result.stale.push_back(*rect);
    };
    auto a = before.begin(), b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (a != before.end() && b != after.end() && *a == *b) {
            ++a;
            ++b;
        } else if (b == after.end() || (a != before.end() && paintedBefore(*a, *b))) {
            changed(*a++);
        } else {
            if (!indexBefore.find((*b)->id))
                result.created.append((*b)->id);
            changed(*b++);
        }
    }
    return result;
}

}  // namespace widgets
