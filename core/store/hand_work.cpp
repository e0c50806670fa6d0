#include "core/store/hand_work.h"

namespace core::store {

namespace {

BatchId shownBatch(const Edit &edit)
{
    for (const Change &change : edit.changes)
        if (const auto *batch = std::get_if<RowChange<Batch>>(&change))
            if (batch->before && batch->after && !batch->before->live && batch->after->live)
                return batch->after->id;
    return {};
}

void requireSingleUris(Connection &connection, const HandWork &work)
{
    for (const std::string &uri : work.uris) {
        Query samples = connection.query("select 1 from live_sample where uri = ?");
        samples.with(uri);
        if (samples.step() && samples.step())
            fail(Code::Exists, uri, "sample.uri");
    }
}

void removeRowsOfGoneSamples(Connection &connection, const HandWork &work, BatchId batch)
{
    for (const SampleId id : work.removed) {
        if (connection.query("select 1 from sample where id = ?").with(id.value).step())
            continue;
        for (const char *sql : {"delete from annotation where sample = ? and batch = ?",
                                "delete from relation where sample = ? and batch = ?",
                                "delete from work where sample = ? and batch = ? and job in (select id from job)"})
            connection.query(sql).with(id.value, batch.value).run();
    }
}

}  // namespace

void noteHandWork(HandWork &work, const Edit &edit)
{
    for (const Change &change : edit.changes)
        if (const auto *sample = std::get_if<RowChange<Sample>>(&change)) {
            if (!sample->after) {
                work.removed.push_back(sample->before->id);
            } else if (!sample->before || sample->before->uri != sample->after->uri) {
                work.uris.push_back(sample->after->uri);
                work.samplesMade = true;
            }
        }
}

void forget(HandWork &work)
{
    work.samplesMade = false;
    work.uris.clear();
    work.removed.clear();
}

void settleBatch(WriteGate &gate, const Edit &edit)
{
    const BatchId batch = shownBatch(edit);
    if (!batch)
        return noteHandWork(gate.handWork, edit);
    requireSingleUris(*gate.connection, gate.handWork);
    removeRowsOfGoneSamples(*gate.connection, gate.handWork, batch);
}

}  // namespace core::store
