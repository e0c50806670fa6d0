// A waveform as pixels: columns of least and greatest values, dots on single samples.
#pragma once
#include "core/media/peaks.h"
#include <QColor>
#include <QImage>

class QPainter;

namespace widgets {

struct WaveLook {
    QColor wave, guess;  // guess: of columns that are not exact
    double gain = 1;     // what the amplitude is multiplied by
};

// Draws a column into each pixel of a lane of an ARGB32_Premultiplied image, with soft edges, never thinner than one
// pixel: silence is a line.
void drawColumns(QImage &image, const QRect &lane, std::span<const core::PeakColumn> columns, const WaveLook &look);

// The gain at which the largest column nearly fills the lane, 1…12: pictures of a whole sound show its course.
double fillingGain(std::span<const core::PeakColumn> columns);

// Columns from decoded samples: `samples` begins with sample `first`. A column reaches to the sample before it, so that
// steep waves hang together.
void columnsOf(std::span<const float> samples, int channels, int channel, qint64 first, double begin, double perColumn,
               std::span<core::PeakColumn> out);

// The same where there are fewer samples than columns: the line that joins them.
void lineColumnsOf(std::span<const float> samples, int channels, int channel, qint64 first, double begin,
                   double perColumn, std::span<core::PeakColumn> out);
// A dot on each sample.
void drawDots(QPainter &painter, const QRectF &lane, std::span<const float> samples, int channels, int channel,
              qint64 first, double begin, double perPixel, const WaveLook &look);

}  // namespace widgets
