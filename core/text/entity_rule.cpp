#include "core/text/entity_rule.h"
#include <algorithm>

namespace core {

std::optional<Refusal> clash(Overlap rule, TextParts parts, LabelId label, const Annotation &other)
{
    const TextSpan *span = textSpanOf(other);
    if (!span || !shareText(parts, span->parts))
        return std::nullopt;
    if (other.label == label && std::ranges::equal(parts, span->parts))
        return Refusal::Twice;
    switch (rule) {
    case Overlap::Free: return std::nullopt;
    case Overlap::None: return Refusal::Overlaps;
    case Overlap::Nested: break;
    }
    return covers(parts, span->parts) || covers(span->parts, parts) ? std::nullopt
                                                                    : std::optional(Refusal::CrossesOther);
}

EntitySweep::EntitySweep(Overlap rule, std::span<const AnnotationPtr> annotations) : m_rule(rule)
{
    m_entities.reserve(annotations.size());
    for (const AnnotationPtr &annotation : annotations)
        if (const TextSpan *span = textSpanOf(*annotation))
            m_entities.push_back({hullOf(span->parts), annotation.get()});
    std::ranges::sort(m_entities, {}, &Entity::hull);
}

std::optional<Refused> EntitySweep::clash(TextRange range, LabelId label)
{
    for (; m_next < m_entities.size() && m_entities[m_next].hull.first < range.second; ++m_next)
        m_open.push_back(m_entities[m_next]);
    std::erase_if(m_open, [&range](const Entity &entity) { return entity.hull.second <= range.first; });
    for (const Entity &entity : m_open)
        if (const auto why = core::clash(m_rule, {&range, 1}, label, *entity.annotation))
            return Refused{*why, entity.annotation->id, {}, {}};
    return std::nullopt;
}

}  // namespace core
