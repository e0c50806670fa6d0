// The seven position elements of the VOC dialect: bndbox, polygon, circle, line, dashed, point, polyline.
#pragma once
#include "core/geometry.h"
#include "core/result.h"
#include <pugixml.hpp>
#include <string_view>

namespace formats {

bool isPosition(std::string_view element);

struct PositionFault {
    core::Code code = core::Code::BadValue;
    pugi::xml_node node;
    std::string field;  // ".xmin", or empty: the element as a whole
    std::string detail;
};
using PositionResult = std::variant<core::Geometry, PositionFault>;
PositionResult readPosition(pugi::xml_node node);

// Appends the element for a Box, Polygon (outline), Polyline, Circle or Point; false: VOC has none for this geometry.
// A turned box becomes the polygon of its corners. closed: a polygon repeats its first point.
bool writePosition(pugi::xml_node object, const core::Geometry &geometry, bool closed);

}  // namespace formats
