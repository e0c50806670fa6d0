#include "tests/widgets/segment_bench.h"
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>

using namespace core;
using namespace widgets;
using Field = SegmentModel::Field;

class SegmentTableTest : public QObject {
    Q_OBJECT
private slots:
    void rowsFollowTime();
    void selectingARowSelectsItsSegmentAndBack();
    void timesAreTypedExactly();
    void aMalformedTimeIsRefusedInWords();
    void aTimeAgainstTheRuleIsRefused();
    void timesThatAreNoMillisecondsShowTheirDecimals();
    void labelsAndClassesAreChosenFromLists();
    void speakersAreCompleted();
    void whatIsSaidIsTypedWithKeysThatPlay();
    void enterGoesOnToTheNextRow();
    void aSplitCutsWhatIsSaidAtTheCaret();
    void whatIsTypedIsProposedBeforeTheSampleIsLeft();
    void whatIsTypedStaysWhileAnotherSegmentChanges();
    void doubtfulSegmentsAreMarkedWithTheReason();
};

void SegmentTableTest::rowsFollowTime()
{
    tests::SegmentBench bench;
    bench.add(5, 6);
    const AnnotationId first = bench.add(1, 2);
    SegmentModel &model = bench.table().model();
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.idAt(0), first);
    QCOMPARE(model.index(0, 1).data().toString(), QString("00:00:01.000"));
    QCOMPARE(model.index(1, 3).data().toString(), QString("1.000"));
    bench.editor().setSelection({first});
    for (int i = 0; i < 60; ++i)
        bench.editor().act("object.nudge-right-fast");
    QCOMPARE(model.idAt(1), first);
    QCOMPARE(bench.table().selectionModel()->selectedRows().front().row(), 1);
}

void SegmentTableTest::selectingARowSelectsItsSegmentAndBack()
{
    tests::SegmentBench bench;
    const AnnotationId first = bench.add(1, 2), second = bench.add(5, 6);
    const QRect cell = bench.table().visualRect(bench.table().model().index(1, 2));
    QTest::mouseClick(bench.table().viewport(), Qt::LeftButton, {}, cell.center());
    QCOMPARE(bench.editor().selection(), QList{second});
    bench.click(1.5);
    QCOMPARE(bench.editor().selection(), QList{first});
    QCOMPARE(bench.table().selectionModel()->selectedRows().front().row(), 0);
}

void SegmentTableTest::timesAreTypedExactly()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 2);
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::End));
    QVERIFY(line);
    line->selectAll();
    QTest::keyClicks(line, "3.000125");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(timeSpanOf(*bench.stored().annotation(id))->end, std::int64_t{24001});
}

void SegmentTableTest::aMalformedTimeIsRefusedInWords()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 2);
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::Begin));
    line->selectAll();
    QTest::keyClicks(line, "0:75");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.told.size(), 1);
    QVERIFY(bench.told.front().contains("0:75"));
    QVERIFY(line->isVisible());  // to be mended
    QCOMPARE(bench.segments(), QStringList{"1.00-2.00 speech"});
}

void SegmentTableTest::aTimeAgainstTheRuleIsRefused()
{
    tests::SegmentBench bench(SegmentRule::None);
    const AnnotationId id = bench.add(1, 2);
    bench.add(3, 4);
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::End));
    line->selectAll();
    QTest::keyClicks(line, "3.5");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.told.size(), 1);
    QCOMPARE(bench.segments().front(), QString("1.00-2.00 speech"));
}

void SegmentTableTest::timesThatAreNoMillisecondsShowTheirDecimals()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1.000125, 2);
    SegmentModel &model = bench.table().model();
    QCOMPARE(model.index(0, 1).data().toString(), QString("00:00:01.000"));
    QCOMPARE(model.index(0, 1).data(Qt::ToolTipRole).toString(), QString("00:00:01.0001"));
    QCOMPARE(model.index(0, 2).data(Qt::ToolTipRole).toString(), QString());
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::Begin));
    QTest::keyClick(line, Qt::Key_Return);  // untouched
    QCOMPARE(timeSpanOf(*bench.stored().annotation(id))->begin, std::int64_t{8001});
}

