#include "widgets/audio/wave_picture.h"
#include <QPainter>
#include <array>
#include <cmath>

namespace widgets {

namespace {

using Shades = std::array<QRgb, 256>;  // by how much of a pixel is covered

Shades shadesOf(const QColor &color)
{
    Shades shades{};
    for (int i = 0; i < 256; ++i)
        shades[std::size_t(i)] = qPremultiply(qRgba(color.red(), color.green(), color.blue(), color.alpha() * i / 255));
    return shades;
}

struct Extent {
    float top = 0, bottom = 0;
};

Extent extentOf(core::Peak peak, double middle, double half, double gain)
{
    const auto height = [&](int value) { return std::clamp(value / 32767.0 * gain, -1.0, 1.0) * half; };
    double top = middle, bottom = middle;
    if (!peak.isEmpty()) {
        top = middle - height(peak.high);
        bottom = middle - height(peak.low);
    }
    if (const double lacks = 1 - (bottom - top); lacks > 0) {
        top -= lacks / 2;
        bottom += lacks / 2;
    }
    return {float(top), float(bottom)};
}

core::Peak peakOf(float low, float high)
{
    return {std::int16_t(std::lround(std::clamp(low, -1.0f, 1.0f) * 32767)),
            std::int16_t(std::lround(std::clamp(high, -1.0f, 1.0f) * 32767))};
}

float sampleAt(std::span<const float> samples, int channels, int channel, std::size_t at)
{
    if (channel != core::mixedChannels)
        return samples[at * std::size_t(channels) + std::size_t(channel)];
    float sum = 0;
    for (int c = 0; c < channels; ++c)
        sum += samples[at * std::size_t(channels) + std::size_t(c)];
    return sum / float(channels);
}

}  // namespace

void drawColumns(QImage &image, const QRect &lane, std::span<const core::PeakColumn> columns, const WaveLook &look)
{
    const Shades exact = shadesOf(look.wave), guess = shadesOf(look.guess);
    const double middle = lane.top() + lane.height() / 2.0, half = lane.height() / 2.0 - 1;
    const auto count = std::min(columns.size(), std::size_t(lane.width()));
    std::vector<Extent> extents(count);
    float top = float(lane.bottom()), bottom = float(lane.top());
    for (std::size_t x = 0; x < count; ++x) {
        const bool isThere = columns[x].exact || !columns[x].peak.isEmpty();
        extents[x] = isThere ? extentOf(columns[x].peak, middle, half, look.gain) : Extent{};
        if (isThere) {
            top = std::min(top, extents[x].top);
            bottom = std::max(bottom, extents[x].bottom);
        }
    }
    const int last = std::min(lane.bottom(), int(bottom));
    for (int y = std::max(lane.top(), int(top)); y <= last; ++y) {
        auto *row = reinterpret_cast<QRgb *>(image.scanLine(y)) + lane.left();
        const auto above = float(y), below = float(y + 1);
        for (std::size_t x = 0; x < count; ++x) {
            const float covered = std::min(extents[x].bottom, below) - std::max(extents[x].top, above);
            if (covered > 0)
                row[x] = (columns[x].exact ? exact : guess)[std::size_t(covered * 255)];
        }
    }
}

double fillingGain(std::span<const core::PeakColumn> columns)
{
    constexpr double mostGain = 12;
    int most = 1;
    for (const core::PeakColumn &column : columns)
        if (!column.peak.isEmpty())
            most = std::max({most, int(column.peak.high), -int(column.peak.low)});
    return std::clamp(32767.0 / most, 1.0, mostGain);
}

void columnsOf(std::span<const float> samples, int channels, int channel, qint64 first, double begin, double perColumn,
               std::span<core::PeakColumn> out)
{
    const qint64 end = first + qint64(samples.size()) / channels;
    const int from = channel == core::mixedChannels ? 0 : channel;
    const int to = channel == core::mixedChannels ? channels - 1 : channel;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double left = begin + perColumn * double(i), right = left + perColumn;
        out[i] = {};
        if (right <= double(first) || left >= double(end))
            continue;
        const qint64 a = std::max(first, qint64(std::floor(left)) - 1), b = std::min(end, qint64(std::ceil(right)));
        float low = 2, high = -2;
        for (qint64 s = a; s < b; ++s)
            for (int c = from; c <= to; ++c) {
                const float value = samples[std::size_t((s - first) * channels + c)];
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
        out[i].exact = true;
        if (low <= high)
            out[i].peak = peakOf(low, high);
    }
}

void lineColumnsOf(std::span<const float> samples, int channels, int channel, qint64 first, double begin,
                   double perColumn, std::span<core::PeakColumn> out)
{
    const qint64 last = first + qint64(samples.size()) / channels - 1;
    const auto at = [&](qint64 sample) {
        const float value = sampleAt(samples, channels, channel, std::size_t(sample - first));
        return std::isfinite(value) ? double(value) : 0.0;
    };
    const auto between = [&](double place) {
        const auto before = qint64(std::floor(place));
        return before >= last ? at(last) : std::lerp(at(before), at(before + 1), place - double(before));
    };
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double left = std::max(double(first), begin + perColumn * double(i));
        const double right = std::min(double(last), begin + perColumn * double(i + 1));
        out[i] = {};
        if (left > right)
            continue;
        double low = std::min(between(left), between(right)), high = std::max(between(left), between(right));
        for (auto sample = qint64(std::ceil(left)); double(sample) < right; ++sample) {
            low = std::min(low, at(sample));
            high = std::max(high, at(sample));
        }
        out[i] = {peakOf(float(low), float(high)), true};
    }
}

void drawDots(QPainter &painter, const QRectF &lane, std::span<const float> samples, int channels, int channel,
              qint64 first, double begin, double perPixel, const WaveLook &look)
{
    const qint64 end = first + qint64(samples.size()) / channels;
    const qint64 from = std::max(first, qint64(std::floor(begin)) - 1);
    const qint64 to = std::min(end, qint64(std::ceil(begin + lane.width() * perPixel)) + 2);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.wave);
    for (qint64 s = from; s < to; ++s) {
        const float value = sampleAt(samples, channels, channel, std::size_t(s - first));
        const double shown = std::isfinite(value) ? std::clamp(double(value) * look.gain, -1.0, 1.0) : 0;
        const QPointF place(lane.left() + (double(s) - begin) / perPixel,
                            lane.top() + lane.height() / 2 - shown * (lane.height() / 2 - 1));
        painter.drawEllipse(place, 2.25, 2.25);
    }
}

}  // namespace widgets
