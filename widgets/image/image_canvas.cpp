#include "widgets/image/image_canvas.h"
#include "widgets/image/content_difference.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QTimer>
#include <algorithm>
#include <cmath>

namespace widgets {

using namespace core;

namespace {

Qt::CursorShape shapeOf(Cursor cursor)
{
    switch (cursor) {
    case Cursor::Arrow: return Qt::ArrowCursor;
    case Cursor::Cross: return Qt::CrossCursor;
    case Cursor::Hand: return Qt::OpenHandCursor;
    case Cursor::SizeAll: return Qt::SizeAllCursor;
    case Cursor::SizeHorizontal: return Qt::SizeHorCursor;
    case Cursor::SizeVertical: return Qt::SizeVerCursor;
    case Cursor::SizeFalling: return Qt::SizeFDiagCursor;
    case Cursor::SizeRising: return Qt::SizeBDiagCursor;
    case Cursor::Rotate: return Qt::PointingHandCursor;
    case Cursor::Vertex: return Qt::PointingHandCursor;
    }
    return Qt::ArrowCursor;
}

}  // namespace

ImageCanvas::ImageCanvas(MediaService &media, QWidget *parent)
    : PictureCanvas(media, parent),
      m_layer(m_index, m_painter),
      m_masks(m_index, m_painter)
{
    m_painter.setFont(font());
    connectBench();
    setTool("select");
}

void ImageCanvas::setAnnotations(std::shared_ptr<const SampleContent> content)
{
    static const std::vector<AnnotationPtr> none;
    const auto &before = m_content ? m_content->annotations : none;
    const auto &after = content ? content->annotations : none;
    if (!m_content || !content || m_content->sample.id != content->sample.id) {
        m_gesture.reset();
        m_stroke.end();
        m_hovered = {};
        m_index.show(after);
        m_layer.setLeftOut({});
        m_layer.reset();
        m_masks.forget();
        m_masks.show(after);
    } else {
        ContentDifference found = difference(before, after, m_index);
        m_index.show(after);
        m_masks.show(after);
        m_layer.change(found.stale);
        if (m_awaitsCreated)
            m_created += found.created;
    }
    m_content = std::move(content);
    setHiddenLabels(std::move(m_hiddenLabels));
    update();
}

void ImageCanvas::setLabels(const std::vector<Label> &labels)
{
    m_painter.setLabels(labels);
    m_layer.reset();
    m_masks.setLabelsChanged();
    update();
}

void ImageCanvas::setTool(const QByteArray &id)
{
    cancelGesture();
    m_toolId = id;
    m_tool = makeTool({id.constData(), static_cast<std::size_t>(id.size())});
    m_hovered = {};
    updateCursor();
    update();
}

void ImageCanvas::setSelection(QList<AnnotationId> selection)
{
    m_selection = std::move(selection);
    update();
}

std::vector<AnnotationPtr> ImageCanvas::at(QPointF position) const
{
    std::vector<AnnotationPtr> found;
    if (!m_content || !m_layer.showsObjects())
        return found;
    for (const Hit &hit : hitTest(scene(), {view().toScene(position), 1 / view().scale}))
        if (hit.part != HitPart::Handle)
            found.push_back(hit.annotation);
    return found;
}

Pointer ImageCanvas::pointerOf(const QMouseEvent &event) const
{
    return {view().toScene(event.position()), 1 / view().scale, event.modifiers().testFlag(Qt::ShiftModifier),
            event.modifiers().testFlag(Qt::ControlModifier), event.modifiers().testFlag(Qt::AltModifier)};
}

Pointer ImageCanvas::onPixel(Pointer pointer) const
{
    if (isMaskTool(m_toolId))
        return pointer;
    // What is drawn begins on a pixel; what is moved keeps where it lies and moves by whole pixels.
    const Point from = isSelecting() ? m_pressedAt : Point{};
    pointer.at = {from.x + std::round(pointer.at.x - from.x), from.y + std::round(pointer.at.y - from.y)};
    return pointer;
}

Scene ImageCanvas::scene() const
{
    return {
        *m_content,     grabbable(),         {m_selection.constData(), static_cast<std::size_t>(m_selection.size())},
        m_currentLabel, sceneSize().width(), sceneSize().height(),
        m_bench};
}

void ImageCanvas::gestureMoved()
{
    if (m_gesture && !m_gesture->dabs().empty()) {
        stroked();
        return;
    }
    leaveOut(m_gesture ? m_gesture->hides() : std::vector<AnnotationId>());
    m_stroke.end();
    update();
}

void ImageCanvas::leaveOut(const std::vector<AnnotationId> &ids)
{
    m_layer.setLeftOut(ids);
    m_masks.setLeftOut(ids);
}

void ImageCanvas::advance(Progress progress)
{
    switch (progress) {
    case Progress::Going: gestureMoved(); return;
    case Progress::Cancelled: cancelGesture(); return;
    case Progress::Done: finishGesture(); return;
    }
}

void ImageCanvas::finishGesture()
{
    const std::unique_ptr<Gesture> gesture = std::move(m_gesture);
    const std::optional<Edit> edit = gesture->finish();
    const auto wanted = gesture->selection();
    m_created.clear();
    if (edit && !edit->changes.empty()) {
        m_awaitsCreated = true;
        emit gestureFinished(*edit);  // usually comes back as new content before it returns
        m_awaitsCreated = false;
    }
    gestureMoved();
    QList<AnnotationId> selection = m_selection;
    if (wanted)
        selection = QList<AnnotationId>(wanted->begin(), wanted->end());
    else if (!m_created.isEmpty())
        selection = m_created;
    if (selection != m_selection) {
        setSelection(selection);
        emit selected(selection);
    }
    hover();
}

bool ImageCanvas::cancelGesture()
{
    if (!m_gesture)
        return false;
    m_gesture.reset();
    gestureMoved();
    return true;
}

bool ImageCanvas::confirmGesture()
{
    if (!m_gesture)
        return false;
    advance(m_gesture->confirm());
    return true;
}

bool ImageCanvas::stepBack()
{
    if (!m_gesture)
        return false;
    advance(m_gesture->stepBack());
    return true;
}

void ImageCanvas::hover()
{
    AnnotationId hovered;
    if (m_content && m_pointer && m_tool && isSelecting() && !m_gesture && m_layer.showsObjects()) {
        const auto hits = hitTest(scene(), *m_pointer);
        if (!hits.empty())
            hovered = hits.front().annotation->id;
    }
    m_hovered = hovered;
    updateCursor();
}

QCursor ImageCanvas::pointerCursor() const
{
    if (!m_content || !m_pointer || !m_tool || sceneSize().isEmpty())
        return Qt::ArrowCursor;
    if (!m_layer.showsObjects() && isSelecting())
        return Qt::ArrowCursor;
    constexpr double leastRing = 4;  // logical pixels: below, the ring alone would be lost from sight
    if (const auto radius = ringRadius(); radius && *radius * view().scale >= leastRing)
        return Qt::BlankCursor;
    return shapeOf(m_tool->cursor(*m_pointer, scene()));
}

void ImageCanvas::pointerPress(QMouseEvent *event)
{
    if (!m_content || sceneSize().isEmpty())
        return;
    m_pointer = pointerOf(*event);
    if (event->button() == Qt::RightButton && !m_gesture)
        emit menuWanted(event->position());
    if (event->button() != Qt::LeftButton || !m_tool)
        return;
    if (m_gesture) {
        advance(m_gesture->press(onPixel(*m_pointer)));
    } else if (m_layer.showsObjects() || !isSelecting()) {
        m_pressedAt = m_pointer->at;
        m_gesture = m_tool->press(onPixel(*m_pointer), scene());
        gestureMoved();
    }
}

void ImageCanvas::pointerMove(QMouseEvent *event)
{
    m_pointer = pointerOf(*event);
    if (m_gesture) {
        m_gesture->move(onPixel(*m_pointer));
        gestureMoved();
    } else {
        hover();
    }
    if (ringRadius())
        update(QRegion(m_ringPlace) + ringPlace());
    else
        update();
    emit pointerMoved();
}

void ImageCanvas::pointerRelease(QMouseEvent *event)
{
    m_pointer = pointerOf(*event);
    if (event->button() == Qt::LeftButton && m_gesture)
        advance(m_gesture->release(onPixel(*m_pointer)));
}

void ImageCanvas::pointerDoubleClick(QMouseEvent *event)
{
    m_pointer = pointerOf(*event);
    if (event->button() != Qt::LeftButton || !m_content || !m_tool)
        return;
    if (m_gesture) {
        advance(m_gesture->doubleClick(onPixel(*m_pointer)));
        return;
    }
    m_gesture = m_tool->doubleClick(*m_pointer, scene());
    if (!m_gesture)
        fit();
    gestureMoved();
}

bool ImageCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_gesture) {  // while drawing these mean the drawing
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace || key == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return PictureCanvas::event(event);
}

