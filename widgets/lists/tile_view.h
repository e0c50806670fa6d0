// Equal tiles in rows that fill the width; one column makes a list. All layout is arithmetic, so a million rows cost
// nothing. Arrows move, Shift extends a run, Ctrl adds; a drag is a rubber band.
#pragma once
#include <QAbstractItemView>
#include <optional>

namespace widgets {

class TileView : public QAbstractItemView {
    Q_OBJECT
public:
    explicit TileView(QWidget *parent = nullptr);

    void setTileSize(const QSize &size);  // width 0: as wide as the view
    QSize tileSize() const;               // as laid out
    int columns() const;
    std::pair<int, int> visibleRows() const;  // first and last; (0, -1) when there is none

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void reset() override;

    void setModel(QAbstractItemModel *model) override;

signals:
    void chosen(const QModelIndex &index);  // the user moved the current tile: key or click
    void opened(const QModelIndex &index);  // double click, Enter
    void viewportChanged();                 // other rows are in sight
    void hovered(const QModelIndex &index);

protected:
    bool event(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override { return 0; }
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &) const override { return false; }
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;

private:
    static std::optional<CursorAction> moveOf(const QKeyEvent &key);
    QRect tileRect(int row) const;  // in contents coordinates
    void selectRun(int from, int to, QItemSelectionModel::SelectionFlags flags);

    QSize m_wanted{0, 28};
    int m_anchor = -1;            // where a run begins
    QPoint m_bandFrom;            // contents coordinates
    std::optional<QRect> m_band;  // the same
};

}  // namespace widgets
