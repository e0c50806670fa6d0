#include "widgets/lists/tile_view.h"
#include "widgets/theme.h"
#include <QAbstractItemModel>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace widgets {

namespace {

bool isEnter(const QKeyEvent &key)
{
    const bool plain = !(key.modifiers() & ~Qt::KeypadModifier);
    return plain && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

}  // namespace

TileView::TileView(QWidget *parent) : QAbstractItemView(parent)
{
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    viewport()->setAttribute(Qt::WA_Hover);
}

void TileView::setModel(QAbstractItemModel *newModel)
{
    QAbstractItemView::setModel(newModel);
    connect(newModel, &QAbstractItemModel::rowsRemoved, this, [this] {
        updateGeometries();
        viewport()->update();
        emit viewportChanged();
    });
}

void TileView::setTileSize(const QSize &size)
{
    const QModelIndex middle = currentIndex();
    m_wanted = size;
    updateGeometries();
    viewport()->update();
    if (middle.isValid())
        scrollTo(middle);
    emit viewportChanged();
}

QSize TileView::tileSize() const
{
    const int width = viewport()->width();
    return {m_wanted.width() == 0 ? width : std::max(m_wanted.width(), width / columns()), m_wanted.height()};
}

int TileView::columns() const
{
    return m_wanted.width() == 0 ? 1 : std::max(1, viewport()->width() / m_wanted.width());
}

std::pair<int, int> TileView::visibleRows() const
{
    const int count = model() ? model()->rowCount(rootIndex()) : 0;
    const int first = verticalOffset() / m_wanted.height() * columns();
    const int bottom = (verticalOffset() + viewport()->height() - 1) / m_wanted.height();
    const int last = std::min(count - 1, (bottom + 1) * columns() - 1);
    return first <= last ? std::pair{first, last} : std::pair{0, -1};
}

QRect TileView::tileRect(int row) const
{
    const QSize size = tileSize();
    return {QPoint(row % columns() * size.width(), row / columns() * size.height()), size};
}

QRect TileView::visualRect(const QModelIndex &index) const
{
    return index.isValid() ? tileRect(index.row()).translated(0, -verticalOffset()) : QRect();
}

void TileView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const QRect tile = tileRect(index.row());
    const int height = viewport()->height(), top = verticalOffset();
    int wanted = top;
    if (hint == PositionAtCenter)
        wanted = tile.center().y() - height / 2;
    else if (hint == PositionAtTop || (hint == EnsureVisible && tile.top() < top))
        wanted = tile.top();
    else if (hint == PositionAtBottom || (hint == EnsureVisible && tile.bottom() >= top + height))
        wanted = tile.bottom() + 1 - height;
    verticalScrollBar()->setValue(wanted);
}

QModelIndex TileView::indexAt(const QPoint &point) const
{
    if (!model() || point.x() < 0)
        return {};
    const QSize size = tileSize();
    const int column = point.x() / size.width(), y = point.y() + verticalOffset();
    if (column >= columns() || y < 0)
        return {};
    const int row = y / size.height() * columns() + column;
    return row < model()->rowCount(rootIndex()) ? model()->index(row, 0, rootIndex()) : QModelIndex();
}

void TileView::reset()
{
    m_anchor = -1;
    m_band.reset();
    QAbstractItemView::reset();
    updateGeometries();
    emit viewportChanged();
}

int TileView::verticalOffset() const
{
    return verticalScrollBar()->value();
}

