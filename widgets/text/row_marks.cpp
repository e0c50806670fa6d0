#include "widgets/text/row_marks.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace widgets {

using namespace core;

namespace {

constexpr double tagSize = 0.74;       // of the text's font
constexpr double tagGap = 2;           // below and between tags
constexpr double continued = 5;        // height of an entity that began above this row: its line alone
constexpr double footMargin = 4;       // feet of arcs from the ends of a tag
constexpr qsizetype longestName = 18;  // characters of the other end's text on a stub

std::vector<EntityMark> entitiesOf(const TextMarks &marks, const BlockLayout &layout, int row)
{
    const BlockLayout::Row &place = layout.row(row);
    std::vector<EntityMark> all;
    for (const AnnotationPtr &entity : marks.spans().within({place.from, place.range.second})) {
        const auto &parts = std::get<TextSpan>(entity->geometry).parts;
        EntityMark mark{entity, {}, 0, 0, 0, 0, 0, 0, false, false};
        for (const TextRange &part : parts)
            std::ranges::copy(layout.intervals(row, part), std::back_inserter(mark.pieces));
        if (mark.pieces.empty())
            continue;
        std::ranges::sort(mark.pieces);
        mark.begins = parts.front().first >= place.from;
        mark.ends = parts.back().second <= place.range.second;
        mark.left = mark.pieces.front().first;
        mark.right = mark.pieces.back().second;
        all.push_back(std::move(mark));
    }
    return all;
}

// Short ones lie low, longer ones over them.
void stackTags(const TextMarks &marks, const MarkMetrics &metrics, std::vector<EntityMark> &entities, Skyline &skyline)
{
    const QFontMetricsF names(metrics.font);
    std::ranges::stable_sort(entities, {}, [](const EntityMark &mark) { return std::round(mark.right - mark.left); });
    for (EntityMark &mark : entities) {
        mark.tagLeft = mark.left;
        if (mark.begins)
            mark.tagWidth = names.horizontalAdvance(marks.look(mark.entity->label).tag) + 2 * metrics.padding;
        const double height = mark.begins ? metrics.tagHeight + tagGap : continued;
        const double right = std::max(mark.right, mark.tagLeft + mark.tagWidth + tagGap);
        mark.bottom = skyline.place(mark.left, right, height);
        mark.level = int(std::round(mark.bottom / (metrics.tagHeight + tagGap)));
    }
    std::ranges::reverse(entities);
}

ArcEnd endOf(const EntityMark &mark, const MarkMetrics &metrics)
{
    const double right = std::max(mark.tagLeft + mark.tagWidth, mark.right);
    return {std::size_t(mark.entity->id.value), mark.tagLeft + footMargin,
            std::max(right - footMargin, mark.tagLeft + footMargin), mark.bottom + metrics.tagHeight};
}

// "name → other text ↓" or, where the relation leads here, "↓ other text → name".
QString stubText(const ArcMark &arc, const QString &name, const QString &other)
{
    const QChar arrow(arc.leadsDown ? 0x2193 : 0x2191);
    return arc.pointsHere ? QStringLiteral("%1 %2 \u2192 %3").arg(arrow).arg(other, name)
                          : QStringLiteral("%1 \u2192 %2 %3").arg(name, other).arg(arrow);
}

class ArcCollector {
public:
    ArcCollector(const TextMarks &marks, const TextMap &map, const BlockLayout &layout, int row,
                 const MarkMetrics &metrics, const std::vector<EntityMark> &entities)
        : m_marks(marks),
          m_map(map),
          m_layout(layout),
          m_row(row),
          m_metrics(metrics)
    {
        for (const EntityMark &mark : entities)
            if (mark.begins)
                m_here[mark.entity->id.value] = &mark;
    }

    void add(const EntityMark &mark)
    {
        for (const RelationId id : m_marks.linksOf(mark.entity->id)) {
            const TextLink &link = *m_marks.link(id);
            const bool isFrom = link.from == mark.entity->id;
            const AnnotationId other = isFrom ? link.to : link.from;
            const auto otherHere = m_here.find(other.value);
            const bool laidOutFromThere = otherHere != m_here.end() && !isFrom;
            if (!laidOutFromThere && m_marks.spanOf(other))
                add(mark, link, other, otherHere == m_here.end() ? nullptr : otherHere->second);
        }
    }

    std::vector<Arc> arcs;
    std::vector<ArcMark> found;

private:
    void add(const EntityMark &mark, const TextLink &link, AnnotationId other, const EntityMark *otherHere)
    {
        ArcMark arc{link.id,
                    mark.entity->id,
                    other,
                    !otherHere,
                    link.to == mark.entity->id,
                    false,
                    m_marks.isMisfit(link),
                    m_marks.look(link.label).tag,
                    {},
                    0};
        const TextRange hull = m_marks.hullOf(other);
        arc.leadsDown = hull.first >= m_layout.row(m_row).range.second;
        if (arc.isStub)
            arc.text = stubText(
                arc, arc.text,
                abridged(toQString(m_map.slice(hull.first, std::min(hull.second, hull.first + 40))).simplified(),
                         longestName));
        if (arc.misfit)
            arc.text.prepend(QStringLiteral("! "));
        arc.labelWidth = QFontMetricsF(m_metrics.font).horizontalAdvance(arc.text) + 2 * m_metrics.padding;
        const ArcEnd end = endOf(mark, m_metrics);
        arcs.push_back({end, otherHere ? std::optional(endOf(*otherHere, m_metrics)) : std::nullopt,
                        leadsRight(arc, (end.left + end.right) / 2), arc.labelWidth});
        found.push_back(std::move(arc));
    }

    // Where it leads, unless there is no room for it at that side of the column.
    bool leadsRight(const ArcMark &arc, double foot) const
    {
        const double needed = arc.labelWidth + 2 * m_metrics.tagHeight;
        if (arc.leadsDown)
            return foot + needed <= m_layout.width() || foot < needed;
        return foot < needed;
    }

    const TextMarks &m_marks;
    const TextMap &m_map;
    const BlockLayout &m_layout;
    int m_row;
    const MarkMetrics &m_metrics;
    std::unordered_map<std::int64_t, const EntityMark *> m_here;
};

}  // namespace

MarkMetrics::MarkMetrics(const QFont &textFont) : font(textFont)
{
    font.setPointSizeF(textFont.pointSizeF() * tagSize);
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF names(font);
    tagHeight = std::ceil(names.height()) + 1;
    baseline = std::round(names.ascent()) - 1;
    padding = std::round(names.averageCharWidth() * 0.4) + 1;
}

RowMarks layOutMarks(const TextMarks &marks, const TextMap &map, const BlockLayout &layout, int row,
                     const MarkMetrics &metrics)
{
    RowMarks result{entitiesOf(marks, layout, row), {}, 0};
    if (result.entities.empty())
        return result;
    Skyline skyline;
    stackTags(marks, metrics, result.entities, skyline);
    ArcCollector collector(marks, map, layout, row, metrics, result.entities);
    for (const EntityMark &mark : result.entities)
        if (mark.begins)
            collector.add(mark);
    const ArcMeasures measures{metrics.tagHeight, 3, std::max(5.0, metrics.tagHeight / 2)};
    const std::vector<PlacedArc> placed = layOutArcs(collector.arcs, measures, skyline);
    result.arcs = std::move(collector.found);
    for (std::size_t i = 0; i < placed.size(); ++i)
        result.arcs[i].at = placed[i];
    result.height = skyline.top();
    return result;
}

}  // namespace widgets
