// The part of Project that tells what can be undone.
#include "core/store/project_impl.h"
#include "core/store/reader_impl.h"

namespace core {

using store::Connection;
using store::Query;

namespace {

constexpr const char *columns = "select id, name, author, created, undone, row_count, sample from history ";

HistoryEntry entryFrom(Query &row)
{
    HistoryEntry entry;
    entry.id = row.integer();
    entry.name = row.text();
    entry.author = row.text();
    entry.created = row.integer();
    entry.undone = row.integer() != 0;
    entry.changes = row.integer();
    entry.sample.value = row.integer();
    return entry;
}

}  // namespace

Result<std::vector<HistoryEntry>> Project::Impl::entries(std::string_view which, std::int64_t limit) const
{
    return reader->m_impl->read([&](Connection &connection) -> Result<std::vector<HistoryEntry>> {
        Query query = connection.query(columns + std::string(which) + " limit ?");
        query.with(limit);
        std::vector<HistoryEntry> found;
        while (query.step())
            found.push_back(entryFrom(query));
        return found;
    });
}

std::optional<HistoryEntry> Project::nextUndo() const
{
    const auto found = m_impl->entries("where undone = 0 order by id desc", 1);
    return found && !found->empty() ? std::optional(found->front()) : std::nullopt;
}

std::optional<HistoryEntry> Project::nextRedo() const
{
    const auto found = m_impl->entries("where id > coalesce((select id from history where undone = 0"
                                       " order by id desc limit 1), 0) order by id",
                                       1);
    return found && !found->empty() ? std::optional(found->front()) : std::nullopt;
}

Result<std::vector<HistoryEntry>> Project::history(int limit) const
{
    return m_impl->entries("order by id desc", limit);
}

}  // namespace core
