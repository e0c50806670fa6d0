// Painting and erasing, and how exclusive masks make room.
#include "core/mask_edits.h"
#include "core/mask_edits_parts.h"
#include "core/masks.h"
#include <algorithm>
#include <unordered_map>

namespace core {

namespace {

// The masks of an edit, and what they take from the others.
class Exclusion {
public:
    Exclusion(const MaskCanvas &canvas, const Edit &edit) : m_canvas(canvas)
    {
        for (const Change &change : edit.changes)
            if (const auto *row = std::get_if<RowChange<Annotation>>(&change))
                m_edited[idOf(*row)] =
                    row->before && row->after ? intersected(runsOf(*row->before), runsOf(*row->after)) : MaskRuns{};
    }

    void settle(RowChange<Annotation> &change)
    {
        const MaskRuns before = change.before ? runsOf(*change.before) : MaskRuns{};
        const MaskRuns &after = runsOf(*change.after);
        MaskRuns gained = freeOf(subtracted(after, before), idOf(change));
        MaskRuns settled = united(m_edited[idOf(change)], gained);
        takeFromOthers(gained);
        if (settled != after)
            change.after->geometry = maskOfRuns(settled);
        m_edited[idOf(change)] = std::move(settled);
    }

    // Rows the edit does not have yet.
    void addTo(Edit &edit) const
    {
        for (const AnnotationPtr &annotation : m_canvas.content.annotations)
            if (const auto found = m_others.find(annotation->id); found != m_others.end())
                addMask(edit, m_canvas.content, *annotation, found->second);
    }

private:
    static AnnotationId idOf(const RowChange<Annotation> &change)
    {
        return change.after ? change.after->id : change.before->id;
    }

    MaskRuns freeOf(MaskRuns pixels, AnnotationId own) const
    {
        const auto clear = [&pixels](const MaskRuns &taken) {
            if (meets(pixels, taken))
                pixels = subtracted(pixels, taken);
        };
        for (const auto &[id, runs] : m_edited)
            if (id != own)
                clear(runs);
        for (const AnnotationPtr &annotation : m_canvas.content.annotations)
            if (isLocked(*annotation) && !m_edited.contains(annotation->id))
                clear(runsOf(*annotation));
        return pixels;
    }

    void takeFromOthers(const MaskRuns &pixels)
    {
        for (const AnnotationPtr &annotation : m_canvas.content.annotations) {
            if (isLocked(*annotation) || m_edited.contains(annotation->id))
                continue;
            const auto found = m_others.find(annotation->id);
            const MaskRuns &now = found == m_others.end() ? runsOf(*annotation) : found->second;
            if (meets(now, pixels))
                m_others[annotation->id] = subtracted(now, pixels);
        }
    }

    const MaskCanvas &m_canvas;
    std::unordered_map<AnnotationId, MaskRuns> m_edited;  // what each surely keeps, then what it has
    std::unordered_map<AnnotationId, MaskRuns> m_others;  // what is left of them
};

// Masks that got none of the pixels they were to gain stay as they were. Those left without any are gone, or never
// made.
void dropIdle(Edit &edit, const SampleContent &content)
{
    std::vector<Annotation> gone;
    std::erase_if(edit.changes, [&gone](const Change &change) {
        const auto *row = std::get_if<RowChange<Annotation>>(&change);
        if (!row || !row->after || !isMask(*row->after))
            return false;
        if (!runsOf(*row->after).isEmpty())
            return row->before == row->after;
        if (row->before)
            gone.push_back(*row->before);
        return true;
    });
    for (const Annotation &annotation : gone)
        addRemoval(edit, content, annotation);
}

}  // namespace

Edit paintMask(const MaskCanvas &canvas, const AnnotationPtr &target, const MaskRuns &pixels, std::string name)
{
    Edit edit{std::move(name), "", {}};
    const MaskRuns inside = cutTo(canvas, pixels);
    if (inside.isEmpty() || (target && isLocked(*target)))
        return edit;
    if (target)
        addMask(edit, canvas.content, *target, united(runsOf(*target), inside));
    else
        edit.changes.push_back(created(newMask(canvas, inside)));
    return withExclusion(std::move(edit), canvas);
}

Edit eraseMask(const MaskCanvas &canvas, std::span<const AnnotationPtr> targets, const MaskRuns &pixels,
               std::string name)
{
    Edit edit{std::move(name), "", {}};
    for (const AnnotationPtr &target : targets)
        if (!isLocked(*target) && meets(runsOf(*target), pixels))
            addMask(edit, canvas.content, *target, subtracted(runsOf(*target), pixels));
    return edit;
}

Edit withExclusion(Edit edit, const MaskCanvas &canvas)
{
    if (!canvas.exclusive)
        return edit;
    Exclusion exclusion(canvas, edit);
    for (Change &change : edit.changes)
        if (auto *row = std::get_if<RowChange<Annotation>>(&change); row && row->after && isMask(*row->after))
            exclusion.settle(*row);
    dropIdle(edit, canvas.content);
    exclusion.addTo(edit);
    return edit;
}

}  // namespace core
