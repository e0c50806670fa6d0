// What is done to the objects of one sample.
#include "core/boxes.h"
#include "core/labelling.h"
#include "core/shapes.h"
#include <algorithm>
#include <cmath>
#include <functional>
#include <numbers>
#include <unordered_set>

namespace core {

namespace {

using Chosen = std::unordered_set<AnnotationId>;

Chosen chosenOf(std::span<const AnnotationId> which)
{
    return {which.begin(), which.end()};
}

// One change per chosen annotation that `alter` makes different.
Edit altered(std::string name, const SampleContent &content, std::span<const AnnotationId> which, auto alter)
{
    Edit edit{std::move(name), "", {}};
    const Chosen chosen = chosenOf(which);
    for (const AnnotationPtr &annotation : content.annotations) {
        if (!chosen.contains(annotation->id))
            continue;
        Annotation after = *annotation;
        alter(after);
        if (after != *annotation)
            edit.changes.push_back(changed(*annotation, std::move(after)));
    }
    return edit;
}

std::string mergeKey(std::string_view act, const SampleContent &content, std::span<const AnnotationId> which)
{
    std::string key = std::string(act) + ':' + std::to_string(content.job.value);
    for (const AnnotationId id : which)
        key += ':' + std::to_string(id.value);
    return key;
}

bool mayMove(const Annotation &annotation)
{
    return !isSet(annotation.attributes, builtin::Locked);
}

// As far as they go together before the first of them leaves the sample; those that stick out already hold nothing up.
Point keptInside(const SampleContent &content, const Chosen &chosen, Point by)
{
    std::optional<Rect> around;
    for (const AnnotationPtr &annotation : content.annotations)
        if (chosen.contains(annotation->id) && mayMove(*annotation))
            if (const auto box = bounds(annotation->geometry))
                around = around ? united(*around, *box) : *box;
    return around ? cutMove(*around, by, content.sample.media.width, content.sample.media.height) : by;
}

Box withEdgeMoved(const Box &box, Edge edge, double by, double width, double height)
{
    constexpr double smallest = 1;
    const bool sideways = edge == Edge::Left || edge == Edge::Right;
    const bool near = edge == Edge::Left || edge == Edge::Top;
    const double room = std::max(0.0, (sideways ? box.w : box.h) - smallest);
    by = near ? std::min(by, room) : std::max(by, -room);
    const double turn = box.angle * std::numbers::pi / 180;
    const Point across{std::cos(turn), std::sin(turn)}, down{-across.y, across.x};
    const Point way = sideways ? across : down;
    const int side = near ? -1 : 1;
    const Grip grip = sideways ? Grip{side, 0} : Grip{0, side};
    return resized(box, grip, {way.x * by, way.y * by}, {}, width, height);
}

// The chosen ones moved to an end or one step past the others, in the order they have.
std::vector<AnnotationPtr> reordered(std::vector<AnnotationPtr> objects, const Chosen &chosen, Layer where)
{
    const auto isChosen = [&chosen](const AnnotationPtr &a) { return chosen.contains(a->id); };
    switch (where) {
    case Layer::Front: std::ranges::stable_partition(objects, std::not_fn(isChosen)); break;
    case Layer::Back: std::ranges::stable_partition(objects, isChosen); break;
    case Layer::Forward:
        for (std::size_t i = objects.size(); i-- > 1;)
            if (isChosen(objects[i - 1]) && !isChosen(objects[i]))
                std::swap(objects[i - 1], objects[i]);
        break;
    case Layer::Backward:
        for (std::size_t i = 1; i < objects.size(); ++i)
            if (isChosen(objects[i]) && !isChosen(objects[i - 1]))
                std::swap(objects[i - 1], objects[i]);
        break;
    }
    return objects;
}

// Values that draw the sequence in its order (ties by id). What was not moved keeps its value where that is possible.
std::vector<std::int64_t> orderValues(const std::vector<AnnotationPtr> &sequence, Layer where)
{
    std::vector<std::int64_t> orders;
    for (const AnnotationPtr &annotation : sequence)
        orders.push_back(annotation->order);
    const auto step = [&sequence](std::size_t i) { return sequence[i]->id < sequence[i + 1]->id ? 0 : 1; };
    if (where == Layer::Back) {
        for (std::size_t i = orders.size() - 1; i-- > 0;)
            orders[i] = std::min(orders[i], orders[i + 1] - step(i));
        return orders;
    }
    if (where != Layer::Front)
        std::ranges::sort(orders);
    for (std::size_t i = 1; i < orders.size(); ++i)
        orders[i] = std::max(orders[i], orders[i - 1] + step(i - 1));
    return orders;
}

bool isThere(const SampleContent &content, const Annotation &whole)
{
    return std::ranges::any_of(content.annotations, [&whole](const AnnotationPtr &a) {
        return std::holds_alternative<WholeSample>(a->geometry) && a->label == whole.label;
    });
}

Annotation copyOf(const Annotation &original, const SampleContent &target)
{
    Annotation copy = original;
    copy.uuid = {};
    copy.job = target.job;
    copy.sample = target.sample.id;
    copy.batch = {};
    copy.confidence.reset();
    copy.proposed = false;
    copy.author.clear();
    copy.created = 0;
    unset(copy.attributes, builtin::Hidden);
    unset(copy.attributes, builtin::Locked);
    return copy;
}

}  // namespace

Edit removeAnnotations(const SampleContent &content, std::span<const AnnotationId> which)
{
    Edit edit{"remove-annotations", "", {}};
    const Chosen chosen = chosenOf(which);
    for (const Relation &relation : content.relations)
        if (chosen.contains(relation.from) || chosen.contains(relation.to))
            edit.changes.push_back(removed(relation));
    std::size_t found = 0;
    for (const AnnotationPtr &annotation : content.annotations)
        if (chosen.contains(annotation->id)) {
            edit.changes.push_back(removed(*annotation));
            ++found;
        }
    return found > 0 ? edit : Edit{"remove-annotations", "", {}};
}

Edit relabel(const SampleContent &content, std::span<const AnnotationId> which, LabelId label)
{
    return altered("relabel", content, which, [label](Annotation &a) { a.label = label; });
}

Edit setAttribute(const SampleContent &content, std::span<const AnnotationId> which, std::string_view name,
                  std::optional<std::string> value)
{
    return altered("set-attribute", content, which, [&](Annotation &a) {
        if (value)
            set(a.attributes, name, *value);
        else
            unset(a.attributes, name);
    });
}

Edit nudge(const SampleContent &content, std::span<const AnnotationId> which, double dx, double dy)
{
    const Point by = keptInside(content, chosenOf(which), {dx, dy});
    Edit edit = altered("nudge", content, which, [by](Annotation &a) {
        if (mayMove(a))
            a.geometry = translated(std::move(a.geometry), by.x, by.y);
    });
    edit.mergeKey = mergeKey("nudge", content, which);
    return edit;
}

Edit nudgeEdge(const SampleContent &content, std::span<const AnnotationId> which, Edge edge, double by)
{
    const MediaInfo &media = content.sample.media;
    Edit edit = altered("nudge-edge", content, which, [&](Annotation &a) {
        if (auto *box = std::get_if<Box>(&a.geometry); box && mayMove(a))
            *box = withEdgeMoved(*box, edge, by, media.width, media.height);
    });
    edit.mergeKey = mergeKey("nudge-edge-" + std::to_string(static_cast<int>(edge)), content, which);
    return edit;
}

Edit reorder(const SampleContent &content, std::span<const AnnotationId> which, Layer where)
{
    Edit edit{"reorder", "", {}};
    const Chosen chosen = chosenOf(which);
    const auto sequence = reordered(content.annotations, chosen, where);
    if (sequence == content.annotations)
        return edit;
    const auto orders = orderValues(sequence, where);
    for (std::size_t i = 0; i < sequence.size(); ++i) {
        if (sequence[i]->order == orders[i])
            continue;
        Annotation after = *sequence[i];
        after.order = orders[i];
        edit.changes.push_back(changed(*sequence[i], std::move(after)));
    }
    return edit;
}

Edit paste(const SampleContent &target, std::span<const AnnotationPtr> objects, Point offset, double width,
           double height)
{
    Edit edit{"paste", "", {}};
    std::int64_t order = target.annotations.empty() ? 0 : target.annotations.back()->order + 1;
    std::int64_t id = 0;
    for (const AnnotationPtr &object : objects) {
        if (std::holds_alternative<WholeSample>(object->geometry) && isThere(target, *object))
            continue;
        Annotation copy = copyOf(*object, target);
        copy.id = {--id};
        copy.order = order++;
        if (object->sample == target.sample.id)
            copy.geometry = translated(std::move(copy.geometry), offset.x, offset.y);
        copy.geometry = clampedInto(std::move(copy.geometry), width, height);
        edit.changes.push_back(created(std::move(copy)));
    }
    return edit;
}

}  // namespace core
