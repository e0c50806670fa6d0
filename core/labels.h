// The rules of a job's labels: which roles there are, which ones the digit keys choose, what may go, how they are
// written down.
#pragma once
#include "core/result.h"
#include "core/rows.h"
#include <span>
#include <string_view>

namespace core {

// Of the labels of such a job, in the order lists show them.
std::span<const LabelRole> rolesOf(JobKind kind);
bool isOf(const Label &label, LabelRole section);  // relations apart; a label of another role counts as an entity

// Indexes of the labels the digit keys choose, in order. Relations are left out: they are chosen between two entities.
std::vector<std::size_t> numbered(std::span<const Label> labels);

// Another label of the same role and name; null: the name is free.
const Label *namesake(std::span<const Label> labels, const Label &label);
// The relation labels that have it as an end: as long as there is one, it cannot be deleted.
std::vector<const Label *> relationsWith(std::span<const Label> labels, LabelId entity);
// Of one role; of relations only where `into` allows every pair that `from` allows.
bool mayMerge(const Label &from, const Label &into);

// "Person"; a relation with its ends, "author(Book>Person)", where * is any entity.
std::string written(const Label &label, std::span<const Label> labels);
bool isWrittenRelation(std::string_view text);
// New labels of such a job as they are written, behind those there are. Ids are negative and the ends of relations name
// them. Where the kind has no relations, brackets are part of a name. BadValue: detail is the text; where.field names
// the end that is no entity, or is empty: no name, or one that is given twice.
Result<std::vector<Label>> newLabels(JobKind kind, std::span<const std::string> texts,
                                     std::span<const Label> existing = {});

}  // namespace core
