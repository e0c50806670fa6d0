#include "widgets/image/annotation_layer.h"
#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace widgets {

using namespace core;

namespace {

constexpr double margin = 0.25;             // of the viewport, painted beyond each side
constexpr double spareBeforeNew = 0.06;     // of the viewport: with less left at a side, a fresh sheet is begun
constexpr std::size_t smoothPoints = 4000;  // up to so many points antialiasing is affordable
constexpr std::size_t thinFrom = 600;       // from so many shapes on outlines are one pixel wide
constexpr std::size_t manyShapes = 2000;
constexpr std::chrono::milliseconds beginning{4};  // what it takes with many shapes; put off once at most
constexpr std::size_t shapesPerLook = 16;          // between two looks at the clock
constexpr double leastTagged = 14;                 // logical pixels: smaller shapes carry no name
constexpr std::size_t mostTags = 400;

std::size_t pointsOf(const Geometry &geometry)
{
    if (const auto *polygon = std::get_if<Polygon>(&geometry)) {
        std::size_t count = 0;
        for (const Ring &ring : polygon->rings)
            count += ring.size();
        return count;
    }
    if (const auto *line = std::get_if<Polyline>(&geometry))
        return line->points.size();
    return 4;
}

// Rectangles that are taken, in buckets of the screen.
class Occupied {
public:
    bool take(const QRectF &rect)
    {
        bool free = true;
        eachCell(rect, [&](qint64 cell) {
            for (const QRectF &other : m_cells[cell])
                free = free && !other.intersects(rect);
        });
        if (free)
            eachCell(rect, [&](qint64 cell) { m_cells[cell].push_back(rect); });
        return free;
    }

private:
    template <class Visit>
    static void eachCell(const QRectF &rect, Visit visit)
    {
        constexpr double side = 96;
        for (int y = int(std::floor(rect.top() / side)); y <= int(std::floor(rect.bottom() / side)); ++y)
            for (int x = int(std::floor(rect.left() / side)); x <= int(std::floor(rect.right() / side)); ++x)
                visit(qint64{y} * 65536 + x);
    }
    std::unordered_map<qint64, std::vector<QRectF>> m_cells;
};

}  // namespace

void AnnotationLayer::reset()
{
    m_sheet = {};
    m_building = false;
    m_tags.clear();
}

bool AnnotationLayer::isLeftOut(AnnotationId id) const
{
    return std::ranges::binary_search(m_leftOut, id);
}

bool AnnotationLayer::isShown(const Annotation &annotation) const
{
    return !isHidden(annotation) && !isLeftOut(annotation.id) && !m_hiddenLabels.contains(annotation.label);
}

void AnnotationLayer::setHiddenLabels(std::set<LabelId> labels)
{
    if (labels == m_hiddenLabels)
        return;
    m_hiddenLabels = std::move(labels);
    m_sheet.stale = true;
    m_building = false;
}

void AnnotationLayer::setLeftOut(std::vector<AnnotationId> ids)
{
    std::ranges::sort(ids);
    if (ids == m_leftOut)
        return;
    std::vector<Rect> stale;
    for (const auto *list : {&ids, &m_leftOut})
        for (const AnnotationId id : *list)
            if (const AnnotationPtr annotation = m_index.find(id))
                if (const auto rect = bounds(annotation->geometry))
                    stale.push_back(*rect);
    m_leftOut = std::move(ids);
    change(stale);
}

void AnnotationLayer::setShown(bool objects, bool names)
{
    m_objects = objects;
    m_names = names;
}

void AnnotationLayer::change(std::span<const Rect> stale)
{
    constexpr std::size_t many = 300;
    if (stale.empty())
        return;
    if (m_building) {  // what is half painted may be wrong; the old sheet stays in sight meanwhile
        m_building = false;
        m_fresh = {};
    }
    if (stale.size() > many) {
        m_sheet.stale = true;
        return;
    }
    if (m_sheet.image.isNull())
        return;
    for (const Rect &rect : stale)
        repaint(m_sheet, rect);
    m_tagsDue = true;
}

void AnnotationLayer::preparePainter(QPainter &painter, const Sheet &sheet)
{
    painter.setRenderHint(QPainter::Antialiasing, sheet.smooth);
    m_painter.setPlainWidth(sheet.smooth || m_index.size() < thinFrom ? 2 : 1);
}

void AnnotationLayer::repaint(Sheet &sheet, const Rect &scene)
{
    const QRect part = sheet.view.toScreen(scene)
                           .adjusted(-AnnotationPainter::reach, -AnnotationPainter::reach, AnnotationPainter::reach,
                                     AnnotationPainter::reach)
                           .toAlignedRect()
                       & QRectF({}, sheet.size).toAlignedRect();
    if (part.isEmpty())
        return;
    clear(sheet);
    QPainter painter(&sheet.image);
    painter.setClipRect(part);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.fillRect(part, Qt::transparent);
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    preparePainter(painter, sheet);
    const double reach = AnnotationPainter::reach / sheet.view.scale;
    for (const AnnotationPtr &each : m_index.in(grown(sheet.view.toScene(QRectF(part)), reach)))
        if (isShown(*each))
            m_painter.paint(painter, *each, sheet.view, Emphasis::Plain);
}

bool AnnotationLayer::fits(const Sheet &sheet, const View &view, QSize viewport, double ratio, double spare) const
{
    if (sheet.image.isNull() || sheet.stale || sheet.view.scale != view.scale || sheet.ratio != ratio)
        return false;
    const QPointF at = sheet.view.origin - view.origin;  // of the viewport on the sheet
    const double x = viewport.width() * spare, y = viewport.height() * spare;
    return QRectF({}, sheet.size).contains(QRectF(at, QSizeF(viewport)).adjusted(-x, -y, x, y));
}

