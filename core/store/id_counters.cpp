#include "core/store/id_counters.h"
#include "core/store/edit_codec.h"
#include <chrono>
#include <cstring>
#include <random>

namespace core::store {

namespace {

template <class Row>
void raiseFrom(IdCounters &ids, const std::optional<Row> &row)
{
    if constexpr (requires { row->id; })
        if (row)
            ids.raise(row->id);
}

}  // namespace

void IdCounters::seed(Connection &connection)
{
    const auto largest = [&](const char *table) {
        return connection.integer("select coalesce(max(id), 0) from " + std::string(table));
    };
    last<SampleTag>() = largest("sample");
    last<AnnotationTag>() = largest("annotation");
    last<LabelTag>() = largest("label");
    last<RelationTag>() = largest("relation");
    last<BatchTag>() = largest("batch");
    last<JobTag>() = largest("job");
    last<VersionTag>() = largest("version");
    const std::int64_t done = connection.integer(
        "select coalesce(max(id), 0) from (select id from history where undone = 0 order by id desc limit 1)");
    Query undone = connection.query("select changes from history where id > ?");
    undone.with(done);
    while (undone.step())
        if (auto changes = decodeChanges(undone.blob()))
            raise(Edit{{}, {}, std::move(changes->changes)});
}

void IdCounters::raise(const Edit &edit)
{
    for (const Change &change : edit.changes)
        std::visit([this](const auto &row) { raiseFrom(*this, row.after); }, change);
}

Uuid newUuid()
{
    thread_local std::mt19937_64 random = [] {
        std::random_device device;
        std::seed_seq seed{device(), device(), device(), device(), device(), device(), device(), device()};
        return std::mt19937_64(seed);
    }();
    Uuid uuid;
    const std::array<std::uint64_t, 2> words{random(), random()};
    std::memcpy(uuid.data(), words.data(), uuid.size());
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0f) | 0x40);
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3f) | 0x80);
    return uuid;
}

Timestamp now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

}  // namespace core::store
