// The beginning of a text where a picture would have its thumbnail.
#pragma once
#include <QCache>
#include <QPixmap>
#include <QRect>
#include <QString>

class QPainter;
class QPalette;

namespace widgets {

// Right to left where the text begins so.
Qt::Alignment startOf(const QString &text);

// One line, cut where it does not fit.
void paintLine(QPainter &painter, const QRect &rect, const QString &text);

// A sheet with as many lines as fit between its edges less `top` and `bottom`; the last one ends with … when there is
// more.
void paintTextCard(QPainter &painter, const QRect &frame, const QString &text, const QPalette &palette, int top,
                   int bottom);

// The same from pictures of the cards painted before: breaking lines of many cards anew takes longer than a frame.
class TextCards {
public:
    void paint(QPainter &painter, const QRect &frame, const QString &text, const QPalette &palette, int top,
               int bottom);

private:
    QCache<QString, QPixmap> m_cards{24 * 1024};  // cost in kilobytes
};

}  // namespace widgets