QModelIndex TileView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    const int count = model() ? model()->rowCount(rootIndex()) : 0;
    if (count == 0)
        return {};
    const int page = std::max(1, viewport()->height() / m_wanted.height()) * columns();
    const int from = currentIndex().row();
    int to = from;
    switch (action) {
    case MoveLeft:
    case MovePrevious: to = from - 1; break;
    case MoveRight:
    case MoveNext: to = from + 1; break;
    case MoveUp: to = from - columns(); break;
    case MoveDown: to = from + columns(); break;
    case MovePageUp: to = from - page; break;
    case MovePageDown: to = from + page; break;
    case MoveHome: to = 0; break;
    case MoveEnd: to = count - 1; break;
    }
    if (from < 0)
        to = action == MoveEnd ? count - 1 : 0;
    const bool offGrid = to < 0 || to >= count;
    if (offGrid && (action == MoveUp || action == MoveDown))
        to = from;  // the column is kept: no jump to the first or last tile
    return model()->index(std::clamp(to, 0, count - 1), 0, rootIndex());
}

void TileView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const int count = model() ? model()->rowCount(rootIndex()) : 0;
    const QSize size = tileSize();
    const QRect area = rect.normalized().translated(0, verticalOffset());
    const int left = std::max(0, area.left() / size.width()),
              right = std::min(columns() - 1, area.right() / size.width());
    const int top = std::max(0, area.top() / size.height()), bottom = std::max(0, area.bottom() / size.height());
    QItemSelection selection;
    for (int line = top; left <= right && line <= bottom && line * columns() + left < count; ++line)
        selection.select(model()->index(line * columns() + left, 0, rootIndex()),
                         model()->index(std::min(count - 1, line * columns() + right), 0, rootIndex()));
    selectionModel()->select(selection, flags);
}

QRegion TileView::visualRegionForSelection(const QItemSelection &selection) const
{
    const auto [first, last] = visibleRows();
    QRegion region;
    for (const QItemSelectionRange &range : selection)
        for (int row = std::max(first, range.top()); row <= std::min(last, range.bottom()); ++row)
            region += tileRect(row).translated(0, -verticalOffset());
    return region;
}

void TileView::updateGeometries()
{
    const int count = model() ? model()->rowCount(rootIndex()) : 0;
    const int lines = (count + columns() - 1) / columns();
    verticalScrollBar()->setSingleStep(std::min(m_wanted.height(), 60));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, lines * m_wanted.height() - viewport()->height()));
    QAbstractItemView::updateGeometries();
}

void TileView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const QModelIndex hover = indexAt(viewport()->mapFromGlobal(QCursor::pos()));
    const auto [first, last] = visibleRows();
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, 0, rootIndex());
        QStyleOptionViewItem tile = option;
        tile.rect = visualRect(index);
        tile.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        tile.state.setFlag(QStyle::State_HasFocus, index == currentIndex());
        tile.state.setFlag(QStyle::State_MouseOver, viewport()->underMouse() && index == hover);
        tile.state.setFlag(QStyle::State_Active, hasFocus());
        itemDelegate()->paint(&painter, tile, index);
    }
    if (m_band) {
        QColor fill = accentColor();
        fill.setAlpha(40);
        painter.setPen(accentColor());
        painter.setBrush(fill);
        painter.drawRect(m_band->translated(0, -verticalOffset()).adjusted(0, 0, -1, -1));
    }
}

void TileView::resizeEvent(QResizeEvent *event)
{
    const int top = visibleRows().first;
    QAbstractItemView::resizeEvent(event);
    updateGeometries();
    if (event->oldSize().width() != event->size().width() && top > 0)
        verticalScrollBar()->setValue(tileRect(top).top());
    emit viewportChanged();
}

void TileView::scrollContentsBy(int dx, int dy)
{
    QAbstractItemView::scrollContentsBy(dx, dy);
    viewport()->update();
    emit viewportChanged();
}

void TileView::selectRun(int from, int to, QItemSelectionModel::SelectionFlags flags)
{
    const auto [first, last] = std::minmax(from, to);
    selectionModel()->select(
        QItemSelection(model()->index(first, 0, rootIndex()), model()->index(last, 0, rootIndex())), flags);
}

