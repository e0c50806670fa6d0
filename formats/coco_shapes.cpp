#include "formats/coco_shapes.h"
#include "core/boxes.h"
#include "core/mask_rle.h"
#include "core/mask_shapes.h"
#include "core/masks.h"
#include "formats/folder_export.h"
#include "formats/object_pixels.h"
#include "formats/text_file.h"
#include <algorithm>
#include <cmath>

namespace formats::coco {

using core::Code;
using core::Error;

namespace {

bool isOption(const Options &options, std::string_view name, std::string_view value)
{
    const auto at = options.find(name);
    return at != options.end() && at->second == value;
}

std::string text(ImageSize size)
{
    return std::to_string(size.width) + 'x' + std::to_string(size.height);
}

// Large enough for `points` where no size is known.
ImageSize roomFor(const std::vector<core::Ring> &rings, ImageSize size)
{
    if (size.width > 0 && size.height > 0)
        return size;
    for (const core::Ring &ring : rings)
        for (const core::Point &p : ring) {
            size.width = std::max(size.width, int(std::ceil(std::clamp(p.x, 0.0, 1e6))));
            size.height = std::max(size.height, int(std::ceil(std::clamp(p.y, 0.0, 1e6))));
        }
    return size;
}

core::Result<core::Geometry> maskOf(core::MaskRuns runs, const char *field)
{
    if (runs.isEmpty())
        return Error{Code::BadValue, "no pixels", {{}, 0, 0, field}};
    return core::Geometry(core::Mask{std::make_shared<core::MaskRuns>(std::move(runs))});
}

core::Result<core::Geometry> decoded(const Rle &rle, ImageSize size)
{
    if (size.width > 0 && size.height > 0 && (rle.width != size.width || rle.height != size.height))
        return Error{Code::BadValue,
                     text({rle.width, rle.height}) + " in an image of " + text(size),
                     {{}, 0, 0, "segmentation.size"}};
    auto runs = rle.text.empty() ? core::fromCocoCounts(rle.counts, rle.width, rle.height)
                                 : core::fromCocoText(rle.text, rle.width, rle.height);
    if (!runs)
        return Error{runs.error().code, runs.error().detail, {{}, 0, 0, "segmentation.counts"}};
    return maskOf(std::move(*runs), "segmentation.counts");
}

core::Result<core::Geometry> joined(const std::vector<core::Ring> &rings, ImageSize size)
{
    const ImageSize room = roomFor(rings, size);
    std::vector<core::MaskRuns> parts;
    for (const core::Ring &ring : rings)
        parts.push_back(core::rasterised(std::span(&ring, 1), core::FillRule::Centres, room.width, room.height));
    return maskOf(core::united(parts), "segmentation");
}

double turn(double degrees)
{
    const double rest = std::fmod(degrees, 360.0);
    return rest < 0 ? rest + 360.0 : rest;
}

void appendNumbers(std::string &out, std::initializer_list<double> numbers)
{
    out += '[';
    for (const double number : numbers) {
        jsontext::appendNumber(out, number);
        out += ',';
    }
    out.back() = ']';
}

void appendRing(std::string &out, std::span<const core::Point> ring)
{
    out += '[';
    for (const core::Point &p : ring) {
        jsontext::appendNumber(out, p.x);
        out += ',';
        jsontext::appendNumber(out, p.y);
        out += ',';
    }
    out.back() = ']';
}

void appendBoxAndArea(std::string &out, const core::Box &box, double area)
{
    out += "\"bbox\":";
    appendNumbers(out, {box.x, box.y, box.w, box.h});
    out += ",\"area\":";
    jsontext::appendNumber(out, area);
    out += ",\"segmentation\":";
}

core::Box around(const core::Geometry &geometry)
{
    const auto extent = core::bounds(geometry).value_or(core::Rect());
    return {extent.left, extent.top, extent.width(), extent.height(), 0};
}

bool appendMask(std::string &out, const core::MaskRuns &whole, ImageSize size, bool compressed)
{
    const auto extent = core::bounds(whole);
    if (!extent)
        return false;
    if (size.width <= 0 || size.height <= 0)
        size = {int(extent->right), int(extent->bottom)};
    const core::MaskRuns runs = core::cut(whole, size.width, size.height);
    const auto inside = core::bounds(runs);
    if (!inside)
        return false;
    appendBoxAndArea(out, {inside->left, inside->top, inside->width(), inside->height(), 0}, core::area(runs));
    out += "{\"size\":[" + std::to_string(size.height) + ',' + std::to_string(size.width) + "],\"counts\":";
    if (compressed) {
        jsontext::appendString(out, core::cocoText(runs, size.width, size.height));
    } else {
        out += '[';
        for (const auto count : core::cocoCounts(runs, size.width, size.height))
            (out += std::to_string(count)) += ',';
        out.back() = ']';
    }
    out += '}';
    return true;
}

struct Appender {
    std::string &out;
    ImageSize size;
    bool compressed;

