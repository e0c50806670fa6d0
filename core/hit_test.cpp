#include "core/hit_test.h"
#include <algorithm>

namespace core {

namespace {

struct Candidate {
    HitPart part;
    double area;
    const AnnotationPtr *annotation;
};

bool better(const Candidate &a, const Candidate &b)
{
    if (a.part != b.part)
        return a.part < b.part;
    if (a.area != b.area)
        return a.area < b.area;
    const Annotation &x = **a.annotation, &y = **b.annotation;
    return std::pair(x.order, x.id) > std::pair(y.order, y.id);
}

}  // namespace

bool isGrabbable(const Annotation &annotation)
{
    return !isSet(annotation.attributes, builtin::Hidden) && !isSet(annotation.attributes, builtin::Locked);
}

std::vector<Hit> hitTest(const Scene &scene, const Pointer &pointer, double tolerance)
{
    std::vector<Hit> hits;
    if (scene.selected.size() == 1)
        if (const auto selected = scene.index.find(scene.selected[0]); selected && isGrabbable(*selected))
            if (const auto handle = handleAt(selected->geometry, pointer))
                hits.push_back({HitPart::Handle, selected, *handle});

    const double reach = tolerance * pointer.pixel;
    const Point p = pointer.at;
    std::vector<Candidate> candidates;
    scene.index.visit(grown({p.x, p.y, p.x, p.y}, reach), [&](const AnnotationPtr &annotation, const Rect &) {
        if (!isGrabbable(*annotation))
            return;
        const Geometry &geometry = annotation->geometry;
        if (distanceToEdge(geometry, p) <= reach)
            candidates.push_back({HitPart::Edge, area(geometry), &annotation});
        else if (contains(geometry, p))
            candidates.push_back({HitPart::Body, area(geometry), &annotation});
    });
    std::ranges::sort(candidates, better);
    for (const Candidate &candidate : candidates)
        hits.push_back({candidate.part, *candidate.annotation, {}});
    return hits;
}

}  // namespace core
