#include "widgets/audio/sound_pane.h"
#include "widgets/audio/spectrogram_dialog.h"
#include "widgets/audio/transport_bar.h"
#include "widgets/audio/wave_view.h"
#include "widgets/panels/empty_state.h"
#include "widgets/qt_text.h"
#include "widgets/sample_words.h"
#include <QEvent>
#include <QFileInfo>
#include <QHideEvent>
#include <QLocale>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace widgets {

SoundPane::SoundPane(MediaService &media, QWidget *parent) : SoundPane(new WaveView(media), parent) {}

SoundPane::SoundPane(WaveView *wave, QWidget *parent)
    : QWidget(parent),
      m_stage(new QWidget(this)),
      m_pages(new QStackedLayout(m_stage)),
      m_wave(wave),
      m_missing(new EmptyState(m_stage)),
      m_bar(new TransportBar(this)),
      m_playback(new Playback(*m_wave, *m_bar, this))
{
    m_pages->addWidget(m_wave);
    m_pages->addWidget(m_missing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stage, 1);
    column->addWidget(m_bar);
    connect(m_playback, &Playback::opened, this, &SoundPane::found);
    connect(m_playback, &Playback::failed, this, &SoundPane::failed);
    connect(m_playback, &Playback::moved, this, &SoundPane::statusChanged);
    connect(m_playback, &Playback::told, this, &SoundPane::told);
    connect(m_wave, &WaveView::settled, this, &SoundPane::settled);
    connect(m_bar, &TransportBar::acted, this, [this](const QByteArray &id) {
        if (id == "sound.spectrogram")
            toggleSpectrogram();
    });
    retranslate();
}

void SoundPane::showSample(const EditorContent &content, bool plays)
{
    const core::Sample &sample = content.sample->sample;
    const bool another = sample.id != m_sample.id;
    if (!another && content.media == m_file) {
        m_sample = sample;
        return;
    }
    m_sample = sample;
    m_file = content.media;
    m_wave->setSelection(std::nullopt);
    m_pages->setCurrentWidget(m_file.empty() ? static_cast<QWidget *>(m_missing) : m_wave);
    if (m_file.empty())
        m_wave->clear();
    else
        m_wave->showSound(m_file);
    retranslate();
    m_playback->open({});  // of two samples of one file the second begins anew too
    m_playback->open(m_file);
    m_playsOnShow = plays && another && !isVisible();
    if (plays && another && isVisible())
        m_playback->play();
    emit statusChanged();
    if (m_file.empty())
        emit settled();
}

void SoundPane::showNothing()
{
    m_sample = {};
    m_file.clear();
    m_playsOnShow = false;
    m_playback->open({});
    m_wave->clear();
    m_pages->setCurrentWidget(m_wave);
    emit statusChanged();
}

void SoundPane::found()
{
    const core::SoundInfo &sound = *m_playback->info();
    core::MediaInfo info = m_sample.media;
    info.state = core::MediaState::Present;
    info.bytes = QFileInfo(pathText(m_file)).size();
    info.channels = sound.channels;
    info.length = sound.length;
    info.rate = sound.rate;
    emit statusChanged();
    emit mediaFound(m_sample.id, info);
}

void SoundPane::failed(const core::Error &error)
{
    core::MediaInfo info = m_sample.media;
    info.state = error.code == core::Code::NotFound ? core::MediaState::Missing : core::MediaState::Broken;
    emit mediaFound(m_sample.id, info);
    emit settled();
}

bool SoundPane::act(const QByteArray &id)
{
    if (id == "sound.spectrogram")
        toggleSpectrogram();
    else if (id == "sound.spectrogram-settings")
        askSpectrogram();
    else if (id == "view.wheel-zooms" || id == "view.wheel-scrolls")
        m_wave->setWheelZooms(id == "view.wheel-zooms");
    else
        return m_playback->act(id) || m_wave->act(id);
    return true;
}

void SoundPane::setSpectrogram(const SpectrogramSettings &settings)
{
    m_wave->setSpectrogram(settings);
    m_bar->setSpectrogramShown(settings.place != SpectrogramSettings::Place::Hidden);
}

void SoundPane::toggleSpectrogram()
{
    using Place = SpectrogramSettings::Place;
    SpectrogramSettings settings = m_wave->spectrogram();
    settings.place = settings.place == Place::Hidden ? Place::Below : Place::Hidden;
    setSpectrogram(settings);
}

void SoundPane::askSpectrogram()
{
    SpectrogramDialog dialog(m_wave->spectrogram(), this);
    connect(&dialog, &SpectrogramDialog::changed, this, &SoundPane::setSpectrogram);
    dialog.exec();
}

QStringList SoundPane::statusTexts() const
{
    const core::SoundInfo *sound = m_playback->info();
    if (!m_sample.id || !sound)
        return {};
    core::MediaInfo media;
    media.rate = sound->rate;
    media.channels = sound->channels;
    media.length = sound->length;
    QStringList all{lengthText(media), soundText(media)};
    if (const double speed = m_playback->options()["speed"].toDouble(); speed != 1)
        all << QStringLiteral("%1 ×").arg(QLocale().toString(speed));
    return all;
}

bool SoundPane::isSettled() const
{
    return !m_sample.id || m_file.empty() || m_wave->isSettled();
}

QJsonObject SoundPane::options() const
{
    QJsonObject options = m_playback->options();
    options["spectrogram"] = toJson(m_wave->spectrogram());
    return options;
}

void SoundPane::setOptions(const QJsonObject &options)
{
    m_playback->setOptions(options);
    setSpectrogram(spectrogramFromJson(options["spectrogram"].toObject()));
}

QByteArray SoundPane::saveView() const
{
    return m_wave->saveView();
}

void SoundPane::restoreView(const QByteArray &saved)
{
    m_wave->restoreView(saved);
}

void SoundPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (std::exchange(m_playsOnShow, false))
        m_playback->play();
}

void SoundPane::hideEvent(QHideEvent *event)
{
    if (!event->spontaneous())  // a window that is put away is still heard
        m_playback->pause();
    QWidget::hideEvent(event);
}

void SoundPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SoundPane::retranslate()
{
    m_wave->setAccessibleName(tr("Waveform"));
    m_missing->setText("volume-x", tr("The sound cannot be found"),
                       visible(toQString(m_sample.uri)) + QLatin1Char('\n')
                           + tr("What was labeled is kept. Find its folder (Project menu) to hear it."));
}

}  // namespace widgets
