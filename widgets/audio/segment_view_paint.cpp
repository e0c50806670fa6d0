// How segments look on the waveform.
#include "widgets/audio/segment_view.h"
#include "core/labelling.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include "widgets/theme.h"
#include <QLocale>
#include <QPainter>
#include <cmath>
#include <map>

namespace widgets {

using namespace core;

namespace {

constexpr double leastWidth = 2;    // pixels: below, segments of a row become one block
constexpr double leastTab = 18;     // pixels of width for a name
constexpr double leastRow = 12;     // pixels of height: more rows than fit share the last ones
constexpr double channelInset = 3;  // pixels at the ends of a channel's lane

QColor faded(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

// The ground of all segments of a row as one line of pixels, drawn as high as the row: thousands of tall rectangles
// cost more than the rest of the picture. Neighbours too narrow to be told apart become one block this way.
class Grounds {
public:
    explicit Grounds(const QRect &wave) : m_wave(wave) {}

    void add(const QRectF &rect, const QColor &color, int alpha)
    {
        QImage &line = m_lines[{rect.top(), rect.bottom()}];
        if (line.isNull()) {
            line = QImage(m_wave.width(), 1, QImage::Format_ARGB32_Premultiplied);
            line.fill(Qt::transparent);
        }
        auto *pixels = reinterpret_cast<QRgb *>(line.scanLine(0));
        const QRgb own = qPremultiply(faded(color, alpha).rgba());
        const int from = std::clamp(int(std::floor(rect.left())) - m_wave.left(), 0, line.width());
        const int to = std::clamp(std::max(from + 1, int(std::lround(rect.right())) - m_wave.left()), 0, line.width());
        for (int x = from; x < to; ++x)
            pixels[x] = qAlpha(pixels[x]) == 0 || pixels[x] == own ? own : mixed(pixels[x], own);
    }
    void paint(QPainter &painter) const
    {
        for (const auto &[row, line] : m_lines)
            painter.drawImage(QRectF(m_wave.left(), row.first, m_wave.width(), row.second - row.first), line);
    }

private:
    static QRgb mixed(QRgb a, QRgb b) { return ((a >> 1) & 0x7f7f7f7f) + ((b >> 1) & 0x7f7f7f7f); }

    QRect m_wave;
    std::map<std::pair<double, double>, QImage> m_lines;
};

}  // namespace

QRectF SegmentView::rectOf(const PlacedSegment &placed, const QRect &wave) const
{
    QRectF lane = wave;
    const int channels = info() ? info()->channels : 1;
    if (placed.span.channel >= 0 && channels > 1) {
        const double height = double(wave.height()) / channels;
        lane = QRectF(wave.left(), wave.top() + height * std::min(placed.span.channel, channels - 1) + channelInset,
                      wave.width(), height - 2 * channelInset);
    }
    const int fitting = std::max(1, int(lane.height() / leastRow));
    const int rows = std::min(placed.rows, fitting), row = std::min(placed.row, rows - 1);
    const double top = std::round(lane.top() + lane.height() * row / rows);
    const double bottom = std::round(lane.top() + lane.height() * (row + 1) / rows) - (row + 1 < rows ? 1 : 0);
    const auto moved = m_moved.find(placed.segment->id.value);
    const TimeSpan &span = moved == m_moved.end() ? placed.span : moved->second;
    return QRectF(QPointF(xOf(span.begin), top), QPointF(xOf(span.end), bottom));
}

QRectF SegmentView::rectOf(AnnotationId id) const
{
    const TimeSpan *span = m_marks.spanOf(id);
    if (!span)
        return {};
    for (const PlacedSegment &each : m_marks.placed({span->begin, span->end}))
        if (each.segment->id == id)
            return rectOf(each, waveRect());
    return {};
}

void SegmentView::paintMarks(QPainter &painter, const QRect &wave)
{
    if (!isInStep())
        return;
    paintSegments(painter, wave);
    paintMade(painter, wave);
    if (m_guide) {
        painter.setPen(QPen(accentColor(), 1, Qt::DashLine));
        const double x = std::round(xOf(*m_guide)) + 0.5;
        painter.drawLine(QPointF(x, wave.top()), QPointF(x, wave.bottom()));
    }
}

void SegmentView::paintSegments(QPainter &painter, const QRect &wave) const
{
    const Extent range{sampleAt(wave.left()) - 1, sampleAt(wave.right() + 1) + 1};
    Grounds grounds(wave);
    std::vector<std::pair<PlacedSegment, QRectF>> wide;
    for (PlacedSegment &each : m_marks.placed(range)) {
        const QRectF rect = rectOf(each, wave);
        const AnnotationId id = each.segment->id;
        const bool narrow = rect.width() < leastWidth && !isSelected(id);
        grounds.add(rect, m_marks.color(each.segment->label),
                    isSelected(id)          ? 95
                    : narrow                ? 110
                    : m_hover.segment == id ? 70
                                            : 45);
        if (!narrow)
            wide.emplace_back(std::move(each), rect);
    }
    grounds.paint(painter);
    for (const auto &[each, rect] : wide)
        paintSegment(painter, each, rect);
}

void SegmentView::paintSegment(QPainter &painter, const PlacedSegment &each, const QRectF &rect) const
{
    const Annotation &segment = *each.segment;
    const bool selected = isSelected(segment.id);
    const QColor color = m_marks.color(segment.label);
    // Far outside of the window a rectangle would lose its exactness.
    const QRectF seen = rect.intersected(QRectF(-50, rect.top(), width() + 100, rect.height()));
    QPen pen(color, selected ? 2 : 1, segment.proposed ? Qt::DashLine : Qt::SolidLine);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const double inset = pen.widthF() / 2;
    if (selected || segment.proposed) {
        painter.drawRect(seen.adjusted(inset, inset, -inset, -inset));
    } else {
        painter.drawLine(QPointF(seen.left() + inset, seen.top()), QPointF(seen.left() + inset, seen.bottom()));
        painter.drawLine(QPointF(seen.right() - inset, seen.top()), QPointF(seen.right() - inset, seen.bottom()));
    }
    paintWords(painter, segment, rect.intersected(QRectF(0, rect.top(), width(), rect.height())));
}

// Label, speaker and number on a tab at the top, what is said at the bottom: as much as there is room for.
void SegmentView::paintWords(QPainter &painter, const Annotation &segment, const QRectF &rect) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const double line = metrics.height() + 2;
    if (rect.width() < leastTab || rect.height() < line)
        return;
    QStringList words;
    if (const QString name = m_marks.labelName(segment.label); !name.isEmpty())
        words << visible(name);
    if (const std::string *speaker = valueOf(segment.attributes, builtin::Speaker))
        words << visible(toQString(*speaker));
    const QString number = QLocale().toString(m_marks.placeOf(segment.id) + 1);
    const QString separator = QStringLiteral(" · ");
    QString text = words.isEmpty() ? number : words.join(separator);
    if (!words.isEmpty() && metrics.horizontalAdvance(text + separator + number) + 8 <= rect.width())
        text = number + separator + text;
    const QColor color = m_marks.color(segment.label);
    const double room = std::min<double>(rect.width(), metrics.horizontalAdvance(text) + 8);
    const QRectF tab(rect.left(), rect.top(), room, line);
    painter.fillRect(tab, segment.proposed ? faded(color, 150) : color);
    painter.setPen(textOn(color));
    painter.drawText(tab.adjusted(4, 0, -2, 0), int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, int(room) - 6));
    const std::string *said = valueOf(segment.attributes, builtin::Content);
    if (!said || said->empty() || rect.height() < 2 * line + 4)
        return;
    const QRectF foot(rect.left(), rect.bottom() - line, rect.width(), line);
    painter.fillRect(foot, faded(palette().color(QPalette::Base), 200));
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(foot.adjusted(4, 0, -2, 0), int(Qt::AlignVCenter | Qt::AlignLeft) | Qt::TextSingleLine,
                     metrics.elidedText(firstLine(*said), Qt::ElideRight, int(rect.width()) - 6));
}

// What a drag or a tap is about to make.
void SegmentView::paintMade(QPainter &painter, const QRect &wave) const
{
    auto made = m_made;
    if (m_tappedIn)
        made.emplace_back(TimeSpan{std::min(*m_tappedIn, playhead()), std::max(*m_tappedIn, playhead()), -1}, m_label);
    for (const auto &[span, label] : made) {
        const QColor color = m_marks.color(label);
        QRectF rect(QPointF(xOf(span.begin), wave.top()), QPointF(xOf(span.end), wave.bottom()));
        rect = rect.intersected(QRectF(-50, wave.top(), width() + 100, wave.height()));
        painter.fillRect(rect, faded(color, 80));
        painter.setPen(QPen(color, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(1, 1, -1, -1));
    }
}

}  // namespace widgets
