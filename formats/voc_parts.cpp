// Parts of a VOC object as the JSON of the attribute "@parts":
// [{"name":"wheel","shape":"bndbox","numbers":[x,y,w,h],"confidence":0.8,"attributes":{},"parts":[]}]
#include "formats/voc_annotations.h"
#include <nlohmann/json.hpp>

namespace formats {

using nlohmann::json;

namespace {

constexpr int MaxNestedParts = 8;

json flat(const std::vector<core::Point> &points)
{
    json numbers = json::array();
    for (const auto &point : points) {
        numbers.push_back(point.x);
        numbers.push_back(point.y);
    }
    return numbers;
}

struct Shape {
    const char *name = "";
    json numbers;
};

struct ToShape {
    Shape operator()(const core::Box &box) const { return {"bndbox", {box.x, box.y, box.w, box.h}}; }
    Shape operator()(const core::Polygon &polygon) const
    {
        return {"polygon", flat(polygon.rings.empty() ? core::Ring{} : polygon.rings.front())};
    }
    Shape operator()(const core::Polyline &line) const
    {
        return {line.points.size() > 2 ? "polyline" : line.dashed ? "dashed" : "line", flat(line.points)};
    }
    Shape operator()(const core::Circle &circle) const
    {
        return {"circle", {circle.center.x, circle.center.y, circle.radius}};
    }
    Shape operator()(const core::Point &point) const { return {"point", {point.x, point.y}}; }
    Shape operator()(const core::WholeSample &) const { return {}; }
    Shape operator()(const core::Keypoints &) const { return {}; }
    Shape operator()(const core::Mask &) const { return {}; }
    Shape operator()(const core::TimeSpan &) const { return {}; }
    Shape operator()(const core::TextSpan &) const { return {}; }
    Shape operator()(const core::Track &) const { return {}; }
};

json toJson(const VocObject &part)
{
    const auto shape = std::visit(ToShape{}, part.geometry);
    json out{{"name", part.name}, {"shape", shape.name}, {"numbers", shape.numbers}};
    if (!part.pose.empty())
        out["pose"] = part.pose;
    for (const auto &[name, flag] :
         {std::pair{"truncated", part.truncated}, {"occluded", part.occluded}, {"difficult", part.difficult}})
        if (flag)
            out[name] = true;
    if (part.hardCoefficient)
        out["hard-coefficient"] = *part.hardCoefficient;
    if (part.confidence)
        out["confidence"] = *part.confidence;
    if (part.maskColor)
        out["mask_color"] = *part.maskColor;
    if (!part.attributes.empty())
        out["attributes"] = json(std::map<std::string, std::string>(part.attributes.begin(), part.attributes.end()));
    if (!part.unknown.empty())
        out["unknown"] = json(std::map<std::string, std::string>(part.unknown.begin(), part.unknown.end()));
    for (const VocObject &inner : part.parts)
        out["parts"].push_back(toJson(inner));
    return out;
}

std::optional<core::Geometry> geometryOf(const std::string &shape, const std::vector<double> &numbers)
{
    std::vector<core::Point> points;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
        points.push_back({numbers[i], numbers[i + 1]});
    if (shape == "bndbox" && numbers.size() == 4)
        return core::Box{numbers[0], numbers[1], numbers[2], numbers[3], 0};
    if (shape == "circle" && numbers.size() == 3)
        return core::Circle{{numbers[0], numbers[1]}, numbers[2]};
    if (numbers.size() % 2 != 0)
        return std::nullopt;
    if (shape == "point" && points.size() == 1)
        return points.front();
    if (shape == "polygon" && points.size() >= 3)
        return core::Polygon{{std::move(points)}};
    if ((shape == "line" || shape == "dashed" || shape == "polyline") && points.size() >= 2)
        return core::Polyline{std::move(points), shape == "dashed"};
    return std::nullopt;
}

core::Attributes texts(const json &object, const char *key)
{
    const auto at = object.find(key);
    return at == object.end() ? core::Attributes{} : core::attributesFromJson(at->dump()).value_or(core::Attributes{});
}

// Throws json::exception where a value is not of its kind.
std::optional<std::vector<VocObject>> fromJson(const json &array, int depth)
{
    std::vector<VocObject> parts;
    if (depth > MaxNestedParts || !array.is_array())
        return std::nullopt;
    for (const json &object : array) {
        VocObject part;
        part.name = object.at("name").get<std::string>();
        auto geometry =
            geometryOf(object.at("shape").get<std::string>(), object.at("numbers").get<std::vector<double>>());
        auto inner = fromJson(object.value("parts", json::array()), depth + 1);
        if (!geometry || !inner || part.name.empty())
            return std::nullopt;
        part.geometry = std::move(*geometry);
        part.parts = std::move(*inner);
        part.pose = object.value("pose", "");
        part.truncated = object.value("truncated", false);
        part.occluded = object.value("occluded", false);
        part.difficult = object.value("difficult", false);
        if (object.contains("hard-coefficient"))
            part.hardCoefficient = object["hard-coefficient"].get<double>();
        if (object.contains("confidence"))
            part.confidence = object["confidence"].get<double>();
        if (object.contains("mask_color"))
            part.maskColor = object["mask_color"].get<core::Rgb>();
        part.attributes = texts(object, "attributes");
        part.unknown = texts(object, "unknown");
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace

std::string partsJson(const std::vector<VocObject> &parts)
{
    json array = json::array();
    for (const VocObject &part : parts)
        array.push_back(toJson(part));
    return array.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<std::vector<VocObject>> partsFromJson(std::string_view text)
{
    try {
        return fromJson(json::parse(text), 1);
    } catch (const json::exception &) {
        return std::nullopt;
    }
}

}  // namespace formats
