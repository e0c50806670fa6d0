#include "core/store/history.h"
#include "core/store/edit_codec.h"
#include "core/store/mask_difference.h"
#include <algorithm>
#include <set>

namespace core::store {

namespace {

std::optional<History::Entry> entry(Connection &connection, std::int64_t id, Way way)
{
    Query rows = connection.query("select name, merge_key, changes from history where id = ?");
    if (!rows.with(id).step())
        return std::nullopt;
    History::Entry found{id, {}};
    found.edit.name = rows.text();
    found.edit.mergeKey = rows.text();
    auto changes = decodeChanges(rows.blob());
    if (!changes)
        fail(Code::Corrupt, "history " + std::to_string(id), "changes");
    restoreMasks(connection, *changes, way);
    found.edit.changes = std::move(changes->changes);
    return found;
}

std::set<std::int64_t> batchesOf(const Edit &edit)
{
    std::set<std::int64_t> ids;
    for (const Change &change : edit.changes)
        if (const auto *batch = std::get_if<RowChange<Batch>>(&change))
            for (const auto *side : {&batch->before, &batch->after})
                if (*side)
                    ids.insert((*side)->id.value);
    return ids;
}

void nameBatches(Connection &connection, std::int64_t id, const Edit &edit)
{
    Query insert = connection.query("insert or ignore into history_batch values (?, ?)");
    for (const std::int64_t batch : batchesOf(edit)) {
        insert.with(id, batch).run();
        insert.again();
    }
}

std::int64_t firstSample(const Edit &edit)
{
    const auto samples = touchedSamples(edit);
    return samples.empty() ? 0 : samples.front().value;
}

}  // namespace

void History::open(Connection &connection)
{
    Place place;
    place.first = connection.integer("select coalesce(min(id), 1) from history");
    place.last = connection.integer("select coalesce(max(id), 0) from history");
    place.done = connection.integer("select id from history where undone = 0 order by id desc limit 1");
    place.begin = connection.integer("select finish - size from history order by id limit 1");
    place.finish = connection.integer("select finish from history order by id desc limit 1");
    m_now = m_next = place;
}

std::optional<History::Entry> History::nextUndo(Connection &connection) const
{
    return m_now.done > 0 ? entry(connection, m_now.done, Way::Undo) : std::nullopt;
}

std::optional<History::Entry> History::nextRedo(Connection &connection) const
{
    if (!hasRedo())
        return std::nullopt;
    return entry(connection, std::max(m_now.done + 1, m_now.first), Way::Redo);
}

void History::dropRedo(Connection &connection)
{
    connection.query("delete from history_batch where history > ?").with(m_now.done).run();
    connection.query("delete from history where id > ?").with(m_now.done).run();
    m_next.last = m_now.done;
    Query last = connection.query("select finish from history where id = ?");
    m_next.finish = last.with(m_now.done).step() ? last.integer() : m_now.begin;
}

void History::dropRedoOfBatches(Connection &connection)
{
    Query named = connection.query("select 1 from history_batch where history > ?");
    if (hasRedo() && named.with(m_now.done).step())
        dropRedo(connection);
}

void History::push(Connection &connection, const Edit &edit, const std::string &author, std::int64_t now)
{
    if (hasRedo())
        dropRedo(connection);
    const std::string changes = encodeChanges(edit.changes);
    const std::int64_t id = m_next.last + 1;
    const auto size = static_cast<std::int64_t>(changes.size());
    Query insert = connection.query("insert into history values (?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)");
    insert.with(id, edit.name, edit.mergeKey, author, now, firstSample(edit),
                static_cast<std::int64_t>(edit.changes.size()), size, m_next.finish + size);
    insert.bindBlob(changes.data(), changes.size());
    insert.run();
    nameBatches(connection, id, edit);
    if (m_next.first > m_next.last)
        m_next.first = id;
    m_next.last = m_next.done = id;
    m_next.finish += size;
}

void History::replaceLast(Connection &connection, const Edit &merged, std::int64_t now)
{
    const std::string changes = encodeChanges(merged.changes);
    const auto size = static_cast<std::int64_t>(changes.size());
    Query update = connection.query(
        "update history set created = ?, finish = finish - size + ?, size = ?, changes = ? where id = ?");
    update.with(now, size, size);
    update.bindBlob(changes.data(), changes.size());
    update.with(m_now.done).run();
    Query last = connection.query("select finish from history where id = ?");
    if (last.with(m_now.done).step())
        m_next.finish = last.integer();
    nameBatches(connection, m_now.done, merged);
}

void History::markUndone(Connection &connection, std::int64_t id)
{
    connection.query("update history set undone = 1 where id = ?").with(id).run();
    m_next.done = id > m_now.first ? id - 1 : 0;
}

void History::markRedone(Connection &connection, std::int64_t id)
{
    connection.query("update history set undone = 0 where id = ?").with(id).run();
    m_next.done = id;
}

void History::trim(Connection &connection, std::int64_t maxBytes)
{
    if (m_next.finish - m_next.begin <= maxBytes)
        return;
    Query older = connection.query("select id, finish from history where id < ? order by id");
    older.with(m_next.last);
    std::int64_t cut = 0;
    while (m_next.finish - m_next.begin > maxBytes && older.step()) {
        cut = older.integer();
        m_next.begin = older.integer();
    }
    connection.query("delete from history_batch where history <= ?").with(cut).run();
    connection.query("delete from history where id <= ?").with(cut).run();
    m_next.first = cut + 1;
}

}  // namespace core::store
