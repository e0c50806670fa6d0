#include "core/reader.h"
#include "core/store/load_content.h"
#include "core/store/reader_impl.h"

namespace core {

using store::allFrom;
using store::Connection;
using store::Query;
using store::selectLive;

Reader::Reader(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Reader::~Reader() = default;

Result<SampleContent> Reader::load(JobId job, SampleId id) const
{
    return m_impl->read([&](Connection &connection) -> Result<SampleContent> {
        auto content = store::loadContent(connection, job, id);
        if (!content)
            return Error{Code::NotFound, "sample " + std::to_string(id.value), {}};
        return std::move(*content);
    });
}

Result<std::vector<Job>> Reader::jobs() const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<Job>> {
        Query query = connection.query(selectLive<Job>("order by id"));
        return allFrom<Job>(query);
    });
}

Result<std::vector<Label>> Reader::labels(JobId job) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<Label>> {
        Query query = connection.query(selectLive<Label>("where job = ? order by position, id"));
        return allFrom<Label>(query.with(job.value));
    });
}

Result<std::vector<Batch>> Reader::batches() const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<Batch>> {
        Query query = connection.query(selectLive<Batch>("where live order by id"));
        return allFrom<Batch>(query);
    });
}

Result<std::vector<Version>> Reader::versions() const
{
    return m_impl->read([&](Connection &connection) -> Result<std::vector<Version>> {
        Query query = connection.query(selectLive<Version>("order by id"));
        return allFrom<Version>(query);
    });
}

Result<std::optional<SampleId>> Reader::sampleByUri(std::string_view uri) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::optional<SampleId>> {
        Query query = connection.query("select id from live_sample where uri = ?");
        if (!query.with(std::string(uri)).step())
            return std::optional<SampleId>();
        return std::optional(SampleId{query.integer()});
    });
}

Result<std::optional<std::string>> Reader::setting(std::string_view key) const
{
    return m_impl->read([&](Connection &connection) -> Result<std::optional<std::string>> {
        Query query = connection.query("select value from setting where key = ?");
        if (!query.with(std::string(key)).step())
            return std::optional<std::string>();
        return std::optional(query.text());
    });
}

Status Reader::freeze()
{
    if (m_impl->frozen)
        return ok();
    return store::guarded(m_impl->connection.file(), [&]() -> Status {
        store::Transaction transaction(m_impl->connection, "begin");
        m_impl->takeSnapshot();
        m_impl->frozen = true;
        transaction.release();
        return ok();
    });
}

void Reader::thaw()
{
    if (std::exchange(m_impl->frozen, false))
        m_impl->connection.database().tryExec("commit");
}

}  // namespace core
