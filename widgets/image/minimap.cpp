#include "widgets/image/minimap.h"
#include "widgets/canvas.h"
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

constexpr int side = 160, gap = 12, frame = 3;

}  // namespace

Minimap::Minimap(Canvas &canvas) : QWidget(&canvas), m_canvas(canvas)
{
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Overview"));
    hide();
}

void Minimap::setPicture(const QImage &picture)
{
    const QSize size = picture.size().scaled(side, side, Qt::KeepAspectRatio).expandedTo(QSize(12, 12));
    m_picture = picture.isNull() ? QPixmap()
                                 : QPixmap::fromImage(picture.scaled(size * devicePixelRatioF(), Qt::IgnoreAspectRatio,
                                                                     Qt::SmoothTransformation));
    setFixedSize(size + QSize(2 * frame, 2 * frame));
    follow();
}

void Minimap::follow()
{
    const QRectF shown =
        m_canvas.view().toScreen(core::Rect{0, 0, m_canvas.sceneSize().width(), m_canvas.sceneSize().height()});
    const bool partly = !QRectF(m_canvas.rect()).adjusted(-1, -1, 1, 1).contains(shown);
    const bool room = m_canvas.width() > 2 * width() && m_canvas.height() > 2 * height();
    setVisible(!m_picture.isNull() && partly && room);
    move(m_canvas.width() - width() - gap, m_canvas.height() - height() - gap);
    update();
}

void Minimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QColor(0, 0, 0, 120));
    painter.setBrush(QColor(30, 32, 36, 220));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    const QRectF inner = QRectF(rect()).adjusted(frame, frame, -frame, -frame);
    painter.drawPixmap(inner, m_picture, QRectF(m_picture.rect()));
    const QSizeF scene = m_canvas.sceneSize();
    const core::Rect seen = m_canvas.view().toScene(QRectF(m_canvas.rect()));
    const double x = inner.width() / scene.width(), y = inner.height() / scene.height();
    const QRectF window =
        QRectF(inner.left() + seen.left * x, inner.top() + seen.top * y, seen.width() * x, seen.height() * y) & inner;
    QPainterPath outside;
    outside.addRect(inner);
    outside.addRect(window);
    painter.fillPath(outside, QColor(0, 0, 0, 110));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 1.5));
    painter.drawRect(window);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    goTo(event->position());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        goTo(event->position());
}

void Minimap::goTo(QPointF position)
{
    const QRectF inner = QRectF(rect()).adjusted(frame, frame, -frame, -frame);
    m_canvas.centerOn({(position.x() - inner.left()) / inner.width() * m_canvas.sceneSize().width(),
                       (position.y() - inner.top()) / inner.height() * m_canvas.sceneSize().height()});
}

}  // namespace widgets
