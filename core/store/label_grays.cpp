#include "core/store/label_grays.h"
#include "core/store/row_tables.h"
#include <algorithm>
#include <map>

namespace core::store {

namespace {

constexpr int lastOfByte = 255, last = 65535;

bool isSegmentation(Connection &connection, JobId id)
{
    Query job = connection.query("select kind from job where id = ?");
    return job.with(id.value).step() && job.text() == kindName(JobKind::ImageSegmentation);
}

// Those of labels that are not shown count: they may be shown again.
std::set<int> takenIn(Connection &connection, JobId id)
{
    std::set<int> taken;
    Query labels = connection.query("select gray from label where job = ? and gray > 0");
    for (labels.with(id.value); labels.step();)
        taken.insert(static_cast<int>(labels.integer()));
    return taken;
}

class Grays {
public:
    explicit Grays(Connection &connection) : m_connection(connection) {}

    void addJob(const Job &job)
    {
        m_jobs[job.id] = job.kind == JobKind::ImageSegmentation ? Taken(std::in_place) : std::nullopt;
    }
    // Null: no job of masks.
    std::set<int> *of(JobId job)
    {
        const auto found = m_jobs.find(job);
        auto &taken = found != m_jobs.end() ? found->second : look(job);
        return taken ? &*taken : nullptr;
    }

private:
    using Taken = std::optional<std::set<int>>;

    Taken &look(JobId job)
    {
        return m_jobs[job] = isSegmentation(m_connection, job) ? Taken(takenIn(m_connection, job)) : std::nullopt;
    }

    Connection &m_connection;
    std::map<JobId, Taken> m_jobs;
};

template <class Row, class Visit>
void eachChange(Edit &edit, Visit visit)
{
    for (Change &change : edit.changes)
        if (auto *row = std::get_if<RowChange<Row>>(&change); row && row->after)
            visit(*row);
}

}  // namespace

int freeGray(const std::set<int> &taken)
{
    const int largest = taken.empty() ? 0 : *taken.rbegin();
    if (largest < lastOfByte)
        return largest + 1;
    int free = 1;
    while (free <= last && taken.contains(free))
        ++free;
    if (free > last)
        fail(Code::TooLarge, "more than " + std::to_string(last) + " labels", "label.gray");
    return free;
}

void giveGrays(Edit &edit, Connection &connection)
{
    Grays grays(connection);
    eachChange<Job>(edit, [&](RowChange<Job> &change) {
        if (!change.before)
            grays.addJob(*change.after);
    });
    eachChange<Label>(edit, [&](RowChange<Label> &change) {
        const int before = change.before ? change.before->gray : 0, after = change.after->gray;
        auto *taken = grays.of(change.after->job);
        if (taken && before > 0 && after != before)
            fail(Code::BadValue, std::to_string(before) + " to " + std::to_string(after), "label.gray");
        if (taken && after > 0)
            taken->insert(after);
    });
    eachChange<Label>(edit, [&](RowChange<Label> &change) {
        auto *taken = grays.of(change.after->job);
        if (taken && change.after->gray == 0)
            taken->insert(change.after->gray = freeGray(*taken));
    });
}

void giveGrays(std::vector<Label> &labels, Connection &connection)
{
    Grays grays(connection);
    for (Label &label : labels)
        if (auto *taken = grays.of(label.job); taken && label.gray > 0 && !taken->insert(label.gray).second)
            label.gray = 0;
    for (Label &label : labels)
        if (auto *taken = grays.of(label.job); taken && label.gray == 0)
            taken->insert(label.gray = freeGray(*taken));
}

}  // namespace core::store
