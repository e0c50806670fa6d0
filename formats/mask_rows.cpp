#include "formats/mask_rows.h"
#include <algorithm>

namespace formats {

namespace {

// A span of one row lies within one column of a span of the other.
bool meet(std::span<const core::Span> a, std::span<const core::Span> b)
{
    for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
        if (a[i].end < b[k].begin)
            ++i;
        else if (b[k].end < a[i].begin)
            ++k;
        else
            return true;
    }
    return false;
}

}  // namespace

void fillRow(std::span<const MaskLayer> layers, int y, std::span<std::uint16_t> row)
{
    std::ranges::fill(row, std::uint16_t(0));
    const auto width = std::int32_t(row.size());
    for (const MaskLayer &layer : layers)
        for (const core::Span &span : layer.runs.row(y)) {
            const auto begin = std::clamp(span.begin, 0, width), end = std::clamp(span.end, 0, width);
            std::fill(row.begin() + begin, row.begin() + std::max(begin, end), layer.value);
        }
}

void MasksByValue::addRow(int y, std::span<const std::uint32_t> values)
{
    for (std::size_t x = 0; x < values.size();) {
        const std::uint32_t value = values[x];
        std::size_t end = x + 1;
        while (end < values.size() && values[end] == value)
            ++end;
        if (value != m_ignored && (m_builders.size() < MaxValues || m_builders.contains(value)))
            m_builders[value].add(y, {std::int32_t(x), std::int32_t(end)});
        x = end;
    }
}

std::map<std::uint32_t, core::MaskRuns> MasksByValue::take()
{
    std::map<std::uint32_t, core::MaskRuns> masks;
    for (auto &[value, builder] : m_builders)
        masks.emplace(value, builder.take());
    m_builders.clear();
    return masks;
}

bool touch(const core::MaskRuns &a, const core::MaskRuns &b)
{
    const auto top = std::max(a.top(), b.top() - 1), bottom = std::min(a.bottom(), b.bottom() + 1);
    for (auto y = top; y < bottom; ++y)
        for (const auto beside : {y - 1, y, y + 1})
            if (meet(a.row(y), b.row(beside)))
                return true;
    return false;
}

}  // namespace formats
