// What an applied edit touched. Views compare it with what they show and reload that much.
#pragma once
#include "core/edit.h"
#include <functional>
#include <memory>

namespace core {

enum class Cause { Edit, Undo, Redo };

struct ChangeSet {
    Cause cause = Cause::Edit;
    std::shared_ptr<const Edit> edit;  // as written: ids filled in; for Undo already the inverse. patched() takes it.
    std::vector<SampleId> samples;     // touchedSamples(*edit)
    bool everything = false;           // a batch went live or away: query again
    bool annotations = false, relations = false, sampleRows = false, works = false, labels = false, jobs = false,
         versions = false;
};

using Subscription = std::shared_ptr<void>;  // disconnects when destroyed
using ChangeObserver = std::function<void(const ChangeSet &)>;

ChangeSet summarise(std::shared_ptr<const Edit> edit, Cause cause);

}  // namespace core
