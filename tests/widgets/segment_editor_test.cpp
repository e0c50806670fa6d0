#include "tests/widgets/segment_bench.h"
#include <QClipboard>
#include <QGuiApplication>

using namespace core;
using namespace widgets;

class SegmentEditorTest : public QObject {
    Q_OBJECT
private slots:
    void aDragMakesASegmentWithTheCurrentLabel();
    void aClickSelectsAndSeeks();
    void clicksAtAPlaceCycleThroughWhatLiesThere();
    void overlappingSegmentsAreStacked();
    void anEdgeIsDraggedAndSnapsToItsNeighbour();
    void aBodyMovesInSelectModeOrWithControl();
    void aDragThatEndsWhereItBeganChangesNothing();
    void escapeTakesADragBack();
    void anEditBesideADragEndsIt();
    void tapsMakeASegment();
    void segmentsAreSplitAndMergedAtThePlayhead();
    void keysNudgeAndFold();
    void withoutGapsDeletingGivesTheTimeAway();
    void aRefusalIsToldAndChangesNothing();
    void nextAndPreviousSelectAndPlay();
    void aDoubleClickPlays();
    void theLoopFollowsTheSelection();
    void aSplitterAndAViewAreKept();
    void copyingGivesLinesOfText();
};

void SegmentEditorTest::aDragMakesASegmentWithTheCurrentLabel()
{
    tests::SegmentBench bench;
    bench.drag(2, 3);
    QCOMPARE(bench.segments().size(), 1);
    const SampleContent content = bench.stored();
    const TimeSpan &span = *timeSpanOf(*content.annotations[0]);
    const double pixel = bench.view().timeView().perPixel;
    QVERIFY(std::abs(double(span.begin - bench.samples(2))) <= pixel);
    QVERIFY(std::abs(double(span.end - bench.samples(3))) <= pixel);
    QCOMPARE(bench.editor().selection(), QList{content.annotations[0]->id});
    QCOMPARE(bench.editor().tool(), QByteArray("segment"));
    bench.drag(6, 5);  // backwards, and armed still
    QCOMPARE(bench.segments().size(), 2);
}

void SegmentEditorTest::aClickSelectsAndSeeks()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(2, 4);
    bench.click(3);
    QCOMPARE(bench.editor().selection(), QList{id});
    QVERIFY(std::abs(bench.view().playhead() - bench.samples(3)) <= qint64(bench.view().timeView().perPixel) + 1);
    bench.click(6);
    QVERIFY(bench.editor().selection().isEmpty());
    QVERIFY(std::abs(bench.view().playhead() - bench.samples(6)) <= qint64(bench.view().timeView().perPixel) + 1);
    QCOMPARE(bench.segments().size(), 1);
}

