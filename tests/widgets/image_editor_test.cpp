#include "widgets/image/image_editor.h"
#include "tests/widgets/editor_bench.h"
#include "tests/widgets/pictures.h"
#include "widgets/image/image_canvas.h"
#include <QMenu>
#include <QWheelEvent>
#include <cmath>

using namespace core;
using namespace widgets;

class ImageEditorTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup() { m_bench.reset(); }
    void aDragMakesABoxOfTheArmedLabelAndSelectsIt();
    void twoClicksMakeABoxToo();
    void aClickAloneWithTinyDragMakesNothing();
    void escapeCancelsADrawing();
    void enterClosesAPolygonAndBackspaceTakesAPointBack();
    void everyToolDrawsItsShape_data();
    void everyToolDrawsItsShape();
    void dragWithSelectMovesAndHandlesResize();
    void drawingNeverGrabsWhatIsThere();
    void repeatedClicksCycleThroughWhatLiesThere();
    void aRubberBandSelects();
    void nudgesFoldIntoOneUndoStep();
    void theEdgeKeysMoveTheRightAndBottomEdge();
    void theWheelZoomsAtThePointer();
    void theWheelScrollsWhenAskedAndCtrlZoomsAnyway();
    void middleDragAndHeldSpacePan();
    void tappedSpaceIsLeftToTheWindow();
    void aDoubleClickOnNothingFits();
    void zoomIsBounded();
    void theViewComesBack();
    void relabellingKeepsZoomAndGesture();
    void shapesStayInsideThePicture();
    void hiddenObjectsCannotBeGrabbed();
    void theMenuRelabelsAndDeletes();
    void aBrokenPictureSaysWhy();
    void aMissingPictureKeepsItsLabels();
    void sizesLearntByDecodingAreTold();

private:
    ImageCanvas &canvas() { return static_cast<ImageEditor &>(m_bench->editor()).canvas(); }
    QPoint at(double x, double y) { return canvas().view().toScreen(core::Point{x, y}).toPoint(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&canvas(), (from + to) / 2);
        QTest::mouseMove(&canvas(), to);
        QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
    }
    void click(QPoint where)
    {
        QTest::mouseMove(&canvas(), where);
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, where);
    }
    void add(Geometry geometry, std::size_t label = 0)
    {
        Annotation annotation;
        annotation.id = {-1};
        annotation.job = m_bench->job();
        annotation.sample = m_bench->sample();
        annotation.label = m_bench->label(label);
        annotation.geometry = std::move(geometry);
        const auto all = m_bench->stored().annotations;
        annotation.order = all.empty() ? 0 : all.back()->order + 1;
        m_bench->apply({"paste", "", {created(annotation)}});
    }
    void wheel(int delta, QPoint where, Qt::KeyboardModifiers modifiers = {})
    {
        QWheelEvent event(where, canvas().mapToGlobal(where), {}, {0, delta}, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&canvas(), &event);
    }
    bool near(double a, double b) const
    {
        return std::abs(a - b) <= 1.5;
    }  // a screen pixel is that much of the picture

    std::unique_ptr<tests::EditorBench> m_bench;
};

void ImageEditorTest::init()
{
    m_bench = std::make_unique<tests::EditorBench>(JobKind::ObjectDetection);
    tests::quarters({640, 480}).save(m_bench->path("a.png"));
    m_bench->open(m_bench->path("a.png"), {640, 480});
    m_bench->editor().setCurrentLabel(m_bench->label(1));
}

void ImageEditorTest::aDragMakesABoxOfTheArmedLabelAndSelectsIt()
{
    m_bench->editor().setTool("box");
    drag(at(100, 50), at(300, 200));
    const auto content = m_bench->stored();
    QCOMPARE(content.annotations.size(), 1u);
    const Box box = m_bench->only<Box>();
    QVERIFY(near(box.x, 100) && near(box.y, 50) && near(box.w, 200) && near(box.h, 150));
    QCOMPARE(content.annotations[0]->label, m_bench->label(1));
    QCOMPARE(content.state(), State::Labeled);
    QCOMPARE(m_bench->editor().selection(), QList{content.annotations[0]->id});
    QCOMPARE(m_bench->editor().tool(), QByteArray("box"));  // stays armed
}

void ImageEditorTest::twoClicksMakeABoxToo()
{
    m_bench->editor().setTool("box");
    click(at(100, 50));
    QCOMPARE(m_bench->stored().annotations.size(), 0u);
    click(at(300, 200));
    const Box box = m_bench->only<Box>();
    QVERIFY(near(box.x, 100) && near(box.y, 50) && near(box.w, 200) && near(box.h, 150));
}

