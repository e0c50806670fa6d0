#include "tests/app/window_fixture.h"
#include "widgets/canvas.h"
#include <cmath>

using namespace core;
using Names = std::vector<std::string>;

class DetectionWindowTest : public QObject {
    Q_OBJECT
private slots:
    void aDragMakesABoxAndADigitRelabelsIt();
    void twoClicksMakeABox();
    void undoTakesTheBoxBackAndRedoBringsItAgain();
    void deleteRemovesTheSelectedObject();
    void pasteWithNothingCopiedTakesThePreviousSamplesObjects();
    void copyAndPasteMoveTheCopyAside();
    void nudgesByKeyFoldIntoOneStep();
    void tabGoesFromObjectToObject();
    void aHeldKeySelectsAndGoesBackToDrawingWhenReleased();
    void objectsAreCopiedToTheNextSample();
    void aTapOfTheHeldKeyLeavesTheTool();
    void aDragOutlivesTheHeldKey();
    void theHeldKeyLeavesADrawingAlone();
};

namespace {

struct Drawing : tests::WindowFixture {
    Drawing()
    {
        makeProject(JobKind::ObjectDetection, 3, 3);
        openWindow();
        QVERIFY(canvas());
    }
    widgets::Canvas *canvas() { return window->editor().findChild<widgets::Canvas *>(); }
    QPoint at(double x, double y)  // relative to the canvas, 0…1
    {
        return {int(canvas()->width() * x), int(canvas()->height() * y)};
    }
    void drag(QPoint from, QPoint to)
    {
        QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
        QTest::mouseMove(canvas(), (from + to) / 2);
        QTest::mouseMove(canvas(), to);
        QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    }
    void drawBox()
    {
        key(Qt::Key_W);
        drag(at(0.35, 0.4), at(0.6, 0.6));
    }
    void useModelArtsKeys()
    {
        app::Preferences preferences = settings.preferences();
        preferences.profile = app::KeyProfile::ModelArts;
        settings.setPreferences(preferences);
    }
    QByteArray tool() { return window->editor().view()->tool(); }
    Box box(int image, std::size_t index = 0) { return std::get<Box>(content(image).annotations.at(index)->geometry); }
};

}  // namespace

void DetectionWindowTest::aDragMakesABoxAndADigitRelabelsIt()
{
    Drawing f;
    f.drawBox();
    QCOMPARE(f.labelsOf(0), Names{"l1"});
    QVERIFY(f.content(0).state() == State::Labeled);
    f.key(Qt::Key_3);
    QCOMPARE(f.labelsOf(0), Names{"l3"});
    QVERIFY(f.box(0).w > 40 && f.box(0).h > 30);
}

void DetectionWindowTest::twoClicksMakeABox()
{
    Drawing f;
    f.key(Qt::Key_2);
    f.key(Qt::Key_R);
    QTest::mouseClick(f.canvas(), Qt::LeftButton, {}, f.at(0.4, 0.4));
    QTest::mouseMove(f.canvas(), f.at(0.5, 0.5));
    QTest::mouseMove(f.canvas(), f.at(0.6, 0.55));
    QTest::mouseClick(f.canvas(), Qt::LeftButton, {}, f.at(0.6, 0.55));
    QCOMPARE(f.labelsOf(0), Names{"l2"});
}

void DetectionWindowTest::undoTakesTheBoxBackAndRedoBringsItAgain()
{
    Drawing f;
    f.drawBox();
    const Box drawn = f.box(0);
    f.key(Qt::Key_D);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.current(), QString("img_0.png"));
    QVERIFY(f.content(0).annotations.empty());
    QVERIFY(f.content(0).state() == State::Unlabeled);
    f.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(f.box(0) == drawn);
}

void DetectionWindowTest::deleteRemovesTheSelectedObject()
{
    Drawing f;
    f.drawBox();
    f.drag(f.at(0.62, 0.3), f.at(0.7, 0.38));
    QCOMPARE(f.content(0).annotations.size(), std::size_t(2));
    f.key(Qt::Key_Delete);
    QCOMPARE(f.content(0).annotations.size(), std::size_t(1));
}

