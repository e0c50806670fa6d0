#include "formats/voc_position.h"
#include "core/boxes.h"
#include "formats/decimal.h"
#include "formats/text_file.h"
#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace formats {

using core::Code;

namespace {

constexpr std::array<std::string_view, 7> Positions{"bndbox", "polygon", "circle",  "line",
                                                    "dashed", "point",   "polyline"};

struct Number {
    std::string_view text;
    double value = 0;
};
using NumberResult = std::variant<Number, PositionFault>;

NumberResult numberOf(pugi::xml_node node)
{
    const auto text = trimmed(node.text().get());
    const std::string field = std::string(".") + node.name();
    if (text.empty())
        return PositionFault{Code::MissingField, node, field, "empty"};
    const auto value = parseNumber(text);
    if (!value)
        return PositionFault{Code::BadValue, node, field, excerpt(text)};
    return Number{text, *value};
}

NumberResult numberIn(pugi::xml_node node, const char *name)
{
    const auto child = node.child(name);
    return child ? numberOf(child) : PositionFault{Code::MissingField, node, std::string(".") + name, ""};
}

template <std::size_t N>
std::variant<std::array<Number, N>, PositionFault> numbersIn(pugi::xml_node node,
                                                             const std::array<const char *, N> &names)
{
    std::array<Number, N> numbers;
    for (std::size_t i = 0; i < N; ++i) {
        const auto number = numberIn(node, names[i]);
        if (const auto *fault = std::get_if<PositionFault>(&number))
            return *fault;
        numbers[i] = std::get<Number>(number);
    }
    return numbers;
}

// The difference of the written numbers, not of the doubles nearest to them.
double span(const Number &low, const Number &high)
{
    const auto a = parseDecimal(low.text), b = parseDecimal(high.text);
    const auto exact = a && b ? difference(*b, *a) : std::nullopt;
    return exact ? toDouble(*exact) : high.value - low.value;
}

PositionResult readBox(pugi::xml_node node)
{
    const auto read = numbersIn<4>(node, {"xmin", "ymin", "xmax", "ymax"});
    if (const auto *fault = std::get_if<PositionFault>(&read))
        return *fault;
    const auto &[x0, y0, x1, y1] = std::get<0>(read);
    if (x1.value < x0.value)
        return PositionFault{Code::BadValue, node.child("xmax"), ".xmax", excerpt(x1.text) + " < xmin"};
    if (y1.value < y0.value)
        return PositionFault{Code::BadValue, node.child("ymax"), ".ymax", excerpt(y1.text) + " < ymin"};
    return core::Box{x0.value, y0.value, span(x0, x1), span(y0, y1), 0};
}

PositionResult readCircle(pugi::xml_node node)
{
    const auto read = numbersIn<3>(node, {"cx", "cy", "r"});
    if (const auto *fault = std::get_if<PositionFault>(&read))
        return *fault;
    const auto &[x, y, r] = std::get<0>(read);
    if (r.value < 0)
        return PositionFault{Code::BadValue, node.child("r"), ".r", excerpt(r.text)};
    return core::Circle{{x.value, y.value}, r.value};
}

PositionResult readPoint(pugi::xml_node node)
{
    const bool numbered = node.child("x1");
    const auto read = numbersIn<2>(node, {numbered ? "x1" : "x", numbered ? "y1" : "y"});
    if (const auto *fault = std::get_if<PositionFault>(&read))
        return *fault;
    return core::Point{std::get<0>(read)[0].value, std::get<0>(read)[1].value};
}

struct Vertex {
    std::optional<double> x, y;
};

// "x12" → 11 on the x axis; empty: another element.
std::optional<std::pair<std::size_t, bool>> vertexName(std::string_view name)
{
    std::size_t number = 0;
    if (name.size() < 2 || (name[0] != 'x' && name[0] != 'y'))
        return std::nullopt;
    const auto [end, error] = std::from_chars(name.data() + 1, name.data() + name.size(), number);
    if (error != std::errc{} || end != name.data() + name.size() || number == 0)
        return std::nullopt;
    return std::pair(number - 1, name[0] == 'x');
}

std::variant<std::vector<core::Point>, PositionFault> readPoints(pugi::xml_node node)
{
    std::vector<Vertex> vertices;
    const auto children = std::size_t(std::distance(node.begin(), node.end()));
    for (const auto child : node.children()) {
        const auto name = vertexName(child.name());
        if (!name)
            continue;
        const auto number = numberOf(child);
        if (const auto *fault = std::get_if<PositionFault>(&number))
            return *fault;
        if (name->first >= children)  // x1000000 of a few
            return PositionFault{Code::BadValue, child, std::string(".") + child.name(), "out of sequence"};
        vertices.resize(std::max(vertices.size(), name->first + 1));
        (name->second ? vertices[name->first].x : vertices[name->first].y) = std::get<Number>(number).value;
    }
    std::vector<core::Point> points;
    for (const Vertex &vertex : vertices) {
        const auto number = std::to_string(points.size() + 1);
        if (!vertex.x || !vertex.y)
            return PositionFault{Code::MissingField, node, (vertex.x ? ".y" : ".x") + number, ""};
        points.push_back({*vertex.x, *vertex.y});
    }
    return points;
}

PositionResult readPath(pugi::xml_node node)
{
    auto read = readPoints(node);
    if (const auto *fault = std::get_if<PositionFault>(&read))
        return *fault;
    auto &points = std::get<0>(read);
    const std::string_view name = node.name();
    if (name == "polygon" && points.size() > 3 && points.front() == points.back())
        points.pop_back();
    const std::size_t least = name == "polygon" ? 3 : 2;
    if (points.size() < least)
        return PositionFault{points.empty() ? Code::MissingField : Code::BadValue, node, "",
                             points.empty() ? "empty" : std::to_string(points.size()) + " points"};
    if (name == "polygon")
        return core::Polygon{{std::move(points)}};
    if (name != "polyline" && points.size() != 2)
        return PositionFault{Code::BadValue, node, "", std::to_string(points.size()) + " points"};
    return core::Polyline{std::move(points), name == "dashed"};
}

void appendNumber(pugi::xml_node node, const std::string &name, const std::string &text)
{
    node.append_child(name.c_str()).text().set(text.c_str());
}

void appendPoints(pugi::xml_node node, std::span<const core::Point> points, bool closed)
{
    for (std::size_t i = 0; i < points.size() + (closed ? 1 : 0); ++i) {
        const auto number = std::to_string(i + 1);
        const auto &point = points[i % points.size()];
        appendNumber(node, 'x' + number, numberText(point.x));
        appendNumber(node, 'y' + number, numberText(point.y));
    }
}

std::string farCorner(double low, double extent)
{
    const auto a = decimalOf(low), b = decimalOf(extent);
    const auto exact = a && b ? sum(*a, *b) : std::nullopt;
    return exact ? toText(*exact) : numberText(low + extent);
}

struct Writer {
    mutable pugi::xml_node object;  // a handle
    bool closed;

