#include "widgets/lists/text_card.h"
#include <QPainter>
#include <QPalette>
#include <QTextLayout>
#include <algorithm>
#include <cmath>
#include <memory>

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

// Fonts of other scripts are higher than the text's own: rows keep their distance by the highest.
int rowHeight(const QFontMetrics &metrics, const QTextLine &line)
{
    return std::max(metrics.lineSpacing(), int(std::ceil(line.height()))) + 2;
}

// Draws a paragraph into `area` from its top on; what is left below stays in `area`. False: not all of it had room.
bool paintParagraph(QPainter &painter, QRect &area, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    QTextLayout layout(text, painter.font());
    layout.setTextOption(optionFor(text));
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(area.width());
        const int height = rowHeight(metrics, line);
        if (area.height() < height)
            return false;
        if (line.textStart() + line.textLength() < text.size() && area.height() < 2 * height) {
            paintLine(painter, QRect(area.topLeft(), QSize(area.width(), height)), text.mid(line.textStart()));
            return false;
        }
        line.draw(&painter, QPointF(area.left(), area.top() - line.y()));
        area.setTop(area.top() + height);
    }
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
    for (const QString &paragraph : text.split(QLatin1Char('\n')))
        if (!paintParagraph(painter, area, paragraph))
            return;
}

void TextCards::paint(QPainter &painter, const QRect &frame, const QString &text, const QPalette &palette, int top,
                      int bottom)
{
    const double ratio = painter.device()->devicePixelRatioF();
    const QString key = QStringLiteral("%1 %2 %3 %4 %5 %6 %7\n")
                            .arg(frame.width())
                            .arg(frame.height())
                            .arg(top)
                            .arg(bottom)
                            .arg(ratio)
                            .arg(palette.cacheKey())
                            .arg(painter.font().key())
                        + text;
    const QPixmap *card = m_cards.object(key);
    if (!card) {
        auto drawn = std::make_unique<QPixmap>(frame.size() * ratio);
        drawn->setDevicePixelRatio(ratio);
        drawn->fill(Qt::transparent);
        QPainter inner(drawn.get());
        inner.setRenderHints(painter.renderHints());
        inner.setFont(painter.font());
        paintTextCard(inner, QRect(QPoint(), frame.size()), text, palette, top, bottom);
        inner.end();
        const int kilobytes = int(std::ceil(frame.width() * frame.height() * ratio * ratio * 4 / 1024));
        painter.drawPixmap(frame.topLeft(), *drawn);
        m_cards.insert(key, drawn.release(), kilobytes);
        return;
    }
    painter.drawPixmap(frame.topLeft(), *card);
}

}  // namespace widgets
