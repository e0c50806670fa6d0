// Works from the end of each table, where the rows of an unfinished batch lie.
#include "core/store/purge.h"
#include <array>

namespace core::store {

namespace {

struct Content {
    const char *table, *key, *newestFirst;
};
constexpr std::array<Content, 5> contents{{
    {"relation", "id", "id desc"},
    {"annotation", "id", "id desc"},
    {"work", "(job, sample, batch)", "job desc, sample desc, batch desc"},
    {"sample", "id", "id desc"},
    {"label", "id", "id desc"},
}};

std::string keyColumns(const Content &content)
{
    const std::string key = content.key;
    return key.front() == '(' ? key.substr(1, key.size() - 2) : key;
}

// Runs `action` on up to `most` rows that match; the number of rows it met.
std::int64_t each(Connection &connection, const Content &content, const std::string &action, const std::string &where,
                  const std::string &order, std::int64_t most)
{
    connection.exec(action + " where " + content.key + " in (select " + keyColumns(content) + " from " + content.table
                    + " where " + where + order + " limit " + std::to_string(most) + ")");
    return connection.database().getChanges();
}

std::int64_t removeRows(Connection &connection, BatchId batch, std::int64_t most)
{
    const std::string id = std::to_string(batch.value);
    std::int64_t met = 0;
    for (const Content &content : contents) {
        const std::string table = content.table;
        if (met < most)
            met += each(connection, content, "update " + table + " set hidden_by = null", "hidden_by = " + id, "",
                        most - met);
        if (met < most)
            met += each(connection, content, "delete from " + table, "batch = " + id,
                        " order by " + std::string(content.newestFirst), most - met);
    }
    if (met < most) {
        connection.query("delete from history_batch where batch = ?").with(batch.value).run();
        connection.query("delete from batch where id = ?").with(batch.value).run();
    }
    return met;
}

}  // namespace

std::vector<BatchId> deadBatches(Connection &connection)
{
    std::vector<BatchId> batches;
    Query dead = connection.query(
        "select id from batch where not live and id not in (select batch from history_batch) order by id desc");
    while (dead.step())
        batches.push_back({dead.integer()});
    return batches;
}

std::int64_t removeReplaced(Connection &connection, std::int64_t most)
{
    std::int64_t met = 0;
    for (const Content &content : contents)
        if (met < most)
            met += each(connection, content, "delete from " + std::string(content.table),
                        "hidden_by is not null and hidden_by in (select id from batch where live)"
                        " and hidden_by not in (select batch from history_batch)",
                        "", most - met);
    return met;
}

bool purgeSome(Connection &connection, std::int64_t most)
{
    const std::vector<BatchId> garbage = deadBatches(connection);
    Transaction transaction(connection);
    std::int64_t met = 0;
    for (const BatchId id : garbage)
        if (met < most)
            met += removeRows(connection, id, most - met);
    if (met < most)
        met += removeReplaced(connection, most - met);
    transaction.commit();
    return met < most;
}

bool purgeSomeOf(Connection &connection, BatchId batch, std::int64_t most)
{
    Transaction transaction(connection);
    const std::int64_t met = removeRows(connection, batch, most);
    transaction.commit();
    return met < most;
}

}  // namespace core::store
