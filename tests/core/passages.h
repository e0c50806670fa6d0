// A text with entities and relations to work on, with the rules of its job.
#pragma once
#include "core/job_options.h"
#include "core/text/text_edits.h"
#include "core/text/entity_rule.h"
#include "tests/core/labelling_samples.h"

namespace tests {

constexpr std::int64_t person = 10, place = 11, firm = 12, bornIn = 20, knows = 21, anyToPlace = 22;

inline core::Annotation entity(std::int64_t id, std::int64_t label, std::vector<core::TextRange> parts)
{
    return annotation(id, label, core::TextSpan{std::move(parts)});
}

inline core::Relation relation(std::int64_t id, std::int64_t label, std::int64_t from, std::int64_t to)
{
    core::Relation row = relation(id, from, to);
    row.label = {label};
    return row;
}

// Labels, options, and the text with its boundaries: what an editor has at hand.
class Passages {
public:
    explicit Passages(std::string text = "Ada met Bob in Paris.", core::Overlap overlap = core::Overlap::Free)
        : map(core::SharedText(std::move(text))),
          boundaries(map)
    {
        job.kind = core::JobKind::TextTriplet;
        job = core::withOverlap(job, overlap);
        const auto add = [this](std::int64_t id, const char *name, core::LabelRole role, std::int64_t from,
                                std::int64_t to) {
            core::Label label;
            label.id = {id};
            label.name = name;
            label.role = role;
            label.fromLabel = {from};
            label.toLabel = {to};
            labels.push_back(label);
        };
        add(person, "person", core::LabelRole::Entity, 0, 0);
        add(place, "place", core::LabelRole::Entity, 0, 0);
        add(firm, "firm", core::LabelRole::Entity, 0, 0);
        add(bornIn, "born in", core::LabelRole::Relation, person, place);
        add(knows, "knows", core::LabelRole::Relation, person, person);
        add(anyToPlace, "near", core::LabelRole::Relation, 0, place);
    }
    Passages(const Passages &) = delete;
    Passages &operator=(const Passages &) = delete;

    core::TextRules rules() const { return {job, labels}; }
    core::SampleContent content(std::vector<core::Annotation> entities = {}) const
    {
        core::SampleContent content = sample(std::move(entities));
        content.sample.text = map.text();
        return content;
    }

    core::Job job;
    std::vector<core::Label> labels;
    core::TextMap map;
    core::Boundaries boundaries;
};

// What the act makes of the content; an unchanged one where it was refused.
inline core::SampleContent done(const core::SampleContent &content, const core::TextAct &act)
{
    const auto *edit = std::get_if<core::Edit>(&act);
    return edit ? done(content, *edit) : content;
}

inline std::optional<core::Refusal> refusalOf(const core::TextAct &act)
{
    const auto *refused = std::get_if<core::Refused>(&act);
    return refused ? std::optional(refused->why) : std::nullopt;
}

inline bool isNothing(const core::TextAct &act)
{
    const auto *edit = std::get_if<core::Edit>(&act);
    return edit && core::isNothing(*edit);
}

inline std::string surface(const core::TextMap &map, const core::Annotation &entity)
{
    std::string all;
    for (const auto &[begin, end] : std::get<core::TextSpan>(entity.geometry).parts)
        all += std::string(all.empty() ? "" : "|") + std::string(map.slice(begin, end));
    return all;
}

inline std::vector<std::string> surfaces(const core::TextMap &map, const core::SampleContent &content)
{
    std::vector<std::string> all;
    for (const auto &annotation : content.annotations)
        all.push_back(surface(map, *annotation));
    return all;
}

// No two entities lie against the rule.
inline bool holds(core::Overlap rule, const core::SampleContent &content)
{
    for (std::size_t i = 0; i < content.annotations.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            const auto &a = std::get<core::TextSpan>(content.annotations[i]->geometry).parts;
            const auto &b = std::get<core::TextSpan>(content.annotations[j]->geometry).parts;
            const bool same = a == b && content.annotations[i]->label == content.annotations[j]->label;
            const auto isIn = [](const auto &parts, std::int64_t at) {
                return std::ranges::any_of(parts, [at](auto part) { return part.first <= at && at < part.second; });
            };
            bool both = false, onlyA = false, onlyB = false;  // code point by code point: slow and plain
            for (std::int64_t at = 0; at < std::max(a.back().second, b.back().second); ++at) {
                both = both || (isIn(a, at) && isIn(b, at));
                onlyA = onlyA || (isIn(a, at) && !isIn(b, at));
                onlyB = onlyB || (!isIn(a, at) && isIn(b, at));
            }
            if (same || (rule == core::Overlap::None && both)
                || (rule == core::Overlap::Nested && both && onlyA && onlyB))
                return false;
        }
    return true;
}

}  // namespace tests
