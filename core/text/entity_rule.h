// How an entity may lie to the others of its text: the rule of the job, and nothing twice.
#pragma once
#include "core/job_options.h"
#include "core/text/text_edits.h"
#include "core/text/text_spans.h"

namespace core {

// What keeps an entity from lying beside `other`; empty: nothing.
std::optional<Refusal> clash(Overlap rule, TextParts parts, LabelId label, const Annotation &other);

// For many ranges in one go: one pass over the entities, whatever their number. The annotations must outlive it.
class EntitySweep {
public:
    EntitySweep(Overlap rule, std::span<const AnnotationPtr> annotations);
    // The first entity in the way of the range. The ranges asked for must not go back: ascending by their begin.
    std::optional<Refused> clash(TextRange range, LabelId label);

private:
    struct Entity {
        TextRange hull;
        const Annotation *annotation = nullptr;
    };

    Overlap m_rule;
    std::vector<Entity> m_entities;  // by begin
    std::size_t m_next = 0;          // the first that begins at or behind the end of the last range
    std::vector<Entity> m_open;      // those before it that end behind the begin of the last range
};

}  // namespace core