    bool appendPolygon(std::span<const core::Point> points) const
    {
        appendPoints(object.append_child("polygon"), points, closed);
        return true;
    }
    bool operator()(const core::Box &box) const
    {
        if (box.angle != 0)
            return appendPolygon(core::corners(box));
        auto node = object.append_child("bndbox");
        appendNumber(node, "xmin", numberText(box.x));
        appendNumber(node, "ymin", numberText(box.y));
        appendNumber(node, "xmax", farCorner(box.x, box.w));
        appendNumber(node, "ymax", farCorner(box.y, box.h));
        return true;
    }
    bool operator()(const core::Polygon &polygon) const
    {
        return !polygon.rings.empty() && polygon.rings.front().size() >= 3 && appendPolygon(polygon.rings.front());
    }
    bool operator()(const core::Polyline &line) const
    {
        if (line.points.size() < 2)
            return false;
        const char *name = line.points.size() > 2 ? "polyline" : line.dashed ? "dashed" : "line";
        appendPoints(object.append_child(name), line.points, false);
        return true;
    }
    bool operator()(const core::Circle &circle) const
    {
        auto node = object.append_child("circle");
        appendNumber(node, "cx", numberText(circle.center.x));
        appendNumber(node, "cy", numberText(circle.center.y));
        appendNumber(node, "r", numberText(circle.radius));
        return true;
    }
    bool operator()(const core::Point &point) const
    {
        auto node = object.append_child("point");
        appendNumber(node, "x", numberText(point.x));
        appendNumber(node, "y", numberText(point.y));
        return true;
    }
    bool operator()(const core::WholeSample &) const { return false; }
    bool operator()(const core::Keypoints &) const { return false; }
    bool operator()(const core::Mask &) const { return false; }
    bool operator()(const core::TimeSpan &) const { return false; }
    bool operator()(const core::TextSpan &) const { return false; }
    bool operator()(const core::Track &) const { return false; }
};

}  // namespace

bool isPosition(std::string_view element)
{
    return std::ranges::find(Positions, element) != Positions.end();
}

PositionResult readPosition(pugi::xml_node node)
{
    const std::string_view name = node.name();
    if (!node.first_child())
        return PositionFault{Code::MissingField, node, "", "empty"};
    if (name == "bndbox")
        return readBox(node);
    if (name == "circle")
        return readCircle(node);
    if (name == "point")
        return readPoint(node);
    return readPath(node);
}

bool writePosition(pugi::xml_node object, const core::Geometry &geometry, bool closed)
{
    return std::visit(Writer{object, closed}, geometry);
}

}  // namespace formats
