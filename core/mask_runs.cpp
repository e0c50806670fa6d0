#include "core/mask_runs.h"
#include <algorithm>
#include <cassert>
#include <utility>

namespace core {

std::span<const Span> MaskRuns::row(std::int32_t y) const
{
    if (y < m_top || y >= bottom())
        return {};
    const auto index = static_cast<std::size_t>(y - m_top);
    const std::size_t first = index == 0 ? 0 : m_ends[index - 1];
    return {m_spans.data() + first, m_ends[index] - first};
}

void MaskBuilder::reserve(std::size_t rows, std::size_t spans)
{
    m_runs.m_ends.reserve(rows);
    m_runs.m_spans.reserve(spans);
}

void MaskBuilder::add(std::int32_t y, Span span)
{
    if (span.begin >= span.end)
        return;
    auto &[top, ends, spans] = m_runs;
    if (spans.empty())
        top = y;
    assert(y >= m_runs.bottom() - 1 || ends.empty());
    const auto rows = static_cast<std::size_t>(y - top) + 1;
    if (ends.size() < rows) {
        ends.resize(rows, static_cast<std::uint32_t>(spans.size()));
    } else {
        const std::size_t first = ends.size() == 1 ? 0 : ends[ends.size() - 2];
        if (spans.size() > first && span.begin <= spans.back().end) {
            assert(span.begin >= spans.back().begin);
            spans.back().end = std::max(spans.back().end, span.end);
            return;
        }
    }
    spans.push_back(span);
    ends.back() = static_cast<std::uint32_t>(spans.size());
}

void MaskBuilder::add(std::int32_t y, std::span<const Span> spans)
{
    for (const Span span : spans)
        add(y, span);
}

void MaskBuilder::add(const MaskRuns &runs, std::int32_t from, std::int32_t to)
{
    const auto endOf = [&runs](std::int32_t y) {  // of the rows above y
        return y <= runs.top() ? 0 : runs.m_ends[static_cast<std::size_t>(y - runs.top()) - 1];
    };
    from = std::max(from, runs.top());
    to = std::min(to, runs.bottom());
    while (from < to && endOf(from + 1) == endOf(from))
        ++from;
    while (from < to && endOf(to) == endOf(to - 1))
        --to;
    if (from >= to)
        return;
    auto &[top, ends, spans] = m_runs;
    if (spans.empty())
        top = from;
    assert(from >= m_runs.bottom());
    const auto before = static_cast<std::uint32_t>(spans.size()), first = endOf(from);
    ends.resize(static_cast<std::size_t>(from - top), before);
    spans.insert(spans.end(), runs.m_spans.begin() + first, runs.m_spans.begin() + endOf(to));
    for (std::int32_t y = from; y < to; ++y)
        ends.push_back(endOf(y + 1) - first + before);
}

MaskRuns MaskBuilder::take()
{
    return std::exchange(m_runs, {});
}

}  // namespace core
