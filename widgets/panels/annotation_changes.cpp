#include "widgets/panels/annotation_changes.h"

namespace widgets {

AnnotationChanges changesBetween(const std::vector<core::AnnotationPtr> &before,
                                 const std::vector<core::AnnotationPtr> &after)
{
    const auto place = [](const core::AnnotationPtr &each) { return std::pair(each->order, each->id); };
    AnnotationChanges changes;
    auto a = before.begin(), b = after.begin();
    while (a != before.end() || b != after.end()) {
        if (a != before.end() && b != after.end() && *a == *b) {
            ++a;
            ++b;
            continue;
        }
        const bool goes = b == after.end() || (a != before.end() && place(*a) <= place(*b));
        const bool comes = a == before.end() || (b != after.end() && place(*b) <= place(*a));
        if (goes)
            changes.gone.push_back(*a++);
        if (comes)
            changes.come.push_back(*b++);
    }
    return changes;
}

}  // namespace widgets
