#include "core/text/arc_layout.h"
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace core {

std::size_t Skyline::cut(double x)
{
    const auto behind = std::ranges::upper_bound(m_steps, x, {}, &Step::x);
    const auto index = static_cast<std::size_t>(behind - m_steps.begin());
    const Step before = *(behind - 1);
    if (before.x == x)
        return index - 1;
    m_steps.insert(behind, {x, before.height});
    return index;
}

double Skyline::over(double from, double to) const
{
    auto at = std::ranges::upper_bound(m_steps, from, {}, &Step::x) - 1;
    double highest = at->height;
    for (++at; at != m_steps.end() && at->x < to; ++at)
        highest = std::max(highest, at->height);
    return highest;
}

void Skyline::raise(double from, double to, double height)
{
    if (to <= from)
        return;
    const std::size_t first = cut(from), last = cut(to);
    for (std::size_t i = first; i < last; ++i)
        m_steps[i].height = std::max(m_steps[i].height, height);
    const auto begin = m_steps.begin() + static_cast<std::ptrdiff_t>(first > 0 ? first - 1 : 0);
    const auto same = [](const Step &a, const Step &b) { return a.height == b.height; };
    m_steps.erase(std::unique(begin, m_steps.end(), same), m_steps.end());
}

double Skyline::place(double from, double to, double height)
{
    const double bottom = over(from, to);
    raise(from, to, bottom + height);
    return bottom;
}

double Skyline::top() const
{
    return std::ranges::max(m_steps, {}, &Step::height).height;
}

namespace {

constexpr double stub = 10;      // of an arc that leads away, beside its label
constexpr double headRoom = 12;  // at each end of a label within its arc

double middle(const ArcEnd &end)
{
    return (end.left + end.right) / 2;
}

struct Foot {
    std::size_t arc = 0;
    bool isFrom = true;
    double aim = 0;  // x it leads to
};

// Feet of one end, spread about its middle as far as there is room. Those of arcs to the left stand left; on either
// side the farther an arc leads, the farther right or left it stands, so that it goes around the shorter ones.
void spread(std::vector<Foot> &feet, const ArcEnd &end, double gap, std::vector<PlacedArc> &placed)
{
    const double mid = middle(end);
    std::ranges::stable_sort(feet, {}, [mid](const Foot &foot) { return std::pair(foot.aim >= mid, -foot.aim); });
    const auto count = static_cast<double>(feet.size());
    const double step = count > 1 ? std::min(gap, (end.right - end.left) / count) : 0;
    double x = mid - step * (count - 1) / 2;
    for (const Foot &foot : feet) {
        (foot.isFrom ? placed[foot.arc].fromX : placed[foot.arc].toX) = x;
        (foot.isFrom ? placed[foot.arc].fromY : placed[foot.arc].toY) = end.height;
        x += step;
    }
}

void placeFeet(std::span<const Arc> arcs, double gap, std::vector<PlacedArc> &placed)
{
    std::map<std::size_t, std::pair<ArcEnd, std::vector<Foot>>> ends;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
        const Arc &arc = arcs[i];
        const double away = arc.leadsRight ? 1e6 : -1e6;
        auto &from = ends[arc.from.anchor];
        from.first = arc.from;
        from.second.push_back({i, true, arc.to ? middle(*arc.to) : middle(arc.from) + away});
        if (!arc.to)
            continue;
        auto &to = ends[arc.to->anchor];
        to.first = *arc.to;
        to.second.push_back({i, false, middle(arc.from)});
    }
    for (auto &[anchor, end] : ends)
        spread(end.second, end.first, gap, placed);
}

struct Extent {
    double left = 0, right = 0;
    double width() const { return right - left; }
};

// From foot to foot, wide enough for the label. Places the label.
Extent extentOf(const Arc &arc, PlacedArc &placed)
{
    if (!arc.to) {
        const double direction = arc.leadsRight ? 1 : -1;
        placed.toX = placed.fromX + direction * (arc.labelWidth + stub);
        placed.labelX = placed.toX - direction * arc.labelWidth / 2;
        return {std::min(placed.fromX, placed.toX), std::max(placed.fromX, placed.toX)};
    }
    placed.labelX = (placed.fromX + placed.toX) / 2;
    const double half = arc.labelWidth / 2;
    return {std::min({placed.fromX, placed.toX, placed.labelX - half}),
            std::max({placed.fromX, placed.toX, placed.labelX + half})};
}

}  // namespace

std::vector<PlacedArc> layOutArcs(std::span<const Arc> arcs, const ArcMeasures &measures, Skyline &skyline)
{
    std::vector<PlacedArc> placed(arcs.size());
    placeFeet(arcs, measures.footGap, placed);
    std::vector<Extent> extents;
    for (std::size_t i = 0; i < arcs.size(); ++i)
        extents.push_back(extentOf(arcs[i], placed[i]));
    std::vector<std::size_t> order(arcs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {},
                             [&](std::size_t i) { return std::pair(std::round(extents[i].width()), extents[i].left); });
    for (const std::size_t i : order) {
        const auto [left, right] = extents[i];
        const double bottom = skyline.place(left, right, measures.gap + measures.labelHeight);
        placed[i].y = bottom + measures.gap + measures.labelHeight / 2;
    }
    return placed;
}

}  // namespace core
