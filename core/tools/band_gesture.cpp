#include "core/boxes.h"
#include "core/tools/selecting.h"
#include <algorithm>
#include <limits>

namespace core {

namespace {

class BandGesture : public Gesture {
public:
    BandGesture(const Pointer &from, const Scene &scene) : m_from(from), m_to(from)
    {
        if (from.ctrl || from.shift)
            m_kept.assign(scene.selected.begin(), scene.selected.end());
        constexpr double Far = std::numeric_limits<double>::infinity();
        scene.index.visit({-Far, -Far, Far, Far}, [&](const AnnotationPtr &annotation, const Rect &bounds) {
            if (isGrabbable(*annotation))
                m_candidates.emplace_back(annotation->id, bounds);
        });
        std::ranges::sort(m_candidates, {}, &Candidate::first);
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

    std::vector<Annotation> preview() const override { return {}; }

    std::optional<Rect> band() const override
    {
        return m_dragged ? bounds(boxFromPoints(m_from.at, m_to.at)) : std::nullopt;
    }

    std::optional<Edit> finish() override { return std::nullopt; }

    std::optional<Selection> selection() const override
    {
        Selection selection = m_kept;
        if (const auto rect = band())
            for (const auto &[id, bounds] : m_candidates)
                if (rect->contains(bounds) && std::ranges::find(m_kept, id) == m_kept.end())
                    selection.push_back(id);
        return selection;
    }

private:
    using Candidate = std::pair<AnnotationId, Rect>;
    Pointer m_from, m_to;
    bool m_dragged = false;
    Selection m_kept;
    std::vector<Candidate> m_candidates;
};

}  // namespace

std::unique_ptr<Gesture> makeBandGesture(const Pointer &from, const Scene &scene)
{
    return std::make_unique<BandGesture>(from, scene);
}

}  // namespace core
