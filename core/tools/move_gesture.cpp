#include "core/tools/selecting.h"

namespace core {

namespace {

class MoveGesture : public Gesture {
public:
    MoveGesture(const Pointer &from, const Scene &scene, std::vector<AnnotationPtr> grabbed, Selection onClick)
        : m_from(from),
          m_width(scene.width),
          m_height(scene.height),
          m_grabbed(std::move(grabbed)),
          m_onClick(std::move(onClick))
    {
        for (const AnnotationPtr &annotation : m_grabbed)
            if (const auto here = bounds(annotation->geometry))
                m_around = m_around ? united(*m_around, *here) : here;
    }

    void move(const Pointer &pointer) override
    {
        m_dragged = m_dragged || isDrag(m_from, pointer);
        if (!m_dragged || !m_around)
            return;
        m_by = cutMove(*m_around, pointer.at - m_from.at, m_width, m_height);
    }

    Progress release(const Pointer &pointer) override
    {
        move(pointer);
        return Progress::Done;
    }

    std::vector<Annotation> preview() const override
    {
        std::vector<Annotation> all;
        if (m_dragged)
            for (const AnnotationPtr &annotation : m_grabbed)
                all.push_back(moved(*annotation));
        return all;
    }

    std::vector<AnnotationId> hides() const override { return m_dragged ? ids() : Selection{}; }

    std::optional<Edit> finish() override
    {
        Edit edit{"move", "", {}};
        for (const AnnotationPtr &annotation : m_grabbed)
            if (Annotation after = moved(*annotation); after != *annotation)
                edit.changes.push_back(changed(*annotation, std::move(after)));
        return edit.changes.empty() ? std::nullopt : std::optional(std::move(edit));
    }

    std::optional<Selection> selection() const override { return m_dragged ? ids() : m_onClick; }

private:
    Annotation moved(Annotation annotation) const
    {
        annotation.geometry = translated(std::move(annotation.geometry), m_by.x, m_by.y);
        return annotation;
    }

    Selection ids() const
    {
        Selection all;
        for (const AnnotationPtr &annotation : m_grabbed)
            all.push_back(annotation->id);
        return all;
    }

    Pointer m_from;
    double m_width, m_height;
    std::vector<AnnotationPtr> m_grabbed;
    Selection m_onClick;
    std::optional<Rect> m_around;
    Point m_by;
    bool m_dragged = false;
};

}  // namespace

std::unique_ptr<Gesture> makeMoveGesture(const Pointer &from, const Scene &scene, std::vector<AnnotationPtr> grabbed,
                                         Selection onClick)
{
    return std::make_unique<MoveGesture>(from, scene, std::move(grabbed), std::move(onClick));
}

}  // namespace core
