#include "core/job_options.h"
#include "core/masks.h"
#include "tests/app/window_fixture.h"
#include "widgets/image/image_canvas.h"
#include <QLabel>
#include <QPushButton>
#include <QWheelEvent>

using namespace core;
using Names = std::vector<std::string>;

class SegmentationWindowTest : public QObject {
    Q_OBJECT
private slots:
    void aStrokeMakesAMaskAndADigitRelabelsIt();
    void furtherStrokesGoOnWithItUntilEscape();
    void theEraserTakesPixelsAndAltSwapsTheTwo();
    void aStrokeIsUndoneAndRedoneAfterARestart();
    void inExclusiveJobsPaintingTakesFromTheOthers();
    void aHiddenObjectIsTakenFromToo();
    void theKeyForHolesFillsThem();
    void islandsBecomeObjectsAndMergeAgain();
    void objectsOfAHiddenLabelAreNotGrabbed();
    void bracketsAndCtrlWheelSizeTheBrush();
    void theSizeIsRememberedPerJob();
    void pasteTakesTheMasksOfThePreviousSample();
    void polygonsAreMadeAfterTheLossWasShown();
    void movingAMaskMovesItsPixels();
};

namespace {

struct Painting : tests::WindowFixture {
    explicit Painting(bool exclusive = false)
    {
        makeProject(JobKind::ImageSegmentation, 3, 3);
        openWindow();
        QVERIFY(canvas());
        if (exclusive)
            QVERIFY_OK(
                session().apply({"edit-jobs", "", {changed(session().job(), withExclusive(session().job(), true))}}));
        key(Qt::Key_B);
    }
    widgets::ImageCanvas *canvas() { return window->editor().findChild<widgets::ImageCanvas *>(); }
    QPoint at(double x, double y) { return canvas()->view().toScreen(core::Point{x, y}).toPoint(); }  // of the picture
    void stroke(std::vector<QPoint> way, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseMove(canvas(), way.front());
        QTest::mousePress(canvas(), Qt::LeftButton, modifiers, way.front());
        for (const QPoint at : way)
            QTest::mouseMove(canvas(), at);
        QTest::mouseRelease(canvas(), Qt::LeftButton, modifiers, way.back());
    }
    void dot(double x, double y, Qt::KeyboardModifiers modifiers = {}) { stroke({at(x, y)}, modifiers); }
    void ring() { stroke({at(100, 60), at(260, 60), at(260, 220), at(100, 220), at(100, 60)}); }
    std::size_t count(int image = 0) { return content(image).annotations.size(); }
    MaskRuns runs(std::size_t index = 0, int image = 0)
    {
        const auto all = content(image).annotations;
        const auto *mask = index < all.size() ? std::get_if<Mask>(&all[index]->geometry) : nullptr;
        return mask ? *mask->runs : MaskRuns();
    }
    void act(const char *id) { window->actions().action(id)->trigger(); }
};

}  // namespace

void SegmentationWindowTest::aStrokeMakesAMaskAndADigitRelabelsIt()
{
    Painting f;
    f.stroke({f.at(100, 100), f.at(200, 100)});
    QCOMPARE(f.labelsOf(0), Names{"l1"});
    QVERIFY(f.content(0).state() == State::Labeled);
    QVERIFY(contains(f.runs(), {150.5, 100.5}) && contains(f.runs(), {150.5, 115.5}));
    QVERIFY(!contains(f.runs(), {150.5, 130.5}) && !contains(f.runs(), {250.5, 100.5}));
    f.key(Qt::Key_3);
    QCOMPARE(f.labelsOf(0), Names{"l3"});
}

void SegmentationWindowTest::furtherStrokesGoOnWithItUntilEscape()
{
    Painting f;
    f.dot(80, 80);
    const double one = area(f.runs());
    f.dot(200, 80);
    QCOMPARE(f.count(), 1u);
    QVERIFY(area(f.runs()) > 1.9 * one);
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_2);
    f.dot(300, 200);
    QCOMPARE(f.labelsOf(0), (Names{"l1", "l2"}));
}

void SegmentationWindowTest::theEraserTakesPixelsAndAltSwapsTheTwo()
{
    Painting f;
    f.stroke({f.at(60, 100), f.at(300, 100)});
    f.dot(100, 100, Qt::AltModifier);
    QVERIFY(!contains(f.runs(), {100.5, 100.5}) && contains(f.runs(), {200.5, 100.5}));
    f.key(Qt::Key_E);
    f.dot(200, 100);
    QVERIFY(!contains(f.runs(), {200.5, 100.5}) && contains(f.runs(), {280.5, 100.5}));
    f.dot(200, 100, Qt::AltModifier);
    QVERIFY(contains(f.runs(), {200.5, 100.5}));
    f.stroke({f.at(20, 100), f.at(380, 100)});
    QCOMPARE(f.count(), 0u);
}

void SegmentationWindowTest::aStrokeIsUndoneAndRedoneAfterARestart()
{
    Painting f;
    f.stroke({f.at(60, 60), f.at(300, 200)});
    f.dot(300, 60);
    const MaskRuns painted = f.runs();
    f.window.reset();
    f.openWindow();
    f.canvas()->setFocus();
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!f.runs().isEmpty() && !contains(f.runs(), {300.5, 60.5}));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.count(), 0u);
    f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.runs() == painted);
}

void SegmentationWindowTest::inExclusiveJobsPaintingTakesFromTheOthers()
{
    Painting f(true);
    f.stroke({f.at(60, 100), f.at(300, 100)});
    const double whole = area(f.runs());
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_2);
    f.dot(180, 100);
    QCOMPARE(f.count(), 2u);
    QVERIFY(!meets(f.runs(0), f.runs(1)));
    QCOMPARE(area(f.runs(0)) + area(united(f.runs(1), MaskRuns())), area(united(f.runs(0), f.runs(1))));
    QVERIFY(area(f.runs(0)) < whole);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.count(), 1u);
    QCOMPARE(area(f.runs()), whole);
}

