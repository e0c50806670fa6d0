// Mouse and keys of the text view: selecting and moving the caret.
#include "widgets/text/text_view.h"
#include <QApplication>
#include <QDateTime>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStyleHints>
#include <algorithm>

namespace widgets {

using core::Granularity;

namespace {

constexpr int autoScrollMs = 30;

enum class Move { Left, Right, WordLeft, WordRight, Up, Down, PageUp, PageDown, RowStart, RowEnd, Start, End };

std::optional<Move> moveOf(const QKeyEvent &key)
{
    if (key.modifiers() & (Qt::AltModifier | Qt::MetaModifier))
        return {};
    const bool control = key.modifiers() & Qt::ControlModifier;
    switch (key.key()) {
    case Qt::Key_Left: return control ? Move::WordLeft : Move::Left;
    case Qt::Key_Right: return control ? Move::WordRight : Move::Right;
    case Qt::Key_Home: return control ? Move::Start : Move::RowStart;
    case Qt::Key_End: return control ? Move::End : Move::RowEnd;
    default: break;
    }
    if (control)
        return {};
    switch (key.key()) {
    case Qt::Key_Up: return Move::Up;
    case Qt::Key_Down: return Move::Down;
    case Qt::Key_PageUp: return Move::PageUp;
    case Qt::Key_PageDown: return Move::PageDown;
    default: return {};
    }
}

// Without a caret only what scrolls.
bool isScrolling(Move move)
{
    return move == Move::Up || move == Move::Down || move == Move::PageUp || move == Move::PageDown;
}

int pixelsOf(Move move, int row, int page)
{
    const bool up = move == Move::Up || move == Move::PageUp;
    const int pixels = move == Move::Up || move == Move::Down ? row : page - row;
    return up ? -pixels : pixels;
}

}  // namespace

core::TextPlace TextView::placeAt(QPointF position)
{
    const auto &placed = m_column.placed();
    if (placed.empty())
        return {};
    const auto behind = std::ranges::upper_bound(placed, position.y(), {}, &TextColumn::Placed::y);
    const TextColumn::Placed &at = behind == placed.begin() ? placed.front() : *(behind - 1);
    const int row = at.layout->rowAtY(position.y() - at.y);
    return at.layout->placeAt(row, position.x() - m_left);
}

std::optional<TextView::Row> TextView::rowAt(QPointF position)
{
    for (const TextColumn::Placed &each : m_column.placed())
        if (position.y() >= each.y && position.y() < each.y + each.layout->height())
            return Row{*each.layout, each.layout->rowAtY(position.y() - each.y), {m_left, double(each.y)}};
    return {};
}

std::optional<std::int64_t> TextView::textUnder(QPointF position)
{
    const auto row = rowAt(position);
    if (!row)
        return {};
    const double y = position.y() - row->origin.y() - row->it().text;
    if (y < row->layout.metrics().boxTop || y > row->layout.metrics().boxBottom)
        return {};
    const std::int64_t under = row->layout.placeAt(row->row, position.x() - m_left).under;
    for (const auto &[from, to] : row->layout.intervals(row->row, {under, under + 1}))
        if (position.x() - m_left >= from - 1 && position.x() - m_left <= to + 1)
            return under;
    return {};
}

void TextView::beginSelecting(QPointF position, Granularity granularity, bool extends)
{
    const core::TextPlace place = placeAt(position);
    m_wantedX.reset();
    m_selecting = Selecting{place, granularity, position};
    if (extends) {
        m_selecting->from = {m_anchor, m_anchor};
        dragTo(position);
    } else if (granularity == Granularity::Word || granularity == Granularity::Line) {
        dragTo(position);
    } else {
        const std::int64_t at = boundaries().clusters({place.between, place.between}).first;
        setCaret(at, at);
    }
}

void TextView::dragTo(QPointF position)
{
    m_selecting->at = position;
    const core::TextPlace to = placeAt(position);
    const auto [begin, end] = core::draggedRange(boundaries(), map(), m_selecting->from, to, m_selecting->granularity);
    const bool backwards = to.between < m_selecting->from.between;
    setCaret(backwards ? end : begin, backwards ? begin : end);
    const bool outside = position.y() < 0 || position.y() > viewport()->height();
    if (outside && !m_autoScroll.isActive())
        m_autoScroll.start(autoScrollMs, this);
    else if (!outside)
        m_autoScroll.stop();
}

void TextView::stopSelecting()
{
    m_selecting.reset();
    m_autoScroll.stop();
}

void TextView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_autoScroll.timerId() || !m_selecting) {
        QAbstractScrollArea::timerEvent(event);
        return;
    }
    const double y = m_selecting->at.y();
    scrollTextBy(int(y < 0 ? y : y - viewport()->height()));
    dragTo(m_selecting->at);
}

