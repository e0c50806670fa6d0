// What a search for passages finds before anything is marked: the counts, and the first texts with a piece of each.
// For worker threads.
#pragma once
#include "core/text/passages.h"

namespace app {

enum class PassageScope { Text, List, All };  // the current text; what the list shows; all texts of the job

struct PassageSource {
    core::Job job;
    std::vector<core::Label> labels;
    std::shared_ptr<const core::SampleContent> content;  // of the current text; null: none
    core::SampleQuery list;
    std::function<core::Result<std::unique_ptr<core::Reader>>()> newReader;

    core::TextRules rules() const { return {job, labels}; }
    core::SampleQuery query(PassageScope scope) const;  // of List and All
};

// The first passage of a text with what stands around it, in one line.
struct PassageLine {
    std::string uri, before, passage, after;
    std::int64_t places = 0;
    bool operator==(const PassageLine &) const = default;
};
struct FoundPassages {
    core::PassageCounts counts;
    std::vector<PassageLine> lines;  // at most mostLines
};
inline constexpr std::size_t mostLines = 200;

// reader: for all but PassageScope::Text.
core::Result<FoundPassages> lookFor(const PassageSource &source, PassageScope scope, const core::FindPassages &find,
                                    const core::Reader *reader, core::TaskContext &task);

}  // namespace app
