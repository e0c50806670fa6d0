// How WaveView looks.
#include "widgets/audio/time_ruler.h"
#include "widgets/audio/wave_picture.h"
#include "widgets/audio/wave_view_picture.h"
#include "widgets/messages.h"
#include "widgets/theme.h"
#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace widgets {

namespace {

constexpr int overviewHeight = 36, gap = 4;
constexpr int leastLane = 44;       // where channels would get less, one lane shows them mixed
constexpr double mostOfDots = 0.2;  // samples of a pixel: then each has a dot

QColor faded(QColor color, int alpha)
{
    color.setAlpha(alpha);
    return color;
}

WaveLook lookOf(double gain)
{
    return {faded(accentColor(), 210), faded(accentColor(), 110), gain};
}

float mixed(const SampleWindow &window, qint64 sample)
{
    const float *at = window.samples.data() + (sample - window.begin) * window.channels;
    float sum = 0;
    for (int c = 0; c < window.channels; ++c)
        sum += at[c];
    return sum;
}

QImage clearImage(const QSize &size, double ratio)
{
    QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}

QRect scaled(const QRect &rect, const QPoint &origin, double ratio)
{
    return QRect((QPointF(rect.topLeft() - origin) * ratio).toPoint(), (QSizeF(rect.size()) * ratio).toSize());
}

// A few round frequencies along the left edge, on a ground of their own.
void paintFrequencies(QPainter &painter, const QRect &lane, int rate)
{
    const double least = 1.8 * painter.fontMetrics().height() * (rate / 2.0) / std::max(1, lane.height());
    double step = 1000;
    for (const double round : {1000.0, 2000.0, 5000.0, 10000.0, 20000.0, 50000.0})
        if (step < least)
            step = round;
    for (double hertz = step; hertz < rate / 2.0; hertz += step) {
        const int y = lane.bottom() - int(lane.height() * hertz / (rate / 2.0));
        const QString text = QStringLiteral("%1 kHz").arg(hertz / 1000);
        const QRect ground(lane.left() + 4, y - painter.fontMetrics().height() / 2,
                           painter.fontMetrics().horizontalAdvance(text) + 8, painter.fontMetrics().height());
        if (ground.top() < lane.top())
            break;
        painter.fillRect(QRect(lane.left(), y, 4, 1), QColor(128, 128, 128));
        painter.fillRect(ground, QColor(0, 0, 0, 130));
        painter.setPen(Qt::white);
        painter.drawText(ground, Qt::AlignCenter, text);
    }
}

}  // namespace

std::optional<qint64> zeroCrossing(const SampleWindow &window, qint64 sample, qint64 from, qint64 to)
{
    const auto crosses = [&](qint64 at) {
        if (at <= window.begin || at >= window.end())
            return false;
        const float before = mixed(window, at - 1), value = mixed(window, at);
        return value == 0 || (before < 0) != (value < 0);
    };
    for (qint64 away = 0; away <= std::max(sample - from, to - sample); ++away) {
        if (sample - away >= from && crosses(sample - away))
            return sample - away;
        if (sample + away <= to && crosses(sample + away))
            return sample + away;
    }
    return std::nullopt;
}

QRect WaveView::rulerRect() const
{
    return {0, 0, width(), fontMetrics().height() + 6};
}

QRect WaveView::overviewRect() const
{
    return {0, height() - overviewHeight, width(), overviewHeight};
}

QRect WaveView::waveRect() const
{
    const int top = rulerRect().height();
    return {0, top, width(), std::max(1, height() - top - overviewHeight - gap)};
}

std::vector<WaveView::Lane> WaveView::lanes() const
{
    using Place = SpectrogramSettings::Place;
    const QRect all = waveRect();
    const int channels = info() ? info()->channels : 1;
    const int needed = leastLane * (m_settings.place == Place::Below ? 2 : 1);
    const int count = all.height() / channels >= needed ? channels : 1;
    std::vector<Lane> lanes;
    for (int i = 0; i < count; ++i) {
        const int top = all.top() + all.height() * i / count, bottom = all.top() + all.height() * (i + 1) / count;
        const QRect lane(all.left(), top, all.width(), bottom - top);
        const int wave = m_settings.place == Place::Hidden  ? lane.height()
                         : m_settings.place == Place::Below ? lane.height() * 9 / 20
                                                            : 0;
        lanes.push_back({QRect(lane.left(), top, lane.width(), wave),
                         QRect(lane.left(), top + wave, lane.width(), lane.height() - wave),
                         count == 1 && channels > 1 ? core::mixedChannels : i});
    }
    return lanes;
}