void TextView::mousePressEvent(QMouseEvent *event)
{
    if (pointerPress(event) || event->button() != Qt::LeftButton)
        return;
    const auto *hints = QApplication::styleHints();
    const bool third = QDateTime::currentMSecsSinceEpoch() - m_doubleClickTime < hints->mouseDoubleClickInterval()
                       && (event->position() - m_doubleClickAt).manhattanLength() < hints->mouseDoubleClickDistance();
    m_doubleClickTime = 0;
    const Granularity natural = event->modifiers() & Qt::AltModifier ? Granularity::Character : Granularity::Natural;
    beginSelecting(event->position(), third ? Granularity::Line : natural, event->modifiers() & Qt::ShiftModifier);
}

void TextView::mouseMoveEvent(QMouseEvent *event)
{
    if (m_selecting && (event->buttons() & Qt::LeftButton)) {
        const bool far = (event->position() - m_selecting->at).manhattanLength() >= 3;
        if (hasSelection() || far || m_selecting->granularity == Granularity::Character)
            dragTo(event->position());
    } else {
        (void)pointerMove(event);
    }
}

void TextView::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_selecting) {
        (void)pointerRelease(event);
        return;
    }
    if (event->button() != Qt::LeftButton)
        return;
    stopSelecting();
    if (hasSelection())
        emit selected();
    else
        click(event);
}

void TextView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (pointerDoubleClick(event) || event->button() != Qt::LeftButton)
        return;
    m_doubleClickAt = event->position();
    m_doubleClickTime = QDateTime::currentMSecsSinceEpoch();
    beginSelecting(event->position(), Granularity::Word, false);
}

void TextView::moveCaret(std::int64_t to, bool extends)
{
    to = boundaries().clusters({to, to}).first;
    setCaret(extends ? m_anchor : to, to);
    reveal({to, to});
}

// The place as far above or below the caret; keeps its x from key to key.
std::int64_t TextView::rowsAway(int rows)
{
    if (!m_wantedX)
        m_wantedX = rectOf({m_caret, m_caret}).left();
    std::size_t block = m_column.blocks().at(m_caret);
    int row = m_column.laid(block).rowOf(m_caret);
    for (; rows > 0 && (row + 1 < m_column.laid(block).rowCount() || block + 1 < m_column.blocks().count()); --rows)
        if (++row == m_column.laid(block).rowCount())
            ++block, row = 0;
    for (; rows < 0 && (row > 0 || block > 0); ++rows)
        if (--row < 0)
            row = m_column.laid(--block).rowCount() - 1;
    return m_column.laid(block).placeAt(row, *m_wantedX - m_left).between;
}

int TextView::pageRows() const
{
    return std::max(1, int(viewport()->height() / RowMetrics(m_look.font).height) - 1);
}

bool TextView::moveByKey(const QKeyEvent &key)
{
    const std::optional<Move> move = moveOf(key);
    if (!move || (!m_caretShown && !isScrolling(*move)))
        return false;
    if (!m_caretShown) {
        scrollTextBy(pixelsOf(*move, verticalScrollBar()->singleStep(), viewport()->height()));
        return true;
    }
    const bool extends = key.modifiers() & Qt::ShiftModifier;
    const BlockLayout &layout = m_column.laid(m_column.blocks().at(m_caret));
    const core::TextRange row = layout.row(layout.rowOf(m_caret)).range;
    const bool forwards = (*move == Move::Right || *move == Move::WordRight) != layout.isRightToLeft();
    std::int64_t to = m_caret;
    switch (*move) {
    case Move::Left:
    case Move::Right:
        to = hasSelection() && !extends
                 ? (forwards ? selection().second : selection().first)
                 : core::stepCaret(boundaries(), map(), m_caret, Granularity::Character, forwards);
        break;
    case Move::WordLeft:
    case Move::WordRight: to = core::stepCaret(boundaries(), map(), m_caret, Granularity::Word, forwards); break;
    case Move::Up: to = rowsAway(-1); break;
    case Move::Down: to = rowsAway(1); break;
    case Move::PageUp: to = rowsAway(-pageRows()); break;
    case Move::PageDown: to = rowsAway(pageRows()); break;
    case Move::RowStart: to = row.first; break;
    case Move::RowEnd:
        to = row.second == layout.range().second ? row.second : boundaries().previousCluster(row.second);
        break;
    case Move::Start: to = 0; break;
    case Move::End: to = map().codePoints(); break;
    }
    if (!isScrolling(*move))
        m_wantedX.reset();
    moveCaret(to, extends);
    return true;
}

bool TextView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        const std::optional<Move> move = moveOf(key);
        if (wantsKey(key) || (move && (m_caretShown || isScrolling(*move)))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        viewport()->update();
    return QAbstractScrollArea::event(event);
}

void TextView::keyPressEvent(QKeyEvent *event)
{
    if (keyPress(event) || moveByKey(*event))
        event->accept();
    else
        event->ignore();
}

}  // namespace widgets
