// The writing half of segmentation_xml.h.
#include "core/mask_clean.h"
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "formats/folder_export.h"
#include "formats/object_pixels.h"
#include "formats/png_file.h"
#include "formats/segmentation_xml.h"
#include <algorithm>

namespace formats {

namespace {

core::Point firstPixel(const core::MaskRuns &runs)
{
    return {double(runs.spans().front().begin), double(runs.top())};
}

std::string markOf(const std::vector<core::MaskRuns> &islands, int value)
{
    std::string mark = std::to_string(value);
    for (const core::MaskRuns &island : islands) {
        const core::Point p = firstPixel(island);
        mark += ' ' + std::to_string(int(p.x)) + ',' + std::to_string(int(p.y));
    }
    return mark;
}

class Writing {
public:
    Writing(std::span<const ClassValue> classes, std::pair<int, int> size) : m_classes(classes), m_size(size) {}

    std::vector<MaskLayer> layers;

    // Empty: nothing stands for it.
    core::Result<std::optional<VocObject>> object(const core::Annotation &annotation, const LabelNames &names)
    {
        const ClassValue *one = valueOf(m_classes, annotation.label);
        if (!one)
            return std::optional<VocObject>();
        core::Annotation plain = annotation;
        std::string mark;
        core::MaskRuns pixels = pixelsOf(annotation.geometry, m_size);
        if (runsOf(annotation.geometry)) {
            if (pixels.isEmpty())
                return std::optional<VocObject>();
            plain.geometry = core::Polygon{{pixelOutline(pixels)}};
            mark = markOf(core::islands(pixels), one->value);
        } else {
            const auto rings = ringsOf(annotation.geometry);
            if (rings.empty())
                return std::optional<VocObject>();
            plain.geometry = core::Polygon{{rings.front()}};
        }
        auto object = toObject(plain, names);
        if (!object)
            return std::optional<VocObject>();
        if (one->value > 255)
            return core::Error{
                core::Code::Unsupported, one->name + ": " + std::to_string(one->value), {{}, 0, 0, "mask_gray_value"}};
        object->maskColor = one->rgb;
        object->maskMark = std::move(mark);
        layers.push_back({std::move(pixels), std::uint16_t(one->value)});
        return object;
    }

private:
    std::span<const ClassValue> m_classes;
    std::pair<int, int> m_size;
};

void addShapeLosses(const core::Geometry &geometry, const core::MediaInfo &media, std::vector<std::string> &losses)
{
    if (const auto *mask = std::get_if<core::Mask>(&geometry)) {
        if (!mask->runs || mask->runs->isEmpty())
            return addLoss(losses, "shape");
        const auto islands = core::islands(*mask->runs);
        const auto hasHoles = [](const core::MaskRuns &island) { return core::withHolesFilled(island) != island; };
        if (islands.size() > 1)
            addLoss(losses, "mask-islands");
        if (std::ranges::any_of(islands, hasHoles))
            addLoss(losses, "mask-holes");
        return addOutsideLoss(*mask->runs, media, losses);
    }
    const auto rings = ringsOf(geometry);
    if (rings.empty())
        addLoss(losses, "shape");
    else if (!std::holds_alternative<core::Polygon>(geometry))
        addLoss(losses, "outline");
    else if (rings.size() > 1)
        addLoss(losses, "holes");
}

}  // namespace

LabelNames namesOf(std::span<const ClassValue> classes)
{
    LabelNames names;
    for (const ClassValue &one : classes)
        names.emplace(one.label, one.name);
    return names;
}

core::Ring pixelOutline(const core::MaskRuns &runs)
{
    const auto islands = core::islands(runs);
    if (islands.empty())
        return {};
    const auto largest =
        std::ranges::max_element(islands, {}, [](const core::MaskRuns &one) { return core::area(one); });
    const auto polygons = core::traced(*largest, 0);
    if (polygons.empty() || polygons.front().rings.empty())
        return {};
    // Pixel edges become pixels: for each edge the first and the last one that lie along it on the inside.
    const core::Ring &edges = polygons.front().rings.front();
    double twice = 0;
    for (std::size_t i = 0; i < edges.size(); ++i)
        twice += core::cross(edges[i], edges[(i + 1) % edges.size()]);
    core::Ring out;
    const auto add = [&out](core::Point pixel) {
        if (out.empty() || out.back() != pixel)
            out.push_back(pixel);
    };
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const core::Point from = edges[i], step = edges[(i + 1) % edges.size()] - from;
        const double length = core::length(step);
        const core::Point along = step * (1 / length);
        const core::Point inside = core::Point{-along.y, along.x} * (twice > 0 ? 1 : -1);  // clockwise: to the right
        const core::Point first = from + (along + inside) * 0.5 - core::Point{0.5, 0.5};
        add(first);
        add(first + along * (length - 1));
    }
    while (out.size() > 3 && out.back() == out.front())
        out.pop_back();
    while (out.size() < 3)
        out.push_back(out.back());
    return out;
}

core::Result<SegmentationFiles> toSegmentation(const core::SampleContent &content, std::span<const ClassValue> classes,
                                               std::pair<int, int> known, std::string fileName)
{
    const LabelNames names = namesOf(classes);
    const auto size = roomFor(content, known);
    const core::SampleContent header{content.sample, content.job, content.work, {}, {}};
    SegmentationFiles out{toVoc(header, names, std::move(fileName)), {}, {}};
    out.xml.segmented = true;
    out.xml.maskSource.clear();
    std::tie(out.xml.width, out.xml.height) = size;
    Writing writing(classes, size);
    for (std::size_t i = 0; i < content.annotations.size(); ++i) {
        auto object = writing.object(*content.annotations[i], names);
        if (!object)
            return object.error();
        if (!*object)
            continue;  // told by segmentationLosses
        out.xml.objects.push_back(std::move(**object));
        out.written.push_back(i);
    }
    const bool fits = std::int64_t(size.first) * size.second <= MaxPngPixels;
    if (size.first > 0 && size.second > 0 && fits && !writing.layers.empty())
        out.png = writePng({size.first, size.second, PngPixels::Palette, paletteOf(classes)},
                           [&](int y, std::span<std::uint16_t> row) { fillRow(writing.layers, y, row); });
    return out;
}

std::vector<std::string> segmentationLosses(const core::SampleContent &content)
{
    core::SampleContent plain{content.sample, content.job, content.work, {}, {}};
    for (const core::AnnotationPtr &annotation : content.annotations) {
        auto copy = std::make_shared<core::Annotation>(*annotation);
        copy->geometry = core::Polygon{{{{0, 0}, {1, 0}, {1, 1}}}};
        plain.annotations.push_back(std::move(copy));
    }
    auto losses = vocLosses(plain);
    for (const core::AnnotationPtr &annotation : content.annotations)
        addShapeLosses(annotation->geometry, content.sample.media, losses);
    addNeighbourLosses(content, Looked::Masks, losses);
    return losses;
}

}  // namespace formats