    bool ring(const core::Geometry &shape, const core::Box &box, std::span<const core::Point> points) const
    {
        appendBoxAndArea(out, box, core::area(shape));
        out += '[';
        appendRing(out, points);
        out += ']';
        return true;
    }
    bool operator()(const core::Box &box) const
    {
        if (box.angle != 0)
            return ring(box, box, core::corners(box));
        appendBoxAndArea(out, box, core::area(core::Geometry(box)));
        out += "[]";
        return true;
    }
    bool operator()(const core::Polygon &polygon) const
    {
        if (polygon.rings.empty() || polygon.rings.front().size() < 3)
            return false;
        if (polygon.rings.size() == 1)
            return ring(polygon, around(polygon), polygon.rings.front());
        const ImageSize room = roomFor(polygon.rings, size);
        return appendMask(out, core::rasterised(polygon.rings, core::FillRule::Centres, room.width, room.height), size,
                          compressed);
    }
    bool operator()(const core::Circle &circle) const { return ring(circle, around(circle), circleRing(circle)); }
    bool operator()(const core::Mask &mask) const { return mask.runs && appendMask(out, *mask.runs, size, compressed); }
    bool operator()(const core::Polyline &) const { return false; }
    bool operator()(const core::Point &) const { return false; }
    bool operator()(const core::WholeSample &) const { return false; }
    bool operator()(const core::Keypoints &) const { return false; }
    bool operator()(const core::TimeSpan &) const { return false; }
    bool operator()(const core::TextSpan &) const { return false; }
    bool operator()(const core::Track &) const { return false; }
};

}  // namespace

ShapeOptions shapeOptions(const Options &options)
{
    return {isOption(options, "geometry", "box"), isOption(options, "parts", "split")};
}

core::Result<Shapes> shapesOf(const Object &object, ImageSize size, const ShapeOptions &options)
{
    Shapes out;
    const bool turned = object.rotation != 0 && object.box && !object.rle && object.rings.size() <= 1
                        && (object.rings.empty() || object.rings.front().size() == 4);
    const bool hasSegmentation = object.rle || !object.rings.empty();
    if (object.box && (!hasSegmentation || options.boxesOnly || turned)) {
        core::Box box = *object.box;
        box.angle = turned ? turn(object.rotation) : 0;
        out.isTurned = turned;
        out.geometries.emplace_back(box);
        return out;
    }
    if (object.rings.size() == 1 || options.splitParts)
        for (const core::Ring &ring : object.rings)
            out.geometries.emplace_back(core::Polygon{{ring}});
    if (!out.geometries.empty())
        return out;
    auto mask = object.rle ? decoded(*object.rle, size) : joined(object.rings, size);
    if (!mask)
        return mask.error();
    out.wasMultipart = !object.rle;
    out.geometries.push_back(std::move(*mask));
    if (options.boxesOnly)
        out.geometries = {around(out.geometries.front())};
    return out;
}

bool appendShape(std::string &out, const core::Geometry &geometry, ImageSize size, bool compressed)
{
    return std::visit(Appender{out, size, compressed}, geometry);
}

void addShapeLoss(std::vector<std::string> &losses, const core::Geometry &geometry, const core::MediaInfo &media)
{
    if (const auto *polygon = std::get_if<core::Polygon>(&geometry)) {
        const bool isShape = !polygon->rings.empty() && polygon->rings.front().size() >= 3;
        if (!isShape || polygon->rings.size() > 1)
            addLoss(losses, isShape ? "mask-raster" : "shape");
    } else if (const auto *mask = std::get_if<core::Mask>(&geometry)) {
        if (!mask->runs || mask->runs->isEmpty())
            addLoss(losses, "shape");
        else
            addOutsideLoss(*mask->runs, media, losses);
    } else if (const auto *box = std::get_if<core::Box>(&geometry)) {
        if (box->w < 0 || box->h < 0)
            addLoss(losses, "shape");
    } else {
        addLoss(losses, std::holds_alternative<core::Circle>(geometry) ? "outline" : "shape");
    }
}

}  // namespace formats::coco
