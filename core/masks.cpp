#include "core/masks.h"
#include <algorithm>
#include <cmath>

namespace core {

namespace {

using Row = std::vector<std::pair<std::int32_t, std::int32_t>>;

Row scaledRow(const Row &row, double sx)
{
    Row result;
    for (const auto &[from, to] : row) {
        const auto begin = static_cast<std::int32_t>(std::lround(from * sx));
        const auto end = static_cast<std::int32_t>(std::lround(to * sx));
        if (begin >= end)
            continue;
        if (!result.empty() && begin <= result.back().second)
            result.back().second = std::max(result.back().second, end);
        else
            result.emplace_back(begin, end);
    }
    return result;
}

Row cutRow(const Row &row, std::int32_t width)
{
    Row result;
    for (const auto &[from, to] : row)
        if (const auto begin = std::max(from, 0), end = std::min(to, width); begin < end)
            result.emplace_back(begin, end);
    return result;
}

}  // namespace

std::optional<Rect> bounds(const MaskRuns &runs)
{
    std::optional<Rect> all;
    for (std::size_t i = 0; i < runs.rows.size(); ++i) {
        const Row &row = runs.rows[i];
        if (row.empty())
            continue;
        const double y = runs.top + static_cast<double>(i);
        const Rect here{double(row.front().first), y, double(row.back().second), y + 1};
        all = all ? united(*all, here) : here;
    }
    return all;
}

double area(const MaskRuns &runs)
{
    double pixels = 0;
    for (const Row &row : runs.rows)
        for (const auto &[from, to] : row)
            pixels += to - from;
    return pixels;
}

bool contains(const MaskRuns &runs, Point p)
{
    const double row = std::floor(p.y) - runs.top;
    if (!(row >= 0 && row < static_cast<double>(runs.rows.size())))
        return false;
    return std::ranges::any_of(runs.rows[static_cast<std::size_t>(row)],
                               [&](const auto &span) { return span.first <= p.x && p.x < span.second; });
}

MaskRuns translated(MaskRuns runs, int dx, int dy)
{
    runs.top += dy;
    for (Row &row : runs.rows)
        for (auto &[from, to] : row) {
            from += dx;
            to += dx;
        }
    return runs;
}

MaskRuns scaled(const MaskRuns &runs, double sx, double sy)
{
    if (runs.rows.empty() || sx <= 0 || sy <= 0)
        return {};
    const auto bottom = runs.top + static_cast<int>(runs.rows.size());
    MaskRuns result{static_cast<int>(std::lround(runs.top * sy)), {}};
    for (int y = result.top; y < std::lround(bottom * sy); ++y) {
        const int source = static_cast<int>(std::floor((y + 0.5) / sy)) - runs.top;
        const int last = static_cast<int>(runs.rows.size()) - 1;
        result.rows.push_back(scaledRow(runs.rows[static_cast<std::size_t>(std::clamp(source, 0, last))], sx));
    }
    return result;
}

MaskRuns cut(const MaskRuns &runs, int width, int height)
{
    MaskRuns result{std::max(runs.top, 0), {}};
    for (std::size_t i = 0; i < runs.rows.size(); ++i)
        if (const auto y = runs.top + static_cast<int>(i); y >= 0 && y < height)
            result.rows.push_back(cutRow(runs.rows[i], width));
    return result;
}

}  // namespace core
