#include "widgets/image/object_edits.h"
#include <algorithm>

namespace widgets {

using namespace core;

namespace {

using Selected = std::span<const AnnotationId>;
using Make = Edit (*)(const SampleContent &, Selected);

constexpr double farther = 10;

template <int dx, int dy>
Edit nudged(const SampleContent &content, Selected which)
{
    return nudge(content, which, dx, dy);
}

template <Edge edge, int by>
Edit edgeNudged(const SampleContent &content, Selected which)
{
    return nudgeEdge(content, which, edge, by);
}

template <Layer layer>
Edit reordered(const SampleContent &content, Selected which)
{
    return reorder(content, which, layer);
}

Edit toggled(const SampleContent &content, Selected which, std::string_view attribute)
{
    const bool all = std::ranges::all_of(which, [&](AnnotationId id) {
        const AnnotationPtr annotation = content.annotation(id);
        return annotation && isSet(annotation->attributes, attribute);
    });
    return setAttribute(content, which, attribute, all ? std::nullopt : std::optional<std::string>("1"));
}

Edit hiddenToggled(const SampleContent &content, Selected which)
{
    return toggled(content, which, builtin::Hidden);
}

Edit lockedToggled(const SampleContent &content, Selected which)
{
    return toggled(content, which, builtin::Locked);
}

Edit confirmed(const SampleContent &content, Selected which)
{
    return confirm(content, which);
}

Edit removedAll(const SampleContent &content, Selected)
{
    std::vector<AnnotationId> all;
    for (const AnnotationPtr &annotation : content.annotations)
        all.push_back(annotation->id);
    return removeAnnotations(content, all);
}

constexpr int fast = int(farther);
constexpr std::pair<const char *, Make> makers[] = {
    {"object.nudge-left", nudged<-1, 0>},
    {"object.nudge-right", nudged<1, 0>},
    {"object.nudge-up", nudged<0, -1>},
    {"object.nudge-down", nudged<0, 1>},
    {"object.nudge-left-fast", nudged<-fast, 0>},
    {"object.nudge-right-fast", nudged<fast, 0>},
    {"object.nudge-up-fast", nudged<0, -fast>},
    {"object.nudge-down-fast", nudged<0, fast>},
    {"object.edge-left", edgeNudged<Edge::Right, -1>},
    {"object.edge-right", edgeNudged<Edge::Right, 1>},
    {"object.edge-up", edgeNudged<Edge::Bottom, -1>},
    {"object.edge-down", edgeNudged<Edge::Bottom, 1>},
    {"object.front", reordered<Layer::Front>},
    {"object.forward", reordered<Layer::Forward>},
    {"object.backward", reordered<Layer::Backward>},
    {"object.back", reordered<Layer::Back>},
    {"object.hide", hiddenToggled},
    {"object.lock", lockedToggled},
    {"object.confirm", confirmed},
    {"object.reject", removeAnnotations},
    {"object.delete", removeAnnotations},
    {"object.delete-all", removedAll},
};

}  // namespace

std::optional<Edit> objectEdit(const QByteArray &id, const SampleContent &content, Selected selected)
{
    for (const auto &[name, make] : makers)
        if (id == name)
            return selected.empty() && id != "object.delete-all" ? Edit{} : make(content, selected);
    return std::nullopt;
}

}  // namespace widgets
