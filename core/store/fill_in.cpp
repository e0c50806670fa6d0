#include "core/store/fill_in.h"
#include "core/store/label_grays.h"
#include "core/store/row_tables.h"
#include "core/store/schema.h"
#include <unordered_map>

namespace core::store {

namespace {

// Every id a row holds, its own first.
template <class Visit>
void eachId(Annotation &row, Visit visit)
{
    visit(row.id), visit(row.job), visit(row.sample), visit(row.batch), visit(row.label);
}
template <class Visit>
void eachId(Relation &row, Visit visit)
{
    visit(row.id), visit(row.job), visit(row.sample), visit(row.batch), visit(row.label), visit(row.from),
        visit(row.to);
}
template <class Visit>
void eachId(Sample &row, Visit visit)
{
    visit(row.id), visit(row.batch);
}
template <class Visit>
void eachId(WorkState &row, Visit visit)
{
    visit(row.job), visit(row.sample), visit(row.batch);
}
template <class Visit>
void eachId(Label &row, Visit visit)
{
    visit(row.id), visit(row.job), visit(row.batch), visit(row.fromLabel), visit(row.toLabel);
}
template <class Visit>
void eachId(Job &row, Visit visit)
{
    visit(row.id);
}
template <class Visit>
void eachId(Batch &row, Visit visit)
{
    visit(row.id);
}
template <class Visit>
void eachId(Version &row, Visit visit)
{
    visit(row.id);
}

class FillIn {
public:
    FillIn(Connection &connection, IdCounters &ids, const std::string &author, Timestamp now)
        : m_connection(connection),
          m_ids(ids),
          m_author(author),
          m_now(now)
    {
    }

    template <class Row>
    void giveId(RowChange<Row> &change)
    {
        if constexpr (requires(Row row) { row.id; })
            if (!change.before && change.after && !change.after->id.isStored())
                give(change.after->id);
    }

    template <class Row>
    void complete(RowChange<Row> &change)
    {
        if (!change.before && !change.after)
            fail(Code::Usage, "a change without rows", Table<Row>::name);
        for (auto *side : {&change.before, &change.after})
            if (*side)
                eachId(**side, [this](auto &id) { replace(id); });
        if (!change.after)
            return;
        if (change.before)
            keep(*change.before, *change.after);
        else
            begin(*change.after);
        requireStorable(*change.after);
    }

private:
    template <class Tag>
    struct Given : std::unordered_map<std::int64_t, Id<Tag>> {
    };

    template <class Tag>
    void give(Id<Tag> &id)
    {
        if (!id) {
            id = m_ids.take<Tag>();
            return;
        }
        auto &given = std::get<Given<Tag>>(m_given);
        if (!given.try_emplace(id.value, Id<Tag>{}).second)
            fail(Code::Usage, "id " + std::to_string(id.value) + " is created twice");
        given[id.value] = m_ids.take<Tag>();
    }

    template <class Tag>
    void replace(Id<Tag> &id)
    {
        if (id.value >= 0)
            return;
        auto &given = std::get<Given<Tag>>(m_given);
        const auto found = given.find(id.value);
        if (found == given.end())
            fail(Code::Usage, "id " + std::to_string(id.value) + " is not created by the edit");
        id = found->second;
    }

    template <class Row>
    void keep(const Row &before, Row &after)
    {
        if constexpr (requires { after.batch; })
            if (!after.batch)
                after.batch = before.batch;
        if constexpr (requires { after.id; }) {
            if (after.id != before.id)
                fail(Code::Usage, "a change of the row's id", Table<Row>::name);
        } else if (std::tie(after.job, after.sample, after.batch)
                   != std::tie(before.job, before.sample, before.batch)) {
            fail(Code::Usage, "a change of the row's key", Table<Row>::name);
        }
    }

    template <class Row>
    void begin(Row &row)
    {
        if constexpr (requires { row.id; })
            m_ids.raise(row.id);
        if constexpr (requires { row.uuid; })
            if (row.uuid == Uuid{})
                row.uuid = newUuid();
        if constexpr (requires { row.batch; })
            if (!row.batch)
                row.batch = batchFor(row);
        if constexpr (requires { row.author; })
            if (row.author.empty())
                row.author = m_author;
        if constexpr (requires { row.created; })
            if (row.created == 0)
                row.created = m_now;
    }

    template <class Row>
    BatchId batchFor(const Row &)
    {
        return handWork;
    }
    // Hand work, unless a row of it has that key already, hidden by a batch that went live later.
    BatchId batchFor(const Sample &row)
    {
        Query free = m_connection.query("select id from batch where live and id not in"
                                        " (select batch from sample where uri = ?) order by id limit 1");
        return free.with(row.uri).step() ? BatchId{free.integer()} : handWork;
    }
    BatchId batchFor(const WorkState &row)
    {
        Query free = m_connection.query("select id from batch where live and id not in"
                                        " (select batch from work where job = ? and sample = ?) order by id limit 1");
        return free.with(row.job.value, row.sample.value).step() ? BatchId{free.integer()} : handWork;
    }

    Connection &m_connection;
    IdCounters &m_ids;
    const std::string &m_author;
    const Timestamp m_now;
    std::tuple<Given<SampleTag>, Given<AnnotationTag>, Given<LabelTag>, Given<RelationTag>, Given<BatchTag>,
               Given<JobTag>, Given<VersionTag>>
        m_given;
};

}  // namespace

void fillIn(Edit &edit, Connection &connection, IdCounters &ids, const std::string &author, Timestamp now)
{
    FillIn filler(connection, ids, author, now);
    for (Change &change : edit.changes)
        std::visit([&](auto &row) { filler.giveId(row); }, change);
    for (Change &change : edit.changes)
        std::visit([&](auto &row) { filler.complete(row); }, change);
    giveGrays(edit, connection);
}

}  // namespace core::store