void SegmentTableTest::labelsAndClassesAreChosenFromLists()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 2);
    auto *labels = qobject_cast<QComboBox *>(bench.open(id, Field::Label));
    QVERIFY(labels);
    QCOMPARE(labels->currentText(), QString("speech"));
    labels->setCurrentIndex(labels->findText("music"));
    emit labels->activated(labels->currentIndex());
    QCOMPARE(bench.segments(), QStringList{"1.00-2.00 music"});
    auto *moods = qobject_cast<QComboBox *>(bench.open(id, Field::Class));
    QVERIFY(moods);
    moods->setCurrentIndex(moods->findText("angry"));
    emit moods->activated(moods->currentIndex());
    QCOMPARE(*valueOf(bench.stored().annotation(id)->attributes, "mood"), std::string("angry"));
}

void SegmentTableTest::speakersAreCompleted()
{
    tests::SegmentBench bench;
    const AnnotationId first = bench.add(1, 2), second = bench.add(3, 4);
    auto *line = qobject_cast<QLineEdit *>(bench.open(first, Field::Speaker));
    QTest::keyClicks(line, "Li Hua");
    QTest::keyClick(line, Qt::Key_Return);
    line = qobject_cast<QLineEdit *>(bench.open(second, Field::Speaker));
    QVERIFY(line->completer());
    line->completer()->setCompletionPrefix("l");
    QCOMPARE(line->completer()->currentCompletion(), QString("Li Hua"));
    QCOMPARE(*valueOf(bench.stored().annotation(first)->attributes, builtin::Speaker), std::string("Li Hua"));
}

void SegmentTableTest::whatIsSaidIsTypedWithKeysThatPlay()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 2);
    bench.seek(3);
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::Content));
    QTest::keyClicks(line, "guten ");
    QTest::keyClick(line, Qt::Key_Tab);
    QVERIFY(bench.editor().pane().playback().isPlaying());
    QTest::keyClick(line, Qt::Key_Tab);
    QVERIFY(!bench.editor().pane().playback().isPlaying());
    QTest::keyClick(line, Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(bench.editor().pane().playback().position() < bench.samples(2));
    QTest::keyClicks(line, "Tag");
    QVERIFY(line->isVisible());
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.segments(), QStringList{"1.00-2.00 speech “guten Tag”"});
}

void SegmentTableTest::enterGoesOnToTheNextRow()
{
    tests::SegmentBench bench;
    const AnnotationId first = bench.add(1, 2), second = bench.add(5, 6);
    auto *line = qobject_cast<QLineEdit *>(bench.open(first, Field::Content));
    QTest::keyClicks(line, "eins");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.editor().selection(), QList{second});
    QVERIFY(bench.editor().pane().playback().isPlaying());
    QVERIFY(bench.table().indexWidget(bench.table().currentIndex()));
    bench.editor().pane().playback().pause();
}

void SegmentTableTest::aSplitCutsWhatIsSaidAtTheCaret()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 3);
    bench.seek(2);
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::Content));
    QInputMethodEvent composed;
    composed.setCommitString("你好");
    QApplication::sendEvent(line, &composed);
    QTest::keyClicks(line, " world");
    line->setCursorPosition(2);
    bench.editor().finishTyping();  // as the window does before an act
    bench.editor().act("segment.split");
    QCOMPARE(bench.segments(), (QStringList{"1.00-2.00 speech “你好”", "2.00-3.00 speech “world”"}));
}

void SegmentTableTest::whatIsTypedIsProposedBeforeTheSampleIsLeft()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 3);
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::Content));
    QTest::keyClicks(line, "half a sen");
    bench.editor().finishTyping();
    QCOMPARE(bench.segments(), QStringList{"1.00-3.00 speech “half a sen”"});
}

void SegmentTableTest::whatIsTypedStaysWhileAnotherSegmentChanges()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 3);
    auto *line = qobject_cast<QLineEdit *>(bench.open(id, Field::Content));
    QTest::keyClicks(line, "half");
    bench.add(5, 6);
    QVERIFY(line->isVisible());
    QCOMPARE(line->text(), QString("half"));
}

void SegmentTableTest::doubtfulSegmentsAreMarkedWithTheReason()
{
    tests::SegmentBench bench;
    bench.add(1, 3);
    SegmentModel &model = bench.table().model();
    QVERIFY(!model.index(0, 0).data(Qt::DecorationRole).isNull());  // nothing is said yet
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().contains("said"));
    tests::SegmentBench fine(SegmentRule::Free, false);
    fine.add(1, 3);
    QVERIFY(fine.table().model().index(0, 0).data(Qt::DecorationRole).isNull());
}

REGISTER_TEST(SegmentTableTest);
#include "segment_table_test.moc"