void AnnotationLayer::begin(const View &view, QSize viewport, double ratio)
{
    const QSize size(viewport.width() + 2 * int(viewport.width() * margin),
                     viewport.height() + 2 * int(viewport.height() * margin));
    const QSize pixels = (QSizeF(size) * ratio).toSize();
    if (m_fresh.image.size() != pixels)
        m_fresh.image = QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    m_fresh.image.setDevicePixelRatio(ratio);
    m_fresh.size = size;
    m_fresh.ratio = ratio;
    m_fresh.view = {view.scale, view.origin + QPointF(int(viewport.width() * margin), int(viewport.height() * margin))};
    m_todo = m_index.in(m_fresh.view.toScene(QRectF({}, m_fresh.size)));
    std::erase_if(m_todo, [this](const AnnotationPtr &each) {
        return !isShown(*each) || !m_painter.isPlain(*each, m_fresh.view);
    });
    m_fresh.blank = true;
    if (!m_todo.empty())
        clear(m_fresh);
    std::size_t points = 0;
    for (const AnnotationPtr &each : m_todo)
        points += pointsOf(each->geometry);
    m_fresh.smooth = points <= smoothPoints;
    m_fresh.stale = false;
    m_next = 0;
    m_building = true;
}

void AnnotationLayer::clear(Sheet &sheet)
{
    if (sheet.blank)
        sheet.image.fill(Qt::transparent);
    sheet.blank = false;
}

bool AnnotationLayer::slice(Moment until)
{
    QPainter painter(&m_fresh.image);
    preparePainter(painter, m_fresh);
    while (m_next < m_todo.size()) {
        m_painter.paint(painter, *m_todo[m_next++], m_fresh.view, Emphasis::Plain);
        if (m_next % shapesPerLook == 0 && std::chrono::steady_clock::now() >= until)
            return m_next < m_todo.size();
    }
    return false;
}

bool AnnotationLayer::work(const View &view, QSize viewport, double ratio, Moment until)
{
    if (m_building && !fits(m_fresh, view, viewport, ratio, 0))
        m_building = false;
    const bool many = m_index.size() > manyShapes;  // then each step has a frame of its own
    if (!m_building) {
        if (fits(m_sheet, view, viewport, ratio, spareBeforeNew)) {
            if (m_tagsDue)
                placeTags();
            return false;
        }
        const bool isTight = many && until - std::chrono::steady_clock::now() < beginning;
        if (isTight && !m_putOff)
            return m_putOff = true;
        m_putOff = false;
        begin(view, viewport, ratio);
        if (many)
            return true;
    }
    if (slice(until))
        return true;
    m_building = false;
    m_todo.clear();
    std::swap(m_sheet, m_fresh);
    m_tagsDue = true;
    if (!many)
        placeTags();
    return m_tagsDue;
}

void AnnotationLayer::placeTags()
{
    m_tags.clear();
    m_tagsDue = false;
    Occupied occupied;
    const View &view = m_sheet.view;
    if (m_sheet.image.isNull())
        return;
    struct Candidate {
        const Annotation *annotation;
        Rect rect;
        bool point;
    };
    std::vector<Candidate> candidates;
    m_index.visit(view.toScene(QRectF({}, m_sheet.size)), [&](const AnnotationPtr &each, const Rect &rect) {
        const bool point = std::holds_alternative<Point>(each->geometry);
        const bool large = std::max(rect.width(), rect.height()) * view.scale >= leastTagged;
        if ((point || large) && isShown(*each))
            candidates.push_back({each.get(), rect, point});
    });
    std::ranges::sort(candidates, std::greater(), [](const Candidate &each) {
        return std::pair(each.annotation->order, each.annotation->id);  // the upper ones first
    });
    for (const auto &[each, rect, point] : candidates) {
        if (m_tags.size() >= mostTags)
            break;
        const Annotation &annotation = *each;
        const QPixmap pixmap = m_painter.tag(annotation, m_sheet.ratio);
        const QSizeF size = pixmap.deviceIndependentSize();
        const QPointF anchor = view.toScreen(Point{rect.left, rect.top});
        for (const QPointF offset : {QPointF(point ? 6 : -1, -size.height() - (point ? 2 : 1)), QPointF(1, 1)})
            if (occupied.take({anchor + offset, size})) {
                m_tags.push_back({annotation.id, {rect.left, rect.top}, offset, pixmap});
                break;
            }
    }
}

void AnnotationLayer::paint(QPainter &painter, const View &view) const
{
    const Sheet &sheet = m_sheet.image.isNull() && m_building ? m_fresh : m_sheet;
    if (!m_objects || sheet.image.isNull() || sheet.blank)
        return;
    const double by = view.scale / sheet.view.scale;
    const QPointF at = view.origin - sheet.view.origin * by;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    if (by == 1)
        painter.drawImage(at, sheet.image);
    else
        painter.drawImage(QRectF(at, sheet.size * by), sheet.image, QRectF(sheet.image.rect()));
}

void AnnotationLayer::paintTags(QPainter &painter, const View &view) const
{
    if (!m_objects || !m_names)
        return;
    for (const Tag &tag : m_tags)
        painter.drawPixmap((view.toScreen(tag.anchor) + tag.offset).toPoint(), tag.pixmap);
}

}  // namespace widgets