void SegmentEditorTest::clicksAtAPlaceCycleThroughWhatLiesThere()
{
    tests::SegmentBench bench;
    const AnnotationId large = bench.add(1, 8), small = bench.add(2, 4);
    const QPoint at = bench.view().rectOf(small).center().toPoint();
    QList<AnnotationId> clicked;
    for (int i = 0; i < 3; ++i) {
        QTest::mousePress(&bench.view(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(&bench.view(), Qt::LeftButton, {}, at);
        clicked << bench.editor().selection();
    }
    QCOMPARE(clicked, (QList{small, large, small}));
}

void SegmentEditorTest::overlappingSegmentsAreStacked()
{
    tests::SegmentBench bench;
    const AnnotationId a = bench.add(1, 4), b = bench.add(2, 5), c = bench.add(4, 6), alone = bench.add(7, 8);
    QVERIFY(!bench.view().rectOf(a).intersects(bench.view().rectOf(b)));
    QVERIFY(!bench.view().rectOf(b).intersects(bench.view().rectOf(c)));
    QCOMPARE(bench.view().rectOf(a).top(), bench.view().rectOf(c).top());
    QVERIFY(bench.view().rectOf(alone).height() > 1.9 * bench.view().rectOf(a).height());
}

void SegmentEditorTest::anEdgeIsDraggedAndSnapsToItsNeighbour()
{
    tests::SegmentBench bench;
    const AnnotationId first = bench.add(1, 3);
    bench.add(5, 6);
    const QPoint edge(qRound(bench.view().xOf(bench.samples(3))) - 1, bench.pointAt(3).y());
    const QPoint nearby = bench.pointAt(5) - QPoint(4, 0);
    bench.press(edge);
    bench.move(nearby);
    QCOMPARE(bench.view().guide(), std::optional<qint64>(bench.samples(5)));
    QTest::mouseRelease(&bench.view(), Qt::LeftButton, {}, nearby);
    QCOMPARE(bench.segments(), (QStringList{"1.00-5.00 speech", "5.00-6.00 speech"}));
    QVERIFY(!bench.view().guide());
    bench.undo();
    bench.press(edge, Qt::AltModifier);
    bench.move(nearby, Qt::AltModifier);
    QVERIFY(!bench.view().guide());
    QTest::mouseRelease(&bench.view(), Qt::LeftButton, Qt::AltModifier, nearby);
    const SampleContent content = bench.stored();
    QVERIFY(timeSpanOf(*content.annotation(first))->end < bench.samples(5));
}

void SegmentEditorTest::aBodyMovesInSelectModeOrWithControl()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(2, 3);
    const auto begin = [&] { return double(timeSpanOf(*bench.stored().annotation(id))->begin) / bench.rate; };
    bench.drag(2.5, 4.5, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(std::abs(begin() - 4) < 0.05);
    bench.editor().setTool("select");
    bench.drag(4.5, 1.5);
    QVERIFY(std::abs(begin() - 1) < 0.05);
    QCOMPARE(bench.segments().size(), 1);
}

void SegmentEditorTest::aDragThatEndsWhereItBeganChangesNothing()
{
    tests::SegmentBench bench;
    bench.press(bench.pointAt(2));
    bench.move(bench.pointAt(4));
    bench.move(bench.pointAt(2));
    QTest::mouseRelease(&bench.view(), Qt::LeftButton, {}, bench.pointAt(2));
    QVERIFY(bench.segments().isEmpty());
}

void SegmentEditorTest::escapeTakesADragBack()
{
    tests::SegmentBench bench;
    bench.press(bench.pointAt(2));
    bench.move(bench.pointAt(4));
    QVERIFY(bench.editor().inGesture());
    QVERIFY(bench.editor().cancelGesture());
    QTest::mouseRelease(&bench.view(), Qt::LeftButton, {}, bench.pointAt(4));
    QVERIFY(bench.segments().isEmpty());
    QVERIFY(!bench.editor().cancelGesture());
}

void SegmentEditorTest::anEditBesideADragEndsIt()
{
    tests::SegmentBench bench;
    bench.add(1, 3);
    const QPoint edge(qRound(bench.view().xOf(bench.samples(3))) - 1, bench.pointAt(3).y());
    bench.press(edge);
    bench.move(bench.pointAt(6));
    bench.undo();  // the segment is gone
    bench.add(7, 8);
    QTest::mouseRelease(&bench.view(), Qt::LeftButton, {}, bench.pointAt(6));
    QCOMPARE(bench.segments(), QStringList{"7.00-8.00 speech"});
}

void SegmentEditorTest::tapsMakeASegment()
{
    tests::SegmentBench bench;
    QVERIFY(bench.editor().act("segment.mark-out"));
    QCOMPARE(bench.told.size(), 1);
    bench.seek(1);
    QVERIFY(bench.editor().act("segment.mark-in"));
    bench.seek(2.5);
    QVERIFY(bench.editor().act("segment.mark-out"));
    QCOMPARE(bench.segments(), QStringList{"1.00-2.50 speech"});
    QCOMPARE(bench.editor().selection().size(), 1);
}

void SegmentEditorTest::segmentsAreSplitAndMergedAtThePlayhead()
{
    tests::SegmentBench bench;
    bench.add(1, 3);
    bench.seek(2);
    QVERIFY(bench.editor().act("segment.split"));
    QCOMPARE(bench.segments(), (QStringList{"1.00-2.00 speech", "2.00-3.00 speech"}));
    bench.seek(5);
    bench.editor().act("segment.split");
    QCOMPARE(bench.told.size(), 1);
    bench.editor().setSelection({bench.stored().annotations[0]->id});
    QVERIFY(bench.editor().act("segment.merge"));
    QCOMPARE(bench.segments(), QStringList{"1.00-3.00 speech"});
}

void SegmentEditorTest::keysNudgeAndFold()
{
    tests::SegmentBench bench;
    const AnnotationId id = bench.add(1, 3);
    bench.editor().setSelection({id});
    for (const char *act : {"object.nudge-right-fast", "object.nudge-right-fast", "object.nudge-right"})
        QVERIFY(bench.editor().act(act));
    QCOMPARE(bench.segments(), QStringList{"1.21-3.21 speech"});
    bench.undo();
    QCOMPARE(bench.segments(), QStringList{"1.00-3.00 speech"});
    bench.editor().act("object.edge-right");
    QCOMPARE(bench.segments(), QStringList{"1.00-3.01 speech"});
    bench.editor().act("segment.begin-earlier");
    QCOMPARE(bench.segments(), QStringList{"0.99-3.01 speech"});
}

void SegmentEditorTest::withoutGapsDeletingGivesTheTimeAway()
{
    tests::SegmentBench bench(SegmentRule::Gapless);
    bench.drag(2, 4);
    QCOMPARE(bench.segments().size(), 3);
    QVERIFY(bench.editor().act("edit.delete"));  // the new one is selected
    QCOMPARE(bench.segments().size(), 2);
    QVERIFY(bench.segments().front().startsWith("0.00-4."));
}

void SegmentEditorTest::aRefusalIsToldAndChangesNothing()
{
    tests::SegmentBench bench(SegmentRule::None);
    bench.add(1, 5);
    bench.drag(2, 4);
    QCOMPARE(bench.segments(), QStringList{"1.00-5.00 speech"});
    QCOMPARE(bench.told.size(), 1);
}

void SegmentEditorTest::nextAndPreviousSelectAndPlay()
{
    tests::SegmentBench bench;
    const AnnotationId second = bench.add(5, 6), first = bench.add(1, 2);
    QVERIFY(bench.editor().act("segment.next"));
    QCOMPARE(bench.editor().selection(), QList{first});
    QVERIFY(bench.editor().pane().playback().isPlaying());
    QVERIFY(bench.editor().act("segment.next"));
    QCOMPARE(bench.editor().selection(), QList{second});
    QVERIFY(bench.editor().act("segment.next"));
    QCOMPARE(bench.editor().selection(), QList{second});
    QVERIFY(bench.editor().act("segment.previous"));
    QCOMPARE(bench.editor().selection(), QList{first});
    bench.editor().pane().playback().pause();
}

void SegmentEditorTest::aDoubleClickPlays()
{
    tests::SegmentBench bench;
    bench.add(5, 6);
    QTest::mouseDClick(&bench.view(), Qt::LeftButton, {}, bench.pointAt(5.5));
    QVERIFY(bench.editor().pane().playback().isPlaying());
    QVERIFY(bench.editor().pane().playback().position() >= bench.samples(5));
    bench.editor().pane().playback().pause();
}

void SegmentEditorTest::theLoopFollowsTheSelection()
{
    tests::SegmentBench bench;
    const AnnotationId first = bench.add(1, 2), second = bench.add(5, 6);
    bench.editor().act("segment.loop");
    QCOMPARE(bench.told.size(), 1);
    bench.editor().setSelection({first});
    bench.editor().act("segment.loop");
    QVERIFY(bench.view().WaveView::selection() == (WaveView::Range{bench.samples(1), bench.samples(2)}));
    bench.editor().setSelection({second});
    QVERIFY(bench.view().WaveView::selection() == (WaveView::Range{bench.samples(5), bench.samples(6)}));
    bench.editor().act("sound.loop");  // off
    bench.editor().setSelection({first});
    QVERIFY(bench.view().WaveView::selection() == (WaveView::Range{bench.samples(5), bench.samples(6)}));
    bench.editor().act("segment.loop");
    bench.editor().act("segment.loop");
    QVERIFY(!bench.view().WaveView::selection());
    bench.editor().pane().playback().pause();
}

void SegmentEditorTest::aSplitterAndAViewAreKept()
{
    tests::SegmentBench bench;
    bench.view().showRange(bench.samples(2), bench.samples(4));
    const TimeView shown = bench.view().timeView();
    const QByteArray saved = bench.editor().saveView();
    bench.view().fit();
    bench.editor().restoreView(saved);
    QCOMPARE(bench.view().timeView(), shown);
}

void SegmentEditorTest::copyingGivesLinesOfText()
{
    tests::SegmentBench bench;
    bench.editor().setSelection({bench.add(1, 2)});
    bench.editor().act("edit.copy");
    QVERIFY(QGuiApplication::clipboard()->text().startsWith("00:00:01.000\t00:00:02.000\t1.000\tspeech"));
}

REGISTER_TEST(SegmentEditorTest);
#include "segment_editor_test.moc"
