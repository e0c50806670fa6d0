// What a BatchWriter is made of.
#pragma once
#include "core/batch_writer.h"
#include "core/rows.h"
#include "core/store/uri_index.h"
#include "core/store/write_gate.h"
#include <functional>
#include <set>

namespace core {

struct BatchWriter::Impl {
    Impl(std::shared_ptr<store::WriteGate> writeGate, Batch row);
    ~Impl();  // without finish(): removes what was written

    template <class Body>
    auto guarded(Body &&body) -> std::invoke_result_t<Body>;  // after a failure: that failure again
    std::optional<SampleId> findUri(const std::string &uri);
    bool isOwn(SampleId id) const;
    void names(JobId job, LabelId label);
    void flushWhenFull();
    void flush();
    void requireNamedRows();  // throws Conflict: a job or label was removed meanwhile
    void purge();

    struct Hide {
        const char *sql;
        std::int64_t id;
    };

    std::shared_ptr<store::WriteGate> gate;
    Batch batch;
    bool closed = false;
    std::optional<Error> failure;

    store::Connection lookUps;  // of this thread; sees what is committed
    bool othersAtStart = false;
    store::UriIndex ownUris;
    std::string lastLookUp;                                         // asked for and not found: put() need not ask again
    std::vector<std::pair<std::int64_t, std::int64_t>> ownSamples;  // [begin, end) of ids, ascending
    std::set<JobId> namedJobs;
    std::set<LabelId> namedLabels;

    // The chunk to come.
    std::vector<Label> labels;
    std::vector<Sample> samples;
    std::vector<Annotation> annotations;
    std::vector<Relation> relations;
    std::vector<WorkState> works;
    std::vector<Hide> hides;
};

}  // namespace core
