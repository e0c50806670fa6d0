// Selecting, moving, reshaping. A click takes the smallest thing there; again at the same place, the next below.
// Ctrl or Shift toggles. A drag moves what is under the pointer with all selected, a handle reshapes, a drag over
// nothing is a rubber band. Alt+click or a double click removes a vertex.
#include "core/tools/selecting.h"
#include <algorithm>

namespace core {

namespace {

bool isSelected(const Scene &scene, AnnotationId id)
{
    return std::ranges::find(scene.selected, id) != scene.selected.end();
}

Selection toggled(const Scene &scene, AnnotationId id)
{
    Selection selection(scene.selected.begin(), scene.selected.end());
    if (std::erase(selection, id) == 0)
        selection.push_back(id);
    return selection;
}

// Without the handle.
std::vector<AnnotationPtr> objectsOf(const std::vector<Hit> &hits)
{
    std::vector<AnnotationPtr> objects;
    for (const Hit &hit : hits)
        if (hit.part != HitPart::Handle)
            objects.push_back(hit.annotation);
    return objects;
}

class SelectTool : public Tool {
public:
    std::unique_ptr<Gesture> press(const Pointer &pointer, const Scene &scene) override
    {
        const auto hits = hitTest(scene, pointer);
        const bool again = m_lastPress && distance(*m_lastPress, pointer.at) <= ClickDistance * pointer.pixel;
        m_lastPress = pointer.at;
        if (hits.empty())
            return makeBandGesture(pointer, scene);
        const Hit &first = hits.front();
        if (first.part == HitPart::Handle && first.handle.kind == HandleKind::Vertex && pointer.alt)
            return makeRemoveVertexGesture(first);

        const auto objects = objectsOf(hits);
        // Where a click went through to an object below, that one stays what is held.
        const auto held = std::ranges::find_if(objects, [&](const AnnotationPtr &object) {
            return again && scene.selected.size() == 1 && object->id == scene.selected[0];
        });
        if (first.part == HitPart::Handle && (held == objects.end() || first.handle.kind == HandleKind::Vertex))
            return makeReshapeGesture(pointer, scene, first, afterClickOnHandle(pointer, scene));
        Selection onClick = afterClick(pointer, scene, objects, held);
        if (first.part == HitPart::Handle)
            return makeReshapeGesture(pointer, scene, first, std::move(onClick));
        const AnnotationPtr &picked = held == objects.end() ? objects.front() : *held;
        return makeMoveGesture(pointer, scene, grabbed(pointer, scene, picked), std::move(onClick));
    }

    std::unique_ptr<Gesture> doubleClick(const Pointer &pointer, const Scene &scene) override
    {
        const auto hits = hitTest(scene, pointer);
        if (hits.empty())
            return nullptr;
        if (hits.front().part == HitPart::Handle && hits.front().handle.kind == HandleKind::Vertex)
            return makeRemoveVertexGesture(hits.front());
        return press(pointer, scene);
    }

    Cursor cursor(const Pointer &pointer, const Scene &scene) const override
    {
        const auto hits = hitTest(scene, pointer);
        if (hits.empty())
            return Cursor::Arrow;
        return hits.front().part == HitPart::Handle ? hits.front().handle.cursor : Cursor::SizeAll;
    }

private:
    using Objects = std::vector<AnnotationPtr>;

    static Selection afterClickOnHandle(const Pointer &pointer, const Scene &scene)
    {
        if (pointer.ctrl || pointer.shift)
            return {};  // handles are those of the only selected object
        return {scene.selected.begin(), scene.selected.end()};
    }

    static Selection afterClick(const Pointer &pointer, const Scene &scene, const Objects &objects,
                                Objects::const_iterator held)
    {
        if (pointer.ctrl || pointer.shift)
            return toggled(scene, objects.front()->id);
        if (held == objects.end())
            return {objects.front()->id};
        return {std::next(held) == objects.end() ? objects.front()->id : (*std::next(held))->id};
    }

    static Objects grabbed(const Pointer &pointer, const Scene &scene, const AnnotationPtr &picked)
    {
        Objects all;
        if (isSelected(scene, picked->id) || pointer.ctrl || pointer.shift)
            for (const AnnotationId id : scene.selected)
                if (auto selected = scene.index.find(id); selected && isGrabbable(*selected))
                    all.push_back(std::move(selected));
        if (!isSelected(scene, picked->id))
            all.push_back(picked);
        return all;
    }

    std::optional<Point> m_lastPress;
};

}  // namespace

std::unique_ptr<Tool> makeSelectTool()
{
    return std::make_unique<SelectTool>();
}

}  // namespace core
