#include "widgets/audio/time_ruler.h"
#include "widgets/theme.h"
#include <QApplication>
#include <QPainter>
#include <algorithm>
#include <array>
#include <cmath>

namespace widgets {

namespace {

struct Step {
    double seconds;
    int parts;  // small ticks between two labels, and one
};
constexpr std::array longSteps{Step{1, 5},    Step{2, 4},    Step{5, 5},     Step{10, 5},   Step{15, 3},  Step{30, 6},
                               Step{60, 6},   Step{120, 4},  Step{300, 5},   Step{600, 5},  Step{900, 3}, Step{1800, 6},
                               Step{3600, 6}, Step{7200, 4}, Step{21600, 6}, Step{86400, 4}};

// The least round one that is no shorter, and how many decimals its multiples have.
Step stepOf(double seconds, int &decimals)
{
    decimals = 0;
    if (seconds > longSteps.back().seconds)
        return {std::ceil(seconds / 86400) * 86400, 4};
    if (seconds > 0.5)
        return *std::ranges::find_if(longSteps, [&](const Step &step) { return seconds <= step.seconds; });
    const int power = int(std::floor(std::log10(seconds)));
    const double ten = std::pow(10.0, power);
    decimals = -power;
    for (const Step &step : {Step{1, 5}, Step{2, 4}, Step{5, 5}})
        if (seconds <= step.seconds * ten)
            return {step.seconds * ten, step.parts};
    --decimals;
    return {10 * ten, 5};
}

}  // namespace

QString rulerText(double seconds, int decimals)
{
    const double unit = std::pow(10.0, decimals);
    const auto whole = qint64(std::llround(seconds * unit));
    const auto perSecond = qint64(std::llround(unit));
    const qint64 s = whole / perSecond;
    QString text = s >= 3600 ? QStringLiteral("%1:%2:%3")
                                   .arg(s / 3600)
                                   .arg(s / 60 % 60, 2, 10, QLatin1Char('0'))
                                   .arg(s % 60, 2, 10, QLatin1Char('0'))
                             : QStringLiteral("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
    if (decimals > 0)
        text += QStringLiteral(".%1").arg(whole % perSecond, decimals, 10, QLatin1Char('0'));
    return text;
}

std::vector<TimeTick> timeTicks(const TimeView &view, int width, int rate, int labelWidth)
{
    std::vector<TimeTick> ticks;
    const double perPixel = view.perPixel / rate, begin = view.begin / rate;
    int decimals = 0;
    const Step step = stepOf(labelWidth * perPixel, decimals);
    const double small = step.seconds / step.parts;
    const auto first = qint64(std::ceil((begin - labelWidth * perPixel) / small));
    for (qint64 i = std::max<qint64>(first, 0);; ++i) {
        const double seconds = double(i / step.parts) * step.seconds + double(i % step.parts) * small;
        const double x = (seconds - begin) / perPixel;
        if (x > width)
            break;
        ticks.push_back({x, i % step.parts == 0 ? rulerText(seconds, decimals) : QString()});
    }
    return ticks;
}

void paintRuler(QPainter &painter, const QRect &rect, const TimeView &view, int rate)
{
    const QPalette palette = QApplication::palette();
    painter.fillRect(rect, palette.color(QPalette::Window));
    QFont font = painter.font();
    font.setPointSizeF(font.pointSizeF() * 0.88);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const QString longest = rulerText((view.begin + view.perPixel * rect.width()) / rate, view.perPixel < 1 ? 5 : 3);
    QColor line = secondaryColor();
    line.setAlpha(110);
    painter.save();
    painter.setClipRect(rect);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const TimeTick &tick : timeTicks(view, rect.width(), rate, metrics.horizontalAdvance(longest) + 28)) {
        const int x = rect.left() + int(std::lround(tick.x));
        const bool isLarge = !tick.label.isEmpty();
        painter.fillRect(x, isLarge ? rect.top() + 3 : rect.bottom() - 3, 1, rect.height(), line);
        painter.setPen(secondaryColor());
        if (isLarge)
            painter.drawText(x + 5, rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2 - 1,
                             tick.label);
    }
    painter.restore();
}

}  // namespace widgets