void ImageEditorTest::aClickAloneWithTinyDragMakesNothing()
{
    m_bench->editor().setTool("box");
    click(at(100, 50));
    click(at(100, 50) + QPoint(1, 1));
    QCOMPARE(m_bench->stored().annotations.size(), 0u);
}

void ImageEditorTest::escapeCancelsADrawing()
{
    m_bench->editor().setTool("box");
    QTest::mousePress(&canvas(), Qt::LeftButton, {}, at(100, 50));
    QTest::mouseMove(&canvas(), at(300, 200));
    QTest::keyClick(&canvas(), Qt::Key_Escape);
    QTest::mouseRelease(&canvas(), Qt::LeftButton, {}, at(300, 200));
    QCOMPARE(m_bench->stored().annotations.size(), 0u);
    QVERIFY(!m_bench->editor().cancelGesture());
}

void ImageEditorTest::enterClosesAPolygonAndBackspaceTakesAPointBack()
{
    m_bench->editor().setTool("polygon");
    for (const QPoint p : {at(100, 100), at(300, 100), at(300, 300), at(50, 400)})
        click(p);
    QTest::keyClick(&canvas(), Qt::Key_Backspace);
    click(at(100, 300));
    QTest::keyClick(&canvas(), Qt::Key_Return);
    const Polygon polygon = m_bench->only<Polygon>();
    QCOMPARE(polygon.rings.size(), 1u);
    QCOMPARE(polygon.rings[0].size(), 4u);
    QVERIFY(near(polygon.rings[0][3].x, 100) && near(polygon.rings[0][3].y, 300));
}

void ImageEditorTest::everyToolDrawsItsShape_data()
{
    QTest::addColumn<QByteArray>("tool");
    QTest::addColumn<QString>("kind");
    const std::pair<const char *, const char *> rows[] = {
        {"box", "box"}, {"circle", "circle"}, {"line", "polyline"}, {"dashed", "polyline"}, {"point", "point"}};
    for (const auto &[tool, kind] : rows)
        QTest::newRow(tool) << QByteArray(tool) << QString(kind);
}

void ImageEditorTest::everyToolDrawsItsShape()
{
    QFETCH(QByteArray, tool);
    QFETCH(QString, kind);
    m_bench->editor().setTool(tool);
    if (tool == "point")
        click(at(200, 200));
    else
        drag(at(200, 200), at(300, 280));
    const auto content = m_bench->stored();
    QCOMPARE(content.annotations.size(), 1u);
    QCOMPARE(QString(kindName(content.annotations[0]->geometry)), kind);
    if (kind == "polyline")
        QCOMPARE(std::get<Polyline>(content.annotations[0]->geometry).dashed, tool == "dashed");
}

void ImageEditorTest::dragWithSelectMovesAndHandlesResize()
{
    add(Box{100, 100, 200, 100, 0});
    drag(at(200, 150), at(250, 180));
    QVERIFY(near(m_bench->only<Box>().x, 150) && near(m_bench->only<Box>().y, 130));
    QCOMPARE(m_bench->editor().selection().size(), 1);
    drag(at(350, 230), at(400, 300));  // the bottom right corner
    const Box box = m_bench->only<Box>();
    QVERIFY(near(box.x, 150) && near(box.w, 250) && near(box.h, 170));
    m_bench->undo();
    m_bench->undo();
    QCOMPARE(m_bench->only<Box>(), (Box{100, 100, 200, 100, 0}));
}

void ImageEditorTest::drawingNeverGrabsWhatIsThere()
{
    add(Box{100, 100, 200, 100, 0});
    m_bench->editor().setTool("box");
    drag(at(150, 120), at(250, 180));
    QCOMPARE(m_bench->stored().annotations.size(), 2u);
    QCOMPARE(std::get<Box>(m_bench->stored().annotations[0]->geometry), (Box{100, 100, 200, 100, 0}));
}

void ImageEditorTest::repeatedClicksCycleThroughWhatLiesThere()
{
    add(Box{100, 100, 300, 300, 0});
    add(Box{150, 150, 100, 100, 0});
    const auto all = m_bench->stored().annotations;
    click(at(200, 200));
    QCOMPARE(m_bench->editor().selection(), QList{all[1]->id});
    click(at(200, 200));
    QCOMPARE(m_bench->editor().selection(), QList{all[0]->id});
}

