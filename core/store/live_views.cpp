#include "core/store/live_views.h"
#include "core/store/row_tables.h"

namespace core::store {

namespace {

struct Content {
    const char *table, *columns;
};
constexpr std::array<Content, 5> contents{{
    {Table<Label>::name, Table<Label>::columns},
    {Table<Sample>::name, Table<Sample>::columns},
    {Table<WorkState>::name, Table<WorkState>::columns},
    {Table<Annotation>::name, Table<Annotation>::columns},
    {Table<Relation>::name, Table<Relation>::columns},
}};

std::string listOf(const std::vector<std::int64_t> &ids)
{
    std::string text;
    for (const std::int64_t id : ids)
        text += (text.empty() ? "" : ", ") + std::to_string(id);
    return "(" + text + ")";
}

}  // namespace

LiveViews::State LiveViews::look(Connection &connection)
{
    State state;
    Query dead = connection.query("select id from batch where not live order by id");
    while (dead.step())
        state.dead.push_back(dead.integer());
    state.hidden = connection.integer("select exists(select 1 from label where hidden_by is not null)"
                                      " + 2 * exists(select 1 from sample where hidden_by is not null)"
                                      " + 4 * exists(select 1 from work where hidden_by is not null)"
                                      " + 8 * exists(select 1 from annotation where hidden_by is not null)"
                                      " + 16 * exists(select 1 from relation where hidden_by is not null)");
    return state;
}

void LiveViews::refresh(Connection &connection)
{
    const std::int64_t version = connection.integer("pragma data_version");
    if (version == m_dataVersion && m_state)
        return;
    State state = look(connection);
    if (!m_state || !(*m_state == state)) {
        const std::string dead = listOf(state.dead);
        std::string sql;
        for (std::size_t i = 0; i < contents.size(); ++i) {
            const std::string table = contents[i].table;
            sql += "drop view if exists temp.live_" + table + "; create temp view live_" + table + " as select "
                   + contents[i].columns + " from main." + table + " where 1";
            if (!state.dead.empty())
                sql += " and batch not in " + dead;
            if (state.hidden >> i & 1)
                sql += state.dead.empty() ? " and hidden_by is null"
                                          : " and (hidden_by is null or hidden_by in " + dead + ")";
            sql += ";";
        }
        connection.exec(sql);
    }
    m_state = std::move(state);
    m_dataVersion = version;
}

}  // namespace core::store