void WaveView::renderLane(const Lane &lane, double ratio)
{
    const QRect all = waveRect(), pixels = scaled(lane.wave, all.topLeft(), ratio);
    // Columns begin at whole multiples of their width: a wave that moves does not flicker.
    const double perColumn = m_view.perPixel / ratio, begin = std::floor(m_view.begin / perColumn) * perColumn;
    const double end = begin + perColumn * pixels.width();
    const bool bySamples = m_window && perColumn < m_peaks->base() && double(m_window->begin) <= std::max(0.0, begin)
                           && double(m_window->end()) >= std::min(double(length()), end);
    std::vector<core::PeakColumn> columns(std::size_t(pixels.width()));
    if (!bySamples) {
        m_peaks->columns(lane.channel, begin, perColumn, columns);
        drawColumns(m_picture->wave, pixels, columns, lookOf(m_gain));
        return;
    }
    const SampleWindow &window = *m_window;
    if (perColumn < 1)
        lineColumnsOf(window.samples, window.channels, lane.channel, window.begin, m_view.begin, perColumn, columns);
    else
        columnsOf(window.samples, window.channels, lane.channel, window.begin, begin, perColumn, columns);
    drawColumns(m_picture->wave, pixels, columns, lookOf(m_gain));
    if (m_view.perPixel > mostOfDots)
        return;
    QPainter picture(&m_picture->wave);
    picture.scale(ratio, ratio);
    drawDots(picture, QRectF(lane.wave.translated(-all.topLeft())), window.samples, window.channels, lane.channel,
             window.begin, m_view.begin, m_view.perPixel, lookOf(m_gain));
}

void WaveView::renderWave(const std::vector<Lane> &lanes, double ratio)
{
    const Picture::Key key{m_peaks.get(), m_window.get(), m_view, m_gain, ratio, waveRect().size(), m_settings.place};
    if (key == m_picture->waveKey)
        return;
    m_picture->waveKey = key;
    m_picture->wave = clearImage(waveRect().size(), ratio);
    for (const Lane &lane : lanes)
        if (!lane.wave.isEmpty())
            renderLane(lane, ratio);
    m_picture->wave.setDevicePixelRatio(ratio);
}

void WaveView::paintWave(QPainter &painter)
{
    const std::vector<Lane> all = lanes();
    const QColor separator = palette().color(QPalette::Mid);
    for (const Lane &lane : all) {
        const QRect wave = lane.wave;
        if (&lane != &all.front())
            painter.fillRect(QRect(wave.left(), wave.top(), wave.width(), 1), separator);
        if (!wave.isEmpty())
            painter.fillRect(QRect(wave.left(), wave.center().y(), wave.width(), 1), faded(accentColor(), 40));
    }
    renderWave(all, devicePixelRatioF());
    painter.drawImage(waveRect().topLeft(), m_picture->wave);
}

void WaveView::paintSpectrogram(QPainter &painter)
{
    painter.setBackground(palette().color(QPalette::Base));
    for (const Lane &lane : lanes())
        if (!lane.spectrum.isEmpty()) {
            m_spectrogram.paint(painter, lane.spectrum, lane.channel, m_view, devicePixelRatioF());
            paintFrequencies(painter, lane.spectrum, info()->rate);
        }
}

void WaveView::paintPlayhead(QPainter &painter)
{
    const double x = xOf(m_playhead), ratio = devicePixelRatioF();
    const QRect wave = waveRect();
    if (x < wave.left() - 1 || x > wave.right() + 1)
        return;
    const double sharp = std::round(x * ratio) / ratio;
    painter.fillRect(QRectF(sharp, rulerRect().height() - 6, 1.5, wave.height() + 6), errorColor());
}