void ImageEditorTest::aRubberBandSelects()
{
    add(Box{100, 100, 50, 50, 0});
    add(Box{200, 100, 50, 50, 0});
    add(Box{500, 400, 50, 50, 0});
    drag(at(80, 80), at(300, 200));
    QCOMPARE(m_bench->editor().selection().size(), 2);
    QCOMPARE(m_bench->applied(), 3);  // nothing changed by it
}

void ImageEditorTest::nudgesFoldIntoOneUndoStep()
{
    add(Box{100, 100, 50, 50, 0});
    click(at(125, 125));
    for (int i = 0; i < 3; ++i)
        QVERIFY(m_bench->editor().act("object.nudge-right"));
    QVERIFY(m_bench->editor().act("object.nudge-down-fast"));
    QCOMPARE(m_bench->only<Box>(), (Box{103, 110, 50, 50, 0}));
    m_bench->undo();
    QCOMPARE(m_bench->only<Box>(), (Box{100, 100, 50, 50, 0}));
}

void ImageEditorTest::theEdgeKeysMoveTheRightAndBottomEdge()
{
    add(Box{100, 100, 50, 50, 0});
    click(at(125, 125));
    QVERIFY(m_bench->editor().act("object.edge-left"));
    QVERIFY(m_bench->editor().act("object.edge-down"));
    QCOMPARE(m_bench->only<Box>(), (Box{100, 100, 49, 51, 0}));
}

void ImageEditorTest::theWheelZoomsAtThePointer()
{
    const QPoint where = at(160, 120);
    const double before = canvas().view().scale;
    wheel(240, where);
    QVERIFY(canvas().view().scale > before * 1.3);
    const core::Point kept = canvas().view().toScene(where);
    QVERIFY(near(kept.x, 160) && near(kept.y, 120));
}

void ImageEditorTest::theWheelScrollsWhenAskedAndCtrlZoomsAnyway()
{
    QVERIFY(m_bench->editor().act("view.wheel-scrolls"));
    const View before = canvas().view();
    wheel(-120, at(300, 300));
    QCOMPARE(canvas().view().scale, before.scale);
    QVERIFY(canvas().view().origin.y() < before.origin.y());
    wheel(120, at(300, 300), Qt::ControlModifier);
    QVERIFY(canvas().view().scale > before.scale);
}

void ImageEditorTest::middleDragAndHeldSpacePan()
{
    m_bench->editor().setTool("box");
    const QPointF before = canvas().view().origin;
    QTest::mousePress(&canvas(), Qt::MiddleButton, {}, {300, 300});
    QTest::mouseMove(&canvas(), {340, 320});
    QTest::mouseRelease(&canvas(), Qt::MiddleButton, {}, {340, 320});
    QCOMPARE(canvas().view().origin, before + QPointF(40, 20));
    QTest::keyPress(&canvas(), Qt::Key_Space);
    drag({300, 300}, {280, 290});
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    QCOMPARE(canvas().view().origin, before + QPointF(20, 10));
    QCOMPARE(m_bench->stored().annotations.size(), 0u);
}

void ImageEditorTest::tappedSpaceIsLeftToTheWindow()
{
    QAction next(&m_bench->editor());
    next.setShortcut(Qt::Key_Space);
    m_bench->editor().addAction(&next);
    int triggered = 0;
    connect(&next, &QAction::triggered, this, [&] { ++triggered; });
    QTest::keyClick(&canvas(), Qt::Key_Space);
    QCOMPARE(triggered, 1);
    QTest::keyPress(&canvas(), Qt::Key_Space);
    drag({300, 300}, {280, 290});
    QTest::keyRelease(&canvas(), Qt::Key_Space);
    QCOMPARE(triggered, 1);
}

void ImageEditorTest::aDoubleClickOnNothingFits()
{
    m_bench->editor().act("view.actual-size");
    m_bench->editor().act("view.zoom-in");
    QVERIFY(!canvas().isFitted());
    QTest::mouseDClick(&canvas(), Qt::LeftButton, {}, at(300, 300));
    QVERIFY(canvas().isFitted());
}

void ImageEditorTest::zoomIsBounded()
{
    for (int i = 0; i < 100; ++i)
        wheel(120, {400, 300});
    QVERIFY(canvas().view().scale <= 64);
    for (int i = 0; i < 200; ++i)
        wheel(-120, {400, 300});
    QVERIFY(canvas().view().scale >= 0.2);
    const QRectF shown = canvas().view().toScreen(Rect{0, 0, 640, 480});
    QVERIFY(shown.intersects(QRectF(canvas().rect())));
}

