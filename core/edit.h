// An Edit is everything one user action changes: rows before, rows after.
// It is at once the command, the undo record and the write to the store.
#pragma once
#include "core/rows.h"

namespace core {

template <class Row>
struct RowChange {
    std::optional<Row> before;  // empty: the row is created
    std::optional<Row> after;   // empty: the row is removed
    bool operator==(const RowChange &) const = default;
};

using Change = std::variant<RowChange<Annotation>, RowChange<Relation>, RowChange<Sample>, RowChange<WorkState>,
                            RowChange<Label>, RowChange<Job>, RowChange<Batch>, RowChange<Version>>;

struct Edit {
    std::string name;      // untranslated key, e.g. "draw-box"; widgets/messages.cpp has the words
    std::string mergeKey;  // equal and not empty: successive edits fold into one undo step
    std::vector<Change> changes;
    bool operator==(const Edit &) const = default;
};

Edit inverse(Edit edit);  // swaps before and after, reverses the order
// Keeps last's before and next's after; what next does not change stays. False: they do not continue each other.
bool merge(Edit &last, const Edit &next);

// The samples an edit touches, sorted, each once. Label, job, batch and version changes touch none.
std::vector<SampleId> touchedSamples(const Edit &edit);

// Shorthands.
template <class Row>
Change created(Row row)
{
    return RowChange<Row>{std::nullopt, std::move(row)};
}
template <class Row>
Change removed(Row row)
{
    return RowChange<Row>{std::move(row), std::nullopt};
}
template <class Row>
Change changed(Row before, Row after)
{
    return RowChange<Row>{std::move(before), std::move(after)};
}

}  // namespace core
