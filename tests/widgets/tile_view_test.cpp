#include "widgets/lists/tile_view.h"
#include "tests/test_registry.h"
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyledItemDelegate>

using namespace widgets;

class TileViewTest : public QObject {
    Q_OBJECT
private slots:
    void tilesFillTheWidthInRows();
    void arrowsMoveAndShiftSelectsARun();
    void aRubberBandSelectsTheTilesItTouches();
    void controlClickAddsOneTile();
    void shiftClickSelectsEverythingBetween();
    void doubleClickAndEnterOpen();
    void aMillionRowsAskOnlyForWhatIsInSight();
    void lettersAndSpaceAreLeftToTheWindow();
};

namespace {

class Numbers : public QAbstractListModel {
public:
    explicit Numbers(int count) : m_count(count) {}
    int rowCount(const QModelIndex & = {}) const override { return m_count; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        highest = std::max(highest, index.row());
        return role == Qt::DisplayRole ? QVariant(index.row()) : QVariant();
    }
    mutable int highest = -1;

private:
    int m_count;
};

struct Grid {
    explicit Grid(int count) : model(count)
    {
        view.setItemDelegate(new QStyledItemDelegate(&view));
        view.setModel(&model);
        view.setTileSize({100, 100});
        view.resize(430, 350);
        view.show();
    }
    QPoint center(int row) { return view.visualRect(model.index(row)).center(); }
    QList<int> selected()
    {
        QList<int> rows;
        for (const QModelIndex &index : view.selectionModel()->selectedIndexes())
            rows.push_back(index.row());
        std::ranges::sort(rows);
        return rows;
    }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, modifiers, center(row));
    }
    Numbers model;
    TileView view;
};

}  // namespace

void TileViewTest::tilesFillTheWidthInRows()
{
    Grid grid(10);
    QCOMPARE(grid.view.columns(), 4);
    QCOMPARE(grid.view.visualRect(grid.model.index(5)).topLeft(),
             QPoint(grid.view.tileSize().width(), grid.view.tileSize().height()));
    QCOMPARE(grid.view.indexAt(grid.center(7)).row(), 7);
    QVERIFY(!grid.view.indexAt(grid.center(9) + QPoint(grid.view.tileSize().width(), 0)).isValid());
}

void TileViewTest::arrowsMoveAndShiftSelectsARun()
{
    Grid grid(12);
    grid.click(1);
    QTest::keyClick(&grid.view, Qt::Key_Right);
    QCOMPARE(grid.selected(), QList<int>({2}));
    QTest::keyClick(&grid.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(grid.selected(), QList<int>({2, 3, 4, 5, 6}));
    QTest::keyClick(&grid.view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(grid.selected(), QList<int>({2, 3, 4, 5}));
    QTest::keyClick(&grid.view, Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(grid.selected(), QList<int>({1, 2}));
    QTest::keyClick(&grid.view, Qt::Key_End);
    QCOMPARE(grid.selected(), QList<int>({11}));
}

void TileViewTest::aRubberBandSelectsTheTilesItTouches()
{
    Grid grid(12);
    QWidget *viewport = grid.view.viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, grid.center(0));
    QTest::mouseMove(viewport, grid.center(0) + QPoint(30, 30));
    QTest::mouseMove(viewport, grid.center(6));
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, grid.center(6));
    QCOMPARE(grid.selected(), QList<int>({0, 1, 2, 4, 5, 6}));
}

void TileViewTest::controlClickAddsOneTile()
{
    Grid grid(12);
    grid.click(1);
    grid.click(6, Qt::ControlModifier);
    QCOMPARE(grid.selected(), QList<int>({1, 6}));
    grid.click(1, Qt::ControlModifier);
    QCOMPARE(grid.selected(), QList<int>({6}));
}

void TileViewTest::shiftClickSelectsEverythingBetween()
{
    Grid grid(12);
    grid.click(2);
    grid.click(9, Qt::ShiftModifier);
    QCOMPARE(grid.selected(), QList<int>({2, 3, 4, 5, 6, 7, 8, 9}));
    grid.click(1, Qt::ShiftModifier);
    QCOMPARE(grid.selected(), QList<int>({1, 2}));
}

void TileViewTest::doubleClickAndEnterOpen()
{
    Grid grid(12);
    QSignalSpy opened(&grid.view, &TileView::opened);
    QTest::mouseDClick(grid.view.viewport(), Qt::LeftButton, {}, grid.center(5));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.at(0).at(0).toModelIndex().row(), 5);
    grid.click(3);
    QTest::keyClick(&grid.view, Qt::Key_Return);
    QCOMPARE(opened.at(1).at(0).toModelIndex().row(), 3);
}

void TileViewTest::aMillionRowsAskOnlyForWhatIsInSight()
{
    Grid grid(1000000);
    grid.view.grab();
    QVERIFY(grid.model.highest < 20);
    grid.view.verticalScrollBar()->setValue(grid.view.verticalScrollBar()->maximum());
    QCOMPARE(grid.view.visibleRows().second, 999999);
    grid.view.scrollTo(grid.model.index(500000));
    QVERIFY(grid.view.viewport()->rect().contains(grid.center(500000)));
}

void TileViewTest::lettersAndSpaceAreLeftToTheWindow()
{
    Grid grid(12);
    grid.click(2);
    for (const int key : {Qt::Key_D, Qt::Key_Space, Qt::Key_1}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, QString(QChar(key)));
        QApplication::sendEvent(&grid.view, &event);
        QVERIFY(!event.isAccepted());
    }
    QCOMPARE(grid.view.currentIndex().row(), 2);
}

REGISTER_TEST(TileViewTest);
#include "tile_view_test.moc"
