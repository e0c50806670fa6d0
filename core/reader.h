// The read path: a connection of its own, for one thread at a time; sees one consistent state while frozen.
#pragma once
#include "core/sample_content.h"
#include "core/sample_query.h"
#include <functional>
#include <span>
#include <stop_token>

namespace core {

// What a list shows of a sample.
struct SampleRow {
    Sample sample;  // of its text the first 400 code points at most: no row to make an edit of
    State state = State::Unlabeled;
    bool hard = false;
    std::int64_t annotations = 0;
    std::vector<LabelId> labels;       // distinct, in drawing order, at most 8
    std::optional<double> confidence;  // the lowest
    std::string content;               // of speech: how what is said begins, as much of it as of a text
};

struct StateCounts {
    std::int64_t all = 0, unlabeled = 0, toConfirm = 0, labeled = 0, hard = 0, missing = 0;
};
struct LabelCount {
    LabelId label;
    std::int64_t annotations = 0, samples = 0;  // annotations: of a relation's label the relations
};

class Reader {
public:
    ~Reader();
    Result<std::vector<SampleId>> find(const SampleQuery &query, std::stop_token stop = {}) const;
    Result<std::int64_t> count(const SampleQuery &query, std::stop_token stop = {}) const;
    Result<std::vector<SampleRow>> rows(JobId job,
                                        std::span<const SampleId> ids) const;  // in the order asked; gone ones left out
    Result<SampleContent> load(JobId job, SampleId id) const;                  // NotFound when not live
    // Every sample of the query with its content, in order of id, whatever the query's sort. `visit` returns false to
    // stop; it may move from what it gets, or swap it for one whose memory serves for the next.
    Status each(const SampleQuery &query, const std::function<bool(SampleContent &&)> &visit,
                std::stop_token stop = {}) const;

    Result<std::vector<Job>> jobs() const;               // by id
    Result<std::vector<Label>> labels(JobId job) const;  // by position, id
    Result<std::vector<Batch>> batches() const;          // live ones, by id
    Result<std::vector<Version>> versions() const;
    Result<StateCounts> stateCounts(JobId job) const;
    Result<std::vector<LabelCount>> labelCounts(JobId job) const;
    Result<std::vector<std::string>> authors(JobId job) const;  // distinct, for completion
    Result<std::optional<SampleId>> sampleByUri(std::string_view uri) const;
    Result<std::optional<std::string>> setting(std::string_view key) const;

    Status freeze();  // an export sees no later edit
    void thaw();

private:
    friend class Project;
    struct Impl;
    explicit Reader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core
