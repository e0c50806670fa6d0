#include "core/change_set.h"

namespace core {

namespace {

struct Marker {
    ChangeSet &set;
    void operator()(const RowChange<Annotation> &) { set.annotations = true; }
    void operator()(const RowChange<Relation> &) { set.relations = true; }
    void operator()(const RowChange<Sample> &change)
    {
        set.sampleRows = true;
        if (!change.before || !change.after)
            set.everything = true;
    }
    void operator()(const RowChange<WorkState> &) { set.works = true; }
    void operator()(const RowChange<Label> &) { set.labels = true; }
    void operator()(const RowChange<Job> &) { set.jobs = true; }
    void operator()(const RowChange<Batch> &) { set.everything = set.labels = true; }
    void operator()(const RowChange<Version> &) { set.versions = true; }
};

}  // namespace

ChangeSet summarise(std::shared_ptr<const Edit> edit, Cause cause)
{
    ChangeSet set;
    set.cause = cause;
    set.samples = touchedSamples(*edit);
    for (const Change &change : edit->changes)
        std::visit(Marker{set}, change);
    set.edit = std::move(edit);
    return set;
}

}  // namespace core
