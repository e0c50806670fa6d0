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
constexpr std::array<const char *, 4> mediaStateNames{"unknown", "present", "missing", "broken"};
constexpr std::array<const char *, 5> usageNames{"none", "train", "eval", "test", "inference"};
constexpr std::array<const char *, 3> stateNames{"unlabeled", "to_confirm", "labeled"};
constexpr std::array<const char *, std::variant_size_v<Geometry>> geometryNames{
    "whole", "box", "polygon", "polyline", "circle", "point", "keypoints", "mask", "time_span", "text_span", "track",
};

template <class Enum, std::size_t n>
std::optional<Enum> fromName(const std::array<const char *, n> &names, std::string_view name)
{
    const auto found = std::ranges::find(names, name, [](const char *known) { return std::string_view(known); });
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

const char *kindName(JobKind kind)
{
    return jobKindNames.at(static_cast<std::size_t>(kind));
}

std::optional<JobKind> jobKindFromName(std::string_view name)
{
    return fromName<JobKind>(jobKindNames, name);
}

const char *kindName(const Geometry &geometry)
{
    return geometryNames.at(geometry.index());
}

const char *mediaStateName(MediaState state)
{
    return mediaStateNames.at(static_cast<std::size_t>(state));
}

std::optional<MediaState> mediaStateFromName(std::string_view name)
{
    return fromName<MediaState>(mediaStateNames, name);
}

const char *usageName(Usage usage)
{
    return usageNames.at(static_cast<std::size_t>(usage));
}

std::optional<Usage> usageFromName(std::string_view name)
{
    return fromName<Usage>(usageNames, name);
}

const char *stateName(State state)
{
    return stateNames.at(static_cast<std::size_t>(state));
}

std::optional<State> stateFromName(std::string_view name)
{
    return fromName<State>(stateNames, name);
}

}  // namespace core
