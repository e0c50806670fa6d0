#include "widgets/audio/wave_view.h"
#include "widgets/audio/sound_service.h"
#include "widgets/audio/wave_view_picture.h"
#include <QDataStream>
#include <QEvent>
#include <QIODevice>
#include <cmath>

namespace widgets {

namespace {

constexpr double leastPerPixel = 1 / 16.0;
constexpr double pageMargin = 0.08;       // of the width, before the playhead after a turned page
constexpr double rangeMargin = 0.05;      // of a range that is shown, on both sides
constexpr qint64 mostWindow = 8'000'000;  // samples of all channels that are decoded for one view
constexpr qint64 nearMs = 50;

}  // namespace

WaveView::WaveView(MediaService &media, QWidget *parent)
    : QWidget(parent),
      m_media(media),
      m_spectrogram(media.sounds(),
                    [this] {
                        update();
                        checkSettled();
                    }),
      m_picture(std::make_unique<Picture>())
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 120);
    setAccessibleName(tr("Waveform"));
}

WaveView::~WaveView() = default;

void WaveView::showSound(const std::filesystem::path &file)
{
    clear();
    m_file = file;
    m_wanted = std::make_shared<std::atomic<qint64>>(0);
    m_peaksTicket = m_media.sounds().peaks(file, m_wanted, [this](auto answer) { arrived(answer); });
}

void WaveView::clear()
{
    m_peaksTicket.reset();
    m_windowTicket.reset();
    m_nearTicket.reset();
    m_peaks.reset();
    m_window.reset();
    m_near.reset();
    m_windowAsked = m_nearAsked = {0, 0};
    m_spectrogram.clear();
    m_failure.reset();
    m_unread.reset();
    m_selection.reset();
    m_file.clear();
    m_playhead = 0;
    m_view = {};
    m_fitted = true;
    m_wasSettled = false;
    m_hand = Hand::None;
    update();
}

const core::SoundInfo *WaveView::info() const
{
    return m_peaks ? &m_peaks->info() : nullptr;
}

qint64 WaveView::length() const
{
    return m_peaks ? m_peaks->info().length : 0;
}

void WaveView::arrived(const core::Result<std::shared_ptr<const core::Peaks>> &answer)
{
    if (!answer) {
        m_failure = answer.error();
        update();
        emit failed(*m_failure);
        return;
    }
    const bool first = !m_peaks;
    m_peaks = *answer;
    if (first) {
        m_spectrogram.showSound(m_file, m_peaks->info());
        fit();
        wantSamples();  // also where the view was right already
        lookAtSpectrogram();
        emit opened();
    }
    update();
    checkSettled();
}

double WaveView::fitPerPixel() const
{
    return std::max(leastPerPixel, double(length()) / std::max(1, waveRect().width()));
}

TimeView WaveView::bounded(TimeView view) const
{
    view.perPixel = std::clamp(std::isfinite(view.perPixel) ? view.perPixel : 1, leastPerPixel, fitPerPixel());
    const double most = std::max(0.0, double(length()) - view.perPixel * waveRect().width());
    view.begin = std::clamp(std::isfinite(view.begin) ? view.begin : 0, 0.0, most);
    return view;
}

void WaveView::setTimeView(TimeView view)
{
    view = bounded(view);
    m_fitted = view.perPixel >= fitPerPixel();
    if (view == m_view)
        return;
    m_view = view;
    if (m_wanted)
        m_wanted->store(qint64(view.begin), std::memory_order_relaxed);
    wantSamples();
    lookAtSpectrogram();
    checkSettled();
    update();
    emit timeViewChanged();
}

void WaveView::fit()
{
    setTimeView({0, fitPerPixel()});
    m_fitted = true;
}

void WaveView::zoomBy(double factor, double atX)
{
    const double at = atX - waveRect().left(), kept = m_view.begin + at * m_view.perPixel;
    TimeView view = m_view;
    view.perPixel = bounded({0, view.perPixel / factor}).perPixel;
    view.begin = kept - at * view.perPixel;
    setTimeView(view);
}

void WaveView::showRange(qint64 begin, qint64 end)
{
    const double margin = double(std::max<qint64>(end - begin, 16)) * rangeMargin;
    const double perPixel = (double(end - begin) + 2 * margin) / std::max(1, waveRect().width());
    setTimeView({double(begin) - margin, perPixel});
}

void WaveView::reveal(qint64 begin, qint64 end)
{
    const double width = waveRect().width() * m_view.perPixel;
    if (double(begin) >= m_view.begin && double(end) <= m_view.begin + width)
        return;
    if (double(end - begin) > width)
        showRange(begin, end);
    else
        setTimeView({double(begin + end) / 2 - width / 2, m_view.perPixel});
}

qint64 WaveView::sampleAt(double x) const
{
    const double sample = m_view.begin + (x - waveRect().left()) * m_view.perPixel;
    return std::clamp<qint64>(std::llround(sample), 0, length());
}

double WaveView::xOf(qint64 sample) const
{
    return waveRect().left() + (double(sample) - m_view.begin) / m_view.perPixel;
}

void WaveView::setAmplitude(double gain)
{
    m_gain = std::clamp(gain, 1.0, 100.0);
    update();
}

