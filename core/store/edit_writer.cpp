#include "core/store/edit_writer.h"
#include "core/store/row_sql.h"

namespace core::store {

namespace {

template <class Row>
std::string nameOf(const Row &row)
{
    if constexpr (requires { row.id; })
        return std::string(Table<Row>::name) + " " + std::to_string(row.id.value);
    else
        return std::string(Table<Row>::name) + " of sample " + std::to_string(row.sample.value);
}

template <class Row>
void requireStored(Connection &connection, const Row &before)
{
    const auto stored = findLive(connection, before);
    if (!stored)
        fail(Code::Conflict, nameOf(before) + " is gone");
    if (*stored != before)
        fail(Code::Conflict, nameOf(before) + " was changed");
}

// Checked before each row, because (uri, batch) is unique at every step of an edit.
void requireFreeUri(Connection &connection, const RowChange<Sample> &change)
{
    const Sample &row = *change.after;
    if (change.before && change.before->uri == row.uri)
        return;
    Query query = connection.query("select 1 from live_sample where uri = ? and id <> ?");
    if (query.with(row.uri, row.id.value).step())
        fail(Code::Exists, row.uri, "sample.uri");
}

template <class Row>
void write(Connection &connection, const RowChange<Row> &change)
{
    const RowSql &sql = sqlOf<Row>();
    if (change.before)
        requireStored(connection, *change.before);
    else if (findLive(connection, *change.after))
        fail(Code::Conflict, nameOf(*change.after) + " is there already");
    if constexpr (std::is_same_v<Row, Sample>)
        if (change.after)
            requireFreeUri(connection, change);
    if (change.after) {
        Query query = connection.query(change.before ? sql.update : sql.insert);
        bindRow(query, *change.after);
        query.run();
        return;
    }
    Query query = connection.query(sql.remove);
    bindKey(query, *change.before);
    if constexpr (std::is_same_v<Row, WorkState>)
        query.bind(change.before->batch.value);
    query.run();
}

}  // namespace

void writeEdit(Connection &connection, const Edit &edit)
{
    for (const Change &change : edit.changes)
        std::visit([&](const auto &row) { write(connection, row); }, change);
    checkReferences(connection, edit);
}

}  // namespace core::store
