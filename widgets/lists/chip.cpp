#include "widgets/lists/chip.h"
#include "widgets/theme.h"
#include <QPainter>

namespace widgets {

namespace {
constexpr int Cross = 10, Gap = 6, Widest = 220;
}

Chip::Chip(const QString &text, const QColor &color, QWidget *parent) : QAbstractButton(parent), m_color(color)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize Chip::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(text()) + Cross + 3 * Gap + (m_color.isValid() ? 14 : 0) + 4;
    return {std::min(width, Widest), fontMetrics().height() + 6};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(hasFocus() ? accentColor() : palette().color(QPalette::Dark), hasFocus() ? 2 : 1));
    painter.setBrush(palette().color(underMouse() ? QPalette::Midlight : QPalette::Base));
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2);
    QRect area = rect().adjusted(Gap + 2, 0, -Gap, 0);
    if (m_color.isValid()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawEllipse(QRectF(area.left(), area.center().y() - 4, 9, 9));
        area.setLeft(area.left() + 14);
    }
    const QRect cross(area.right() - Cross, area.center().y() - Cross / 2, Cross, Cross);
    widgets::icon("x", secondaryColor()).paint(&painter, cross);
    area.setRight(cross.left() - 3);
    painter.setPen(palette().color(QPalette::Text));
    painter.drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
}

}  // namespace widgets