std::optional<QAbstractItemView::CursorAction> TileView::moveOf(const QKeyEvent &key)
{
    static constexpr std::pair<int, CursorAction> Moves[] = {
        {Qt::Key_Left, MoveLeft}, {Qt::Key_Right, MoveRight},   {Qt::Key_Up, MoveUp},
        {Qt::Key_Down, MoveDown}, {Qt::Key_PageUp, MovePageUp}, {Qt::Key_PageDown, MovePageDown},
        {Qt::Key_Home, MoveHome}, {Qt::Key_End, MoveEnd}};
    const auto *move = std::ranges::find(Moves, key.key(), &std::pair<int, CursorAction>::first);
    const bool other = key.modifiers() & ~(Qt::ShiftModifier | Qt::ControlModifier | Qt::KeypadModifier);
    return move == std::end(Moves) || other ? std::nullopt : std::optional(move->second);
}

// Arrows, Home, Enter … move and open here, whatever they do as shortcuts in an editor.
bool TileView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if ((moveOf(key) && !(key.modifiers() & Qt::ControlModifier)) || isEnter(key)) {
            event->accept();
            return true;
        }
    }
    return QAbstractItemView::event(event);
}

void TileView::keyPressEvent(QKeyEvent *event)
{
    if (isEnter(*event)) {
        if (currentIndex().isValid())
            emit opened(currentIndex());
    } else if (const auto move = moveOf(*event)) {
        const QModelIndex to = moveCursor(*move, event->modifiers());
        if (!to.isValid())
            return;
        if (event->modifiers() & Qt::ShiftModifier) {
            if (m_anchor < 0)
                m_anchor = std::max(0, currentIndex().row());
            selectRun(m_anchor, to.row(), QItemSelectionModel::ClearAndSelect);
            selectionModel()->setCurrentIndex(to, QItemSelectionModel::NoUpdate);
        } else {
            m_anchor = to.row();
            selectionModel()->setCurrentIndex(to, event->modifiers() & Qt::ControlModifier
                                                      ? QItemSelectionModel::NoUpdate
                                                      : QItemSelectionModel::ClearAndSelect);
        }
        scrollTo(to);
        emit chosen(to);
    } else {
        event->ignore();  // letters, digits and Space are the window's shortcuts, not a search by typing
    }
}

void TileView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && event->modifiers() & Qt::ShiftModifier && at.isValid()) {
        if (m_anchor < 0)
            m_anchor = std::max(0, currentIndex().row());
        selectRun(m_anchor, at.row(),
                  event->modifiers() & Qt::ControlModifier ? QItemSelectionModel::Select
                                                           : QItemSelectionModel::ClearAndSelect);
        selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        emit chosen(at);
        return;
    }
    if (event->button() == Qt::LeftButton) {
        m_anchor = at.isValid() ? at.row() : m_anchor;
        m_bandFrom = event->position().toPoint() + QPoint(0, verticalOffset());
    }
    QAbstractItemView::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && at.isValid() && at == currentIndex())
        emit chosen(at);
}

void TileView::mouseMoveEvent(QMouseEvent *event)
{
    QAbstractItemView::mouseMoveEvent(event);
    const QPoint to = event->position().toPoint() + QPoint(0, verticalOffset());
    if (state() == DragSelectingState && event->buttons() & Qt::LeftButton)
        m_band = QRect(m_bandFrom, to).normalized();
    viewport()->update();
}

void TileView::mouseReleaseEvent(QMouseEvent *event)
{
    m_band.reset();
    viewport()->update();
    QAbstractItemView::mouseReleaseEvent(event);
}

void TileView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (const QModelIndex at = indexAt(event->position().toPoint()); at.isValid() && event->button() == Qt::LeftButton)
        emit opened(at);
}

bool TileView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::HoverMove || event->type() == QEvent::HoverEnter)
        emit hovered(indexAt(static_cast<QHoverEvent *>(event)->position().toPoint()));
    else if (event->type() == QEvent::HoverLeave)
        emit hovered({});
    return QAbstractItemView::viewportEvent(event);
}

void TileView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
    emit viewportChanged();
}

}  // namespace widgets
