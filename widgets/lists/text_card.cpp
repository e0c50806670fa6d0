#include "widgets/lists/text_card.h"
#include <QPainter>
#include <QPalette>
#include <QTextLayout>

namespace widgets {

namespace {

constexpr int Margin = 8;

QTextOption optionFor(const QString &line)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    return option;
}

// Draws one line of the text wrapped into `area` from its top on; what is left below stays in `area`.
// False: not all of it had room.
bool paintWrapped(QPainter &painter, QRect &area, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    layout.setTextOption(optionFor(text));
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(area.width());
        const bool isLast = area.height() < 2 * metrics.lineSpacing();
        const int end = line.textStart() + line.textLength();
        if (isLast && end < text.size()) {
            layout.endLayout();
            paintLine(painter, QRect(area.topLeft(), QSize(area.width(), metrics.height())),
                      text.mid(line.textStart()));
            area.setTop(area.bottom() + 1);
            return false;
        }
        line.draw(&painter, QPointF(area.left(), area.top() - line.y()));
        area.setTop(area.top() + metrics.lineSpacing());
        if (area.height() < metrics.height() && end < text.size())
            break;
    }
    layout.endLayout();
    return true;
}

}  // namespace

Qt::Alignment startOf(const QString &text)
{
    return text.isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute;
}

void paintLine(QPainter &painter, const QRect &rect, const QString &text)
{
    painter.drawText(rect, int(startOf(text) | Qt::AlignVCenter) | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
}

void paintTextCard(QPainter &painter, const QRect &frame, const QString &text, const QPalette &palette, int top,
                   int bottom)
{
    QColor edge = palette.color(QPalette::WindowText);
    edge.setAlpha(40);
    painter.setPen(edge);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setPen(palette.color(QPalette::Text));
    QRect area = frame.adjusted(Margin, Margin + top, -Margin, -Margin / 2 - bottom);
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        if (area.height() < painter.fontMetrics().height() || !paintWrapped(painter, area, line))
            return;
    }
}

}  // namespace widgets
