// Pieces of texts that are to become entities: found by a finder (the same text again, a dictionary, a pattern), kept
// where the rules of the job allow it, and marked in one document as an edit or in a whole project under a batch.
#pragma once
#include "core/batch_writer.h"
#include "core/reader.h"
#include "core/task.h"
#include "core/text/text_edits.h"

namespace core {

struct Passage {
    TextRange range;  // whole characters
    LabelId label;
    bool operator==(const Passage &) const = default;
};

// Passages of one text, ascending and disjoint. For one thread at a time.
using FindPassages = std::function<Result<std::vector<Passage>>(const SharedText &text, const std::stop_token &stop)>;

struct PassageCounts {
    std::int64_t found = 0;    // free to be marked
    std::int64_t marked = 0;   // have that label already
    std::int64_t blocked = 0;  // another entity is in the way
    std::int64_t samples = 0;  // with free ones
    bool operator==(const PassageCounts &) const = default;
};
// The free ones of `passages`; what is left out is counted.
std::vector<Passage> freePassages(const SampleContent &content, const TextRules &rules, std::vector<Passage> passages,
                                  PassageCounts &counts);

// What passages become.
struct Marking {
    std::string editName;
    bool proposed = false;
    std::string author;  // empty: the project's
};
Edit markPassages(const SampleContent &content, std::span<const Passage> passages, const Marking &as);

// What a project has: `visit` gets each text with free passages and returns false to stop. The counts are of all that
// was read. Cancelled: the task said so.
using VisitPassages = std::function<bool(const SampleContent &content, const std::vector<Passage> &passages)>;
Result<PassageCounts> eachPassage(const Reader &reader, const SampleQuery &query, const TextRules &rules,
                                  const FindPassages &find, const VisitPassages &visit, TaskContext &task);

struct MarkedPassages {
    Edit show;  // applying it shows all of them: one step to undo
    PassageCounts counts;
};
// `as.author` must be given.
Result<MarkedPassages> markPassages(const Reader &reader, BatchWriter &batch, const SampleQuery &query,
                                    const TextRules &rules, const FindPassages &find, const Marking &as,
                                    TaskContext &task);

}  // namespace core