void SegmentationWindowTest::aHiddenObjectIsTakenFromToo()
{
    Painting f(true);
    f.stroke({f.at(60, 100), f.at(300, 100)});
    f.act("object.hide");
    f.key(Qt::Key_Escape);
    f.dot(180, 100);
    QVERIFY(!meets(f.runs(0), f.runs(1)));
    QVERIFY(contains(f.runs(1), {180.5, 100.5}));
}

void SegmentationWindowTest::theKeyForHolesFillsThem()
{
    Painting f;
    f.ring();
    QVERIFY(!contains(f.runs(), {180.5, 140.5}));
    f.key(Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(contains(f.runs(), {180.5, 140.5}));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!contains(f.runs(), {180.5, 140.5}));
}

void SegmentationWindowTest::islandsBecomeObjectsAndMergeAgain()
{
    Painting f;
    f.dot(80, 80);
    f.dot(300, 200);
    const MaskRuns both = f.runs();
    f.key(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.count(), 2u);
    f.key(Qt::Key_A, Qt::ControlModifier);
    f.key(Qt::Key_M, Qt::ControlModifier);
    QCOMPARE(f.count(), 1u);
    QVERIFY(f.runs() == both);
}

void SegmentationWindowTest::objectsOfAHiddenLabelAreNotGrabbed()
{
    Painting f;
    f.dot(150, 150);
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Escape);
    QCOMPARE(f.window->editor().view()->tool(), QByteArray("select"));
    f.key(Qt::Key_H, Qt::ControlModifier);
    QTest::mouseClick(f.canvas(), Qt::LeftButton, {}, f.at(150, 150));
    QVERIFY(f.session().selection().isEmpty());
    f.key(Qt::Key_H, Qt::ControlModifier);
    QTest::mouseClick(f.canvas(), Qt::LeftButton, {}, f.at(150, 150));
    QCOMPARE(f.session().selection().size(), 1);
}

void SegmentationWindowTest::bracketsAndCtrlWheelSizeTheBrush()
{
    Painting f;
    f.dot(150, 150);
    const double first = area(f.runs());
    f.key(Qt::Key_Escape);
    for (int i = 0; i < 4; ++i)
        f.key(Qt::Key_BracketRight);
    f.dot(150, 150);
    const double larger = area(f.runs(1));
    QVERIFY(larger > 1.5 * first);
    f.key(Qt::Key_Escape);
    const QPoint at = f.at(150, 150);
    for (int i = 0; i < 9; ++i) {
        QWheelEvent event(at, f.canvas()->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::ControlModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(f.canvas(), &event);
    }
    const widgets::View view = f.canvas()->view();
    f.dot(150, 150);
    QVERIFY(area(f.runs(2)) < first);
    QVERIFY(f.canvas()->view() == view);  // it did not zoom
}

void SegmentationWindowTest::theSizeIsRememberedPerJob()
{
    Painting f;
    for (int i = 0; i < 4; ++i)
        f.key(Qt::Key_BracketRight);
    f.dot(150, 150);
    const double painted = area(f.runs());
    f.window.reset();
    f.openWindow();
    f.canvas()->setFocus();
    f.key(Qt::Key_B);
    f.key(Qt::Key_D);
    f.dot(150, 150);
    QCOMPARE(area(f.runs(0, 1)), painted);
}

void SegmentationWindowTest::pasteTakesTheMasksOfThePreviousSample()
{
    Painting f(true);
    f.dot(150, 150);
    f.key(Qt::Key_D);
    f.key(Qt::Key_2);
    f.stroke({f.at(100, 150), f.at(200, 150)});
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(f.labelsOf(1), (Names{"l2", "l1"}));
    QVERIFY(f.runs(1, 1) == f.runs(0, 0));
    QVERIFY(!meets(f.runs(0, 1), f.runs(1, 1)));
}

void SegmentationWindowTest::polygonsAreMadeAfterTheLossWasShown()
{
    Painting f;
    f.ring();
    f.act("mask.to-polygons");
    auto *panel = f.canvas()->findChild<QFrame *>("convert");
    QVERIFY(panel && panel->isVisible());
    QVERIFY(std::holds_alternative<Mask>(f.content(0).annotations[0]->geometry));
    QVERIFY(panel->findChild<QLabel *>("loss")->text().contains("px"));
    QTest::mouseClick(panel->findChild<QPushButton *>("agree"), Qt::LeftButton);
    const auto all = f.content(0).annotations;
    QCOMPARE(all.size(), 1u);
    QCOMPARE(std::get<Polygon>(all[0]->geometry).rings.size(), 2u);  // the hole is kept
    QVERIFY(!panel->isVisible());
}

void SegmentationWindowTest::movingAMaskMovesItsPixels()
{
    Painting f;
    f.dot(150, 150);
    const MaskRuns before = f.runs();
    f.key(Qt::Key_V);
    QTest::mousePress(f.canvas(), Qt::LeftButton, {}, f.at(150, 150));
    QTest::mouseMove(f.canvas(), f.at(170, 160));
    QTest::mouseMove(f.canvas(), f.at(190, 170));
    QTest::mouseRelease(f.canvas(), Qt::LeftButton, {}, f.at(190, 170));
    const auto by = bounds(f.runs())->left - bounds(before)->left;
    QVERIFY(by > 35 && by < 45);
    QCOMPARE(area(f.runs()), area(before));
}

REGISTER_TEST(SegmentationWindowTest);
#include "segmentation_window_test.moc"
