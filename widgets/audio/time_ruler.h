// Clock times along a sound: as many as can be read, at round moments.
#pragma once
#include "widgets/audio/time_view.h"
#include <QRect>
#include <QString>
#include <vector>

class QPainter;

namespace widgets {

struct TimeTick {
    double x = 0;   // logical pixels from the left edge of the view
    QString label;  // empty: a small one between two others
};

// For a view `width` pixels wide whose labels are at most `labelWidth` wide.
std::vector<TimeTick> timeTicks(const TimeView &view, int width, int rate, int labelWidth);
// "1:02.5", "1:02:03": minutes and hours only as far as the sound has them, so many decimals.
QString rulerText(double seconds, int decimals);

void paintRuler(QPainter &painter, const QRect &rect, const TimeView &view, int rate);

}  // namespace widgets
