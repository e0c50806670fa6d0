// What is done to chosen masks.
#include "core/boxes.h"
#include "core/mask_clean.h"
#include "core/mask_edits_parts.h"
#include "core/masks.h"
#include <algorithm>

namespace core {

namespace {

using Which = std::span<const AnnotationId>;

std::vector<AnnotationPtr> chosenMasks(const MaskCanvas &canvas, Which which)
{
    auto masks = chosenFrom(canvas.content, which);
    std::erase_if(masks, [](const AnnotationPtr &annotation) { return !isMask(*annotation); });
    return masks;
}

template <class Alter>
Edit altered(std::string name, const MaskCanvas &canvas, Which which, Alter alter)
{
    Edit edit{std::move(name), "", {}};
    for (const AnnotationPtr &mask : chosenMasks(canvas, which))
        addMask(edit, canvas.content, *mask, cutTo(canvas, alter(runsOf(*mask))));
    return withExclusion(std::move(edit), canvas);
}

// A further object like `original`.
Annotation sibling(const Annotation &original, Geometry geometry, std::int64_t &lastId)
{
    Annotation made = original;
    made.id = {--lastId};
    made.uuid = {};
    made.batch = {};
    made.author.clear();
    made.created = 0;
    made.geometry = std::move(geometry);
    return made;
}

// The object takes the first of the geometries, siblings of it the others.
void addParts(Edit &edit, const Annotation &original, std::vector<Geometry> parts, std::int64_t &lastId)
{
    Annotation after = original;
    after.geometry = std::move(parts.front());
    edit.changes.push_back(changed(original, std::move(after)));
    for (std::size_t i = 1; i < parts.size(); ++i)
        edit.changes.push_back(created(sibling(original, std::move(parts[i]), lastId)));
}

std::vector<MaskRuns> largestFirst(std::vector<MaskRuns> parts)
{
    const auto largest = std::ranges::max_element(parts, {}, [](const MaskRuns &runs) { return area(runs); });
    std::rotate(parts.begin(), largest, largest == parts.end() ? largest : std::next(largest));
    return parts;
}

// Relations of what is merged name the one that stays; those that then say nothing new go.
void handOver(Edit &edit, const SampleContent &content, std::span<const AnnotationPtr> merged, AnnotationId stays)
{
    const auto heir = [&](AnnotationId id) {
        return std::ranges::find(merged, id, [](const AnnotationPtr &a) { return a->id; }) == merged.end() ? id : stays;
    };
    const auto same = [](const Relation &a, const Relation &b) {
        return a.label == b.label && a.from == b.from && a.to == b.to;
    };
    std::vector<Relation> now;
    for (const Relation &relation : content.relations)
        if (heir(relation.from) == relation.from && heir(relation.to) == relation.to)
            now.push_back(relation);
    for (const Relation &relation : content.relations) {
        Relation after = relation;
        after.from = heir(relation.from);
        after.to = heir(relation.to);
        if (after == relation)
            continue;
        const bool isNews = after.from != after.to
                            && std::ranges::none_of(now, [&](const Relation &other) { return same(other, after); });
        edit.changes.push_back(isNews ? changed(relation, after) : removed(relation));
        if (isNews)
            now.push_back(after);
    }
}

// Empty: not a shape with an inside.
std::optional<MaskRuns> pixelsOf(const Geometry &geometry, const MaskCanvas &canvas)
{
    if (const auto *circle = std::get_if<Circle>(&geometry))
        return cutTo(canvas, disk(circle->center, circle->radius));
    std::vector<Ring> rings;
    if (const auto *polygon = std::get_if<Polygon>(&geometry)) {
        rings = polygon->rings;
    } else if (const auto *box = std::get_if<Box>(&geometry)) {
        const Corners edge = corners(*box);
        rings = {Ring(edge.begin(), edge.end())};
    } else {
        return std::nullopt;
    }
    return rasterised(rings, FillRule::Centres, canvas.width, canvas.height);
}

bool hasSize(const MaskCanvas &canvas)
{
    return canvas.width > 0 && canvas.height > 0;
}

ConversionLoss &operator+=(ConversionLoss &sum, const ConversionLoss &loss)
{
    sum.gained += loss.gained;
    sum.lost += loss.lost;
    return sum;
}

}  // namespace

Edit fillHoles(const MaskCanvas &canvas, Which which)
{
    return altered("fill-holes", canvas, which, [](const MaskRuns &runs) { return withHolesFilled(runs); });
}

Edit dropSpecks(const MaskCanvas &canvas, Which which, double pixels)
{
    return altered("drop-specks", canvas, which, [&](const MaskRuns &runs) { return withoutSpecks(runs, pixels); });
}

Edit growMask(const MaskCanvas &canvas, Which which, double radius)
{
    const int width = canvas.width, height = canvas.height;
    const Which some = hasSize(canvas) ? which : Which{};
    return altered(radius < 0 ? "shrink-mask" : "grow-mask", canvas, some, [&](const MaskRuns &runs) {
        return radius < 0 ? shrunk(runs, -radius, width, height) : grown(runs, radius, width, height);
    });
}

Edit smoothMask(const MaskCanvas &canvas, Which which, double radius)
{
    return altered("smooth-mask", canvas, hasSize(canvas) ? which : Which{}, [&](const MaskRuns &runs) {
        MaskRuns smooth = smoothed(runs, radius, canvas.width, canvas.height);
        return smooth.isEmpty() ? runs : smooth;
    });
}

Edit mergeMasks(const MaskCanvas &canvas, Which which)
{
    Edit edit{"merge-masks", "", {}};
    auto masks = chosenMasks(canvas, which);
    if (masks.size() < 2)
        return edit;
    std::ranges::stable_sort(masks, std::greater(), [](const AnnotationPtr &a) { return area(runsOf(*a)); });
    std::vector<MaskRuns> all;
    for (const AnnotationPtr &mask : masks)
        all.push_back(runsOf(*mask));
    const auto merged = std::span(masks).subspan(1);
    addMask(edit, canvas.content, *masks.front(), united(all));
    handOver(edit, canvas.content, merged, masks.front()->id);
    for (const AnnotationPtr &mask : merged)
        edit.changes.push_back(removed(*mask));
    return edit;
}

Edit splitMask(const MaskCanvas &canvas, Which which)
{
    Edit edit{"split-mask", "", {}};
    std::int64_t lastId = 0;
    for (const AnnotationPtr &mask : chosenMasks(canvas, which)) {
        std::vector<Geometry> parts;
        for (MaskRuns &island : largestFirst(islands(runsOf(*mask))))
            parts.push_back(maskOfRuns(std::move(island)));
        if (parts.size() > 1)
            addParts(edit, *mask, std::move(parts), lastId);
    }
    return edit;
}

Conversion masksToPolygons(const MaskCanvas &canvas, Which which, double tolerance)
{
    Conversion conversion{{"masks-to-polygons", "", {}}, {}};
    std::int64_t lastId = 0;
    if (!hasSize(canvas))
        return conversion;
    for (const AnnotationPtr &mask : chosenMasks(canvas, which)) {
        std::vector<Polygon> polygons;
        for (const MaskRuns &island : largestFirst(islands(runsOf(*mask))))
            for (Polygon &polygon : traced(island, tolerance))
                polygons.push_back(std::move(polygon));
        if (polygons.empty())
            continue;
        conversion.loss += tracingLoss(runsOf(*mask), polygons, canvas.width, canvas.height);
        addParts(conversion.edit, *mask, {polygons.begin(), polygons.end()}, lastId);
    }
    return conversion;
}

Conversion polygonsToMasks(const MaskCanvas &canvas, Which which)
{
    Conversion conversion{{"polygons-to-masks", "", {}}, {}};
    if (!hasSize(canvas))
        return conversion;
    for (const AnnotationPtr &shape : chosenFrom(canvas.content, which)) {
        const auto pixels = pixelsOf(shape->geometry, canvas);
        if (!pixels || pixels->isEmpty())
            continue;
        const double change = area(*pixels) - area(shape->geometry);
        conversion.loss += {std::max(change, 0.0), std::max(-change, 0.0)};
        Annotation after = *shape;
        after.geometry = maskOfRuns(*pixels);
        conversion.edit.changes.push_back(changed(*shape, std::move(after)));
    }
    conversion.edit = withExclusion(std::move(conversion.edit), canvas);
    return conversion;
}

Edit pasteExclusive(const MaskCanvas &canvas, std::span<const AnnotationPtr> objects, Point offset)
{
    return withExclusion(paste(canvas.content, objects, offset, canvas.width, canvas.height), canvas);
}

}  // namespace core
