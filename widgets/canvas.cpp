#include "widgets/canvas.h"
#include <QAction>
#include <QDataStream>
#include <QIODevice>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double mostScale = 64;
constexpr double leastOfFit = 0.5;  // how far below the fitting scale one may zoom out
constexpr double fitMargin = 16;    // logical pixels around the fitted scene
constexpr double zoomPerNotch = 1.2;

}  // namespace

Canvas::Canvas(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(120, 90);
}

void Canvas::setSceneSize(QSizeF size, bool keepView)
{
    const bool changed = size != m_sceneSize;
    m_sceneSize = size;
    if (!keepView || (changed && m_fitted))
        fit();
    else
        setView(m_view);
    update();
}

double Canvas::fitScale() const
{
    if (m_sceneSize.isEmpty())
        return 1;
    const double w = std::max(20.0, width() - 2 * fitMargin), h = std::max(20.0, height() - 2 * fitMargin);
    return std::min({w / m_sceneSize.width(), h / m_sceneSize.height(), mostScale});
}

void Canvas::fit()
{
    const double scale = fitScale();
    const QSizeF shown = m_sceneSize * scale;
    m_view = {scale, {(width() - shown.width()) / 2, (height() - shown.height()) / 2}};
    m_fitted = true;
    update();
    emit viewChanged();
}

View Canvas::bounded(View view) const
{
    const double least = std::min(fitScale(), 1.0) * leastOfFit;
    view.scale = std::clamp(view.scale, least, mostScale);
    const QSizeF shown = m_sceneSize * view.scale;  // the middle of the widget stays over the scene
    view.origin.setX(std::clamp(view.origin.x(), width() / 2.0 - shown.width(), width() / 2.0));
    view.origin.setY(std::clamp(view.origin.y(), height() / 2.0 - shown.height(), height() / 2.0));
    return view;
}

void Canvas::setView(View view)
{
    view = bounded(view);
    if (view == m_view)
        return;
    m_view = view;
    m_fitted = false;
    update();
    emit viewChanged();
}

void Canvas::zoomBy(double factor, QPointF at)
{
    View view = m_view;
    view.scale = bounded({m_view.scale * factor, {}}).scale;
    const core::Point kept = m_view.toScene(at);
    view.origin = at - QPointF(kept.x, kept.y) * view.scale;
    setView(view);
}

void Canvas::actualSize()
{
    zoomBy(1 / devicePixelRatioF() / m_view.scale, QRectF(rect()).center());
}

void Canvas::centerOn(core::Point scene)
{
    setView({m_view.scale, QRectF(rect()).center() - QPointF(scene.x, scene.y) * m_view.scale});
}

void Canvas::show(const QRectF &scene)
{
    const core::Rect rect{scene.left(), scene.top(), scene.right(), scene.bottom()};
    const QRectF inner = QRectF(this->rect()).adjusted(fitMargin, fitMargin, -fitMargin, -fitMargin);
    if (inner.contains(m_view.toScreen(rect)))
        return;
    View view = m_view;
    view.scale = std::min(
        {view.scale, inner.width() / std::max(1.0, scene.width()), inner.height() / std::max(1.0, scene.height())});
    view.origin = inner.center() - scene.center() * view.scale;
    setView(view);
}

QByteArray Canvas::saveView() const
{
    QByteArray saved;
    QDataStream out(&saved, QIODevice::WriteOnly);
    const core::Point center = m_view.toScene(QRectF(rect()).center());
    out << m_fitted << m_view.scale << center.x << center.y;
    return saved;
}

void Canvas::restoreView(const QByteArray &saved)
{
    QDataStream in(saved);
    bool fitted = true;
    View view;
    core::Point center;
    in >> fitted >> view.scale >> center.x >> center.y;
    if (in.status() != QDataStream::Ok || !std::isfinite(view.scale + center.x + center.y) || fitted) {
        fit();
        return;
    }
    view.scale = bounded(view).scale;
    view.origin = QRectF(rect()).center() - QPointF(center.x, center.y) * view.scale;
    setView(view);
}

void Canvas::updateCursor()
{
    setCursor(m_panning ? Qt::ClosedHandCursor : m_spaceHeld ? Qt::OpenHandCursor : pointerCursor());
}

bool Canvas::event(QEvent *event)
{
    // Space held pans; Space tapped is whatever the window's actions say (on release).
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void Canvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_spaceHeld)) {
        m_panning = true;
        m_spacePanned = m_spaceHeld;
        m_panFrom = event->position();
        m_panOrigin = m_view.origin;
        updateCursor();
        return;
    }
    pointerPress(event);
}

void Canvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_panning)
        setView({m_view.scale, m_panOrigin + event->position() - m_panFrom});
    else
        pointerMove(event);
}

void Canvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_panning && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton)) {
        m_panning = false;
        updateCursor();
        return;
    }
    pointerRelease(event);
}

void Canvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_spaceHeld)
        pointerDoubleClick(event);
    else
        mousePressEvent(event);
}

void Canvas::wheelEvent(QWheelEvent *event)
{
    const bool zooms = m_wheelZooms || (event->modifiers() & Qt::ControlModifier);
    if (zooms) {
        const double notches = event->angleDelta().y() / 120.0;
        zoomBy(std::pow(zoomPerNotch, notches), event->position());
    } else {
        QPointF by = event->pixelDelta().isNull() ? QPointF(event->angleDelta()) / 2 : QPointF(event->pixelDelta());
        if (event->modifiers() & Qt::ShiftModifier)
            by = by.transposed();
        setView({m_view.scale, m_view.origin + by});
    }
    event->accept();
}

void Canvas::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->modifiers() != Qt::NoModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    if (!event->isAutoRepeat()) {
        m_spaceHeld = true;
        m_spacePanned = false;
        updateCursor();
    }
}

void Canvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Space || event->isAutoRepeat()) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    const bool tapped = m_spaceHeld && !m_spacePanned;
    m_spaceHeld = false;
    updateCursor();
    if (tapped)
        spaceTapped();
}

void Canvas::spaceTapped()
{
    for (QAction *action : window()->findChildren<QAction *>())
        if (action->isEnabled() && action->shortcuts().contains(QKeySequence(Qt::Key_Space))) {
            action->trigger();
            return;
        }
}

void Canvas::focusOutEvent(QFocusEvent *event)
{
    m_spaceHeld = m_panning = false;
    updateCursor();
    QWidget::focusOutEvent(event);
}

void Canvas::resizeEvent(QResizeEvent *event)
{
    if (m_fitted) {
        fit();
    } else {
        const QSizeF by = QSizeF(event->size() - event->oldSize()) / 2;
        setView({m_view.scale, m_view.origin + QPointF(by.width(), by.height())});
        emit viewChanged();
    }
}

}  // namespace widgets
