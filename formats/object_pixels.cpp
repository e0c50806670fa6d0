#include "formats/object_pixels.h"
#include "core/boxes.h"
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "formats/folder_export.h"
#include "formats/mask_rows.h"
#include <algorithm>
#include <cmath>
#include <numbers>

namespace formats {

namespace {

constexpr int circlePoints = 64;
constexpr double largestRoom = 1e5;

struct Item {
    core::LabelId label;
    core::MaskRuns pixels;
    core::Rect reach;
    bool isLooked = false;
};

std::vector<Item> itemsOf(const core::SampleContent &content, Looked looked)
{
    const core::MediaInfo &media = content.sample.media;
    const auto size = roomFor(content, {media.width, media.height});
    std::vector<Item> items;
    for (const core::AnnotationPtr &annotation : content.annotations) {
        const bool isMask = runsOf(annotation->geometry) != nullptr;
        Item item{annotation->label, pixelsOf(annotation->geometry, size), {}, isMask || looked == Looked::AllShapes};
        if (const auto bounds = core::bounds(item.pixels)) {
            item.reach = core::grown(*bounds, 1);
            items.push_back(std::move(item));
        }
    }
    return items;
}

void look(const Item &below, const Item &above, std::vector<std::string> &losses)
{
    if (!below.reach.meets(above.reach) || (!below.isLooked && !above.isLooked))
        return;
    if (below.label == above.label) {
        if (touch(below.pixels, above.pixels))
            addLoss(losses, "touching");
    } else if (below.isLooked && core::meets(below.pixels, above.pixels)) {
        addLoss(losses, "covered");
    }
}

}  // namespace

core::Ring circleRing(const core::Circle &circle)
{
    core::Ring ring;
    for (int i = 0; i < circlePoints; ++i) {
        const double angle = 2 * std::numbers::pi * i / circlePoints;
        ring.push_back(
            {circle.center.x + circle.radius * std::cos(angle), circle.center.y + circle.radius * std::sin(angle)});
    }
    return ring;
}

std::vector<core::Ring> ringsOf(const core::Geometry &geometry)
{
    std::vector<core::Ring> rings;
    if (const auto *polygon = std::get_if<core::Polygon>(&geometry))
        rings = polygon->rings;
    if (const auto *circle = std::get_if<core::Circle>(&geometry))
        rings = {circleRing(*circle)};
    if (const auto *box = std::get_if<core::Box>(&geometry)) {
        const auto corners = core::corners(*box);
        rings = {core::Ring(corners.begin(), corners.end())};
    }
    if (!rings.empty() && rings.front().size() < 3)
        rings.clear();
    return rings;
}

const core::MaskRuns *runsOf(const core::Geometry &geometry)
{
    const auto *mask = std::get_if<core::Mask>(&geometry);
    return mask && mask->runs && !mask->runs->isEmpty() ? mask->runs.get() : nullptr;
}

core::MaskRuns pixelsOf(const core::Geometry &geometry, std::pair<int, int> size)
{
    if (const core::MaskRuns *runs = runsOf(geometry))
        return core::cut(*runs, size.first, size.second);
    const auto rings = ringsOf(geometry);
    return rings.empty() ? core::MaskRuns()
                         : core::rasterised(rings, core::FillRule::WithOutline, size.first, size.second);
}

std::pair<int, int> roomFor(const core::SampleContent &content, std::pair<int, int> known)
{
    if (known.first > 0 && known.second > 0)
        return known;
    core::Rect extent;
    for (const core::AnnotationPtr &annotation : content.annotations)
        if (const auto bounds = core::bounds(annotation->geometry))
            extent = core::united(extent, *bounds);
    const auto side = [](double end) { return int(std::ceil(std::clamp(end, 0.0, largestRoom))); };
    return {side(extent.right), side(extent.bottom)};
}

void addNeighbourLosses(const core::SampleContent &content, Looked looked, std::vector<std::string> &losses)
{
    const auto items = itemsOf(content, looked);
    for (std::size_t i = 0; i < items.size(); ++i)
        for (std::size_t k = i + 1; k < items.size(); ++k)
            look(items[i], items[k], losses);
}

void addOutsideLoss(const core::MaskRuns &runs, const core::MediaInfo &media, std::vector<std::string> &losses)
{
    const auto extent = core::bounds(runs);
    const bool isKnown = media.width > 0 && media.height > 0;
    if (extent
        && (extent->left < 0 || extent->top < 0
            || (isKnown && (extent->right > media.width || extent->bottom > media.height))))
        addLoss(losses, "outside");
}

}  // namespace formats
