#include "widgets/text/text_view.h"
#include "widgets/qt_text.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QPainter>
#include <QPaintEvent>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double baseSize = 1.3;  // of the application's font
constexpr double smallest = 0.5, largest = 4, textZoomStep = 1.1;
constexpr int comfortable = 90;  // characters in a row
constexpr int sideMargin = 24, numberGap = 14;
constexpr int rowsPerNotch = 3;

QFont fontAt(double zoom)
{
    QFont font = QApplication::font();
    font.setPointSizeF(QApplication::font().pointSizeF() * baseSize * zoom);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// The first of sorted ranges that ends within or behind the row.
auto firstIn(const auto &sorted, core::TextRange row, auto rangeOf)
{
    return std::ranges::partition_point(
        sorted, [row, rangeOf](const auto &each) { return std::invoke(rangeOf, each).second <= row.first; });
}

QColor withAlpha(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

}  // namespace

TextView::TextView(QWidget *parent) : QAbstractScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_column.setRoomOf([this](const BlockLayout &layout, int row) { return roomOf(layout, row); });
    m_column.setText({});
    layOut();
}

void TextView::setText(const core::SharedText &text)
{
    if (map().text().sharesWith(text) || (map().text().size() == text.size() && map().text() == text))
        return;
    stopSelecting();
    m_anchor = m_caret = 0;
    m_wantedX.reset();
    m_highlights.clear();
    m_matches.clear();
    m_column.setText(text);
    layOut();
    emit textChanged();
    emit selectionChanged();
    emit viewChanged();
}

// Width and font as the widget's size and the zoom ask for.
void TextView::layOut()
{
    m_look.font = fontAt(m_zoom);
    const QFontMetricsF metrics(m_look.font);
    const double character = metrics.averageCharWidth();
    double numbers = 0;
    if (m_lineNumbers && m_column.blocks().count() > 0) {
        const auto lines = m_column.blocks().line(m_column.blocks().count() - 1);
        numbers = metrics.horizontalAdvance(QString::number(lines)) * 0.8 + numberGap;
    }
    const double all = viewport()->width() - 2.0 * sideMargin - numbers;
    m_look.width = std::max(std::min(all, comfortable * character), 8 * character);
    m_left = std::floor(sideMargin + numbers + std::max(0.0, all - m_look.width) / 2);
    lookChanged();
    m_column.setLook(m_look);
    m_column.setWindowHeight(viewport()->height());
    refresh();
}

void TextView::refresh()
{
    (void)m_column.placed();
    updateBar();
    viewport()->update();
}

void TextView::roomsChanged(core::TextRange where)
{
    m_column.makeRoom(where);
    refresh();
}

void TextView::updateBar()
{
    const auto fits = [](std::int64_t y) { return int(std::clamp<std::int64_t>(y, 0, 2'000'000'000)); };
    const int range = fits(m_column.height() - viewport()->height());
    m_barMoves = true;
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(int(RowMetrics(m_look.font).height));
    verticalScrollBar()->setRange(0, range);
    verticalScrollBar()->setEnabled(range > 0);  // its room stays, so that rows keep their width
    if (!verticalScrollBar()->isSliderDown())
        verticalScrollBar()->setValue(fits(m_column.scrolled()));
    m_barMoves = false;
}

// The bar was moved: by steps relative to what is in sight, else to where it points.
void TextView::scrollContentsBy(int, int dy)
{
    if (m_barMoves)
        return;
    if (verticalScrollBar()->isSliderDown() || std::abs(dy) > 2 * viewport()->height())
        m_column.scrollTo(verticalScrollBar()->value());
    else
        m_column.scrollBy(-dy);
    refresh();
    emit viewChanged();
}

void TextView::scrollTextBy(int pixels)
{
    m_column.scrollBy(pixels);
    refresh();
    emit viewChanged();
}

void TextView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(m_zoom * std::pow(textZoomStep, event->angleDelta().y() / 120.0));
    } else {
        const int pixels = event->pixelDelta().isNull()
                               ? int(event->angleDelta().y() * rowsPerNotch * RowMetrics(m_look.font).height / 120)
                               : event->pixelDelta().y();
        scrollTextBy(-pixels);
    }
    event->accept();
}

void TextView::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TextView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        m_column.forgetLayouts();
        layOut();
    }
    QAbstractScrollArea::changeEvent(event);
}

