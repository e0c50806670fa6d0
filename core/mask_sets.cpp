// Union, difference and intersection of row spans: merges of sorted rows. Rows only one side has are copied whole.
#include "core/masks.h"
#include <algorithm>

namespace core {

namespace {

using Row = std::span<const Span>;

struct Rows {  // [begin, end)
    std::int32_t begin, end;
};

Rows shared(const MaskRuns &a, const MaskRuns &b)
{
    const std::int32_t begin = std::max(a.top(), b.top());
    return {begin, std::max(begin, std::min(a.bottom(), b.bottom()))};
}

void unite(MaskBuilder &builder, std::int32_t y, Row a, Row b)
{
    auto i = a.begin(), k = b.begin();
    while (i != a.end() && k != b.end())
        builder.add(y, i->begin < k->begin ? *i++ : *k++);
    builder.add(y, {i, a.end()});
    builder.add(y, {k, b.end()});
}

void subtract(MaskBuilder &builder, std::int32_t y, Row from, Row what)
{
    auto next = what.begin();
    for (const Span span : from) {
        while (next != what.end() && next->end <= span.begin)
            ++next;
        std::int32_t begin = span.begin;
        auto hole = next;  // it may reach into the following span too
        for (; hole != what.end() && hole->begin < span.end; ++hole) {
            builder.add(y, {begin, hole->begin});
            begin = hole->end;
        }
        builder.add(y, {begin, span.end});
        if (hole != next)
            next = std::prev(hole);
    }
}

// Calls visit(shared span) until it says false.
template <class Visit>
bool eachShared(Row a, Row b, Visit visit)
{
    for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
        const Span both{std::max(i->begin, k->begin), std::min(i->end, k->end)};
        if (both.begin < both.end && !visit(both))
            return false;
        i->end < k->end ? ++i : ++k;
    }
    return true;
}

}  // namespace

MaskRuns united(const MaskRuns &a, const MaskRuns &b)
{
    if (a.isEmpty() || b.isEmpty())
        return a.isEmpty() ? b : a;
    const MaskRuns &upper = a.top() <= b.top() ? a : b, &lower = &upper == &a ? b : a;
    const Rows both = shared(a, b);
    MaskBuilder builder;
    builder.reserve(static_cast<std::size_t>(std::max(a.bottom(), b.bottom()) - upper.top()),
                    a.spans().size() + b.spans().size());
    builder.add(upper, upper.top(), both.begin);
    for (std::int32_t y = both.begin; y < both.end; ++y)
        unite(builder, y, upper.row(y), lower.row(y));
    for (const MaskRuns *rest : {&upper, &lower})
        builder.add(*rest, both.end, rest->bottom());
    return builder.take();
}

MaskRuns united(std::span<const MaskRuns> many)
{
    if (many.size() < 2)
        return many.empty() ? MaskRuns{} : many.front();
    const auto half = many.size() / 2;
    if (many.size() == 2)
        return united(many[0], many[1]);
    return united(united(many.first(half)), united(many.subspan(half)));
}

MaskRuns subtracted(const MaskRuns &from, const MaskRuns &what)
{
    const Rows both = shared(from, what);
    if (both.begin == both.end)
        return from;
    MaskBuilder builder;
    builder.reserve(static_cast<std::size_t>(from.bottom() - from.top()), from.spans().size() + what.spans().size());
    builder.add(from, from.top(), both.begin);
    for (std::int32_t y = both.begin; y < both.end; ++y)
        subtract(builder, y, from.row(y), what.row(y));
    builder.add(from, both.end, from.bottom());
    return builder.take();
}

MaskRuns intersected(const MaskRuns &a, const MaskRuns &b)
{
    const Rows both = shared(a, b);
    MaskBuilder builder;
    for (std::int32_t y = both.begin; y < both.end; ++y)
        eachShared(a.row(y), b.row(y), [&](Span span) {
            builder.add(y, span);
            return true;
        });
    return builder.take();
}

bool meets(const MaskRuns &a, const MaskRuns &b)
{
    const Rows both = shared(a, b);
    for (std::int32_t y = both.begin; y < both.end; ++y)
        if (!eachShared(a.row(y), b.row(y), [](Span) { return false; }))
            return true;
    return false;
}

double iou(const MaskRuns &a, const MaskRuns &b)
{
    std::int64_t common = 0;
    const Rows both = shared(a, b);
    for (std::int32_t y = both.begin; y < both.end; ++y)
        eachShared(a.row(y), b.row(y), [&](Span span) {
            common += span.end - span.begin;
            return true;
        });
    const double either = area(a) + area(b) - static_cast<double>(common);
    return either > 0 ? static_cast<double>(common) / either : 0;
}

}  // namespace core
