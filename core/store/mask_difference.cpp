#include "core/store/mask_difference.h"
#include "core/store/row_sql.h"
#include <algorithm>
#include <unordered_map>

namespace core::store {

namespace {

using Runs = std::shared_ptr<const MaskRuns>;

Runs runsOf(const std::optional<Annotation> &row)
{
    const auto *mask = row ? std::get_if<Mask>(&row->geometry) : nullptr;
    return mask ? mask->runs : nullptr;
}

// The masks as they are while the changes are walked through.
class Restoration {
public:
    Restoration(Connection &connection, Way way) : m_connection(connection), m_way(way) {}

    void walk(RowChange<Annotation> &change, const MaskDifference *difference)
    {
        auto &from = m_way == Way::Redo ? change.before : change.after;
        auto &to = m_way == Way::Redo ? change.after : change.before;
        if (difference)
            restore(*from, *to, *difference);
        if (to)
            m_now[to->id] = runsOf(to);
        else if (from)
            m_now.erase(from->id);
    }

private:
    void restore(Annotation &from, Annotation &to, const MaskDifference &difference)
    {
        const bool forth = m_way == Way::Redo;
        const Runs now = current(from);
        if (!now || checksum(*now) != (forth ? difference.beforeSum : difference.afterSum))
            fail(Code::Conflict, "annotation " + std::to_string(from.id.value) + (now ? " was changed" : " is gone"));
        auto then = std::make_shared<const MaskRuns>(exchanged(*now, *runsOf(from), *runsOf(to)));
        if (checksum(*then) != (forth ? difference.afterSum : difference.beforeSum))
            fail(Code::Corrupt, "annotation " + std::to_string(from.id.value), "history.changes");
        from.geometry = Mask{now};
        to.geometry = Mask{std::move(then)};
    }

    Runs current(const Annotation &row)
    {
        const auto known = m_now.find(row.id);
        return known != m_now.end() ? known->second : runsOf(findLive(m_connection, row));
    }

    Connection &m_connection;
    const Way m_way;
    std::unordered_map<AnnotationId, Runs> m_now;
};

std::uint64_t mixed(std::uint64_t sum, std::uint64_t value)
{
    sum = (sum ^ value) * 0x9e3779b97f4a7c15ULL;
    return sum ^ (sum >> 29);
}

bool sameRow(std::span<const Span> a, std::span<const Span> b)
{
    return std::ranges::equal(a, b);
}

}  // namespace

DifferingRows differingRows(const MaskRuns &before, const MaskRuns &after)
{
    MaskBuilder was, is;
    const bool isNew = before.isEmpty() || (!after.isEmpty() && after.top() < before.top());
    for (std::int32_t y = isNew ? after.top() : before.top(); y < std::max(before.bottom(), after.bottom()); ++y)
        if (!sameRow(before.row(y), after.row(y))) {
            was.add(y, before.row(y));
            is.add(y, after.row(y));
        }
    return {was.take(), is.take()};
}

MaskRuns exchanged(const MaskRuns &runs, const MaskRuns &old, const MaskRuns &fresh)
{
    std::int32_t top = INT32_MAX, bottom = INT32_MIN;
    for (const MaskRuns *some : {&old, &fresh})
        if (!some->isEmpty()) {
            top = std::min(top, some->top());
            bottom = std::max(bottom, some->bottom());
        }
    if (top >= bottom)
        return runs;
    MaskBuilder builder;
    builder.add(runs, runs.top(), top);
    for (std::int32_t y = top; y < bottom; ++y)
        builder.add(y, old.row(y).empty() && fresh.row(y).empty() ? runs.row(y) : fresh.row(y));
    builder.add(runs, bottom, runs.bottom());
    return builder.take();
}

std::uint64_t checksum(const MaskRuns &runs)
{
    std::uint64_t sum = 0;
    for (std::int32_t y = runs.top(); y < runs.bottom(); ++y)
        for (const Span span : runs.row(y))
            sum = mixed(mixed(sum, static_cast<std::uint32_t>(y)),
                        std::uint64_t{static_cast<std::uint32_t>(span.begin)} << 32
                            | static_cast<std::uint32_t>(span.end));
    return sum;
}

void restoreMasks(Connection &connection, DecodedChanges &changes, Way way)
{
    if (changes.masks.empty())
        return;
    Restoration restoration(connection, way);
    const std::size_t count = changes.changes.size();
    for (std::size_t step = 0; step < count; ++step) {
        const std::size_t at = way == Way::Redo ? step : count - 1 - step;
        const auto found = std::ranges::lower_bound(changes.masks, at, {}, &MaskDifference::change);
        if (auto *change = std::get_if<RowChange<Annotation>>(&changes.changes[at]))
            restoration.walk(*change, found != changes.masks.end() && found->change == at ? &*found : nullptr);
    }
}

}  // namespace core::store
