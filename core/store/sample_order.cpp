#include "core/store/sample_order.h"
#include <algorithm>

namespace core::store {

namespace {

using Ids = std::vector<SampleId>;

// Up to this share of the samples is looked up one by one rather than read with all others.
constexpr std::int64_t fewOutOf = 32;

bool isFew(Connection &connection, const IdSet *ids)
{
    return ids && std::cmp_less(ids->size(), connection.integer("select coalesce(max(id), 0) from sample") / fewOutOf);
}

Ids kept(const Ids &order, const IdSet *ids)
{
    if (!ids)
        return order;
    Ids found;
    found.reserve(ids->size());
    std::ranges::copy_if(order, std::back_inserter(found), [ids](SampleId id) { return ids->contains(id); });
    return found;
}

// By (key, id), the key read for each of them.
template <class Key, class Read>
Ids byColumn(Connection &connection, const IdSet &ids, const char *sql, Read &&read)
{
    std::vector<std::pair<Key, SampleId>> keyed;
    Query row = connection.query(sql);
    ids.forEach([&](SampleId id) {
        row.again();
        if (row.with(id.value).step())
            keyed.emplace_back(read(row), id);
    });
    std::ranges::sort(keyed);
    Ids order;
    for (const auto &[key, id] : keyed)
        order.push_back(id);
    return order;
}

IdSet live(Connection &connection, SampleImage &image, const IdSet *ids)
{
    IdSet all = image.order(connection).all;
    if (ids)
        all &= *ids;
    return all;
}

Ids byState(Connection &connection, JobId job, IdSet ids)
{
    Ids later;
    for (const State state : {State::ToConfirm, State::Labeled}) {
        IdSet in = connection
                       .collected("select collect(sample) from live_work where job=? and state=?", job.value,
                                  static_cast<std::int64_t>(state))
                       .ids;
        in &= ids;
        ids -= in;
        in.forEach([&later](SampleId id) { later.push_back(id); });
    }
    Ids order = ids.sorted();
    order.insert(order.end(), later.begin(), later.end());
    return order;
}

Ids byConfidence(Connection &connection, JobId job, IdSet ids, bool descending)
{
    Ids order;
    Query rows = connection.query("select sample from live_annotation where job=? and confidence is not null"
                                  " order by confidence, sample");
    rows.with(job.value);
    while (rows.step())
        if (const SampleId id{rows.integer()}; ids.erase(id))
            order.push_back(id);
    Ids without = ids.sorted();
    if (descending) {
        std::ranges::reverse(order);
        std::ranges::reverse(without);
    }
    order.insert(order.end(), without.begin(), without.end());
    return order;
}

Ids byAnnotationCount(Connection &connection, JobId job, const IdSet &ids)
{
    const Ids sorted = ids.sorted();
    std::vector<std::uint32_t> counts(sorted.size());
    std::uint32_t most = 0;
    Query rows = connection.query("select sample from live_annotation where +job=? order by sample");
    rows.with(job.value);
    std::size_t at = 0;
    while (at < sorted.size() && rows.step()) {
        const SampleId id{rows.integer()};
        while (at < sorted.size() && sorted[at] < id)
            ++at;
        if (at < sorted.size() && sorted[at] == id)
            most = std::max(most, ++counts[at]);
    }
    std::vector<std::size_t> places(std::size_t{most} + 2);  // where those with that count begin
    for (const std::uint32_t count : counts)
        ++places[count + 1];
    for (std::size_t i = 1; i < places.size(); ++i)
        places[i] += places[i - 1];
    Ids order(sorted.size());
    for (std::size_t i = 0; i < sorted.size(); ++i)
        order[places[counts[i]]++] = sorted[i];
    return order;
}

Ids ascending(Connection &connection, SampleImage &image, const SampleQuery &query, const IdSet *ids)
{
    switch (query.sort) {
    case SortKey::Added:
        if (!image.hasOrder() && isFew(connection, ids))
            return byColumn<std::int64_t>(connection, *ids, "select position from live_sample where id=?",
                                          [](Query &row) { return row.integer(); });
        return kept(image.order(connection).byPosition, ids);
    case SortKey::Name:
        if (!image.hasNames() && isFew(connection, ids))
            return byColumn<std::string>(connection, *ids, "select uri from live_sample where id=?",
                                         [](Query &row) { return row.text(); });
        return kept(image.names(connection).ids(), ids);
    case SortKey::State: return byState(connection, query.job, live(connection, image, ids));
    case SortKey::Confidence:
        return byConfidence(connection, query.job, live(connection, image, ids), query.descending);
    case SortKey::AnnotationCount: return byAnnotationCount(connection, query.job, live(connection, image, ids));
    }
    return {};
}

}  // namespace

std::vector<SampleId> ordered(Connection &connection, SampleImage &image, const SampleQuery &query, const IdSet *ids)
{
    Ids order = ascending(connection, image, query, ids);
    if (query.descending && query.sort != SortKey::Confidence)  // those without a confidence stay last
        std::ranges::reverse(order);
    return order;
}

}  // namespace core::store