void WaveView::setSpectrogram(const SpectrogramSettings &settings)
{
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_spectrogram.setSettings(settings);
    lookAtSpectrogram();
    checkSettled();
    update();
}

void WaveView::lookAtSpectrogram()
{
    std::vector<int> channels;
    for (const Lane &lane : lanes())
        channels.push_back(lane.channel);
    m_spectrogram.look(m_view, devicePixelRatioF(), waveRect().width(), channels);
}

bool WaveView::act(const QByteArray &id)
{
    constexpr double step = 1.5;
    const bool playheadInSight = waveRect().contains(int(xOf(m_playhead)), waveRect().center().y());
    const double at = playheadInSight ? xOf(m_playhead) : waveRect().center().x();
    if (id == "view.zoom-in")
        zoomBy(step, at);
    else if (id == "view.zoom-out")
        zoomBy(1 / step, at);
    else if (id == "view.fit")
        fit();
    else
        return false;
    return true;
}

QByteArray WaveView::saveView() const
{
    QByteArray saved;
    QDataStream out(&saved, QIODevice::WriteOnly);
    out << m_fitted << m_view.begin << m_view.perPixel << m_gain;
    return saved;
}

void WaveView::restoreView(const QByteArray &saved)
{
    QDataStream in(saved);
    bool fitted = true;
    TimeView view;
    double gain = 1;
    in >> fitted >> view.begin >> view.perPixel >> gain;
    if (in.status() != QDataStream::Ok || fitted)
        fit();
    else
        setTimeView(view);
    setAmplitude(in.status() == QDataStream::Ok && std::isfinite(gain) ? gain : 1);
}

void WaveView::setPlayhead(qint64 sample, bool follow)
{
    if (sample == m_playhead)
        return;
    m_playhead = sample;
    const double width = waveRect().width() * m_view.perPixel;
    const bool inSight = double(sample) >= m_view.begin && double(sample) < m_view.begin + width;
    if (follow && !inSight && m_hand == Hand::None)
        setTimeView({double(sample) - width * pageMargin, m_view.perPixel});
    update();
}

void WaveView::setSelection(std::optional<Range> range)
{
    m_selection = range;
    update();
}

// The pyramid says nothing below its base: then the samples themselves are drawn.
void WaveView::wantSamples()
{
    if (!m_peaks || m_view.perPixel / devicePixelRatioF() >= m_peaks->base())
        return;
    const auto width = qint64(std::ceil(waveRect().width() * m_view.perPixel)) + 2;
    const auto begin = std::max<qint64>(0, qint64(m_view.begin) - 1), end = std::min(length(), begin + width);
    const auto holds = [&](qint64 from, qint64 to) { return from <= begin && to >= end; };
    if ((m_window && holds(m_window->begin, m_window->end())) || width * info()->channels > mostWindow)
        return;
    if (m_windowTicket && holds(m_windowAsked.first, m_windowAsked.second))
        return;
    m_windowAsked = {std::max<qint64>(0, begin - width / 2), std::min(length(), end + width / 2)};
    m_windowTicket = m_media.sounds().samples(m_file, m_windowAsked.first, m_windowAsked.second, [this](auto answer) {
        m_windowTicket.reset();
        if (answer)
            m_window = *answer;
        update();
        checkSettled();
    });
}

bool WaveView::isSettled() const
{
    if (m_failure)
        return true;
    if (!m_peaks || m_windowTicket || !m_spectrogram.isComplete())
        return false;
    const auto begin = qint64(m_view.begin);
    return m_peaks->isKnown(begin, begin + qint64(std::ceil(waveRect().width() * m_view.perPixel)));
}

void WaveView::checkSettled()
{
    const bool now = isSettled();
    if (now && !std::exchange(m_wasSettled, now))
        emit settled();
    m_wasSettled = now;
}

std::optional<qint64> WaveView::zeroCrossingNear(qint64 sample, qint64 within) const
{
    if (!m_peaks)
        return std::nullopt;
    const qint64 from = std::max<qint64>(1, sample - within), to = std::min(length() - 1, sample + within);
    for (const SampleWindow *window : {m_window.get(), m_near.get()})
        if (window && window->begin < from && window->end() > to)
            return zeroCrossing(*window, sample, from, to);
    if (m_nearTicket && m_nearAsked.first < from && m_nearAsked.second > to)
        return std::nullopt;
    const qint64 around = std::max(within, info()->rate * nearMs / 1000) * 2;
    m_nearAsked = {sample - around, sample + around};
    m_nearTicket = m_media.sounds().samples(m_file, m_nearAsked.first, m_nearAsked.second, [this](auto answer) {
        m_nearTicket.reset();
        if (answer)
            m_near = *answer;
        else
            m_unread = answer.error();
    });
    return std::nullopt;
}

void WaveView::resizeEvent(QResizeEvent *)
{
    if (m_fitted)
        fit();
    else
        setTimeView(m_view);
    wantSamples();
    lookAtSpectrogram();
}

void WaveView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setAccessibleName(tr("Waveform"));
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        *m_picture = {};
    if (event->type() == QEvent::PaletteChange)
        m_spectrogram.forgetPictures();
    update();
}

}  // namespace widgets

#include "moc_wave_view.cpp"
