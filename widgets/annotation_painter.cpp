#include "widgets/annotation_painter.h"
#include "core/handles.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double dotRadius = 4;
constexpr double thinnedTo = 1;   // logical pixels between points that can be told apart
constexpr double dotBelow = 2.5;  // shapes smaller than this on screen are one dot
constexpr std::size_t keptMasks = 16;
constexpr int tagHeight = 18, tagPadding = 5, tagText = 150;

struct Style {
    QPen pen;
    QBrush brush;
    bool thin = false;  // drop points that would not be seen
};

// Pen and brush are set; puts one geometry onto the painter.
class ShapePainter {
public:
    ShapePainter(QPainter &painter, const View &view, const Style &style)
        : m_painter(painter),
          m_view(view),
          m_style(style)
    {
        painter.setPen(style.pen);
        painter.setBrush(style.brush);
    }

    void operator()(const core::WholeSample &) {}
    void operator()(const core::Box &box)
    {
        if (box.angle == 0) {
            m_painter.drawRect(m_view.toScreen(core::Rect{box.x, box.y, box.x + box.w, box.y + box.h}));
            return;
        }
        QPolygonF polygon;
        for (const core::Point p : core::corners(box))
            polygon.append(m_view.toScreen(p));
        m_painter.drawPolygon(polygon);
    }
    void operator()(const core::Polygon &polygon)
    {
        if (polygon.rings.size() == 1) {
            const QPolygonF outline = points(polygon.rings[0]);
            m_painter.drawPolygon(outline.constData(), static_cast<int>(outline.size()));
            return;
        }
        QPainterPath path;
        for (const core::Ring &ring : polygon.rings) {
            path.addPolygon(points(ring));
            path.closeSubpath();
        }
        m_painter.drawPath(path);
    }
    void operator()(const core::Polyline &line)
    {
        QPen pen = m_style.pen;
        if (line.dashed)
            pen.setDashPattern({6, 4});
        m_painter.setPen(pen);
        const QPolygonF way = points(line.points);
        m_painter.drawPolyline(way.constData(), static_cast<int>(way.size()));
    }
    void operator()(const core::Circle &circle)
    {
        m_painter.drawEllipse(m_view.toScreen(circle.center), circle.radius * m_view.scale,
                              circle.radius * m_view.scale);
    }
    void operator()(const core::Point &point)
    {
        QPen pen = m_style.pen;
        pen.setStyle(Qt::SolidLine);
        m_painter.setPen(pen);
        m_painter.setBrush(QBrush(pen.color()));
        m_painter.drawEllipse(m_view.toScreen(point), dotRadius, dotRadius);
    }
    void operator()(const core::Keypoints &keypoints)
    {
        for (const auto &point : keypoints.points)
            if (point)
                (*this)(*point);
    }
    void operator()(const core::Mask &) {}  // see paintMask
    void operator()(const core::TimeSpan &) {}
    void operator()(const core::TextSpan &) {}
    void operator()(const core::Track &) {}  // shown frame by frame, as boxes

private:
    QPolygonF points(const std::vector<core::Point> &all) const
    {
        QPolygonF result;
        result.reserve(static_cast<qsizetype>(all.size()));
        for (const core::Point p : all) {
            const QPointF at = m_view.toScreen(p);
            if (!m_style.thin || result.isEmpty() || std::abs(at.x() - result.last().x()) >= thinnedTo
                || std::abs(at.y() - result.last().y()) >= thinnedTo)
                result.append(at);
        }
        return result;
    }

    QPainter &m_painter;
    const View &m_view;
    const Style &m_style;
};

