#include "widgets/image/adjustments.h"
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

bool isDeep(const QImage &image)
{
    return image.format() == QImage::Format_Grayscale16;
}

std::vector<qint64> histogram(const QImage &image)
{
    std::vector<qint64> counts(static_cast<std::size_t>(brightest(isDeep(image))) + 1);
    for (int y = 0; y < image.height(); ++y) {
        if (isDeep(image)) {
            const auto *row = reinterpret_cast<const quint16 *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x)
                ++counts[row[x]];
        } else {
            const auto *row = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x)
                ++counts[static_cast<std::size_t>(qGray(row[x]))];
        }
    }
    return counts;
}

}  // namespace

Adjustments plainAdjustments(bool deep)
{
    return {0, brightest(deep), 0, 0, 1};
}

Adjustments autoAdjustments(const QImage &image)
{
    const bool deep = isDeep(image);
    const std::vector<qint64> counts = histogram(image);
    const qint64 ignored = qint64{image.width()} * image.height() / 200;
    Adjustments result = plainAdjustments(deep);
    qint64 below = 0, above = 0;
    while (result.low < result.high && (below += counts[static_cast<std::size_t>(result.low)]) <= ignored)
        ++result.low;
    while (result.high > result.low && (above += counts[static_cast<std::size_t>(result.high)]) <= ignored)
        --result.high;
    if (result.high == result.low)
        return plainAdjustments(deep);
    return result;
}

std::vector<uchar> lookUpTable(const Adjustments &a, bool deep)
{
    const double contrast = std::tan((a.contrast / 100.0 * 0.98 + 1) * M_PI / 4);  // slope: 0 at -100, steep at 100
    const double range = std::max(1, a.high - a.low);
    std::vector<uchar> table(static_cast<std::size_t>(brightest(deep)) + 1);
    for (std::size_t i = 0; i < table.size(); ++i) {
        double v = std::clamp((static_cast<double>(i) - a.low) / range, 0.0, 1.0);
        v = std::pow(v, 1 / a.gamma);
        v = (v - 0.5) * contrast + 0.5 + a.brightness / 100.0;
        table[i] = static_cast<uchar>(std::lround(std::clamp(v, 0.0, 1.0) * 255));
    }
    return table;
}

QImage adjusted(const QImage &image, const QRect &part, const std::vector<uchar> &table)
{
    const bool deep = isDeep(image);
    QImage out(part.size(), deep ? QImage::Format_RGB32 : image.format());
    for (int y = 0; y < part.height(); ++y) {
        auto *to = reinterpret_cast<QRgb *>(out.scanLine(y));
        if (deep) {
            const auto *from = reinterpret_cast<const quint16 *>(image.constScanLine(part.top() + y)) + part.left();
            for (int x = 0; x < part.width(); ++x) {
                const uchar v = table[from[x]];
                to[x] = qRgb(v, v, v);
            }
        } else {
            const auto *from = reinterpret_cast<const QRgb *>(image.constScanLine(part.top() + y)) + part.left();
            for (int x = 0; x < part.width(); ++x) {
                const int alpha = qAlpha(from[x]);
                const auto map = [&](int v) { return std::min<int>(table[static_cast<std::size_t>(v)], alpha); };
                to[x] = qRgba(map(qRed(from[x])), map(qGreen(from[x])), map(qBlue(from[x])), alpha);
            }
        }
    }
    return out;
}

}  // namespace widgets