void ImageEditorTest::theViewComesBack()
{
    m_bench->editor().act("view.zoom-in");
    wheel(120, {100, 100});
    const View view = canvas().view();
    const QByteArray saved = m_bench->editor().saveView();
    m_bench->editor().act("view.fit");
    m_bench->editor().restoreView(saved);
    QVERIFY(std::abs(canvas().view().scale - view.scale) < 1e-9);
    QVERIFY(QLineF(canvas().view().origin, view.origin).length() < 1e-6);
    m_bench->editor().restoreView("rubbish");
    QVERIFY(canvas().isFitted());
}

void ImageEditorTest::relabellingKeepsZoomAndGesture()
{
    add(Box{10, 10, 50, 50, 0});
    wheel(240, {400, 300});
    const View view = canvas().view();
    m_bench->editor().setTool("polygon");
    click(at(300, 250));
    const AnnotationId id = m_bench->stored().annotations[0]->id;
    m_bench->apply(relabel(m_bench->stored(), std::span(&id, 1), m_bench->label(1)));
    QCOMPARE(canvas().view(), view);
    QVERIFY(canvas().isDrawing());
}

void ImageEditorTest::shapesStayInsideThePicture()
{
    m_bench->editor().setTool("box");
    drag(at(600, 440), QPoint(canvas().width() - 2, canvas().height() - 2));
    const Box box = m_bench->only<Box>();
    QVERIFY(box.w > 0 && box.x + box.w <= 640 && box.y + box.h <= 480);
}

void ImageEditorTest::hiddenObjectsCannotBeGrabbed()
{
    add(Box{100, 100, 200, 100, 0});
    click(at(200, 150));
    QVERIFY(m_bench->editor().act("object.hide"));
    m_bench->editor().setSelection({});
    click(at(200, 150));
    QVERIFY(m_bench->editor().selection().isEmpty());
}

void ImageEditorTest::theMenuRelabelsAndDeletes()
{
    add(Box{100, 100, 200, 100, 0});
    const auto openMenu = [&] {
        QTest::mouseClick(&canvas(), Qt::RightButton, {}, at(200, 150));
        return m_bench->editor().findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly).last();
    };
    QMenu *menu = openMenu();
    QCOMPARE(m_bench->editor().selection().size(), 1);
    menu->actions().first()->menu()->actions().at(1)->trigger();
    QCOMPARE(m_bench->stored().annotations[0]->label, m_bench->label(1));
    menu->close();
    openMenu()->actions().last()->trigger();
    QCOMPARE(m_bench->stored().annotations.size(), 0u);
}

void ImageEditorTest::aBrokenPictureSaysWhy()
{
    QFile file(m_bench->path("bad.png"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no picture");
    file.close();
    std::optional<MediaInfo> told;
    connect(&m_bench->editor(), &EditorView::mediaFound, this, [&](SampleId, const MediaInfo &info) { told = info; });
    m_bench->open(m_bench->path("bad.png"));
    QVERIFY(told && told->state == MediaState::Broken);
    QVERIFY(canvas().picture().error().has_value());
    m_bench->editor().setTool("box");
    drag({100, 100}, {200, 200});
    QCOMPARE(m_bench->stored().annotations.size(), 0u);  // no picture, no place
}

void ImageEditorTest::aMissingPictureKeepsItsLabels()
{
    Sample sample;
    std::optional<MediaInfo> told;
    connect(&m_bench->editor(), &EditorView::mediaFound, this, [&](SampleId, const MediaInfo &info) { told = info; });
    m_bench->open(m_bench->path("gone.png"), {640, 480});
    QVERIFY(told && told->state == MediaState::Missing);
    add(Box{100, 100, 200, 100, 0});
    click(at(200, 150));
    QCOMPARE(m_bench->editor().selection().size(), 1);
}

void ImageEditorTest::sizesLearntByDecodingAreTold()
{
    tests::writeTurnedJpeg(m_bench->path("turned.jpg"), {300, 200}, 6);
    std::optional<MediaInfo> told;
    connect(&m_bench->editor(), &EditorView::mediaFound, this, [&](SampleId, const MediaInfo &info) { told = info; });
    m_bench->open(m_bench->path("turned.jpg"));
    QVERIFY(told.has_value());
    QCOMPARE(told->state, MediaState::Present);
    QCOMPARE(QSize(told->width, told->height), QSize(300, 200));
    QCOMPARE(canvas().sceneSize(), QSizeF(300, 200));
}

REGISTER_TEST(ImageEditorTest);
#include "image_editor_test.moc"