void DetectionWindowTest::pasteWithNothingCopiedTakesThePreviousSamplesObjects()
{
    Drawing f;
    f.drawBox();
    f.key(Qt::Key_D);
    QCOMPARE(f.current(), QString("img_1.png"));
    f.key(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(f.box(1) == f.box(0));
    QCOMPARE(f.labelsOf(1), Names{"l1"});
}

void DetectionWindowTest::copyAndPasteMoveTheCopyAside()
{
    Drawing f;
    f.drawBox();
    f.key(Qt::Key_C, Qt::ControlModifier);
    f.key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(f.content(0).annotations.size(), std::size_t(2));
    QCOMPARE(f.box(0, 1).x, f.box(0, 0).x + 10);
}

void DetectionWindowTest::nudgesByKeyFoldIntoOneStep()
{
    Drawing f;
    f.drawBox();
    const Box drawn = f.box(0);
    for (int i = 0; i < 5; ++i)
        f.key(Qt::Key_Right);
    QCOMPARE(f.box(0).x, drawn.x + 5);
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.box(0) == drawn);
}

void DetectionWindowTest::tabGoesFromObjectToObject()
{
    Drawing f;
    f.drawBox();
    f.drag(f.at(0.62, 0.3), f.at(0.7, 0.38));
    const auto content = f.content(0);
    f.key(Qt::Key_Escape);
    f.key(Qt::Key_Tab);
    QCOMPARE(f.session().selection(), QList<AnnotationId>{content.annotations[0]->id});
    f.key(Qt::Key_Tab);
    QCOMPARE(f.session().selection(), QList<AnnotationId>{content.annotations[1]->id});
    f.key(Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(f.session().selection(), QList<AnnotationId>{content.annotations[0]->id});
}

void DetectionWindowTest::aHeldKeySelectsAndGoesBackToDrawingWhenReleased()
{
    Drawing f;
    f.drawBox();
    const Box drawn = f.box(0);
    f.useModelArtsKeys();
    f.key(Qt::Key_Escape);
    QTest::keyPress(f.canvas(), Qt::Key_X);
    QCOMPARE(f.tool(), QByteArray("select"));
    f.drag(f.at(0.45, 0.5), f.at(0.5, 0.55));
    QCOMPARE(f.content(0).annotations.size(), std::size_t(1));
    QVERIFY(f.box(0).x > drawn.x && f.box(0).w == drawn.w);
    QTest::keyRelease(f.canvas(), Qt::Key_X);
    QTRY_COMPARE(f.tool(), QByteArray("box"));
    f.drag(f.at(0.62, 0.3), f.at(0.7, 0.38));
    QCOMPARE(f.content(0).annotations.size(), std::size_t(2));
}

void DetectionWindowTest::objectsAreCopiedToTheNextSample()
{
    Drawing f;
    f.drawBox();
    f.key(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.current(), QString("img_1.png"));
    QCOMPARE(f.content(1).annotations.size(), std::size_t(1));
    QCOMPARE(f.box(1), f.box(0));
    f.key(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.content(1).annotations.empty());
    QCOMPARE(f.content(0).annotations.size(), std::size_t(1));
}

void DetectionWindowTest::aTapOfTheHeldKeyLeavesTheTool()
{
    Drawing f;
    f.useModelArtsKeys();
    f.key(Qt::Key_2);
    QCOMPARE(f.tool(), QByteArray("polygon"));
    f.key(Qt::Key_X);
    QTRY_COMPARE(f.tool(), QByteArray("polygon"));
}

void DetectionWindowTest::aDragOutlivesTheHeldKey()
{
    Drawing f;
    f.drawBox();
    const Box drawn = f.box(0);
    f.useModelArtsKeys();
    QTest::keyPress(f.canvas(), Qt::Key_X);
    QTest::mousePress(f.canvas(), Qt::LeftButton, {}, f.at(0.45, 0.5));
    QTest::mouseMove(f.canvas(), f.at(0.5, 0.5));
    QTest::keyRelease(f.canvas(), Qt::Key_X);
    QTest::mouseMove(f.canvas(), f.at(0.55, 0.5));
    QCOMPARE(f.tool(), QByteArray("select"));
    QTest::mouseRelease(f.canvas(), Qt::LeftButton, {}, f.at(0.55, 0.5));
    QTRY_COMPARE(f.tool(), QByteArray("box"));
    QVERIFY(f.box(0).x > drawn.x + 20);
}

void DetectionWindowTest::theHeldKeyLeavesADrawingAlone()
{
    Drawing f;
    f.useModelArtsKeys();
    f.key(Qt::Key_2);
    for (const auto &[x, y] : {std::pair(0.4, 0.4), {0.6, 0.4}, {0.5, 0.6}})
        QTest::mouseClick(f.canvas(), Qt::LeftButton, {}, f.at(x, y));
    f.key(Qt::Key_X);
    f.key(Qt::Key_Return);
    QCOMPARE(f.content(0).annotations.size(), std::size_t(1));
    QVERIFY(std::holds_alternative<Polygon>(f.content(0).annotations[0]->geometry));
}

REGISTER_TEST(DetectionWindowTest);
#include "detection_window_test.moc"