void ImageCanvas::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool used = ((key == Qt::Key_Return || key == Qt::Key_Enter) && confirmGesture())
                      || (key == Qt::Key_Backspace && stepBack()) || (key == Qt::Key_Escape && cancelGesture());
    if (!used)
        PictureCanvas::keyPressEvent(event);
}

void ImageCanvas::leaveEvent(QEvent *event)
{
    m_pointer.reset();
    m_hovered = {};
    update();
    emit pointerMoved();
    PictureCanvas::leaveEvent(event);
}

QString ImageCanvas::positionText() const
{
    if (!m_pointer || sceneSize().isEmpty())
        return {};
    const double x = std::clamp(m_pointer->at.x, 0.0, sceneSize().width());
    const double y = std::clamp(m_pointer->at.y, 0.0, sceneSize().height());
    return QString("%1, %2").arg(static_cast<int>(x)).arg(static_cast<int>(y));
}

void ImageCanvas::paintOver(QPainter &painter, FrameClock &clock)
{
    const double ratio = devicePixelRatioF();
    m_masks.setScene(sceneSize());
    if (clock.isWhole()) {
        m_moreToPaint = clock.run([&](auto until) { return m_masks.work(view(), size(), ratio, until); });
        m_moreToPaint |= clock.run([&](auto until) { return m_layer.work(view(), size(), ratio, until); });
    }
    if (m_layer.showsObjects())
        m_masks.paint(painter);
    m_layer.paint(painter, view());
    m_layer.paintTags(painter, view());
    if (m_content && m_layer.showsObjects() && !m_stroke.isActive())
        paintLive(painter);
    if (m_stroke.isActive() && m_gesture)
        m_stroke.take(m_gesture->dabs(), view(), size(), ratio);  // all of it when the view is another
    m_stroke.paint(painter);
    if (m_content && m_gesture)
        paintGesture(painter);
    m_ringPlace = ringPlace();
    if (m_pointer && !isSelecting() && m_content && !isPanning()) {
        if (ringRadius())
            paintRing(painter);
        else
            paintCrossHair(painter);
    }
    if (m_moreToPaint)
        QTimer::singleShot(0, this, qOverload<>(&QWidget::update));
}

}  // namespace widgets
