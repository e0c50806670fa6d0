#include "formats/shape_check.h"
#include "core/shapes.h"
#include <algorithm>

namespace formats {

namespace {

constexpr double slack = 1e-6;                 // pixels
constexpr std::size_t longestChecked = 3'000;  // points: the check looks at all pairs of edges

bool crosses(const core::Geometry &geometry)
{
    const auto *polygon = std::get_if<core::Polygon>(&geometry);
    return polygon && std::ranges::any_of(polygon->rings, [](const core::Ring &ring) {
               return ring.size() <= longestChecked && core::crossesItself(ring);
           });
}

}  // namespace

std::vector<ShapeFault> shapeFaults(const core::Geometry &geometry, int width, int height)
{
    std::vector<ShapeFault> faults;
    const auto extent = core::bounds(geometry);
    if (extent && width > 0 && height > 0 && !std::holds_alternative<core::Box>(geometry)) {
        const std::string size = std::to_string(width) + 'x' + std::to_string(height);
        if (extent->right < 0 || extent->bottom < 0 || extent->left > width || extent->top > height)
            return {{Severity::Error, "outside " + size}};
        if (extent->left < -slack || extent->top < -slack || extent->right > width + slack
            || extent->bottom > height + slack)
            faults.push_back({Severity::Warning, "reaches outside " + size});
    }
    if (crosses(geometry))
        faults.push_back({Severity::Warning, "crosses itself"});
    return faults;
}

bool reportShape(const core::Geometry &geometry, std::pair<int, int> size, const core::Location &where,
                 const std::function<bool(Issue)> &report, bool &goOn)
{
    bool keep = true;
    for (const ShapeFault &fault : shapeFaults(geometry, size.first, size.second)) {
        keep = keep && fault.severity != Severity::Error;
        goOn = goOn && report({fault.severity, {core::Code::BadValue, fault.detail, where}});
    }
    return keep;
}

}  // namespace formats
