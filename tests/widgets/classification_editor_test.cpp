#include "widgets/image/classification_editor.h"
#include "tests/widgets/editor_bench.h"
#include "tests/widgets/pictures.h"
#include <QToolButton>

using namespace core;
using namespace widgets;

class ClassificationEditorTest : public QObject {
    Q_OBJECT
private slots:
    void everyLabelIsAChipAndAClickRemovesIt();
    void aProposalShowsItsConfidence();
    void labelsKeepTheZoom();
};

void ClassificationEditorTest::everyLabelIsAChipAndAClickRemovesIt()
{
    tests::EditorBench bench(JobKind::ImageClassification);
    tests::quarters({640, 480}).save(bench.path("a.png"));
    bench.open(bench.path("a.png"));
    for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
        const auto content = bench.stored();
        bench.apply(assignLabel(std::span(&content, 1), bench.label(i), Labels::Multiple));
    }
    QTRY_COMPARE(bench.editor().findChildren<QToolButton *>().size(), 2);
    QTest::mouseClick(bench.editor().findChildren<QToolButton *>().first(), Qt::LeftButton);
    QCOMPARE(bench.stored().annotations.size(), 1u);
    QCOMPARE(bench.stored().annotations[0]->label, bench.label(1));
}

void ClassificationEditorTest::aProposalShowsItsConfidence()
{
    tests::EditorBench bench(JobKind::ImageClassification);
    tests::quarters({640, 480}).save(bench.path("a.png"));
    bench.open(bench.path("a.png"));
    Annotation proposal;
    proposal.id = {-1};
    proposal.job = bench.job();
    proposal.sample = bench.sample();
    proposal.label = bench.label(0);
    proposal.proposed = true;
    proposal.confidence = 0.734;
    bench.apply({"import", "", {created(proposal)}});
    QTRY_COMPARE(bench.editor().findChildren<QToolButton *>().size(), 1);
    QCOMPARE(bench.editor().findChild<QToolButton *>()->text(), QString("car  73 %"));
}

void ClassificationEditorTest::labelsKeepTheZoom()
{
    tests::EditorBench bench(JobKind::ImageClassification);
    tests::quarters({640, 480}).save(bench.path("a.png"));
    bench.open(bench.path("a.png"));
    QVERIFY(bench.editor().act("view.zoom-in"));
    const QByteArray view = bench.editor().saveView();
    const auto content = bench.stored();
    bench.apply(assignLabel(std::span(&content, 1), bench.label(0), Labels::Single));
    QCOMPARE(bench.editor().saveView(), view);
}

REGISTER_TEST(ClassificationEditorTest);
#include "classification_editor_test.moc"
