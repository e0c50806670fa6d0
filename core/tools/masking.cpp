#include "core/tools/masking.h"
#include "core/hit_test.h"
#include "core/mask_edits.h"
#include "core/mask_shapes.h"
#include "core/masks.h"
#include <algorithm>
#include <ranges>

namespace core {

namespace {

const MaskRuns *maskOf(const Annotation &annotation)
{
    const Mask *mask = std::get_if<Mask>(&annotation.geometry);
    return mask ? mask->runs.get() : nullptr;
}

bool isRemoved(const Edit &edit, AnnotationId id)
{
    return std::ranges::any_of(edit.changes, [id](const Change &change) {
        const auto *row = std::get_if<RowChange<Annotation>>(&change);
        return row && row->before && row->before->id == id && !row->after;
    });
}

}  // namespace

std::optional<MaskAim> MaskAim::at(const Pointer &press, const Scene &scene, MaskAct act)
{
    if (scene.width < 1 || scene.height < 1)
        return std::nullopt;
    MaskAim aim;
    int masks = 0;
    for (const AnnotationId id : scene.selected)
        if (AnnotationPtr object = scene.index.find(id); object && maskOf(*object)) {
            ++masks;
            if (isGrabbable(*object))
                aim.m_selected.push_back(std::move(object));
        }
    if (masks > 0 && aim.m_selected.empty())
        return std::nullopt;
    if (act == MaskAct::Add && masks > 1)
        aim.m_selected.clear();
    aim.m_act = act;
    aim.m_press = press.at;
    aim.m_sheet = sheetOf(scene);
    if (!aim.m_selected.empty())
        aim.m_sheet.blank.label = aim.m_selected.front()->label;
    aim.m_label = scene.currentLabel;
    aim.m_exclusive = scene.bench.options.exclusive;
    aim.m_content = scene.content;
    return aim;
}

std::optional<Edit> MaskAim::edit(const MaskRuns &pixels) const
{
    const MaskCanvas canvas{m_content, m_label, width(), height(), m_exclusive};
    Edit edit;
    if (m_act == MaskAct::Erase)
        edit = eraseMask(canvas, erasedBy(pixels), pixels, "erase-mask");
    else
        edit = paintMask(canvas, m_selected.empty() ? nullptr : m_selected.front(), pixels, "paint-mask");
    return edit.changes.empty() ? std::nullopt : std::optional(std::move(edit));
}

std::optional<std::vector<AnnotationId>> MaskAim::selectionAfter(const std::optional<Edit> &edit) const
{
    if (!edit)
        return std::nullopt;
    if (m_act == MaskAct::Add)
        return m_selected.empty() ? std::nullopt : std::optional(std::vector{m_selected.front()->id});
    std::vector<AnnotationId> left;
    for (const AnnotationPtr &object : m_selected)
        if (!isRemoved(*edit, object->id))
            left.push_back(object->id);
    if (m_selected.empty())
        for (const Change &change : edit->changes)
            if (const auto *row = std::get_if<RowChange<Annotation>>(&change); row && row->after)
                left.push_back(row->after->id);
    return left;
}

MaskRuns MaskAim::inside(std::span<const Ring> rings) const
{
    return rasterised(rings, FillRule::Centres, width(), height());
}

std::vector<AnnotationPtr> MaskAim::erasedBy(const MaskRuns &pixels) const
{
    if (!m_selected.empty())
        return m_selected;
    const auto upperMost = [this](auto accepts) -> std::vector<AnnotationPtr> {
        for (const AnnotationPtr &object : m_content.annotations | std::views::reverse)
            if (const MaskRuns *runs = maskOf(*object); runs && isGrabbable(*object) && accepts(*runs))
                return {object};
        return {};
    };
    auto found = upperMost([this](const MaskRuns &runs) { return contains(runs, m_press); });
    return found.empty() ? upperMost([&](const MaskRuns &runs) { return meets(runs, pixels); }) : found;
}

}  // namespace core
