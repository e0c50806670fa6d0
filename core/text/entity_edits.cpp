// What is done to entities. Relations: relation_edits.cpp.
#include "core/labelling.h"
#include "core/text/entity_rule.h"
#include "core/text/text_edits.h"
#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace core {

namespace {

bool mayMove(const Annotation &entity)
{
    return !isSet(entity.attributes, builtin::Locked);
}

Annotation newEntity(const SampleContent &content, std::vector<TextRange> parts, LabelId label, bool proposed)
{
    Annotation entity;
    entity.id = {-1};
    entity.job = content.job;
    entity.sample = content.sample.id;
    entity.label = label;
    entity.order = content.annotations.empty() ? 0 : content.annotations.back()->order + 1;
    entity.geometry = TextSpan{std::move(parts)};
    entity.proposed = proposed;
    return entity;
}

TextAct movedTo(const SampleContent &content, const TextRules &rules, const Annotation &entity,
                std::vector<TextRange> parts, Edit edit)
{
    const TextSpan *now = textSpanOf(entity);
    if (!now || now->parts == parts || !mayMove(entity))
        return edit;
    const Overlap rule = overlapOf(rules.job);
    for (const AnnotationPtr &other : content.annotations) {
        if (other->id == entity.id)
            continue;
        const auto why = clash(rule, parts, entity.label, *other);
        if (why && !clash(rule, now->parts, entity.label, *other))
            return Refused{*why, other->id, {}, {}};
    }
    Annotation after = entity;
    after.geometry = TextSpan{std::move(parts)};
    edit.changes.push_back(changed(entity, std::move(after)));
    return edit;
}

// Where a step from `at` leads; a word together with the blanks before it on the way.
std::int64_t stepped(const Boundaries &text, std::int64_t at, Step step, bool forwards)
{
    if (step == Step::Character)
        return forwards ? text.nextCluster(at) : text.previousCluster(at);
    std::int64_t to = at;
    for (;;) {
        const std::int64_t next = forwards ? text.nextWord(to) : text.previousWord(to);
        if (next == to)
            return to;
        const TextRange passed = text.trimmed({std::min(to, next), std::max(to, next)});
        to = next;
        if (passed.first < passed.second)
            return to;
    }
}

// The end of `part` after the step; unchanged where nothing would be left or nothing is there.
TextRange stretched(const Boundaries &text, TextRange part, Side side, Step step, bool outwards)
{
    const bool atEnd = side == Side::End;
    TextRange after = part;
    (atEnd ? after.second : after.first) = stepped(text, atEnd ? part.second : part.first, step, atEnd == outwards);
    if (after.first >= after.second)
        return part;
    if (step == Step::Word) {  // the blanks that lay between the word and the rest
        const TextRange core = text.trimmed(after);
        if (core.first < core.second)
            (atEnd ? after.second : after.first) = atEnd ? core.second : core.first;
    }
    return after.first < after.second ? text.clusters(after) : part;
}

using Ids = std::unordered_set<AnnotationId>;

// The text of one of `which` has the label already, or would get it twice.
std::optional<Refused> twice(const SampleContent &content, const Ids &which, LabelId label)
{
    std::set<std::vector<TextRange>> marked;
    for (const AnnotationPtr &entity : content.annotations)
        if (const TextSpan *span = textSpanOf(*entity); span && which.contains(entity->id) && entity->label != label)
            if (!marked.insert(span->parts).second)
                return Refused{Refusal::Twice, entity->id, {}, {}};
    for (const AnnotationPtr &entity : content.annotations)
        if (const TextSpan *span = textSpanOf(*entity); span && entity->label == label && marked.contains(span->parts))
            return Refused{Refusal::Twice, entity->id, {}, {}};
    return std::nullopt;
}

// A relation that fits now and would not with `which` relabelled.
std::optional<Refused> newMisfit(const SampleContent &content, const TextRules &rules, const Ids &which, LabelId label)
{
    std::unordered_map<AnnotationId, LabelId> ends;
    for (const Relation &relation : content.relations)
        if (which.contains(relation.from) || which.contains(relation.to))
            ends[relation.from] = ends[relation.to] = {};
    if (ends.empty())
        return std::nullopt;
    for (const AnnotationPtr &entity : content.annotations)
        if (const auto end = ends.find(entity->id); end != ends.end())
            end->second = entity->label;
    const auto after = [&](AnnotationId id) { return which.contains(id) ? label : ends[id]; };
    for (const Relation &relation : content.relations) {
        if (!which.contains(relation.from) && !which.contains(relation.to))
            continue;
        const auto why = misfit(rules, relation, after(relation.from), after(relation.to));
        if (why && !misfit(rules, relation, ends[relation.from], ends[relation.to]))
            return why;
    }
    return std::nullopt;
}

}  // namespace

TextAct addEntity(const SampleContent &content, const TextRules &rules, const Boundaries &text,
                  std::span<const TextRange> parts, LabelId label, bool proposed)
{
    if (const Label *known = labelOf(rules, label); known && isRelation(*known))
        return Refused{Refusal::WrongRole, {}, {}, label};
    std::vector<TextRange> tidy = tidyParts(text, parts);
    if (tidy.empty())
        return Refused{};
    const Overlap rule = overlapOf(rules.job);
    for (const AnnotationPtr &other : content.annotations) {
        const auto why = clash(rule, tidy, label, *other);
        if (why == Refusal::Twice && other->proposed && !proposed)
            return confirm(content, {&other->id, 1});
        if (why)
            return Refused{*why, other->id, {}, {}};
    }
    return Edit{"add-entity", "", {created(newEntity(content, std::move(tidy), label, proposed))}};
}

TextAct moveEntity(const SampleContent &content, const TextRules &rules, const Boundaries &text, AnnotationId entity,
                   std::span<const TextRange> parts)
{
    const AnnotationPtr now = content.annotation(entity);
    std::vector<TextRange> tidy = tidyParts(text, parts);
    if (tidy.empty())
        return Refused{};
    Edit edit{"move-entity", "", {}};
    return now ? movedTo(content, rules, *now, std::move(tidy), std::move(edit)) : edit;
}

TextAct stretchEntity(const SampleContent &content, const TextRules &rules, const Boundaries &text, AnnotationId entity,
                      Side side, Step step, bool outwards)
{
    Edit edit{"stretch-entity", "", {}};
    const AnnotationPtr now = content.annotation(entity);
    const TextSpan *span = now ? textSpanOf(*now) : nullptr;
    if (!span)
        return edit;
    edit.mergeKey = std::string(side == Side::Begin ? "stretch-begin:" : "stretch-end:")
                    + std::to_string(content.job.value) + ':' + std::to_string(entity.value);
    std::vector<TextRange> parts = span->parts;
    TextRange &part = side == Side::Begin ? parts.front() : parts.back();
    part = stretched(text, part, side, step, outwards);
    return movedTo(content, rules, *now, tidyParts(text, parts), std::move(edit));
}

TextAct relabelEntities(const SampleContent &content, const TextRules &rules, std::span<const AnnotationId> which,
                        LabelId label)
{
    if (const Label *known = labelOf(rules, label); known && isRelation(*known))
        return Refused{Refusal::WrongRole, {}, {}, label};
    const Ids chosen(which.begin(), which.end());
    if (const auto refused = twice(content, chosen, label))
        return *refused;
    if (!flagsMisfits(rules.job))
        if (const auto refused = newMisfit(content, rules, chosen, label))
            return *refused;
    return relabel(content, which, label);
}

}  // namespace core
