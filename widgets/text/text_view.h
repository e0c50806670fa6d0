// Shows a text to read and to select in: rows as wide as one reads comfortably, laid out where one looks. What lies
// upon the text is painted and answered by those who derive from it.
#pragma once
#include "widgets/text/text_column.h"
#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QColor>

namespace widgets {

struct TextHighlight {
    core::TextRange range;
    QColor color;  // of the ground; text must stay readable on it
    bool operator==(const TextHighlight &) const = default;
};

class TextView : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit TextView(QWidget *parent = nullptr);

    void setText(const core::SharedText &text);  // the one that is shown: place and selection stay
    const core::TextMap &map() const { return m_column.map(); }
    const core::Boundaries &boundaries() const { return m_column.boundaries(); }

    core::TextRange selection() const;  // whole characters; empty: none
    bool hasSelection() const { return m_anchor != m_caret; }
    std::int64_t caret() const { return m_caret; }
    std::int64_t lineOf(std::int64_t point) const;  // from 1
    void select(core::TextRange range);             // widened to whole characters; not brought into sight
    void clearSelection() { select({m_caret, m_caret}); }
    QString selectedText() const;

    void setHighlights(std::vector<TextHighlight> highlights);  // sorted; replaces those before
    void setMatches(std::vector<core::TextRange> matches);      // of a search; sorted; the selected one stands out
    const std::vector<core::TextRange> &matches() const { return m_matches; }
    void setCaretShown(bool shown);  // false: arrows scroll, as in a text one only reads; the mouse selects anyway
    void setLineNumbersShown(bool shown);
    bool areLineNumbersShown() const { return m_lineNumbers; }

    double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    void reveal(core::TextRange range);  // scrolls, as little as it must, until it is in sight
    bool act(const QByteArray &id);      // view.zoom-in …; false: not mine
    QByteArray saveView();               // zoom, place, caret
    void restoreView(const QByteArray &saved);

    QRectF rectOf(core::TextRange range);                     // in the viewport, of its first row
    core::TextPlace placeAt(QPointF position);                // the nearest one
    std::optional<std::int64_t> textUnder(QPointF position);  // empty: no text there

signals:
    void textChanged();
    void selectionChanged();
    void selected();     // by the mouse, which has let go
    void viewChanged();  // zoom, place

protected:
    struct Row {
        const BlockLayout &layout;
        int row;
        QPointF origin;  // of the block in the viewport
        const BlockLayout::Row &it() const { return layout.row(row); }
    };
    virtual RowRoom roomOf(const BlockLayout &, int) { return {}; }
    virtual void paintBehind(QPainter &, const Row &) {}
    virtual void paintAbove(QPainter &, const Row &) {}
    virtual void paintOver(QPainter &) {}  // at the end, over all rows
    // What is no selecting of text; false: it is.
    virtual bool pointerPress(QMouseEvent *) { return false; }
    virtual bool pointerMove(QMouseEvent *) { return false; }  // also without a button
    virtual bool pointerRelease(QMouseEvent *) { return false; }
    virtual bool pointerDoubleClick(QMouseEvent *) { return false; }
    virtual void click(QMouseEvent *) {}  // a press let go without selecting
    virtual bool keyPress(QKeyEvent *) { return false; }
    virtual bool wantsKey(const QKeyEvent &) const { return false; }  // before the keys of the window
    virtual void lookChanged() {}                                     // fonts, colours, width

    TextColumn &column() { return m_column; }
    const QFont &textFont() const { return m_look.font; }
    double columnLeft() const { return m_left; }
    double columnWidth() const { return m_look.width; }
    std::optional<Row> rowAt(QPointF position);  // the one whose height holds it
    std::vector<Row> rowsInSight();
    void roomsChanged(core::TextRange where);  // lays out these rows anew
    void refresh();                            // after the column changed
    void stopSelecting();

    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void layOut();
    void updateBar();
    void paintRow(QPainter &painter, const Row &row);
    void paintMatches(QPainter &painter, const Row &row);
    void paintRange(QPainter &painter, const Row &row, core::TextRange range, const QColor &color);
    void paintNumber(QPainter &painter, const Row &row, std::size_t block);
    void beginSelecting(QPointF position, core::Granularity granularity, bool extends);
    void dragTo(QPointF position);
    void setCaret(std::int64_t anchor, std::int64_t caret);
    void moveCaret(std::int64_t to, bool extends);
    bool moveByKey(const QKeyEvent &key);
    std::int64_t rowsAway(int rows);
    int pageRows() const;

    TextColumn m_column;
    TextLook m_look;
    double m_left = 0, m_zoom = 1;
    bool m_lineNumbers = false, m_caretShown = true, m_barMoves = false;
    std::int64_t m_anchor = 0, m_caret = 0;
    std::optional<double> m_wantedX;  // the caret goes up and down along it
    std::vector<TextHighlight> m_highlights;
    std::vector<core::TextRange> m_matches;
    struct Selecting {
        core::TextPlace from;
        core::Granularity granularity = core::Granularity::Natural;
        QPointF at;
    };
    std::optional<Selecting> m_selecting;
    QBasicTimer m_autoScroll;
    QPointF m_doubleClickAt;
    qint64 m_doubleClickTime = 0;
};

}  // namespace widgets
