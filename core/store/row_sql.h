// The statements that read and write one row by its key, built once from its Table.
#pragma once
#include "core/store/row_tables.h"

namespace core::store {

struct RowSql {
    std::string insert, update, remove, find;  // find: the live row
};

RowSql rowSql(const std::string &table, const std::string &columns, int keyColumns, const std::string &findKey,
              bool marked);

template <class Row>
const RowSql &sqlOf()
{
    static const RowSql sql =
        rowSql(Table<Row>::name, Table<Row>::columns, Table<Row>::keyColumns,
               std::is_same_v<Row, WorkState> ? "job = ?1 and sample = ?2" : "id = ?1", Table<Row>::marked);
    return sql;
}

inline void bindKey(Query &query, const WorkState &row)
{
    query.with(row.job.value, row.sample.value);
}
template <class Row>
void bindKey(Query &query, const Row &row)
{
    query.bind(row.id.value);
}

// The live row with the key of `row`; of a work state, whatever its batch.
template <class Row>
std::optional<Row> findLive(Connection &connection, const Row &row)
{
    Query found = connection.query(sqlOf<Row>().find);
    bindKey(found, row);
    return found.step() ? std::optional(rowFrom<Row>(found)) : std::nullopt;
}

}  // namespace core::store