void TextView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, smallest, largest);
    if (zoom == m_zoom)
        return;
    m_zoom = zoom;
    layOut();
    emit viewChanged();
}

void TextView::setLineNumbersShown(bool shown)
{
    m_lineNumbers = shown;
    layOut();
}

void TextView::setCaretShown(bool shown)
{
    m_caretShown = shown;
    viewport()->update();
}

void TextView::setHighlights(std::vector<TextHighlight> highlights)
{
    m_highlights = std::move(highlights);
    viewport()->update();
}

void TextView::setMatches(std::vector<core::TextRange> matches)
{
    m_matches = std::move(matches);
    viewport()->update();
}

core::TextRange TextView::selection() const
{
    return std::minmax(m_anchor, m_caret);
}

std::int64_t TextView::lineOf(std::int64_t point) const
{
    return m_column.blocks().line(m_column.blocks().at(point));
}

QString TextView::selectedText() const
{
    const auto [begin, end] = selection();
    return toQString(map().slice(begin, end));
}

void TextView::select(core::TextRange range)
{
    const auto [begin, end] = boundaries().clusters(range);
    setCaret(begin, end);
}

void TextView::setCaret(std::int64_t anchor, std::int64_t caret)
{
    if (anchor == m_anchor && caret == m_caret)
        return;
    m_anchor = anchor;
    m_caret = caret;
    viewport()->update();
    emit selectionChanged();
}

void TextView::reveal(core::TextRange range)
{
    const auto row = int(RowMetrics(m_look.font).height);
    const int height = viewport()->height();
    const auto lastPoint = std::max(range.first, range.second - 1);
    const int top = m_column.rowTop(range.first), bottom = m_column.rowTop(lastPoint) + row;
    if (top >= row && bottom <= height - row)
        return;
    if (top > -height && bottom < 2 * height) {  // near: the least
        const bool up = top < row || bottom - top > height - 2 * row;
        m_column.scrollBy(up ? top - row : bottom + row - height);
    } else {
        m_column.showTop(range.first, height / 3);
    }
    refresh();
    emit viewChanged();
}

bool TextView::act(const QByteArray &id)
{
    if (id == "view.zoom-in" || id == "view.zoom-out")
        setZoom(id == "view.zoom-in" ? m_zoom * textZoomStep : m_zoom / textZoomStep);
    else if (id == "view.actual-size")
        setZoom(1);
    else
        return false;
    return true;
}

QByteArray TextView::saveView()
{
    const std::int64_t top = m_column.topPoint();
    return QByteArray::number(m_zoom) + ' ' + QByteArray::number(qint64(top)) + ' '
           + QByteArray::number(qint64(m_caret));
}

void TextView::restoreView(const QByteArray &saved)
{
    const QList<QByteArray> parts = saved.split(' ');
    if (parts.size() != 3)
        return;
    if (const double zoom = parts[0].toDouble(); zoom > 0)
        setZoom(zoom);
    m_column.showTop(std::clamp<std::int64_t>(parts[1].toLongLong(), 0, map().codePoints()), 0);
    const std::int64_t caret = parts[2].toLongLong();
    select({caret, caret});
    refresh();
}

std::vector<TextView::Row> TextView::rowsInSight()
{
    std::vector<Row> rows;
    for (const TextColumn::Placed &each : m_column.placed())
        for (int i = each.layout->rowAtY(-each.y); i < each.layout->rowCount(); ++i) {
            if (each.y + each.layout->row(i).top >= viewport()->height())
                break;
            rows.push_back({*each.layout, i, {m_left, double(each.y)}});
        }
    return rows;
}

