// What is done to relations.
#include "core/job_options.h"
#include "core/text/text_edits.h"
#include "core/text/text_spans.h"
#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace core {

namespace {

const Relation *relationOf(const SampleContent &content, RelationId id)
{
    const auto at = std::ranges::lower_bound(content.relations, id, {}, &Relation::id);
    return at != content.relations.end() && at->id == id ? &*at : nullptr;
}

bool isThere(const SampleContent &content, const Relation &wanted)
{
    return std::ranges::any_of(content.relations, [&wanted](const Relation &other) {
        return other.id != wanted.id && other.label == wanted.label && other.from == wanted.from
               && other.to == wanted.to;
    });
}

// What keeps the relation from being as it is; empty: nothing.
std::optional<Refused> refusal(const SampleContent &content, const TextRules &rules, const Relation &relation)
{
    const Label *label = labelOf(rules, relation.label);
    if (label && !isRelation(*label))
        return Refused{Refusal::WrongRole, {}, {}, relation.label};
    if (relation.from == relation.to)
        return Refused{Refusal::ToItself, relation.from, {}, {}};
    if (isThere(content, relation))
        return Refused{Refusal::Twice, relation.from, relation.label, {}};
    const AnnotationPtr from = content.annotation(relation.from), to = content.annotation(relation.to);
    if (!from || !to)
        return Refused{};
    return flagsMisfits(rules.job) ? std::nullopt : misfit(rules, relation, from->label, to->label);
}

TextAct become(const SampleContent &content, const TextRules &rules, const Relation &now, const Relation &after,
               Edit edit)
{
    if (after == now)
        return edit;
    if (const auto refused = refusal(content, rules, after))
        return *refused;
    edit.changes.push_back(changed(now, after));
    return edit;
}

// How far apart two pieces of text are: the code points between them, then how far their begins are apart.
std::pair<std::int64_t, std::int64_t> distance(TextRange a, TextRange b)
{
    const std::int64_t gap = std::max<std::int64_t>(0, std::max(a.first, b.first) - std::min(a.second, b.second));
    return {gap, std::abs(a.first - b.first)};
}

}  // namespace

bool isRelation(const Label &label)
{
    return label.role == LabelRole::Relation;
}

const Label *labelOf(const TextRules &rules, LabelId id)
{
    const auto found = std::ranges::find(rules.labels, id, &Label::id);
    return found == rules.labels.end() ? nullptr : &*found;
}

bool fits(const Label &relation, LabelId from, LabelId to)
{
    return (!relation.fromLabel || relation.fromLabel == from) && (!relation.toLabel || relation.toLabel == to);
}

std::vector<LabelId> fittingRelations(const TextRules &rules, LabelId from, std::optional<LabelId> to)
{
    std::vector<LabelId> fitting;
    for (const Label &label : rules.labels)
        if (isRelation(label) && fits(label, from, to.value_or(label.toLabel)))
            fitting.push_back(label.id);
    return fitting;
}

std::vector<AnnotationId> fittingTargets(const SampleContent &content, const TextRules &rules, LabelId relation,
                                         AnnotationId from)
{
    const Label *label = labelOf(rules, relation);
    const AnnotationPtr begin = content.annotation(from);
    const TextSpan *here = begin ? textSpanOf(*begin) : nullptr;
    if (!label || !isRelation(*label) || !here)
        return {};
    std::unordered_set<AnnotationId> joined{from};
    for (const Relation &each : content.relations)
        if (each.from == from && each.label == relation)
            joined.insert(each.to);
    std::vector<std::tuple<std::pair<std::int64_t, std::int64_t>, TextRange, std::int64_t>> targets;
    const TextRange around = hullOf(here->parts);
    for (const AnnotationPtr &each : content.annotations)
        if (const TextSpan *span = textSpanOf(*each); span && fits(*label, begin->label, each->label))
            if (const TextRange where = hullOf(span->parts); !joined.contains(each->id))
                targets.emplace_back(distance(around, where), where, each->id.value);
    std::ranges::sort(targets);
    std::vector<AnnotationId> ids;
    ids.reserve(targets.size());
    for (const auto &[far, where, id] : targets)
        ids.push_back({id});
    return ids;
}

TextAct addRelation(const SampleContent &content, const TextRules &rules, LabelId label, AnnotationId from,
                    AnnotationId to)
{
    Relation relation;
    relation.id = {-1};
    relation.job = content.job;
    relation.sample = content.sample.id;
    relation.label = label;
    relation.from = from;
    relation.to = to;
    if (const auto refused = refusal(content, rules, relation))
        return *refused;
    return Edit{"add-relation", "", {created(std::move(relation))}};
}

TextAct relabelRelation(const SampleContent &content, const TextRules &rules, RelationId relation, LabelId label)
{
    Edit edit{"relabel-relation", "", {}};
    const Relation *now = relationOf(content, relation);
    if (!now)
        return edit;
    Relation after = *now;
    after.label = label;
    return become(content, rules, *now, after, std::move(edit));
}

TextAct turnRelation(const SampleContent &content, const TextRules &rules, RelationId relation)
{
    Edit edit{"turn-relation", "", {}};
    const Relation *now = relationOf(content, relation);
    if (!now)
        return edit;
    Relation after = *now;
    std::swap(after.from, after.to);
    return become(content, rules, *now, after, std::move(edit));
}

Edit removeRelations(const SampleContent &content, std::span<const RelationId> which)
{
    Edit edit{"remove-relations", "", {}};
    const std::unordered_set<RelationId> chosen(which.begin(), which.end());
    for (const Relation &relation : content.relations)
        if (chosen.contains(relation.id))
            edit.changes.push_back(removed(relation));
    return edit;
}

std::optional<Refused> misfit(const TextRules &rules, const Relation &relation, LabelId from, LabelId to)
{
    const Label *label = labelOf(rules, relation.label);
    if (!label || fits(*label, from, to))
        return std::nullopt;
    const bool first = label->fromLabel && label->fromLabel != from;
    return Refused{Refusal::Misfit, first ? relation.from : relation.to, label->id,
                   first ? label->fromLabel : label->toLabel};
}

std::vector<RelationId> misfits(const SampleContent &content, const TextRules &rules)
{
    std::vector<RelationId> all;
    if (content.relations.empty())
        return all;
    std::unordered_map<AnnotationId, LabelId> labels;
    labels.reserve(content.annotations.size());
    for (const AnnotationPtr &entity : content.annotations)
        labels[entity->id] = entity->label;
    for (const Relation &relation : content.relations) {
        const auto from = labels.find(relation.from), to = labels.find(relation.to);
        if (from != labels.end() && to != labels.end() && misfit(rules, relation, from->second, to->second))
            all.push_back(relation.id);
    }
    return all;
}

}  // namespace core
