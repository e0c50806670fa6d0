// The part of Reader that runs sample queries.
#include "core/reader.h"
#include "core/store/filter_sets.h"
#include "core/store/load_content.h"
#include "core/store/reader_impl.h"
#include "core/store/sample_order.h"
#include "core/store/stop_watch.h"
#include <algorithm>

namespace core {

using store::Connection;
using store::Query;

namespace {

// Up to this share of the samples is loaded one by one; a larger one by reading the tables through.
constexpr std::size_t fewOutOf = 8;

// Empty: all live samples.
std::optional<store::IdSet> matching(Connection &connection, store::SampleImage &image, const SampleQuery &query)
{
    if (std::holds_alternative<Everything>(query.filter.node))
        return std::nullopt;
    return store::FilterSets(connection, image, query.job).matching(query.filter);
}

// The rows of one table sorted by sample, handed out sample by sample.
template <class Row>
class RowCursor {
public:
    RowCursor(Connection &connection, const std::string &where, JobId job)
        : m_query(connection.query(store::selectLive<Row>(where + " order by sample")))
    {
        m_query.bind(job.value);
        advance();
    }
    template <class Take>
    void each(SampleId sample, Take &&take)
    {
        while (m_next && *m_next < sample)
            advance();
        for (; m_next == sample; advance())
            take(m_query);
    }

private:
    void advance()
    {
        if (m_query.step())
            m_next = SampleId{m_query.integerAt(store::Table<Row>::sampleColumn)};
        else
            m_next.reset();
    }
    Query m_query;
    std::optional<SampleId> m_next;
};

class ReadThrough {
public:
    // The '+' keeps the planner from the job's indexes, which would have to be sorted.
    ReadThrough(Connection &connection, JobId job)
        : m_job(job),
          m_samples(connection.query(store::selectLive<Sample>("order by id"))),
          m_works(connection, "where job = ?", job),
          m_annotations(connection, "where +job = ?", job),
          m_relations(connection, "where +job = ?", job)
    {
    }

    // ids: empty: all
    void each(const std::optional<store::IdSet> &ids, const std::function<bool(SampleContent &&)> &visit)
    {
        while (m_samples.step()) {
            const SampleId id{m_samples.integer()};
            if (ids && !ids->contains(id))
                continue;
            m_samples.rewind();
            read(id);
            if (!visit(std::move(m_content)))
                return;
        }
    }

private:
    void read(SampleId id)
    {
        m_content.job = m_job;
        m_content.work.reset();
        auto &annotations = m_content.annotations;
        auto &relations = m_content.relations;
        annotations.clear();
        relations.clear();
        store::readRow(m_samples, m_content.sample);
        m_works.each(id, [&](Query &row) { store::readRow(row, m_content.work.emplace()); });
        m_annotations.each(id, [&](Query &row) {
            auto annotation = std::make_shared<Annotation>();
            store::readRow(row, *annotation);
            annotations.push_back(std::move(annotation));
        });
        m_relations.each(id, [&](Query &row) { store::readRow(row, relations.emplace_back()); });
        if (annotations.size() > 1)
            std::ranges::sort(annotations, {},
                              [](const AnnotationPtr &each) { return std::pair(each->order, each->id); });
        std::ranges::sort(relations, {}, &Relation::id);
    }

    JobId m_job;
    SampleContent m_content;  // filled anew for each sample: what the visitor leaves of its strings serves again
    Query m_samples;
    RowCursor<WorkState> m_works;
    RowCursor<Annotation> m_annotations;
    RowCursor<Relation> m_relations;
};

void oneByOne(Connection &connection, JobId job, const std::vector<SampleId> &ids,
              const std::function<bool(SampleContent &&)> &visit, const std::stop_token &stop)
{
    for (const SampleId id : ids) {
        auto content = store::loadContent(connection, job, id);
        if (stop.stop_requested() || (content && !visit(std::move(*content))))
            return;
    }
}

}  // namespace

Result<std::vector<SampleId>> Reader::find(const SampleQuery &query, std::stop_token stop) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<SampleId>> {
        const store::StopWatch watch(connection, std::move(stop));
        const auto ids = matching(connection, *m_impl->image, query);
        return store::ordered(connection, *m_impl->image, query, ids ? &*ids : nullptr);
    });
}

Result<std::int64_t> Reader::count(const SampleQuery &query, std::stop_token stop) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::int64_t> {
        const store::StopWatch watch(connection, std::move(stop));
        const auto ids = matching(connection, *m_impl->image, query);
        return ids ? static_cast<std::int64_t>(ids->size()) : connection.integer("select count(*) from live_sample");
    });
}

Status Reader::each(const SampleQuery &query, const std::function<bool(SampleContent &&)> &visit,
                    std::stop_token stop) const
{
    return m_impl->read([&](Connection &connection) -> Status {
        const store::StopWatch watch(connection, stop);
        const auto ids = matching(connection, *m_impl->image, query);
        const auto largest = static_cast<std::size_t>(connection.integer("select coalesce(max(id), 0) from sample"));
        if (ids && ids->size() < largest / fewOutOf)
            oneByOne(connection, query.job, ids->sorted(), visit, stop);
        else
            ReadThrough(connection, query.job).each(ids, visit);
        if (stop.stop_requested())
            return Error{Code::Cancelled, "stopped", {}};
        return ok();
    });
}

}  // namespace core