QColor withAlpha(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

QPen penOf(const core::Annotation &annotation, const QColor &color, double width)
{
    QPen pen(color, width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    if (annotation.proposed)
        pen.setDashPattern({4, 3});
    return pen;
}

bool isDot(const core::Annotation &annotation, const View &view)
{
    const auto bounds = core::bounds(annotation.geometry);
    return bounds && std::max(bounds->width(), bounds->height()) * view.scale <= dotBelow
           && !std::holds_alternative<core::Point>(annotation.geometry);
}

MaskColors maskColors(const QColor &ink, Emphasis emphasis, double ratio)
{
    const int wide = static_cast<int>(std::lround(2 * ratio)), fine = static_cast<int>(std::lround(ratio));
    const QRgb halo = qPremultiply(qRgba(255, 255, 255, 200));
    const auto filled = [&ink](int alpha) { return qPremultiply(withAlpha(ink, alpha).rgba()); };
    switch (emphasis) {
    case Emphasis::Plain:
    case Emphasis::Draft: return {filled(110), ink.rgba(), halo, fine};
    case Emphasis::Hovered: return {filled(28), ink.rgba(), 0, fine};
    case Emphasis::Selected: return {filled(36), ink.rgba(), halo, wide};
    case Emphasis::Taken: return {qPremultiply(qRgba(255, 255, 255, 130)), qRgba(0, 0, 0, 255), halo, fine};
    }
    return {};
}

QString words(const char *text)
{
    return QCoreApplication::translate("AnnotationPainter", text);
}

}  // namespace

bool isHidden(const core::Annotation &annotation)
{
    return core::isSet(annotation.attributes, core::builtin::Hidden);
}

void AnnotationPainter::setLabels(const std::vector<core::Label> &labels)
{
    m_looks.clear();
    m_tags.clear();
    for (const core::Label &label : labels)
        m_looks[label.id] = {toColor(label.rgb), toQString(label.name)};
}

bool AnnotationPainter::isPlain(const core::Annotation &annotation, const View &view)
{
    return !std::holds_alternative<core::Mask>(annotation.geometry) || isDot(annotation, view);
}

QColor AnnotationPainter::color(core::LabelId label) const
{
    const auto found = m_looks.find(label);
    return found == m_looks.end() ? QColor(160, 160, 160) : found->second.color;
}

QString AnnotationPainter::name(core::LabelId label) const
{
    const auto found = m_looks.find(label);
    return found == m_looks.end() ? words(QT_TRANSLATE_NOOP("AnnotationPainter", "no label")) : found->second.name;
}

void AnnotationPainter::paint(QPainter &painter, const core::Annotation &annotation, const View &view,
                              Emphasis emphasis)
{
    const QColor ink = color(annotation.label);
    const bool area = !std::holds_alternative<core::Polyline>(annotation.geometry);
    if (emphasis == Emphasis::Plain) {
        if (isDot(annotation, view)) {
            const auto rect = core::bounds(annotation.geometry);
            painter.fillRect(QRectF(view.toScreen(core::Point{rect->left, rect->top}), QSizeF(2, 2)), ink);
            return;
        }
        const int fill = annotation.proposed ? 14 : 28;
        const Style style{penOf(annotation, ink, m_plainWidth), area ? QBrush(withAlpha(ink, fill)) : QBrush(), true};
        std::visit(ShapePainter(painter, view, style), annotation.geometry);
        return;
    }
    if (const auto *mask = std::get_if<core::Mask>(&annotation.geometry)) {
        paintMask(painter, *mask, ink, view, emphasis);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const int fill = emphasis == Emphasis::Selected ? 64 : emphasis == Emphasis::Hovered ? 56 : 40;
    if (emphasis != Emphasis::Hovered) {
        const Style halo{QPen(QColor(255, 255, 255, 190), 4.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin), {}};
        std::visit(ShapePainter(painter, view, halo), annotation.geometry);
    }
    const Style style{penOf(annotation, ink, 2.5), area ? QBrush(withAlpha(ink, fill)) : QBrush()};
    std::visit(ShapePainter(painter, view, style), annotation.geometry);
    painter.restore();
}

void AnnotationPainter::paintMask(QPainter &painter, const core::Mask &mask, const QColor &ink, const View &view,
                                  Emphasis emphasis)
{
    if (!mask.runs)
        return;
    const QPaintDevice &device = *painter.device();
    const double ratio = device.devicePixelRatioF();
    const double toPixels = device.devType() == QInternal::Widget ? ratio : 1;  // images are measured in pixels
    const QRect clip({}, (QSizeF(device.width(), device.height()) * toPixels).toSize());
    const MaskColors colors = maskColors(ink, emphasis, ratio);
    auto known = std::ranges::find_if(m_masks, [&](const KnownMask &each) {
        return each.runs == mask.runs && each.view == view && each.clip == clip && each.colors == colors;
    });
    if (known == m_masks.end()) {
        if (m_masks.size() < keptMasks)
            m_masks.emplace_back();
        known = m_masks.begin() + static_cast<std::ptrdiff_t>(m_nextMask++ % keptMasks);
        *known = {mask.runs, view, clip, colors,
                  maskPicture(*mask.runs, {view.scale * ratio, view.origin * ratio}, clip, colors)};
    }
    const auto &[image, at] = known->picture;
    painter.save();
    painter.scale(1 / ratio, 1 / ratio);
    if (!image.isNull())
        painter.drawImage(at, image);
    painter.restore();
}

void AnnotationPainter::paintHandles(QPainter &painter, const core::Annotation &annotation, const View &view) const
{
    const QColor ink = color(annotation.label);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    std::optional<QPointF> top;
    for (const core::Handle &handle : core::handles(annotation.geometry, 1 / view.scale)) {
        const QPointF at = view.toScreen(handle.at);
        painter.setPen(QPen(ink.darker(130), 1.5));
        painter.setBrush(Qt::white);
        switch (handle.kind) {
        case core::HandleKind::Edge:
            if (handle.grip == core::Grip{0, -1})
                top = at;
            [[fallthrough]];
        case core::HandleKind::Corner:
        case core::HandleKind::Rim: painter.drawRect(QRectF(at.x() - 3.5, at.y() - 3.5, 7, 7)); break;
        case core::HandleKind::Rotate:
            if (top)
                painter.drawLine(*top, at);
            painter.drawEllipse(at, 4.5, 4.5);
            break;
        case core::HandleKind::Vertex: painter.drawEllipse(at, 4, 4); break;
        case core::HandleKind::Midpoint:
            painter.setBrush(withAlpha(ink, 200));
            painter.setPen(QPen(Qt::white, 1));
            painter.drawEllipse(at, 3, 3);
            break;
        }
    }
    painter.restore();
}

QPixmap AnnotationPainter::tag(const core::Annotation &annotation, double ratio)
{
    QString text = name(annotation.label);
    if (annotation.confidence && annotation.proposed)
        text += QString("  %1 %").arg(std::lround(*annotation.confidence * 100));
    const bool locked = core::isSet(annotation.attributes, core::builtin::Locked);
    const QString key = QString("%1|%2|%3|%4").arg(annotation.label.value).arg(text).arg(locked).arg(ratio);
    if (const auto found = m_tags.constFind(key); found != m_tags.constEnd())
        return *found;

    QFont font = m_font;
    font.setPixelSize(12);
    const QFontMetricsF metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, tagText);
    const int lock = locked ? 14 : 0;
    const QSize size(static_cast<int>(std::ceil(metrics.horizontalAdvance(shown))) + 2 * tagPadding + lock, tagHeight);
    QPixmap pixmap((QSizeF(size) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor back = color(annotation.label), ink = textOn(back);
    painter.setPen(annotation.proposed ? QPen(ink, 1, Qt::DotLine) : QPen(Qt::NoPen));
    painter.setBrush(withAlpha(back, 235));
    painter.drawRoundedRect(QRectF(0.5, 0.5, size.width() - 1, size.height() - 1), 3, 3);
    if (locked)
        icon("lock", ink).paint(&painter, QRect(tagPadding, 4, 10, 10));
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(QRectF(tagPadding + lock, 0, size.width(), size.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     shown);
    painter.end();
    return *m_tags.insert(key, pixmap);
}

}  // namespace widgets