void WaveView::paintOverview(QPainter &painter)
{
    const QRect rect = overviewRect();
    painter.fillRect(rect, palette().color(QPalette::Window));
    if (!m_peaks || length() == 0)
        return;
    const double ratio = devicePixelRatioF();
    const Picture::Key key{m_peaks.get(), nullptr, {}, 1, ratio, rect.size(), {}};
    if (key != m_picture->overviewKey) {
        m_picture->overviewKey = key;
        m_picture->overview = clearImage(rect.size(), ratio);
        std::vector<core::PeakColumn> columns(std::size_t(m_picture->overview.width()));
        m_peaks->columns(core::mixedChannels, 0, double(length()) / double(columns.size()), columns);
        const QColor ink = secondaryColor();
        drawColumns(m_picture->overview, m_picture->overview.rect().adjusted(0, 2, 0, -2), columns,
                    {faded(ink, 170), faded(ink, 90), fillingGain(columns)});
        m_picture->overview.setDevicePixelRatio(ratio);
    }
    painter.drawImage(rect.topLeft(), m_picture->overview);
    const double perPixel = double(length()) / rect.width();
    const QRectF frame(rect.left() + m_view.begin / perPixel, rect.top(),
                       std::max(3.0, waveRect().width() * m_view.perPixel / perPixel), rect.height());
    if (!m_fitted) {
        QPainterPath outside;
        outside.addRect(rect);
        outside.addRect(frame);
        painter.fillPath(outside, faded(palette().color(QPalette::Window), 150));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accentColor(), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.fillRect(QRectF(rect.left() + double(m_playhead) / perPixel, rect.top(), 1, rect.height()), errorColor());
}

QString WaveView::words() const
{
    if (m_failure)
        return sentence(*m_failure) + QLatin1Char('\n') + advice(*m_failure);
    if (m_file.empty())
        return {};
    if (!m_peaks)
        return tr("Opening the sound…");
    if (length() == 0)
        return tr("There is nothing to hear in this file.");
    return {};
}

void WaveView::paintWords(QPainter &painter)
{
    const QRect all = waveRect().adjusted(16, 8, -16, -8);
    const QString text = words();
    if (!text.isEmpty()) {
        constexpr int flags = int(Qt::AlignCenter) | Qt::TextWordWrap;
        const QRect place = painter.boundingRect(all, flags, text);
        painter.fillRect(place.adjusted(-8, -4, 8, 4), palette().color(QPalette::Base));
        painter.setPen(m_failure ? palette().color(QPalette::Text) : secondaryColor());
        painter.drawText(all, flags, text);
        return;
    }
    QString note;
    if (m_spectrogram.failure())
        note = tr("No spectrogram: %1").arg(sentence(*m_spectrogram.failure()));
    else if (m_unread)
        note = tr("No single samples: %1").arg(sentence(*m_unread));
    else if (m_peaks && !m_peaks->isWhole())
        note = tr("Reading… %1 %").arg(int(std::floor(m_peaks->known() * 100)));
    if (note.isEmpty())
        return;
    const QRect place = painter.boundingRect(all, Qt::AlignRight | Qt::AlignTop, note);
    painter.fillRect(place.adjusted(-6, -2, 6, 2), palette().color(QPalette::Base));
    painter.setPen(secondaryColor());
    painter.drawText(place, Qt::AlignCenter, note);
}

void WaveView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect wave = waveRect();
    painter.fillRect(rect(), palette().color(QPalette::Base));
    if (m_peaks && length() > 0) {
        painter.save();
        painter.setClipRect(wave);
        if (m_settings.place != SpectrogramSettings::Place::Hidden)
            paintSpectrogram(painter);
        if (m_selection)
            painter.fillRect(QRectF(xOf(m_selection->first), wave.top(),
                                    std::max(1.0, xOf(m_selection->second) - xOf(m_selection->first)), wave.height())
                                 & QRectF(wave),
                             faded(accentColor(), 50));
        paintWave(painter);
        painter.restore();
        painter.save();
        painter.setClipRect(wave);
        paintMarks(painter, wave);
        painter.restore();
        paintRuler(painter, rulerRect(), m_view, info()->rate);
        paintPlayhead(painter);
    }
    paintOverview(painter);
    paintWords(painter);
    if (hasFocus()) {
        painter.setPen(QPen(accentColor(), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

}  // namespace widgets
