#include "core/rows.h"
#include <algorithm>

namespace core {

namespace {

constexpr std::array<const char *, 12> jobKindNames{
    "image_classification",
    "object_detection",
    "image_segmentation",
    "sound_classification",
    "speech_content",
    "speech_segmentation",
    "text_classification",
    "named_entity",
    "text_triplet",
    "video",
    "table",
    "free",
};
constexpr std::array<const char *, std::variant_size_v<Geometry>> geometryNames{
    "whole", "box", "polygon", "polyline", "circle", "point", "keypoints", "mask", "time_span", "text_span", "track",
};

}  // namespace

const char *kindName(JobKind kind)
{
    return jobKindNames.at(static_cast<std::size_t>(kind));
}

std::optional<JobKind> jobKindFromName(std::string_view name)
{
    const auto found = std::ranges::find(jobKindNames, name, [](const char *n) { return std::string_view(n); });
    if (found == jobKindNames.end())
        return std::nullopt;
    return static_cast<JobKind>(found - jobKindNames.begin());
}

const char *kindName(const Geometry &geometry)
{
    return geometryNames.at(geometry.index());
}

}  // namespace core