void TextView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setClipRect(event->rect());
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<Row> rows = rowsInSight();
    for (const Row &row : rows)
        if (row.origin.y() + row.layout.bottom(row.row) > event->rect().top()
            && row.origin.y() + row.it().top < event->rect().bottom() + 1)
            paintRow(painter, row);
    paintOver(painter);
}

void TextView::paintRow(QPainter &painter, const Row &row)
{
    for (auto each = firstIn(m_highlights, row.it().range, &TextHighlight::range);
         each != m_highlights.end() && each->range.first < row.it().range.second; ++each)
        paintRange(painter, row, each->range, each->color);
    paintBehind(painter, row);
    paintMatches(painter, row);
    if (hasSelection() && !std::ranges::binary_search(m_matches, selection()))
        paintRange(painter, row, selection(), withAlpha(accentColor(), isDark() ? 0.45 : 0.3));
    painter.setPen(palette().color(QPalette::Text));
    row.layout.paint(painter, row.row, row.origin);
    paintAbove(painter, row);
    const std::size_t block = m_column.blocks().at(row.layout.range().first);
    if (m_lineNumbers && row.row == 0 && m_column.blocks().startsLine(block))
        paintNumber(painter, row, block);
    const bool here = m_caretShown && hasFocus() && m_column.blocks().at(m_caret) == block
                      && row.layout.rowOf(std::min(m_caret, row.layout.range().second)) == row.row;
    if (here) {
        const double x = std::round(row.origin.x() + row.layout.caretX(row.row, m_caret));
        const double y = row.origin.y() + row.it().text;
        const RowMetrics &metrics = row.layout.metrics();
        painter.fillRect(QRectF(x - 1, y + metrics.boxTop, 2, metrics.boxBottom - metrics.boxTop), accentColor());
    }
}

void TextView::paintMatches(QPainter &painter, const Row &row)
{
    const QColor ground(isDark() ? 0x6b5a16 : 0xffe58a), current(isDark() ? 0xb8790a : 0xffae35);
    for (auto each = firstIn(m_matches, row.it().range, std::identity());
         each != m_matches.end() && each->first < row.it().range.second; ++each)
        paintRange(painter, row, *each, *each == selection() ? current : ground);
}

void TextView::paintRange(QPainter &painter, const Row &row, core::TextRange range, const QColor &color)
{
    const RowMetrics &metrics = row.layout.metrics();
    const double y = row.origin.y() + row.it().text;
    for (const auto &[from, to] : row.layout.intervals(row.row, range))
        painter.fillRect(
            QRectF(row.origin.x() + from, y + metrics.boxTop, to - from, metrics.boxBottom - metrics.boxTop), color);
}

void TextView::paintNumber(QPainter &painter, const Row &row, std::size_t block)
{
    QFont font = m_look.font;
    font.setPointSizeF(font.pointSizeF() * 0.8);
    painter.setFont(font);
    painter.setPen(secondaryColor());
    const QString number = QString::number(m_column.blocks().line(block));
    const double x = m_left - numberGap - QFontMetricsF(font).horizontalAdvance(number);
    painter.drawText(QPointF(x, row.origin.y() + row.it().text + row.layout.metrics().baseline), number);
}

QRectF TextView::rectOf(core::TextRange range)
{
    const std::size_t block = m_column.blocks().at(range.first);
    const int y = m_column.rowTop(range.first);
    const BlockLayout &layout = m_column.laid(block);
    const auto all = layout.intervals(layout.rowOf(range.first), range);
    const double from = all.empty() ? layout.caretX(layout.rowOf(range.first), range.first) : all.front().first;
    const double to = all.empty() ? from : all.back().second;
    return {m_left + from, double(y), to - from, layout.metrics().height};
}

}  // namespace widgets
