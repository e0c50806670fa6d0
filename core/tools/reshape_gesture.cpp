#include "core/reshape.h"
#include "core/tools/selecting.h"
#include <algorithm>

namespace core {

namespace {

// A side dragged to nothing; one that was as small before is left alone.
bool isFlattened(const Geometry &before, const Geometry &after, double pixel)
{
    const double least = SmallestShape * pixel;
    if (const Box *box = std::get_if<Box>(&after)) {
        const Box &old = std::get<Box>(before);
        return box->w < std::min(least, old.w) || box->h < std::min(least, old.h);
    }
    if (const Circle *circle = std::get_if<Circle>(&after))
        return circle->radius < std::min(least / 2, std::get<Circle>(before).radius);
    return false;
}

class ReshapeGesture : public Gesture {
public:
    ReshapeGesture(const Pointer &from, const Scene &scene, const Hit &hit, Selection onClick)
        : m_from(from),
          m_to(from),
          m_width(scene.width),
          m_height(scene.height),
          m_before(hit.annotation),
          m_handle(hit.handle),
          m_onClick(std::move(onClick))
    {
    }

    void move(const Pointer &pointer) override
    {
        m_to = pointer;
        m_dragged = m_dragged || isDrag(m_from, pointer);
    }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        return Progress::Done;
    }

    std::vector<Annotation> preview() const override
    {
        if (m_dragged)
            return {after()};
        return {};
    }

    std::vector<AnnotationId> hides() const override { return m_dragged ? Selection{m_before->id} : Selection{}; }

    std::optional<Edit> finish() override
    {
        if (!m_dragged)
            return std::nullopt;
        Annotation annotation = after();
        if (annotation == *m_before || isFlattened(m_before->geometry, annotation.geometry, m_to.pixel))
            return std::nullopt;
        return Edit{editName(m_handle.kind), "", {changed(*m_before, std::move(annotation))}};
    }

    std::optional<Selection> selection() const override { return m_dragged ? Selection{m_before->id} : m_onClick; }

private:
    Annotation after() const
    {
        Annotation annotation = *m_before;
        annotation.geometry = reshaped(m_before->geometry, m_handle, m_from, m_to, m_width, m_height);
        return annotation;
    }

    Pointer m_from, m_to;
    double m_width, m_height;
    AnnotationPtr m_before;
    Handle m_handle;
    Selection m_onClick;
    bool m_dragged = false;
};

// A click on a vertex; dragged away from it, nothing happens.
class RemoveVertexGesture : public Gesture {
public:
    explicit RemoveVertexGesture(const Hit &hit) : m_before(hit.annotation), m_handle(hit.handle) {}

    void move(const Pointer &pointer) override
    {
        m_stays = distance(pointer.at, m_handle.at) <= (GrabDistance + ClickDistance) * pointer.pixel;
    }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        return Progress::Done;
    }

    std::vector<Annotation> preview() const override { return {}; }

    std::optional<Edit> finish() override
    {
        Annotation after = *m_before;
        after.geometry = withVertexRemoved(std::move(after.geometry), m_handle.vertex);
        if (!m_stays || after == *m_before)
            return std::nullopt;
        return Edit{"remove-vertex", "", {changed(*m_before, std::move(after))}};
    }

    std::optional<Selection> selection() const override { return Selection{m_before->id}; }

private:
    AnnotationPtr m_before;
    Handle m_handle;
    bool m_stays = true;
};

}  // namespace

std::unique_ptr<Gesture> makeReshapeGesture(const Pointer &from, const Scene &scene, const Hit &handle,
                                            Selection onClick)
{
    return std::make_unique<ReshapeGesture>(from, scene, handle, std::move(onClick));
}

std::unique_ptr<Gesture> makeRemoveVertexGesture(const Hit &handle)
{
    return std::make_unique<RemoveVertexGesture>(handle);
}

}  // namespace core
