// Writes the buffered rows of a batch: one transaction behind the gate.
#include "core/store/batch_writer_impl.h"
#include "core/store/label_grays.h"
#include "core/store/purge.h"
#include "core/store/row_sql.h"

namespace core {

using store::Connection;
using store::Query;

namespace {

constexpr std::size_t chunkRows = 2000;
constexpr int checkpointPages = 8000;
constexpr std::int64_t purgeChunk = 5000;

template <class Row>
void insertAll(Connection &connection, const std::string &sql, std::vector<Row> &rows)
{
    Query insert = connection.query(sql);
    for (const Row &row : rows) {
        store::bindRow(insert, row);
        insert.run();
        insert.again();
    }
}

std::string replacing(const std::string &insert)
{
    return "insert or replace" + insert.substr(std::string_view("insert").size());
}

// The state shown so far gives way; one put twice keeps the later.
void insertWorks(Connection &connection, BatchId batch, const std::vector<WorkState> &works,
                 const std::function<bool(SampleId)> &isOwn)
{
    Query insert = connection.query(replacing(store::sqlOf<WorkState>().insert));
    Query hide = connection.query(
        "update work set hidden_by = ?1 where job = ?2 and sample = ?3 and batch <> ?1"
        " and (select live from batch where batch.id = work.batch)"
        " and (hidden_by is null or not coalesce((select live from batch where batch.id = work.hidden_by), 0))");
    for (const WorkState &row : works) {
        if (!isOwn(row.sample)) {
            hide.with(batch.value, row.job.value, row.sample.value).run();
            hide.again();
        }
        store::bindRow(insert, row);
        insert.run();
        insert.again();
    }
}

}  // namespace

BatchWriter::Impl::Impl(std::shared_ptr<store::WriteGate> writeGate, Batch row)
    : gate(std::move(writeGate)),
      batch(std::move(row)),
      lookUps(gate->connection->file(), store::Access::Read)
{
    othersAtStart = lookUps.integer("select exists(select 1 from sample)") != 0;
}

BatchWriter::Impl::~Impl()
{
    if (!closed)
        purge();
    gate->batchOpen = false;
}

void BatchWriter::Impl::flushWhenFull()
{
    if (labels.size() + samples.size() + annotations.size() + relations.size() + works.size() + hides.size()
        >= chunkRows)
        flush();
}

void BatchWriter::Impl::flush()
{
    const std::lock_guard guard(gate->mutex);
    Connection &connection = *gate->connection;
    const store::RelaxedSync relaxed(connection);
    store::Transaction transaction(connection);
    store::giveGrays(labels, connection);
    insertAll(connection, replacing(store::sqlOf<Label>().insert), labels);  // an amended one comes again
    insertAll(connection, store::sqlOf<Sample>().insert, samples);
    insertAll(connection, store::sqlOf<Annotation>().insert, annotations);
    insertAll(connection, store::sqlOf<Relation>().insert, relations);
    insertWorks(connection, batch.id, works, [this](SampleId id) { return isOwn(id); });
    for (const Hide &hide : hides)
        connection.query(hide.sql).with(batch.id.value, hide.id).run();
    transaction.commit();
    labels.clear();
    samples.clear();
    annotations.clear();
    relations.clear();
    works.clear();
    hides.clear();
    gate->checkpointAbove(checkpointPages);
}

void BatchWriter::Impl::requireNamedRows()
{
    const std::lock_guard guard(gate->mutex);
    Connection &connection = *gate->connection;
    for (const JobId id : namedJobs)
        if (!connection.query("select 1 from job where id = ?").with(id.value).step())
            store::fail(Code::Conflict, "job " + std::to_string(id.value) + " is gone");
    for (const LabelId id : namedLabels)
        if (!connection.query("select 1 from label where id = ?").with(id.value).step())
            store::fail(Code::Conflict, "label " + std::to_string(id.value) + " is gone");
}

void BatchWriter::Impl::purge()
{
    bool done = false;
    while (!done) {
        const Status removed = store::guarded(gate->connection->file(), [&]() -> Status {
            const std::lock_guard guard(gate->mutex);
            const store::RelaxedSync relaxed(*gate->connection);
            done = store::purgeSomeOf(*gate->connection, batch.id, purgeChunk);
            gate->checkpointAbove(checkpointPages);
            return ok();
        });
        if (!removed)
            return;  // the next opening purges it
    }
}

}  // namespace core
