// What labelers do with entities and relations, as edits: pure functions from what is shown to the change, like
// core/labelling.h. An act the rules forbid comes back as the reason, and nothing changes.
#pragma once
#include "core/sample_content.h"
#include "core/text/boundaries.h"
#include <span>

namespace core {

enum class Refusal {
    Empty,         // no text is covered
    WrongRole,     // a relation's label for an entity, or an entity's for a relation: `wanted` is the label
    Overlaps,      // the job lets no two entities share text
    CrossesOther,  // the job lets them nest, but not cross
    Twice,         // the same thing is there already
    ToItself,      // a relation of an entity to itself
    Misfit,        // the relation's label does not allow these two
};
struct Refused {
    Refusal why = Refusal::Empty;
    AnnotationId entity;       // what it meets; of a misfit the end that does not fit
    LabelId relation, wanted;  // of a misfit: the relation's label and the entity label it asks for at that end
    bool operator==(const Refused &) const = default;
};
using TextAct = std::variant<Edit, Refused>;

// What the rules are: the job's options and the labels.
struct TextRules {
    const Job &job;
    std::span<const Label> labels;
};

// Entities. Ranges are widened to whole characters (clusters) by the caller's Boundaries; ids of new rows are negative.
// What lies against the rule already (it was imported) holds nothing up; locked entities stay. Text that is proposed
// with that label is accepted by marking it.
TextAct addEntity(const SampleContent &content, const TextRules &rules, const Boundaries &text,
                  std::span<const TextRange> parts, LabelId label, bool proposed = false);
TextAct moveEntity(const SampleContent &content, const TextRules &rules, const Boundaries &text, AnnotationId entity,
                   std::span<const TextRange> parts);
// One end by one character or word, outwards or inwards; a word takes the blanks before it along. The part at that end
// keeps at least one character. Successive ones fold.
enum class Side { Begin, End };
enum class Step { Character, Word };
TextAct stretchEntity(const SampleContent &content, const TextRules &rules, const Boundaries &text, AnnotationId entity,
                      Side side, Step step, bool outwards);
// Refused where a relation of theirs would no longer fit and the job does not flag misfits, or where the same text has
// that label already.
TextAct relabelEntities(const SampleContent &content, const TextRules &rules, std::span<const AnnotationId> which,
                        LabelId label);

// Relations.
bool isRelation(const Label &label);  // else it is an entity's
const Label *labelOf(const TextRules &rules, LabelId id);
bool fits(const Label &relation, LabelId from, LabelId to);  // 0 in the relation's label: any
std::vector<LabelId> fittingRelations(const TextRules &rules, LabelId from, std::optional<LabelId> to);
// The entities a relation of that label may go to from `from`, nearest in the text first.
std::vector<AnnotationId> fittingTargets(const SampleContent &content, const TextRules &rules, LabelId relation,
                                         AnnotationId from);
TextAct addRelation(const SampleContent &content, const TextRules &rules, LabelId label, AnnotationId from,
                    AnnotationId to);
TextAct relabelRelation(const SampleContent &content, const TextRules &rules, RelationId relation, LabelId label);
TextAct turnRelation(const SampleContent &content, const TextRules &rules, RelationId relation);  // swaps the ends
Edit removeRelations(const SampleContent &content, std::span<const RelationId> which);
// Why the relation does not fit between entities of these labels, the first end first; empty: it does.
std::optional<Refused> misfit(const TextRules &rules, const Relation &relation, LabelId from, LabelId to);
std::vector<RelationId> misfits(const SampleContent &content, const TextRules &rules);  // flagged ones

}  // namespace core
