// The part of Reader that runs sample queries.
#include "core/reader.h"
#include "core/store/load_content.h"
#include "core/store/reader_impl.h"
#include "core/store/stop_watch.h"
#include <algorithm>

namespace core {

using store::Connection;
using store::Query;

namespace {

// Up to this share of the samples is loaded one by one; a larger one by reading the tables through.
constexpr std::size_t fewOutOf = 8;

void forEachId(Connection &connection, const Sql &sql, const auto &take)
{
    SQLite::Statement prepared(connection.database(), sql.text);
    Query statement(prepared);
    for (const SqlValue &value : sql.values)
        std::visit([&](const auto &bound) { statement.bind(bound); }, value);
    while (statement.step())
        take(statement.integer());
}

std::vector<SampleId> idsOf(Connection &connection, const SampleQuery &query)
{
    const Sql sql = toSql(query);
    std::vector<store::SampleSet> sets(sql.sets.size());
    for (std::size_t i = 0; i < sets.size(); ++i)
        forEachId(connection, sql.sets[i], [&set = sets[i]](std::int64_t id) { set.insert(id); });
    connection.sampleSets() = std::move(sets);
    std::vector<SampleId> ids;
    forEachId(connection, sql, [&ids](std::int64_t id) { ids.push_back({id}); });
    return ids;
}

// The rows of one table sorted by sample, handed out sample by sample.
template <class Row>
class Cursor {
public:
    Cursor(Connection &connection, const std::string &sql, JobId job) : m_query(connection.query(sql))
    {
        m_query.bind(job.value);
        advance();
    }
    template <class Take>
    void each(SampleId sample, Take &&take)
    {
        while (m_next && m_next->sample < sample)
            advance();
        for (; m_next && m_next->sample == sample; advance())
            take(std::move(*m_next));
    }

private:
    void advance()
    {
        if (m_query.step())
            m_next = store::rowFrom<Row>(m_query);
        else
            m_next.reset();
    }
    Query m_query;
    std::optional<Row> m_next;
};

class ReadThrough {
public:
    // The '+' keeps the planner from the job's indexes, which would have to be sorted.
    ReadThrough(Connection &connection, JobId job)
        : m_job(job),
          m_samples(connection.query(store::selectLive<Sample>("order by id"))),
          m_works(connection, store::selectLive<WorkState>("where job = ? order by sample"), job),
          m_annotations(connection, store::selectLive<Annotation>("where +job = ? order by sample"), job),
          m_relations(connection, store::selectLive<Relation>("where +job = ? order by sample"), job)
    {
    }

    bool each(const std::vector<SampleId> &ids, const std::function<bool(SampleContent &&)> &visit)
    {
        auto wanted = ids.begin();
        while (wanted != ids.end() && m_samples.step()) {
            const SampleId id{m_samples.integer()};
            if (id != *wanted)
                continue;
            ++wanted;
            m_samples.rewind();
            if (!visit(content(id)))
                return false;
        }
        return true;
    }

private:
    SampleContent content(SampleId id)
    {
        SampleContent content;
        content.job = m_job;
        content.sample = store::rowFrom<Sample>(m_samples);
        m_works.each(id, [&](WorkState &&row) { content.work = std::move(row); });
        m_annotations.each(id, [&](Annotation &&row) {
            content.annotations.push_back(std::make_shared<const Annotation>(std::move(row)));
        });
        m_relations.each(id, [&](Relation &&row) { content.relations.push_back(std::move(row)); });
        std::ranges::sort(content.annotations, {},
                          [](const AnnotationPtr &each) { return std::pair(each->order, each->id); });
        std::ranges::sort(content.relations, {}, &Relation::id);
        return content;
    }

    JobId m_job;
    Query m_samples;
    Cursor<WorkState> m_works;
    Cursor<Annotation> m_annotations;
    Cursor<Relation> m_relations;
};

bool oneByOne(Connection &connection, JobId job, const std::vector<SampleId> &ids,
              const std::function<bool(SampleContent &&)> &visit, const std::stop_token &stop)
{
    for (const SampleId id : ids) {
        auto content = store::loadContent(connection, job, id);
        if (stop.stop_requested() || (content && !visit(std::move(*content))))
            return false;
    }
    return true;
}

}  // namespace

Result<std::vector<SampleId>> Reader::find(const SampleQuery &query, std::stop_token stop) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<SampleId>> {
        const store::StopWatch watch(connection, std::move(stop));
        return idsOf(connection, query);
    });
}

Status Reader::each(const SampleQuery &query, const std::function<bool(SampleContent &&)> &visit,
                    std::stop_token stop) const
{
    return m_impl->read([&](Connection &connection) -> Status {
        const store::StopWatch watch(connection, stop);
        std::vector<SampleId> ids = idsOf(connection, query);
        std::ranges::sort(ids);
        const auto largest = static_cast<std::size_t>(connection.integer("select coalesce(max(id), 0) from sample"));
        if (ids.size() < largest / fewOutOf)
            oneByOne(connection, query.job, ids, visit, stop);
        else
            ReadThrough(connection, query.job).each(ids, visit);
        if (stop.stop_requested())
            return Error{Code::Cancelled, "stopped", {}};
        return ok();
    });
}

}  // namespace core
