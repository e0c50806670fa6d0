// After an edit is written: live rows name live rows, and no two live rows share a name or uri.
#include "core/store/edit_writer.h"
#include "core/store/row_sql.h"
#include "core/store/schema.h"
#include <set>

namespace core::store {

namespace {

class References {
public:
    explicit References(Connection &connection) : m_connection(connection) {}

    void operator()(const RowChange<Annotation> &change)
    {
        if (!change.after)
            return requireNone("select 1 from live_relation where sample = ?1 and (from_annotation = ?2 or"
                               " to_annotation = ?2)",
                               "a relation names the annotation", change.before->sample.value, change.before->id.value);
        requireHome(*change.after);
        requireLive("label", change.after->label.value);
    }
    void operator()(const RowChange<Relation> &change)
    {
        if (!change.after)
            return;
        requireHome(*change.after);
        requireLive("label", change.after->label.value);
        requireLive("annotation", change.after->from.value);
        requireLive("annotation", change.after->to.value);
    }
    void operator()(const RowChange<Sample> &change)
    {
        if (!change.after)
            for (const char *sql : {"select 1 from live_annotation where sample = ?",
                                    "select 1 from live_work where job in (select id from job) and sample = ?",
                                    "select 1 from live_relation where sample = ?"})
                requireNone(sql, "rows name the sample", change.before->id.value);
    }
    void operator()(const RowChange<WorkState> &change)
    {
        if (change.after)
            requireHome(*change.after);
    }
    void operator()(const RowChange<Label> &change)
    {
        if (!change.after) {
            const std::int64_t id = change.before->id.value, job = change.before->job.value;
            requireNone("select 1 from live_annotation where job = ? and label = ?", "an annotation names the label",
                        job, id);
            requireNone("select 1 from live_relation where label = ?", "a relation names the label", id);
            requireNone("select 1 from live_label where job = ?1 and (from_label = ?2 or to_label = ?2)",
                        "a label names the label", job, id);
            return;
        }
        const Label &label = *change.after;
        requireLive("job", label.job.value);
        requireLive("label", label.fromLabel.value);
        requireLive("label", label.toLabel.value);
        if (!change.before || change.before->name != label.name || change.before->role != label.role)
            requireSingle("select 1 from live_label where job = ? and role = ? and name = ?", label.name, "label.name",
                          label.job.value, static_cast<std::int64_t>(label.role), label.name);
        if (label.gray > 0 && (!change.before || change.before->gray != label.gray))
            requireSingle("select 1 from live_label where job = ? and gray = ? and (select kind from job"
                          " where job.id = live_label.job) = 'image_segmentation'",
                          std::to_string(label.gray), "label.gray", label.job.value, std::int64_t{label.gray});
    }
    void operator()(const RowChange<Job> &change)
    {
        if (change.after)
            return requireSingle("select 1 from job where name = ?", change.after->name, "job.name",
                                 change.after->name);
        for (const char *sql :
             {"select 1 from live_label where job = ?", "select 1 from live_work where job = ?",
              "select 1 from live_annotation where job = ?", "select 1 from live_relation where job = ?"})
            requireNone(sql, "rows name the job", change.before->id.value);
    }
    void operator()(const RowChange<Batch> &change)
    {
        const Batch &batch = change.after ? *change.after : *change.before;
        if (batch.id == handWork && (!change.after || !change.after->live))
            fail(Code::Usage, "hand work is always live", "batch.live");
        if (!change.after)
            for (const char *table : {"label", "sample", "work", "annotation", "relation"})
                requireNone("select 1 from " + std::string(table) + " where batch = ?", "rows name the batch",
                            batch.id.value);
    }
    void operator()(const RowChange<Version> &change)
    {
        if (change.after && (!change.before || change.before->name != change.after->name))
            requireSingle("select 1 from version where name = ?", change.after->name, "version.name",
                          change.after->name);
    }

private:
    template <class Row>
    void requireHome(const Row &row)
    {
        requireLive("job", row.job.value);
        requireLive("sample", row.sample.value);
        requireLive("batch", row.batch.value);
    }

    void requireLive(std::string_view table, std::int64_t id)  // 0: names none
    {
        if (id == 0 && (table == "label" || table == "annotation"))
            return;
        if (!m_known.emplace(table, id).second)
            return;
        const bool marked = table != "job" && table != "batch";
        Query query = m_connection.query("select 1 from " + std::string(marked ? "live_" : "") + std::string(table)
                                         + " where id = ?");
        if (!query.with(id).step())
            fail(Code::Conflict, std::string(table) + " " + std::to_string(id) + " is gone");
    }

    template <class... Value>
    void requireNone(std::string_view sql, const char *what, const Value &...values)
    {
        Query query = m_connection.query(sql);
        if (query.with(values...).step())
            fail(Code::Conflict, what);
    }

    template <class... Value>
    void requireSingle(std::string_view sql, const std::string &what, const char *field, const Value &...values)
    {
        Query query = m_connection.query(sql);
        query.with(values...);
        if (query.step() && query.step())
            fail(Code::Exists, what, field);
    }

    Connection &m_connection;
    std::set<std::pair<std::string_view, std::int64_t>> m_known;
};

}  // namespace

void checkReferences(Connection &connection, const Edit &edit)
{
    References check(connection);
    for (const Change &change : edit.changes)
        std::visit(check, change);
}

}  // namespace core::store
